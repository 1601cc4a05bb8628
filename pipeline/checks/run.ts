import type { Database } from '../store/database.js';
import { contentId, fileOf } from '../store/ids.js';
import { CHECKS } from './catalogue.js';
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

/**
 * Runs the checks over what the database holds, in one transaction.
 *
 * With a scope, only over what its documents can change: each check cuts the database into units, and those that a
 * document takes part in, or took part in when it was last checked, are looked at again. Any order of partial runs
 * leaves the rows that one full run does. A finding that stays keeps its `first_seen_at`; one that no longer holds goes.
 * `now`: ISO 8601, UTC.
 */
export function runChecks(
  db: Database,
  scope: { readonly documents: readonly string[] } | undefined,
  now: string,
  checks: readonly Check[] = CHECKS,
): Outcome {
  const look = new Look(db);
  const counts = { added: 0, gone: 0, units: 0, skipped: 0 };
  db.transaction(() => {
    const looked = scopeOf(look, scope);
    if (!scope) forgetOthers(look, checks, counts);
    for (const check of checks) {
      for (const unit of touched(look, check, looked)) {
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
  const bySeverity = { error: 0, warning: 0, note: 0 };
  for (const row of look.all<{ severity: Severity; n: number }>(
    'select severity, count(*) as n from findings group by severity',
  )) {
    bySeverity[row.severity] = row.n;
  }
  return { findings: bySeverity.error + bySeverity.warning + bySeverity.note, bySeverity, ...counts };
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

/** Whether a piece of it was read from an image or in a file that was not read whole: the mistake may be the reading's. */
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
function touched(look: Look, check: Check, { whole, files, documents }: Scope): string[] {
  const units = new Set(whole ? unitsBefore(look, check) : files.flatMap((file) => unitsBefore(look, check, file)));
  for (const document of documents) {
    for (const unit of check.units.of(look, document)) {
      units.add(unit);
      if (!check.units.own) look.run('insert or ignore into check_units values (?, ?, ?)', check.id, document, unit);
    }
  }
  return [...units].sort();
}

/**
 * Where a check looked before, of one file or of all, which is let go. A file that was read again may hold fewer documents
 * than before: all that it ever held is in the range. Of units that are named after their file, findings tell enough.
 */
function unitsBefore(look: Look, check: Check, file?: string): string[] {
  const [table, column] = check.units.own ? ['findings', 'unit'] : ['check_units', 'document_id'];
  const range = file === undefined ? '' : `and ${column} >= ? and ${column} < ?`;
  const args = file === undefined ? [check.id] : [check.id, file, `${file}.`];
  const found = look.all<{ unit: string }>(`select distinct unit from ${table} where check_id = ? ${range}`, ...args);
  if (!check.units.own) look.run(`delete from check_units where check_id = ? ${range}`, ...args);
  return found.map(({ unit }) => unit);
}

/** What is looked at: the files and all of their documents. */
interface Scope {
  readonly whole: boolean;
  readonly files: readonly string[];
  readonly documents: readonly string[];
}

function scopeOf(look: Look, scope: { readonly documents: readonly string[] } | undefined): Scope {
  const ids = (sql: string, ...args: string[]): string[] => look.all<{ id: string }>(sql, ...args).map(({ id }) => id);
  if (!scope) return { whole: true, files: [], documents: ids('select id from documents order by id') };
  const files = [...new Set(scope.documents.map(fileOf))].sort();
  const documents = files.flatMap((file) => ids('select id from documents where file_id = ? order by ordinal', file));
  return { whole: false, files, documents };
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

/** Findings of checks that this version of the program no longer has. */
function forgetOthers(look: Look, checks: readonly Check[], counts: { gone: number }): void {
  const known = new Set(checks.map(({ id }) => id));
  for (const { check_id, n } of look.all<{ check_id: string; n: number }>(
    'select check_id, count(*) as n from findings group by check_id',
  )) {
    if (known.has(check_id)) continue;
    look.run('delete from findings where check_id = ?', check_id);
    look.run('delete from check_units where check_id = ?', check_id);
    counts.gone += n;
  }
}
