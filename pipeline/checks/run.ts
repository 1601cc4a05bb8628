import type { Database } from '../store/database.js';
import { contentId } from '../store/ids.js';
import type { Check, Severity } from './check.js';
import { Look } from './look.js';

export interface Outcome {
  /** All the findings that the database now holds. */
  readonly findings: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Of them, those that were not there before; and those that no longer hold. */
  readonly added: number;
  readonly gone: number;
  /** Units looked at, and those that lacked what a check needs. */
  readonly units: number;
  readonly skipped: number;
}

/** What a run of the checks did. */
export type Counts = Pick<Outcome, 'added' | 'gone' | 'units' | 'skipped'>;

/**
 * Runs the checks over what the documents of some files can change, in one transaction: each check cuts the database into
 * units, and those that such a document takes part in, or took part in when it was last checked, are looked at again. Any
 * order of runs that meets each file since it last changed leaves the same rows. A finding that stays keeps its
 * `first_seen_at`; one that no longer holds goes. `now`: ISO 8601, UTC.
 *
 * `seen`: the units of several files that were looked at since the database last changed, which need no second look.
 */
export function checkFiles(
  db: Database,
  files: readonly string[],
  now: string,
  checks: readonly Check[],
  seen = new Set<string>(),
): Counts {
  const look = new Look(db);
  const counts = { added: 0, gone: 0, units: 0, skipped: 0 };
  db.transaction(() => {
    const documents = files.flatMap((file) =>
      look.all<{ id: string }>('select id from documents where file_id = ? order by ordinal', file).map(({ id }) => id),
    );
    for (const check of checks) {
      for (const unit of touched(look, check, files, documents)) {
        const name = `${check.id} ${unit}`;
        if (seen.has(name)) continue;
        if (!check.units.own) seen.add(name);
        counts.units += 1;
        let found: Map<string, Row> | undefined;
        try {
          found = findIn(look, check, unit);
        } catch (error) {
          // A check that fails on one unit must not take the others away; what it found there before stays.
          failed(look, check, unit, error, now);
          counts.skipped += 1;
          continue;
        }
        if (!found) counts.skipped += 1;
        settle(look, check, unit, found ?? new Map(), now, counts);
      }
    }
  }).immediate();
  return counts;
}

interface Row {
  readonly id: string;
  readonly message: string;
  readonly severity: Severity;
  readonly data: Readonly<Record<string, unknown>>;
  readonly evidence: readonly { readonly id: string; readonly role: string }[];
}

/** What a check finds in one unit; nothing when the unit lacks what the check needs. */
function findIn(look: Look, check: Check, unit: string): Map<string, Row> | undefined {
  const facts = check.gather(look, unit);
  if (facts === undefined) return undefined;
  const found = new Map<string, Row>();
  for (const noticed of check.find(facts)) {
    const evidence = [...new Map(noticed.evidence.map((piece) => [piece.id, piece])).values()];
    if (evidence.length === 0) throw new Error(`${check.id} noticed something without evidence`);
    const id = contentId('finding', check.id, ...evidence.map((piece) => piece.id).sort());
    if (found.has(id)) continue;
    const said = noticed.severity ?? check.severity;
    const severity = said === 'error' && doubtfullyRead(look, evidence) ? 'warning' : said;
    found.set(id, { ...noticed, id, evidence, severity });
  }
  return found;
}

/**
 * Whether a piece of it was read from an image or in a file that was not read whole: the mistake may be the reading's. So
 * no check need ask how legible what it calls an error is.
 */
const doubtfullyRead = (look: Look, evidence: Row['evidence']): boolean =>
  evidence.some(
    ({ id }) =>
      look.one(
        `select 1 from evidence e join documents d on d.id = e.document_id join files f on f.id = d.file_id
         where e.id = ? and (e.legibility < 1 or f.status = 'partial')`,
        id,
      ) !== undefined,
  );

function failed(look: Look, check: Check, unit: string, error: unknown, now: string): void {
  const detail = `The check ${check.id} failed on ${unit}: ${(error as Error).message}. Report it with the document.`;
  look.run(
    `insert into problems (id, file_id, uri, page, stage, code, detail, at) values (?, null, null, null, 'check', 'check-failed', ?, ?)
     on conflict (id) do update set detail = excluded.detail, at = excluded.at`,
    contentId('check-failed', check.id, unit),
    detail,
    now,
  );
}

/** The units that the documents are in now, and those that their files were in when last looked at. */
function touched(look: Look, check: Check, files: readonly string[], documents: readonly string[]): string[] {
  const units = new Set(files.flatMap((file) => unitsBefore(look, check, file)));
  for (const document of documents) {
    for (const unit of check.units.of(look, document)) {
      units.add(unit);
      if (!check.units.own) look.run('insert or ignore into check_units values (?, ?, ?)', check.id, document, unit);
    }
  }
  return [...units].sort();
}

/**
 * Where a check looked before of one file, which is let go. A file that was read again may hold fewer documents than
 * before: all that it ever held is in the range. Of units that are named after their file, findings tell enough.
 */
function unitsBefore(look: Look, check: Check, file: string): string[] {
  const [table, column] = check.units.own ? ['findings', 'unit'] : ['check_units', 'document_id'];
  const its = `from ${table} where check_id = ? and ${column} >= ? and ${column} < ?`;
  const args = [check.id, file, `${file}.`];
  const found = look.all<{ unit: string }>(`select distinct unit ${its}`, ...args);
  if (!check.units.own) look.run(`delete ${its}`, ...args);
  return found.map(({ unit }) => unit);
}

/** Makes the findings of one unit what was found in it now. */
function settle(
  look: Look,
  check: Check,
  unit: string,
  found: ReadonlyMap<string, Row>,
  now: string,
  counts: { added: number; gone: number },
): void {
  const before = look.all<{ id: string }>('select id from findings where check_id = ? and unit = ?', check.id, unit);
  for (const { id } of before) {
    if (found.has(id)) continue;
    look.run('delete from findings where id = ?', id);
    counts.gone += 1;
  }
  const known = new Set(before.map(({ id }) => id));
  for (const { id, message, severity, data, evidence } of found.values()) {
    if (!known.has(id)) counts.added += 1;
    look.run(
      `insert into findings (id, check_id, severity, title, message, data, first_seen_at, unit) values (?, ?, ?, ?, ?, ?, ?, ?)
       on conflict (id) do update set severity = excluded.severity, title = excluded.title, message = excluded.message,
         data = excluded.data, unit = excluded.unit`,
      id,
      check.id,
      severity,
      check.title,
      message,
      JSON.stringify(data),
      now,
      unit,
    );
    look.run('delete from finding_evidence where finding_id = ?', id);
    for (const piece of evidence) look.run('insert into finding_evidence values (?, ?, ?)', id, piece.id, piece.role);
  }
}
