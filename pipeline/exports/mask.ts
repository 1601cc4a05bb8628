import type { Database } from '../store/database.js';
import type { Row, Value } from '../store/rows.js';

interface Secret {
  readonly page: number;
  /** Offsets into the page's text, in code points. */
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

const DOT = '•';
/** Characters that stay legible at the end of a masked number, so that two accounts can be told apart. */
const KEPT = 3;

/**
 * Hides bank details wherever a row may show them: the identifiers, the quotes and pages they were read in, table cells,
 * messages. Letters and digits become dots but for the last three; lengths stay, so offsets stay true.
 */
export class BankMask {
  readonly #secrets = new Map<string, Secret[]>();
  readonly #patterns = new Map<string, RegExp>();
  readonly #findings = new Map<string, Set<string>>();
  readonly #pages = new Map<string, string[]>();
  readonly #page;

  constructor(db: Database) {
    const secrets = db
      .prepare(
        `select d.file_id as file, e.page, e.start, e.end, i.value from identifiers i
         join evidence e on e.id = i.evidence_id join documents d on d.id = i.document_id where i.kind in ('iban', 'rib')`,
      )
      .all() as (Secret & { file: string })[];
    for (const { file, ...secret } of secrets) {
      const known = this.#secrets.get(file);
      if (known) known.push(secret);
      else this.#secrets.set(file, [secret]);
    }
    for (const [file, of] of this.#secrets) {
      const values = new Set(of.flatMap(({ value }) => [value, ...(value.length === 27 ? [value.slice(4)] : [])]));
      const spaced = [...values].map((value) => [...value.replace(/[^\p{L}\p{N}]/gu, '')].join('[\\s.-]*'));
      this.#patterns.set(file, new RegExp(spaced.filter(Boolean).join('|'), 'giu'));
    }
    const touched = db
      .prepare(
        `select distinct fe.finding_id as finding, d.file_id as file from finding_evidence fe
         join evidence e on e.id = fe.evidence_id join documents d on d.id = e.document_id
         where d.file_id in (select d.file_id from identifiers i join documents d on d.id = i.document_id where i.kind in ('iban', 'rib'))`,
      )
      .all() as { finding: string; file: string }[];
    for (const { finding, file } of touched) {
      const files = this.#findings.get(finding);
      if (files) files.add(file);
      else this.#findings.set(finding, new Set([file]));
    }
    this.#page = db.prepare('select text from pages where file_id = ? and number = ?').pluck();
  }

  /** Files whose rows may need masking. */
  get files(): readonly string[] {
    return [...this.#secrets.keys()];
  }

  /** Findings whose words may need masking. */
  get findings(): readonly string[] {
    return [...this.#findings.keys()];
  }

  /** The row as it may leave the house; the row itself where it shows no bank details. */
  row(table: string, row: Row): Row {
    if (this.#secrets.size === 0) return row;
    const files = table === 'findings' ? [...(this.#findings.get(String(row.id)) ?? [])] : [fileOf(table, row)];
    let shown = row;
    for (const file of files) if (file !== undefined && this.#secrets.has(file)) shown = this.#mask(table, shown, file);
    return shown;
  }

  #mask(table: string, row: Row, file: string): Row {
    const shown: Record<string, Value> = {};
    for (const [column, value] of Object.entries(row)) {
      shown[column] =
        typeof value === 'string' && column !== 'id' && !column.endsWith('_id') ? this.#text(value, file) : value;
    }
    if (table === 'pages') shown.text = this.#pageText(file, Number(row.number)).join('');
    if (table === 'evidence' && this.#secrets.get(file)!.some(({ page }) => page === row.page)) {
      shown.text = this.#pageText(file, Number(row.page)).slice(Number(row.start), Number(row.end)).join('');
    }
    if (table === 'identifiers' && (row.kind === 'iban' || row.kind === 'rib')) {
      shown.value = dotted(String(row.value));
      shown.raw = dotted(String(row.raw));
    }
    if (table === 'table_cells' && this.#isPart(String(row.text), file)) {
      shown.text = dotted(String(row.text), 0);
      if (row.value !== null) shown.value = null;
    }
    return shown;
  }

  #text(text: string, file: string): string {
    return text.replace(this.#patterns.get(file)!, (found) => dotted(found));
  }

  /** The page's text masked, one element a code point. */
  #pageText(file: string, number: number): string[] {
    const key = `${file} ${number}`;
    let letters = this.#pages.get(key);
    if (!letters) {
      letters = [...String(this.#page.get(file, number) ?? '')];
      for (const { page, start, end } of this.#secrets.get(file)!) {
        if (page !== number) continue;
        letters.splice(start, end - start, ...dotted(letters.slice(start, end).join('')));
      }
      letters = [...this.#text(letters.join(''), file)];
      if (this.#pages.size > 50) this.#pages.clear();
      this.#pages.set(key, letters);
    }
    return letters;
  }

  /** A cell of a bank form: bank, branch, account. */
  #isPart(text: string, file: string): boolean {
    const part = text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
    return part.length >= 5 && this.#secrets.get(file)!.some(({ value }) => value.toUpperCase().includes(part));
  }
}

function fileOf(table: string, row: Row): string | undefined {
  if (table === 'files') return undefined;
  if (typeof row.file_id === 'string') return row.file_id;
  const document = row.document_id;
  return typeof document === 'string' ? document.slice(0, document.lastIndexOf('-')) : undefined;
}

function dotted(text: string, kept = KEPT): string {
  const letters = [...text];
  let left = letters.filter((letter) => /[\p{L}\p{N}]/u.test(letter)).length;
  return letters.map((letter) => (/[\p{L}\p{N}]/u.test(letter) && left-- > kept ? DOT : letter)).join('');
}
