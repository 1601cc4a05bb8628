import { Decimal } from 'decimal.js';
import { type Evidence, evidenceAt, type Span } from '../../models/evidence.js';
import type { Page } from '../../models/page.js';
import type { DocumentRecords, FileRecords, Stated } from '../../models/records.js';
import { contentId, pageRowid } from './ids.js';

export type Value = string | number | bigint | null;
export type Row = Readonly<Record<string, Value>>;

/** The tables that hold what was read in a file, in the order in which they are written. */
export const FILE_TABLES = [
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
  'mentions',
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
  readonly tables: Readonly<Record<FileTable, readonly Row[]>>;
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
  for (const document of documents) documentRows(tables, file.id, document, sheets);
  return {
    file: { ...file, pages: pages.length === 0 ? null : pages.length, status },
    tables,
    problems: problems.map(({ page, stage, code, detail }) => ({ page: page ?? null, stage, code, detail })),
  };
}

function documentRows(
  tables: Record<FileTable, Row[]>,
  fileId: string,
  records: DocumentRecords,
  sheets: ReadonlyMap<number, PageInCodePoints>,
): void {
  const { outline, heading } = records;
  const id = `${fileId}-${outline.ordinal}`;
  const readBy = new Set<string>();
  for (let n = outline.first.page; n <= outline.last.page; n += 1) {
    const sheet = sheets.get(n);
    if (sheet) readBy.add(sheet.page.readBy);
  }
  tables.documents.push({
    id,
    file_id: fileId,
    ordinal: outline.ordinal,
    kind: outline.kind,
    kind_confidence: round(outline.confidence),
    first_page: outline.first.page,
    first_offset: sheets.get(outline.first.page)?.offset(outline.first.offset) ?? 0,
    last_page: outline.last.page,
    last_offset: sheets.get(outline.last.page)?.offset(outline.last.offset) ?? 0,
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

  const known = new Map<string, Evidence>();
  const seen = new Map<string, number>();
  const evidence = (span: Span, extractor: string): { id: string; quote: string } => {
    const evidenceId = contentId(id, span.page, span.start, span.end, extractor);
    let found = known.get(evidenceId);
    if (!found) {
      const sheet = sheets.get(span.page);
      if (!sheet) throw new Error(`${extractor} points at page ${span.page}, which ${id} does not have`);
      found = evidenceAt(sheet.page, span);
      known.set(evidenceId, found);
      tables.evidence.push({
        id: evidenceId,
        document_id: id,
        page: span.page,
        start: sheet.offset(span.start),
        end: sheet.offset(span.end),
        text: found.text,
        boxes: JSON.stringify(found.boxes.map((box) => box.map(round))),
        legibility: round(found.legibility),
        extractor,
      });
    }
    return { id: evidenceId, quote: found.text };
  };
  /** The columns that every record has; two records of a table may share their evidence. */
  const stated = (table: FileTable, record: Stated): { id: string; document_id: string; evidence_id: string } => {
    const { id: evidenceId } = evidence(record.span, record.extractor);
    const key = `${table} ${evidenceId}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return { id: contentId(table, evidenceId, nth), document_id: id, evidence_id: evidenceId };
  };
  const quote = (record: Stated): string => evidence(record.span, record.extractor).quote;

  for (const amount of records.amounts) {
    tables.amounts.push({
      ...stated('amounts', amount),
      raw: quote(amount),
      value: amount.value,
      cents: cents(amount.value),
      currency: amount.currency,
      approximation: amount.approximation,
      tax: amount.tax ?? null,
      nature: amount.nature,
      payer_id: null,
      payer: amount.payer ?? null,
      beneficiary_id: null,
      beneficiary: amount.beneficiary ?? null,
      purpose: amount.purpose ?? null,
      fiscal_year: amount.fiscalYear ?? null,
      chapter: amount.chapter ?? null,
      account: amount.account ?? null,
      function: amount.function ?? null,
      operation: amount.operation ?? null,
      in_table: flag(amount.inTable),
      suggested_value: amount.suggestedValue ?? null,
      suggestion_reason: amount.suggestionReason ?? null,
      in_words: amount.inWords ?? null,
    });
  }
  for (const date of records.dates) {
    tables.dates.push({
      ...stated('dates', date),
      raw: quote(date),
      value: date.value,
      end_value: date.endValue ?? null,
      precision: date.precision,
      role: date.role,
      certainty: date.certainty,
      weekday: date.weekday ?? null,
    });
  }
  for (const party of records.parties) {
    tables.parties.push({
      ...stated('parties', party),
      entity_id: '',
      name: party.name,
      role: party.role,
      designation: party.designation ?? null,
      legal_form: party.legalForm ?? null,
      address: party.address ?? null,
      represented_by: party.representedBy ?? null,
      representative_title: party.representativeTitle ?? null,
      kind: party.kind,
      siren: party.siren ?? null,
      siret: party.siret ?? null,
      rna: party.rna ?? null,
      aliases: JSON.stringify(party.aliases ?? []),
    });
  }
  for (const citation of records.citations) {
    tables.citations.push({
      ...stated('citations', citation),
      raw: quote(citation),
      kind: citation.kind,
      number: citation.number ?? null,
      date: citation.date ?? null,
      target_document_id: null,
    });
  }
  for (const session of records.sessions) {
    tables.sessions.push({
      ...stated('sessions', session),
      body: session.body ?? null,
      date: session.date ?? null,
      place: session.place ?? null,
      president: session.president ?? null,
      secretary: session.secretary ?? null,
      members_in_office: session.membersInOffice ?? null,
      present: session.present ?? null,
      represented: session.represented ?? null,
      voters: session.voters ?? null,
    });
  }
  for (const vote of records.votes) {
    tables.votes.push({
      ...stated('votes', vote),
      outcome: vote.outcome,
      unanimous: vote.unanimous === undefined ? null : flag(vote.unanimous),
      votes_for: vote.votesFor ?? null,
      votes_against: vote.votesAgainst ?? null,
      abstentions: vote.abstentions ?? null,
      voters: vote.voters ?? null,
    });
  }
  for (const attendance of records.attendances) {
    tables.attendances.push({
      ...stated('attendances', attendance),
      name: attendance.name,
      title: attendance.title ?? null,
      status: attendance.status,
      proxy_to: attendance.proxyTo ?? null,
    });
  }
  for (const identifier of records.identifiers) {
    tables.identifiers.push({
      ...stated('identifiers', identifier),
      kind: identifier.kind,
      value: identifier.value,
      raw: quote(identifier),
      valid: identifier.valid === undefined ? null : flag(identifier.valid),
      entity_id: null,
      owner: identifier.owner ?? null,
    });
  }
  const indicatorIds = records.indicators.map((indicator) => stated('indicators', indicator));
  records.indicators.forEach((indicator, index) => {
    tables.indicators.push({
      ...indicatorIds[index]!,
      raw: quote(indicator),
      value: indicator.value,
      value_max: indicator.valueMax ?? null,
      unit: indicator.unit ?? null,
      label: indicator.label,
      period: indicator.period ?? null,
      qualifier: indicator.qualifier,
      approximation: indicator.approximation,
      delta: indicator.delta ?? null,
      delta_base: indicator.deltaBase ?? null,
      key: indicator.key ?? null,
      parent_id: indicator.parent === undefined ? null : (indicatorIds[indicator.parent]?.id ?? null),
      in_table: flag(indicator.inTable),
    });
  });
  for (const cell of records.cells) {
    tables.table_cells.push({
      document_id: id,
      page: cell.page,
      table_number: cell.table,
      row: cell.row,
      col: cell.col,
      text: cell.text,
      value: cell.value ?? null,
      evidence_id: cell.value === undefined ? null : evidence(cell.span, 'tables/cell').id,
    });
  }
  for (const mention of records.mentions ?? []) {
    const { kind, text, about } = mention;
    tables.mentions.push({ ...stated('mentions', mention), kind, text, about });
  }
  for (const relation of records.relations) {
    const terms = relation.terms.map((term) => ({ ...term, evidenceId: evidence(term.span, relation.extractor).id }));
    const relationId = contentId(id, relation.kind, relation.statement, ...terms.map(({ evidenceId }) => evidenceId));
    if (seen.has(relationId)) continue;
    seen.set(relationId, 1);
    tables.relations.push({
      id: relationId,
      document_id: id,
      kind: relation.kind,
      statement: relation.statement,
      holds: flag(relation.holds),
      expected: relation.expected,
      observed: relation.observed,
      difference: relation.difference,
      tolerance: relation.tolerance,
    });
    terms.forEach(({ role, value, evidenceId }, position) => {
      tables.relation_terms.push({ relation_id: relationId, position, role, value, evidence_id: evidenceId });
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

const flag = (value: boolean): 0 | 1 => (value ? 1 : 0);
const round = (value: number): number => Math.round(value * 1000) / 1000;
const cents = (value: string): bigint =>
  BigInt(new Decimal(value).times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_EVEN).toFixed());
