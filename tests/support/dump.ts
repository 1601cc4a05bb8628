import type { Database } from '../../pipeline/store/database.js';

/** What the clock, the run and the machine leave in the database; all else must not depend on them. */
const INCIDENTAL = new Set(['first_seen_at', 'at', 'modified_ms', 'applied_at']);

/** Every row of every table as text, sorted: two databases with the same records give the same dump. */
export function dump(db: Database): string[] {
  const tables = db
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like 'pages_fts%'",
    )
    .all() as { name: string }[];
  return tables
    .filter(({ name }) => name !== 'runs')
    .flatMap(({ name }) =>
      (db.prepare(`select * from ${name}`).all() as Record<string, unknown>[]).map((row) => {
        const kept = Object.entries(row).filter(([column]) => !INCIDENTAL.has(column));
        return `${name} ${JSON.stringify(kept)}`;
      }),
    )
    .sort();
}
