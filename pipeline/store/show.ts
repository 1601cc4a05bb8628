import type { Database } from './database.js';
import { findFile } from './find-file.js';
import { RECORD_TABLES } from './queries.js';
import type { Row } from './rows.js';

interface ShownDocument {
  readonly document: Row;
  /** By table, each record with its `page` and `quote`; tables without records are absent. */
  readonly records: Readonly<Record<string, readonly Row[]>>;
}

/** A file with its documents, as `show` answers. */
export interface Shown {
  readonly file: Row;
  readonly problems: readonly Row[];
  readonly documents: readonly ShownDocument[];
}

/** A file or one of its documents, as `findFile` finds them, with all that was read in it. @throws GreffeError */
export function show(db: Database, wanted: string): Shown {
  const { fileId, documentId = null } = findFile(db, wanted);
  const file = db.prepare('select * from files where id = ?').get(fileId) as Row;
  const documents = db
    .prepare('select * from documents where file_id = ? and (? is null or id = ?) order by ordinal')
    .all(fileId, documentId, documentId) as Row[];
  return {
    file,
    problems: db
      .prepare('select page, stage, code, detail from problems where file_id = ? order by page')
      .all(fileId) as Row[],
    documents: documents.map((row) => ({ document: row, records: recordsOf(db, String(row.id)) })),
  };
}

function recordsOf(db: Database, documentId: string): Record<string, Row[]> {
  const records: Record<string, Row[]> = {};
  for (const table of RECORD_TABLES) {
    const rows = db
      .prepare(
        `select t.*, e.page, e.text as quote, e.legibility from ${table} t join evidence e on e.id = t.evidence_id
         where t.document_id = ? order by e.page, e.start, t.id`,
      )
      .all(documentId) as Row[];
    if (rows.length > 0) records[table] = rows;
  }
  const relations = db
    .prepare('select kind, statement, holds, difference from relations where document_id = ? order by id')
    .all(documentId) as Row[];
  if (relations.length > 0) records.relations = relations;
  return records;
}
