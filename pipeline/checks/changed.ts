import type { Database } from '../store/database.js';
import { fileOf } from '../store/ids.js';
import { CHECKS } from './catalogue.js';
import type { Check, Severity } from './check.js';
import { type Counts, checkFiles, type Outcome } from './run.js';

/** Files that are checked together: neighbours by their ids, and so in the database, which is then read once from end to end. */
const AT_ONCE = 500;
/** Units that are remembered: enough for most archives, and little memory. To forget one costs a second look at it. */
const MOST_SEEN = 2_000_000;

/**
 * Runs the checks over what documents can change, or over all that the database holds. The whole is done as what changed
 * is, some files a transaction: nobody waits for long, and what a stopped run left the next one takes up.
 * `now`: ISO 8601, UTC.
 */
export function runChecks(
  db: Database,
  scope: { readonly documents: readonly string[] } | undefined,
  now: string,
  checks: readonly Check[] = CHECKS,
): Outcome {
  if (scope) {
    const files = [...new Set(scope.documents.map(fileOf))].sort();
    return { ...checkFiles(db, files, now, checks), ...held(db) };
  }
  const forgotten = db
    .transaction(() => {
      db.prepare('insert into unchecked select id from files where true on conflict do nothing').run();
      return forgetOthers(db, checks);
    })
    .immediate();
  const counts = checkUnchecked(db, now, checks) ?? NOTHING;
  return { ...counts, gone: counts.gone + forgotten, ...held(db) };
}

/**
 * Runs the checks over what changed since they last ran, by this run or by one that was stopped before or amid its checks;
 * nothing when nothing changed. `now`: ISO 8601, UTC.
 */
export function checkChanged(db: Database, now: string): Outcome | undefined {
  const counts = checkUnchecked(db, now, CHECKS);
  return counts && { ...counts, ...held(db) };
}

const NOTHING: Counts = { added: 0, gone: 0, units: 0, skipped: 0 };

function checkUnchecked(db: Database, now: string, checks: readonly Check[]): Counts | undefined {
  const next = db.prepare('select file_id from unchecked order by file_id limit ?').pluck();
  const checked = db.prepare('delete from unchecked where file_id = ?');
  const seen = new Set<string>();
  let version: unknown;
  const some = (): Counts | undefined =>
    db
      .transaction(() => {
        const files = next.all(AT_ONCE) as string[];
        if (files.length === 0) return undefined;
        // What another program wrote in between may lie in any unit.
        const before = version;
        version = db.pragma('data_version', { simple: true });
        if (version !== before || seen.size > MOST_SEEN) seen.clear();
        const counts = checkFiles(db, files, now, checks, seen);
        for (const file of files) checked.run(file);
        return counts;
      })
      .immediate();
  let all: Counts | undefined;
  for (let counts = some(); counts; counts = some()) {
    const { added, gone, units, skipped } = all ?? NOTHING;
    all = {
      added: added + counts.added,
      gone: gone + counts.gone,
      units: units + counts.units,
      skipped: skipped + counts.skipped,
    };
  }
  return all;
}

/** All the findings that the database holds. */
function held(db: Database): Pick<Outcome, 'findings' | 'bySeverity'> {
  const bySeverity = { error: 0, warning: 0, note: 0 };
  const rows = db.prepare('select severity, count(*) as n from findings group by severity').all();
  for (const { severity, n } of rows as { severity: Severity; n: number }[]) bySeverity[severity] = n;
  return { findings: bySeverity.error + bySeverity.warning + bySeverity.note, bySeverity };
}

/** Takes back the findings of checks that this version of the program no longer has; how many they were. */
function forgetOthers(db: Database, checks: readonly Check[]): number {
  const known = new Set(checks.map(({ id }) => id));
  const ids = db.prepare('select check_id from findings union select check_id from check_units').pluck().all();
  let gone = 0;
  for (const id of (ids as string[]).filter((id) => !known.has(id))) {
    gone += db.prepare('delete from findings where check_id = ?').run(id).changes;
    db.prepare('delete from check_units where check_id = ?').run(id);
  }
  return gone;
}
