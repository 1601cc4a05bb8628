import { nameKey } from '../../extractors/entities/name.js';
import { evidenceAt, type Span } from '../../models/evidence.js';
import type { Page } from '../../models/page.js';
import type { DocumentRecords, FileRecords, Relation, Stated } from '../../models/records.js';
import { actKeysOf } from './act-keys.js';
import { COLUMNS, flag, indicatorColumns, QUOTING, round, SIMPLE_TABLES, type SimpleTable } from './columns.js';
import { entityId, idWithin, pageRowid } from './ids.js';
import { type NameRows, namesOf } from './names.js';

export type Value = string | number | bigint | null;
export type Row = Readonly<Record<string, Value>>;

/** Rows of one table as they go from a thread to the writer: the columns' names once, and each row's values in their order. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

const tableOf = (rows: readonly Row[]): Table => ({
  columns: Object.keys(rows[0] ?? {}),
  rows: rows.map((row) => Object.values(row)),
});

/** The values of one column. */
export const valuesOf = ({ columns, rows }: Table, column: string): Value[] => {
  const at = columns.indexOf(column);
  return rows.map((row) => row[at]!);
};

/** The tables that hold what was read in a file, in the order in which they are written. */
export const FILE_TABLES = [
  'entities',
  'pages',
  'documents',
  'evidence',
  'amounts',
  'dates',
  'parties',
  'citations',
  'sessions',
  'votes',
  'attendances',
  'identifiers',
  'indicators',
  'table_cells',
  'relations',
  'relation_terms',
  'clauses',
  'mentions',
  'act_keys',
  'citation_keys',
] as const;
export type FileTable = (typeof FILE_TABLES)[number];

export interface ProblemRow {
  readonly page: number | null;
  readonly stage: string;
  readonly code: string;
  readonly detail: string;
}

/** A file's records as rows, ready to be written: what a worker hands to the one writer. */
export interface FileRows {
  readonly file: {
    readonly id: string;
    readonly sha256: string;
    readonly name: string;
    readonly uri: string;
    readonly bytes: number;
    readonly pages: number | null;
    readonly status: FileRecords['status'];
  };
  readonly tables: Readonly<Record<FileTable, Table>>;
  /** The bodies and people that those rows name. */
  readonly names: readonly NameRows[];
  readonly problems: readonly ProblemRow[];
}

/** Derives from records all that the database holds of them: ids, quotes, boxes, legibility, cents. */
export function toRows({ file, status, pages, documents, problems }: FileRecords): FileRows {
  const tables = Object.fromEntries(FILE_TABLES.map((table) => [table, [] as Row[]])) as Record<FileTable, Row[]>;
  const sheets = new Map(pages.map((page) => [page.number, new PageInCodePoints(page)]));
  for (const page of pages) {
    tables.pages.push({
      file_id: file.id,
      number: page.number,
      width: round(page.width),
      height: round(page.height),
      rotation: page.rotation,
      read_by: page.readBy,
      legibility: round(page.legibility),
      ocr_reason: page.ocrReason ?? null,
      text: page.text,
      id: pageRowid(file.sha256, page.number),
    });
  }
  for (const document of documents) new ActRows(tables, file.id, document, sheets).write(file.id);
  Object.assign(tables, actKeysOf(tables.documents, tables.citations));
  return {
    file: { ...file, pages: pages.length === 0 ? null : pages.length, status },
    tables: Object.fromEntries(FILE_TABLES.map((table) => [table, tableOf(tables[table])])) as Record<FileTable, Table>,
    names: namesOf(tables),
    problems: problems.map(({ page, stage, code, detail }) => ({ page: page ?? null, stage, code, detail })),
  };
}

/** The rows of a file of which nothing could be had but the reason. */
export const quarantined = (file: FileRecords['file'], reason: FileRecords['problems'][number]): FileRows =>
  toRows({ file, status: 'quarantined', pages: [], documents: [], problems: [reason] });

/** The rows of one act, its evidence first: each record points at a row of `evidence`. */
class ActRows {
  readonly #id: string;
  readonly #known = new Map<string, { readonly id: string; readonly quote: string }>();
  /** How often a table, evidence pair was met: two records of a table may share their evidence. */
  readonly #met = new Map<string, number>();

  constructor(
    readonly tables: Record<FileTable, Row[]>,
    fileId: string,
    readonly records: DocumentRecords,
    readonly pages: ReadonlyMap<number, PageInCodePoints>,
  ) {
    this.#id = `${fileId}-${records.outline.ordinal}`;
  }

  write(fileId: string): void {
    this.#document(fileId);
    for (const table of SIMPLE_TABLES) {
      for (const record of this.records[table]) this.tables[table].push(this.#simple(table, record));
    }
    this.#entities();
    this.#indicators();
    this.#cells();
    for (const mention of this.records.mentions ?? []) {
      const { kind, text, about } = mention;
      this.tables.mentions.push({ ...this.#stated('mentions', mention), kind, text, about });
    }
    for (const relation of this.records.relations) this.#relation(relation);
  }

  #document(fileId: string): void {
    const { outline, heading } = this.records;
    const readBy = new Set<string>();
    for (let number = outline.first.page; number <= outline.last.page; number += 1) {
      const page = this.pages.get(number)?.page;
      if (page) readBy.add(page.readBy);
    }
    this.tables.documents.push({
      id: this.#id,
      file_id: fileId,
      ordinal: outline.ordinal,
      kind: outline.kind,
      kind_confidence: round(outline.confidence),
      first_page: outline.first.page,
      first_offset: this.pages.get(outline.first.page)?.offset(outline.first.offset) ?? 0,
      last_page: outline.last.page,
      last_offset: this.pages.get(outline.last.page)?.offset(outline.last.offset) ?? 0,
      title: heading.title ?? null,
      reference: heading.reference ?? null,
      issuer_id: null,
      issuer: heading.issuer ?? null,
      date: heading.date ?? null,
      year: heading.year ?? null,
      matter: heading.matter ?? null,
      parent_id: outline.parent === undefined ? null : `${fileId}-${outline.parent}`,
      parent_relation: outline.parentRelation ?? null,
      read_by: readBy.size > 1 ? 'mixed' : ([...readBy][0] ?? 'text-layer'),
      reasons: JSON.stringify(outline.reasons),
    });
  }

  #evidence(span: Span, extractor: string): { readonly id: string; readonly quote: string } {
    const place = `${span.page} ${span.start} ${span.end} ${extractor}`;
    let known = this.#known.get(place);
    if (!known) {
      const page = this.pages.get(span.page);
      if (!page) throw new Error(`${extractor} points at page ${span.page}, which ${this.#id} does not have`);
      const { text, boxes, legibility } = evidenceAt(page.page, span);
      known = { id: idWithin(this.#id, span.page, span.start, span.end, extractor), quote: text };
      this.#known.set(place, known);
      this.tables.evidence.push({
        id: known.id,
        document_id: this.#id,
        page: span.page,
        start: page.offset(span.start),
        end: page.offset(span.end),
        text,
        boxes: JSON.stringify(boxes.map((box) => box.map(round))),
        legibility: round(legibility),
        extractor,
      });
    }
    return known;
  }

  /** The columns that every record has. */
  #stated(table: FileTable, { span, extractor }: Stated): { id: string; document_id: string; evidence_id: string } {
    const { id } = this.#evidence(span, extractor);
    const pair = `${table} ${id}`;
    const nth = this.#met.get(pair) ?? 0;
    this.#met.set(pair, nth + 1);
    return { id: idWithin(this.#id, table, id, nth), document_id: this.#id, evidence_id: id };
  }

  #simple(table: SimpleTable, record: Stated): Row {
    const columns = COLUMNS[table] as (record: Stated) => Row;
    const raw = QUOTING.has(table) ? { raw: this.#evidence(record.span, record.extractor).quote } : {};
    return { ...this.#stated(table, record), ...raw, ...columns(record) };
  }

  /** An entity of its own name for each party, until all documents are seen together. */
  #entities(): void {
    const known = new Map<string, Row>();
    for (const { name, kind } of this.records.parties) {
      const id = entityId(nameKey(name));
      if (!known.has(id)) known.set(id, { id, kind, name });
    }
    this.tables.entities.push(...known.values());
  }

  #indicators(): void {
    const { indicators } = this.records;
    const stated = indicators.map((indicator) => this.#stated('indicators', indicator));
    indicators.forEach((indicator, index) => {
      this.tables.indicators.push({
        ...stated[index]!,
        raw: this.#evidence(indicator.span, indicator.extractor).quote,
        ...indicatorColumns(indicator),
        parent_id: indicator.parent === undefined ? null : (stated[indicator.parent]?.id ?? null),
      });
    });
  }

  #cells(): void {
    for (const { page, table, row, col, text, value, span } of this.records.cells) {
      this.tables.table_cells.push({
        document_id: this.#id,
        page,
        table_number: table,
        row,
        col,
        text,
        value: value ?? null,
        evidence_id: value === undefined ? null : this.#evidence(span, 'tables/cell').id,
      });
    }
  }

  #relation({ extractor, terms, holds, ...relation }: Relation): void {
    const places = terms.map((term) => this.#evidence(term.span, extractor).id);
    const id = idWithin(this.#id, relation.kind, relation.statement, ...places);
    if (this.#met.has(id)) return;
    this.#met.set(id, 1);
    const { kind, statement, expected, observed, difference, tolerance } = relation;
    this.tables.relations.push({
      id,
      document_id: this.#id,
      kind,
      statement,
      holds: flag(holds),
      expected,
      observed,
      difference,
      tolerance,
    });
    terms.forEach(({ role, value }, position) => {
      this.tables.relation_terms.push({ relation_id: id, position, role, value, evidence_id: places[position]! });
    });
  }
}

/** SQLite and Python count characters, JavaScript counts UTF-16 units: the same but for a few symbols. */
class PageInCodePoints {
  readonly #astral: readonly number[];

  constructor(readonly page: Page) {
    this.#astral = [...page.text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)].map(({ index }) => index);
  }

  offset(utf16: number): number {
    let before = 0;
    while (before < this.#astral.length && this.#astral[before]! < utf16) before += 1;
    return utf16 - before;
  }
}
