import type { DocumentKind, Heading } from '../../models/document.js';
import type { Span } from '../../models/evidence.js';
import { type DocumentRecords, type FileRecords, noStatements, type Statements } from '../../models/records.js';
import { runChecks } from '../../pipeline/checks/index.js';
import { type Database, openDatabase } from '../../pipeline/store/database.js';
import { relateEntities } from '../../pipeline/store/entities.js';
import { contentId } from '../../pipeline/store/ids.js';
import { toRows, valuesOf } from '../../pipeline/store/rows.js';
import { Writer } from '../../pipeline/store/write.js';
import { barePage } from '../support/bare-page.js';

export const NOW = '2024-01-01T00:00:00Z';
export const LATER = '2024-02-01T00:00:00Z';

export type At = (needle: string, nth?: number) => { span: Span; extractor: string };

/** A document of a test: its kind, its heading, and its records, which `at` places in the text. */
export interface Draft {
  readonly kind?: DocumentKind;
  readonly heading?: Heading;
  readonly parent?: number;
  records?(at: At): Partial<Statements>;
}

const NONE: Statements = noStatements();

/** A file of one page, with its documents. */
export function fileOf(name: string, text: string, ...drafts: readonly Draft[]): FileRecords {
  const page = barePage(text);
  const at: At = (needle, nth = 0) => {
    let start = -1;
    for (let n = 0; n <= nth; n += 1) start = text.indexOf(needle, start + 1);
    if (start < 0) throw new Error(`the text does not hold ${needle}`);
    return { span: { page: 1, start, end: start + needle.length }, extractor: 'tests/by-hand' };
  };
  const documents: DocumentRecords[] = drafts.map(
    ({ kind = 'deliberation', heading = {}, parent, records }, index) => ({
      outline: {
        ordinal: index + 1,
        kind,
        confidence: 1,
        reasons: [],
        first: { page: 1, offset: 0 },
        last: { page: 1, offset: text.length },
        ...(parent === undefined ? {} : { parent, parentRelation: 'annexed_to' as const }),
      },
      heading,
      ...NONE,
      ...records?.(at),
    }),
  );
  const sha256 = contentId(name).repeat(4);
  return {
    file: { id: sha256.slice(0, 16), sha256, name, uri: `/${name}`, bytes: text.length },
    status: 'loaded',
    pages: [page],
    documents,
    problems: [],
  };
}

/** An empty database. */
export const emptyDatabase = (): Database => openDatabase(':memory:');

/** Writes a file; answers the ids of its documents. */
export function load(db: Database, file: FileRecords): string[] {
  const rows = toRows(file);
  new Writer(db).load([{ rows, places: [], readWith: 'tests', at: NOW }]);
  relateEntities(db);
  return valuesOf(rows.tables.documents, 'id').map(String);
}

export interface Found {
  check_id: string;
  severity: string;
  message: string;
}

/** What the checks find in these files. */
export function findingsIn(...files: readonly FileRecords[]): Found[] {
  const db = emptyDatabase();
  for (const file of files) load(db, file);
  runChecks(db, undefined, NOW);
  return allFindings(db);
}

export const allFindings = (db: Database): Found[] =>
  (db.prepare('select check_id, severity, message from findings order by check_id, id').all() as Found[]).map(
    (found) => ({
      ...found,
      message: found.message.replaceAll('\u00a0', ' '),
    }),
  );
