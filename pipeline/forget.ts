import { checkChanged } from './checks/index.js';
import { GreffeError } from './errors.js';
import type { Database } from './store/database.js';
import { findFile } from './store/find-file.js';
import { relate } from './store/relate.js';
import { Writer } from './store/write.js';

/**
 * Takes a file, as `findFile` finds it, and all that was read in it out of the database, with the findings that rest on
 * it. Answers its name. `now`: ISO 8601, UTC.
 *
 * @throws GreffeError when the database holds no such file, or when a document is named, which its file would take along.
 */
export function forget(db: Database, wanted: string, now: string): string {
  const { fileId, documentId } = findFile(db, wanted);
  const name = db.prepare('select name from files where id = ?').pluck().get(fileId) as string;
  if (documentId !== undefined) {
    throw new GreffeError(`${wanted} is a document in ${name}: name the file to forget it whole.`, 1);
  }
  new Writer(db).forgetFile(fileId);
  relate(db);
  checkChanged(db, now);
  return name;
}
