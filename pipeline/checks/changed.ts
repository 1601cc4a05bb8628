import type { Database } from '../store/database.js';
import { type Outcome, runChecks } from './run.js';

/** Files that are checked together: neighbours by their ids, and so in the database, which is then read once from end to end. */
const AT_ONCE = 500;

/**
 * Runs the checks over what changed since they last ran, by this run or by one that was stopped before or amid its checks;
 * nothing when nothing changed. `now`: ISO 8601, UTC.
 */
export function checkChanged(db: Database, now: string): Outcome | undefined {
  const next = db.prepare('select file_id from unchecked order by file_id limit ?').pluck();
  const checked = db.prepare('delete from unchecked where file_id = ?');
  const some = (): Outcome | undefined =>
    db
      .transaction(() => {
        const files = next.all(AT_ONCE) as string[];
        if (files.length === 0) return undefined;
        // Any document of a file stands for all of them, those that it no longer holds among them.
        const outcome = runChecks(db, { documents: files.map((id) => `${id}-1`) }, now);
        for (const file of files) checked.run(file);
        return outcome;
      })
      .immediate();
  let all: Outcome | undefined;
  for (let outcome = some(); outcome; outcome = some()) {
    const { added, gone, units, skipped } = all ?? { added: 0, gone: 0, units: 0, skipped: 0 };
    all = {
      ...outcome,
      added: added + outcome.added,
      gone: gone + outcome.gone,
      units: units + outcome.units,
      skipped: skipped + outcome.skipped,
    };
  }
  return all;
}
