import type { Database } from './database.js';

/** How many there are of something. */
export interface Count {
  readonly name: string;
  readonly count: number;
}

/** How much the database holds: documents by kind, records by table, findings by severity. */
export interface Holdings {
  readonly files: readonly Count[];
  readonly pages: number;
  readonly documents: readonly Count[];
  readonly records: readonly Count[];
  readonly findings: readonly Count[];
  readonly relationsThatHold: number;
  readonly relations: number;
}

/** The tables of what was read in documents and is shown record by record, in the order in which a reader wants it. */
export const RECORD_TABLES = [
  'sessions',
  'attendances',
  'votes',
  'parties',
  'amounts',
  'dates',
  'clauses',
  'citations',
  'identifiers',
  'indicators',
] as const;

/** Counts what the database holds. */
export function holdings(db: Database): Holdings {
  const counts = (sql: string) => db.prepare(sql).all() as Count[];
  const one = (sql: string) => (db.prepare(sql).get() as { count: number }).count;
  return {
    files: counts('select status as name, count(*) as count from files group by status order by status'),
    pages: one('select count(*) as count from pages'),
    documents: counts('select kind as name, count(*) as count from documents group by kind order by count desc, kind'),
    records: RECORD_TABLES.map((name) => ({ name, count: one(`select count(*) as count from ${name}`) })),
    findings: counts(
      `select severity as name, count(*) as count from findings group by severity
       order by case severity when 'error' then 1 when 'warning' then 2 else 3 end`,
    ),
    relations: one('select count(*) as count from relations'),
    relationsThatHold: one('select count(*) as count from relations where holds = 1'),
  };
}

/** What could not be read: the file's name or where it was looked for, the page, the reason. */
export interface ProblemLine {
  readonly name: string;
  readonly page: number | null;
  readonly code: string;
  readonly detail: string;
  readonly status: string | null;
}

/** What could not be read, the latest first. */
export const problemLines = (db: Database, limit: number): ProblemLine[] =>
  db
    .prepare(
      `select coalesce(files.name, problems.uri) as name, page, code, detail, files.status
       from problems left join files on files.id = problems.file_id order by at desc, name, page limit ?`,
    )
    .all(limit) as ProblemLine[];
