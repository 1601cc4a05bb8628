import type { Database } from '../store/database.js';
import { type Outcome, runChecks } from './run.js';

/**
 * Runs the checks over what changed since they last ran, by this run or by one that was stopped before its checks;
 * nothing when nothing changed. `now`: ISO 8601, UTC.
 */
export function checkChanged(db: Database, now: string): Outcome | undefined {
  return db
    .transaction(() => {
      const files = db.prepare('select file_id as id from unchecked order by file_id').all() as { id: string }[];
      if (files.length === 0) return undefined;
      // Any document of a file stands for all of them, those that it no longer holds among them.
      const outcome = runChecks(db, { documents: files.map(({ id }) => `${id}-1`) }, now);
      db.prepare('delete from unchecked').run();
      return outcome;
    })
    .immediate();
}
