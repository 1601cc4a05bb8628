import type { Database } from './database.js';

export interface TableDescription {
  readonly name: string;
  readonly type: 'table' | 'view';
  /** What it holds, from the schema's own comment; empty when it has none. */
  readonly holds: string;
  readonly columns: readonly ColumnDescription[];
}

export interface ColumnDescription {
  readonly name: string;
  /** As SQLite declares it, in lower case: text, integer, real; empty for a view's computed column. */
  readonly type: string;
  readonly notNull: boolean;
  readonly key: boolean;
  readonly says: string;
  readonly references?: { readonly table: string; readonly column: string };
}

/** Tables and views of the database as its own schema describes them: the comments in the migrations are the source. */
export function catalogue(db: Database): TableDescription[] {
  const objects = db
    .prepare(
      `select type, name, sql from sqlite_schema where type in ('table', 'view')
       and name not like 'sqlite_%' and name not like 'pages_fts_%' order by rowid`,
    )
    .all() as { type: 'table' | 'view'; name: string; sql: string }[];
  return objects.map(({ type, name, sql }) => ({
    name,
    type,
    holds: headComment(sql),
    columns: columnsOf(db, name, sql),
  }));
}

function columnsOf(db: Database, table: string, sql: string): ColumnDescription[] {
  const columns = db.prepare('select name, type, "notnull", pk, hidden from pragma_table_xinfo(?)').all(table) as {
    name: string;
    type: string;
    notnull: number;
    pk: number;
    hidden: number;
  }[];
  const foreign = new Map(
    (
      db.prepare('select "from", "table", "to" from pragma_foreign_key_list(?)').all(table) as {
        from: string;
        table: string;
        to: string | null;
      }[]
    ).map((key) => [key.from, { table: key.table, column: key.to ?? 'id' }]),
  );
  return columns
    .filter(({ hidden }) => hidden !== 1)
    .map(({ name, type, notnull, pk }) => {
      const references = foreign.get(name);
      return {
        name,
        type: type.toLowerCase().replace(' generated always', ''),
        notNull: notnull === 1 || pk > 0,
        key: pk > 0,
        says: columnComment(sql, name),
        ...(references ? { references } : {}),
      };
    });
}

/** The comment that opens the statement, over as many lines as it takes. */
function headComment(sql: string): string {
  const [head = '', ...rest] = sql.split('\n');
  const more = rest.slice(
    0,
    rest.findIndex((line) => !/^\s*--/.test(line)),
  );
  return fold([head, ...more].map(commentOf));
}

/** The comment on the line that declares the column, and on comment lines right below it. */
function columnComment(sql: string, column: string): string {
  const lines = sql.split('\n').slice(1);
  const declares = new RegExp(`(?:^|,)\\s*"?${column}"?\\s+(?:text|integer|real)\\b`);
  const at = lines.findIndex((line) => declares.test(line.replace(/--.*$/, '')));
  if (at < 0) return '';
  const below = lines.slice(at + 1);
  const end = below.findIndex((line) => !/^\s*--/.test(line));
  return fold([lines[at]!, ...below.slice(0, Math.max(0, end))].map(commentOf));
}

const commentOf = (line: string): string => /--\s*(.*)$/.exec(line)?.[1] ?? '';
const fold = (parts: readonly string[]): string => parts.join(' ').replace(/\s+/g, ' ').trim();
