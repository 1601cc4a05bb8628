import { join } from 'node:path';
import type { TableDescription } from '../store/catalogue.js';
import type { Database } from '../store/database.js';
import type { Row } from '../store/rows.js';
import { tableSchema } from './data-package.js';
import type { ExportedFile, Exporter, ExportOptions } from './export.js';
import { csv, ndjson, type Written, writeChunks } from './files.js';
import { exportedTables, rowsOf } from './tables.js';

interface WrittenTable extends Written {
  readonly table: TableDescription;
  readonly rows: number;
}

/** Writes each exported table to a file of its own. */
function eachTable(
  db: Database,
  { to, mask }: ExportOptions,
  extension: string,
  lines: (columns: readonly string[], rows: Iterable<Row>) => Iterable<string>,
): WrittenTable[] {
  return exportedTables(db).map((table) => {
    let rows = 0;
    function* counted(): Iterable<Row> {
      for (const row of rowsOf(db, table, mask)) {
        rows += 1;
        yield row;
      }
    }
    const columns = table.columns.map(({ name }) => name);
    const written = writeChunks(join(to, `${table.name}.${extension}`), lines(columns, counted()));
    return { ...written, table, rows };
  });
}

const told = ({ path, rows }: WrittenTable): ExportedFile => ({ path, rows });

export const csvExporter: Exporter = {
  format: 'csv',
  title: 'one CSV file a table',
  write: (db, options) => eachTable(db, options, 'csv', csv).map(told),
};

export const ndjsonExporter: Exporter = {
  format: 'ndjson',
  title: 'one file a table, one JSON object a line',
  write: (db, options) => eachTable(db, options, 'ndjson', (_, rows) => ndjson(rows)).map(told),
};

/** CSV files under a `datapackage.json` (Data Package v2) that gives each its Table Schema, keys, size and hash. */
export const datapackageExporter: Exporter = {
  format: 'datapackage',
  title: 'a Data Package: CSV files with their Table Schemas',
  write(db, options) {
    const written = eachTable(db, options, 'csv', csv);
    const names = new Set(written.map(({ table }) => table.name));
    const descriptor = {
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      name: 'greffe',
      title: 'Actes administratifs lus par greffe',
      description:
        'Ce que disent les actes : montants, dates, parties, votes, indicateurs, avec la page et l’endroit où chacun est écrit.',
      resources: written.map(({ table, bytes, sha256 }) => ({
        name: table.name.replaceAll('_', '-'),
        path: `${table.name}.csv`,
        type: 'table',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        ...(table.holds ? { description: table.holds } : {}),
        bytes,
        hash: `sha256:${sha256}`,
        schema: tableSchema(table, names),
      })),
    };
    const { path } = writeChunks(join(options.to, 'datapackage.json'), [`${JSON.stringify(descriptor, null, 1)}\n`]);
    return [...written.map(told), { path }];
  },
};
