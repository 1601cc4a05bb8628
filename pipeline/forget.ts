import { checkChanged } from './checks/index.js';
import { GreffeError } from './errors.js';
import type { Database } from './store/database.js';
import { relate } from './store/relate.js';
import { show } from './store/show.js';
import { Writer } from './store/write.js';

/**
 * Takes a file (by id, name or path) and all that was read in it out of the database, with the findings that rest on it.
 * Answers its name. `now`: ISO 8601, UTC.
 *
 * @throws GreffeError when the database holds no such file, or when a document is named, which its file would take along.
 */
export function forget(db: Database, wanted: string, now: string): string {
  const found = show(db, wanted);
  if (!found) throw new GreffeError(`${db.name} holds no file called ${wanted}: give a name, a path or an id.`, 1);
  if (found.documents.some(({ document }) => document.id === wanted)) {
    throw new GreffeError(`${wanted} is a document in ${found.file.name}: name the file to forget it whole.`, 1);
  }
  new Writer(db).forgetFile(String(found.file.id));
  relate(db);
  checkChanged(db, now);
  return String(found.file.name);
}
