import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Database } from '../store/database.js';
import type { Row, Value } from '../store/rows.js';
import type { ExportedFile, Exporter, ExportOptions } from './export.js';
import type { BankMask } from './mask.js';

/**
 * A copy of the database in one file without a write-ahead log: compacted, analysed, masked. `finish` may add to it.
 * The text that was masked is in no free page either.
 */
export function copyDatabase(
  db: Database,
  { to, mask }: ExportOptions,
  finish?: (copy: Database) => void,
): ExportedFile {
  mkdirSync(to, { recursive: true });
  const path = join(to, 'greffe.sqlite');
  const partial = join(to, `.${process.pid}.sqlite`);
  const clear = (): void => {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(partial + suffix, { force: true });
  };
  clear();
  try {
    db.prepare('vacuum into ?').run(partial);
    const copy = new Sqlite(partial);
    try {
      copy.pragma('journal_mode = delete');
      copy.pragma('synchronous = off');
      if (mask) hide(copy, mask);
      finish?.(copy);
      copy.exec("insert into pages_fts(pages_fts) values ('optimize')");
      copy.exec('analyze');
      copy.exec('vacuum');
    } finally {
      copy.close();
    }
    renameSync(partial, path);
  } finally {
    clear();
  }
  return { path };
}

/** Masks every row of the files that hold bank details, and makes the full-text index anew from what is left. */
function hide(copy: Database, mask: BankMask): void {
  if (mask.files.length === 0) return;
  const tables = tablesOfDocuments(copy);
  copy
    .transaction(() => {
      for (const file of mask.files) {
        for (const table of tables) {
          const rows = copy
            .prepare(
              `select cast(rowid as text) as rowid_, * from ${table} where document_id in (select id from documents where file_id = ?)`,
            )
            .all(file) as Row[];
          for (const row of rows) change(copy, table, row, mask);
        }
        for (const table of ['documents', 'pages', 'problems']) {
          const rows = copy
            .prepare(`select cast(rowid as text) as rowid_, * from ${table} where file_id = ?`)
            .all(file) as Row[];
          for (const row of rows) change(copy, table, row, mask);
        }
      }
      const finding = copy.prepare('select cast(rowid as text) as rowid_, * from findings where id = ?');
      for (const id of mask.findings) change(copy, 'findings', finding.get(id) as Row, mask);
    })
    .immediate();
  copy.exec("insert into pages_fts(pages_fts) values ('rebuild')");
}

/**
 * Tables whose rows are a document's, as the schema tells: none that a migration adds is forgotten. Those without rowid
 * hold ids alone.
 */
const tablesOfDocuments = (db: Database): string[] =>
  db
    .prepare(
      `select t.name from pragma_table_list t join pragma_table_info(t.name) c on c.name = 'document_id'
       where t.schema = 'main' and t.type = 'table' and not t.wr order by t.name`,
    )
    .pluck()
    .all() as string[];

/** A page's rowid is longer than JavaScript counts exactly: it travels as text. */
function change(copy: Database, table: string, { rowid_, ...row }: Row, mask: BankMask): void {
  const shown = mask.row(table, row);
  const changed = Object.entries(shown).filter(([column, value]) => value !== row[column]);
  if (changed.length === 0) return;
  const values: Value[] = changed.map(([, value]) => value);
  copy
    .prepare(
      `update ${table} set ${changed.map(([column]) => `"${column}" = ?`).join(', ')} where rowid = cast(? as integer)`,
    )
    .run(...values, rowid_ ?? null);
}

export const sqliteExporter: Exporter = {
  format: 'sqlite',
  title: 'a clean copy of the database in one file',
  write: (db, options) => [copyDatabase(db, options)],
};
