import PDFDocument from 'pdfkit';
import { FACES, type Face, fontFile } from './faces.js';
import { type Text, type WordToSet, words } from './text.js';
import { emptyTruth, type TrueDocument, type Truth } from './truth.js';

const A4 = { width: 595.28, height: 841.89 };

export interface Style {
  face?: Face | undefined;
  size?: number;
  bold?: boolean;
  colour?: string;
  align?: 'left' | 'right' | 'center' | 'justify';
  /** Height of a line, in sizes of type. */
  leading?: number;
  /** Points before and after. */
  before?: number;
  after?: number;
  /** Points from the left margin. */
  indent?: number;
}

export interface WriterOptions {
  stem: string;
  title: string;
  author: string;
  /** ISO day that the file says it was made on. */
  made: string;
  fonts?: 'embedded' | 'standard';
  face?: Face | undefined;
  size?: number;
  margin?: number;
}

export interface Made {
  readonly stem: string;
  readonly pdf: Buffer;
  readonly truth: Truth;
}

export interface Column {
  width: number;
  align?: 'left' | 'right' | 'center';
}

export interface TableStyle {
  size?: number;
  face?: Face | undefined;
  /** Lines round every cell, or under rows only. */
  rules?: 'all' | 'rows';
  headFill?: string;
  headColour?: string;
  zebra?: string;
  /** The last row is a total, set bold. */
  total?: boolean;
}

type Line = { words: WordToSet[]; width: number; last: boolean };

/** Sets pages from top to bottom and keeps the truth of what it sets. */
export class Writer {
  readonly truth: Truth;
  readonly margin: number;
  readonly width = A4.width;
  readonly height = A4.height;
  y: number;
  page = 0;
  /** Called on each new page, to draw what runs at its head. */
  onPage: (page: number) => void = () => {};
  readonly #pdf: PDFKit.PDFDocument;
  readonly #chunks: Buffer[] = [];
  readonly #open: TrueDocument[] = [];
  readonly #registered = new Set<string>();
  readonly #options: { fonts: keyof typeof FACES; face: Face; size: number };
  #depth = 0;

  constructor(options: WriterOptions) {
    this.truth = emptyTruth(options.stem);
    this.margin = options.margin ?? 62;
    this.y = this.margin;
    this.#options = { fonts: options.fonts ?? 'embedded', face: options.face ?? 'serif', size: options.size ?? 10 };
    const made = new Date(`${options.made}T08:00:00Z`);
    this.#pdf = new PDFDocument({
      size: [this.width, this.height],
      margin: 0,
      bufferPages: true,
      autoFirstPage: false,
      info: { Title: options.title, Author: options.author, CreationDate: made, ModDate: made },
    });
    this.#pdf.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
  }

  get left(): number {
    return this.margin;
  }

  get measure(): number {
    return this.width - 2 * this.margin;
  }

  /** Begins an act: it runs from the next words set to the last ones before it is closed. */
  openAct(
    facts: Pick<TrueDocument, 'kind'> & Partial<Omit<TrueDocument, 'n' | 'first_page' | 'last_page' | 'parent'>>,
  ): void {
    const act: TrueDocument = {
      n: this.truth.documents.length + 1,
      reference: null,
      date: null,
      issuer: null,
      subject: null,
      ...facts,
      first_page: 0,
      last_page: 0,
      parent: this.#open.at(-1)?.n ?? null,
    };
    this.truth.documents.push(act);
    this.#open.push(act);
  }

  closeAct(): void {
    this.#open.pop();
  }

  newPage(): void {
    this.#pdf.addPage({ size: [this.width, this.height], margin: 0 });
    this.page += 1;
    this.y = this.margin;
    this.onPage(this.page);
  }

  /** Turns the page unless `height` points are left above the foot. */
  need(height: number): void {
    if (this.page === 0 || this.y + height > this.height - this.margin - 14) this.newPage();
  }

  space(points: number): void {
    this.y += points;
  }

  paragraph(text: Text, style: Style = {}): void {
    const size = style.size ?? this.#options.size;
    const leading = size * (style.leading ?? 1.35);
    const x = this.left + (style.indent ?? 0);
    const width = this.measure - (style.indent ?? 0);
    this.y += style.before ?? 0;
    const lines = this.#break(text, width, size, style);
    if (lines.length > 1) this.need(leading * 2);
    for (const line of lines) {
      this.need(leading);
      this.#set(line, x, this.y, width, size, style);
      this.y += leading;
    }
    this.y += style.after ?? size * 0.5;
  }

  /** Sets text in a column at a place of the page, beside the flow; answers the y under it. */
  at(x: number, y: number, width: number, text: Text, style: Style = {}): number {
    if (this.page === 0) this.newPage();
    const size = style.size ?? this.#options.size;
    let bottom = y;
    for (const line of this.#break(text, width, size, style)) {
      this.#set(line, x, bottom, width, size, style);
      bottom += size * (style.leading ?? 1.35);
    }
    return bottom;
  }

  rect(x: number, y: number, width: number, height: number, fill?: string, stroke?: string): void {
    if (this.page === 0) this.newPage();
    this.#pdf.rect(x, y, width, height);
    if (fill && stroke) this.#pdf.lineWidth(0.6).fillAndStroke(fill, stroke);
    else if (fill) this.#pdf.fill(fill);
    else this.#pdf.lineWidth(0.6).stroke(stroke ?? '#000000');
  }

  line(x0: number, y0: number, x1: number, y1: number, colour = '#000000', width = 0.6): void {
    this.#pdf.moveTo(x0, y0).lineTo(x1, y1).lineWidth(width).stroke(colour);
  }

  /** A table; `head` rows come again on each page it runs to. */
  table(
    columns: readonly Column[],
    head: readonly Text[][],
    rows: readonly (readonly Text[])[],
    style: TableStyle = {},
  ): void {
    const size = style.size ?? this.#options.size - 1;
    const leading = size * 1.25;
    const pad = 3.5;
    const x0 = this.left;
    const rules = style.rules ?? 'all';
    const total = columns.reduce((sum, { width }) => sum + width, 0);
    const setRow = (cells: readonly Text[], kind: 'head' | 'body' | 'total', index: number): void => {
      const type: Style = { size, face: style.face, leading: 1.25, bold: kind !== 'body' };
      if (kind === 'head' && style.headColour) type.colour = style.headColour;
      const broken = cells.map((cell, i) => this.#break(cell, columns[i]!.width - 2 * pad, size, type));
      const height = Math.max(1, ...broken.map((lines) => lines.length)) * leading + 2 * pad;
      if (kind !== 'head' && this.y + height > this.height - this.margin - 14) {
        this.newPage();
        for (const row of head) setRow(row, 'head', 0);
      }
      const fill = kind === 'head' ? style.headFill : index % 2 === 1 ? style.zebra : undefined;
      if (fill) this.rect(x0, this.y, total, height, fill);
      let x = x0;
      broken.forEach((lines, i) => {
        const column = columns[i]!;
        lines.forEach((line, n) => {
          this.#set(line, x + pad, this.y + pad + n * leading, column.width - 2 * pad, size, {
            ...type,
            align: kind === 'head' && i > 0 ? 'center' : (column.align ?? 'left'),
          });
        });
        if (rules === 'all') this.rect(x, this.y, column.width, height, undefined, '#444444');
        x += column.width;
      });
      if (rules === 'rows') this.line(x0, this.y + height, x0 + total, this.y + height, '#888888', 0.5);
      this.y += height;
    };
    this.need(leading * 4);
    for (const row of head) setRow(row, 'head', 0);
    rows.forEach((row, i) => {
      setRow(row, style.total && i === rows.length - 1 ? 'total' : 'body', i);
    });
    this.y += 10;
  }

  /** Ends the file. `foot` is drawn on each page, knowing how many there are; what it marks is noted once. */
  async finish(foot?: (page: number, pages: number) => void): Promise<Made> {
    const pages = this.page;
    for (let i = 0; foot && i < pages; i += 1) {
      this.#pdf.switchToPage(i);
      this.page = i + 1;
      foot(i + 1, pages);
    }
    const ended = new Promise<void>((resolve) => this.#pdf.on('end', () => resolve()));
    this.#pdf.end();
    await ended;
    return { stem: this.truth.stem, pdf: Buffer.concat(this.#chunks), truth: this.truth };
  }

  /** Draws what runs on every page: marked words are noted on the first page alone, and belong to the first act. */
  running(draw: () => void): void {
    this.#depth += 1;
    draw();
    this.#depth -= 1;
  }

  #font(face: Face | undefined, bold: boolean, size: number): PDFKit.PDFDocument {
    const name = FACES[this.#options.fonts][face ?? this.#options.face][bold ? 1 : 0];
    if (this.#options.fonts === 'embedded' && !this.#registered.has(name)) {
      this.#pdf.registerFont(name, fontFile(name));
      this.#registered.add(name);
    }
    return this.#pdf.font(name, size);
  }

  #wordWidth(word: WordToSet, size: number, style: Style): number {
    let width = 0;
    for (const part of word.parts) width += this.#font(style.face, part.bold, size).widthOfString(part.text);
    return width;
  }

  #break(text: Text, width: number, size: number, style: Style): Line[] {
    const lines: Line[] = [];
    let line: Line = { words: [], width: 0, last: false };
    const space = this.#font(style.face, style.bold ?? false, size).widthOfString(' ');
    const end = (last: boolean): void => {
      line.last = last;
      if (line.words.length > 0 || last) lines.push(line);
      line = { words: [], width: 0, last: false };
    };
    for (const word of words(text, style.bold ?? false)) {
      if (!word) {
        end(true);
        continue;
      }
      const wide = this.#wordWidth(word, size, style);
      if (line.words.length > 0 && line.width + space + wide > width) end(false);
      line.width += (line.words.length > 0 ? space : 0) + wide;
      line.words.push(word);
    }
    if (line.words.length > 0) end(true);
    return lines;
  }

  #set(line: Line, x: number, y: number, width: number, size: number, style: Style): void {
    if (this.page === 0) this.newPage();
    const spare = Math.max(0, width - line.width);
    const align = style.align ?? 'left';
    let at = x + (align === 'right' ? spare : align === 'center' ? spare / 2 : 0);
    const gaps = line.words.reduce(
      (sum, { parts }) => sum + parts.reduce((n, { text }) => n + text.split(' ').length - 1, 1),
      -1,
    );
    const stretch = align === 'justify' && !line.last && gaps > 0 ? spare / gaps : 0;
    this.#pdf.fillColor(style.colour ?? '#000000');
    const runs: { text: string; bold: boolean; space: boolean }[] = [];
    line.words.forEach((word, i) => {
      word.parts.forEach((part, n) => {
        const space = i > 0 && n === 0;
        const last = runs.at(-1);
        if (last?.bold === part.bold) last.text += (space ? ' ' : '') + part.text;
        else runs.push({ ...part, space });
      });
    });
    const gap = this.#font(style.face, style.bold ?? false, size).widthOfString(' ') + stretch;
    for (const { text, bold, space } of runs) {
      const font = this.#font(style.face, bold, size);
      if (space) at += gap;
      font.text(text, at, y, { lineBreak: false, wordSpacing: stretch });
      at += font.widthOfString(text) + stretch * (text.split(' ').length - 1);
    }
    this.#note(line);
  }

  #note(line: Line): void {
    const act = this.#open.at(-1);
    if (this.#depth > 0) {
      if (this.page > 1) return;
    } else {
      for (const open of this.#open) {
        open.first_page ||= this.page;
        open.last_page = this.page;
      }
    }
    for (const word of line.words) {
      for (const note of word.notes) note(this.truth, { page: this.page, doc: act?.n ?? 1 });
    }
  }
}
