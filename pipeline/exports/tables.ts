import { catalogue, type TableDescription } from '../store/catalogue.js';
import type { Database } from '../store/database.js';
import type { Row } from '../store/rows.js';
import type { BankMask } from './mask.js';

/** What is of use outside the program, in the order in which a reader meets it; its own bookkeeping stays in. */
const EXPORTED = [
  'files',
  'documents',
  'pages',
  'evidence',
  'entities',
  'entity_names',
  'grants',
  'amounts',
  'dates',
  'parties',
  'conventions',
  'clauses',
  'citations',
  'sessions',
  'votes',
  'attendances',
  'identifiers',
  'indicators',
  'table_cells',
  'relations',
  'relation_terms',
  'findings',
  'finding_evidence',
  'problems',
  'runs',
] as const;

/** The tables that leave the house, as the schema describes them; a page's rowid, longer than JSON counts, stays in. */
export function exportedTables(db: Database): TableDescription[] {
  const described = new Map(catalogue(db).map((table) => [table.name, table]));
  return EXPORTED.map((name) => described.get(name))
    .filter((table) => table !== undefined)
    .map((table) => ({
      ...table,
      columns: table.columns.filter(({ name }) => !(table.name === 'pages' && name === 'id')),
    }));
}

/** The rows of a table in the order of its key, so that the same database gives the same file; masked where asked. */
export function* rowsOf(db: Database, table: TableDescription, mask?: BankMask): Iterable<Row> {
  const keys = table.columns.filter(({ key }) => key).map(({ name }) => `"${name}"`);
  const order = keys.length > 0 ? keys.join(', ') : table.columns.map((_, i) => i + 1).join(', ');
  const columns = table.columns.map(({ name }) => `"${name}"`).join(', ');
  for (const row of db.prepare(`select ${columns} from "${table.name}" order by ${order}`).iterate() as Iterable<Row>) {
    yield mask ? mask.row(table.name, row) : row;
  }
}
