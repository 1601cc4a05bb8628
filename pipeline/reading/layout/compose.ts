import { union } from '../../../models/geometry.js';
import type { Block, Cell, KeyFigure, Line, Page, Stretch, Table, Word } from '../../../models/page.js';
import type { Sheet } from '../sheet.js';
import { boxOf, type Draft, type FigureDraft, type TableDraft, type TextDraft } from './draft.js';
import type { TextLine } from './lines.js';

/** Lines further apart than this many times their type are blocks of their own in the text. */
const APART = 1.75;

/** Writes the page's text from its blocks in reading order, and notes where everything stands. */
export function compose(sheet: Sheet, drafts: readonly Draft[]): Page {
  const writer = new PageWriter();
  let before: Draft | undefined;
  for (const draft of drafts) {
    if (before) writer.put(isClose(before, draft) ? '\n' : '\n\n');
    if (draft.kind === 'table') writer.table(draft);
    else if (draft.kind === 'key-figure') writer.figure(draft);
    else writer.block(draft);
    before = draft;
  }
  const { number, width, height, rotation, readBy, legibility, ocrReason } = sheet;
  return {
    number,
    width,
    height,
    rotation,
    readBy,
    legibility,
    ...(ocrReason === undefined ? {} : { ocrReason }),
    text: writer.text,
    words: writer.words,
    lines: writer.lines,
    blocks: writer.blocks,
    tables: writer.tables,
    keyFigures: writer.keyFigures,
  };
}

/** Items of a list and the lines round them stand as close in the text as on the page. */
function isClose(before: Draft, after: Draft): boolean {
  if (before.kind === 'table' || after.kind === 'table') return false;
  if (before.kind === 'key-figure' || after.kind === 'key-figure') return false;
  const last = before.lines.at(-1)!;
  const first = after.lines[0]!;
  const step = first.baseline - last.baseline;
  return step > 0 && step < Math.max(last.size, first.size) * APART;
}

class PageWriter {
  readonly #parts: string[] = [];
  #length = 0;
  readonly words: Word[] = [];
  readonly lines: Line[] = [];
  readonly blocks: Block[] = [];
  readonly tables: Table[] = [];
  readonly keyFigures: KeyFigure[] = [];

  get text(): string {
    return this.#parts.join('');
  }

  put(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  block({ kind, level, lines }: TextDraft): void {
    const start = this.#length;
    const firstLine = this.lines.length;
    this.#lines(lines);
    this.blocks.push({
      kind,
      start,
      end: this.#length,
      box: union(lines.map(({ box }) => box)),
      firstLine,
      lastLine: this.lines.length,
      ...(level === undefined ? {} : { level }),
    });
  }

  figure(draft: FigureDraft): void {
    const start = this.#length;
    const firstLine = this.lines.length;
    this.#lines(draft.lines);
    const lines = this.lines.slice(firstLine);
    const own = lines[draft.figureLine]!;
    const figure: Stretch = { start: own.start, end: this.words[own.firstWord + draft.figureWords - 1]!.end };
    const rest: Stretch[] =
      draft.figureWords < own.lastWord - own.firstWord ? [{ start: figure.end + 1, end: own.end }] : [];
    const caption = lines.flatMap((line) => (line === own ? rest : [{ start: line.start, end: line.end }]));
    const box = boxOf(draft);
    this.blocks.push({
      kind: 'key-figure',
      start,
      end: this.#length,
      box,
      firstLine,
      lastLine: this.lines.length,
      index: this.keyFigures.length,
    });
    this.keyFigures.push({ figure, caption, box });
  }

  table(draft: TableDraft): void {
    const start = this.#length;
    const firstLine = this.lines.length;
    const cells: Cell[] = [];
    let row = -1;
    let col = 0;
    for (const cell of draft.cells) {
      if (cell.row !== row) {
        if (row >= 0) this.put('\n');
        row = cell.row;
        col = 0;
      }
      // An empty place leaves its tab, so that each column keeps its rank in the row.
      this.put('\t'.repeat(Math.max(0, cell.col - col)));
      col = cell.col;
      const from = this.#length;
      this.#lines(cell.lines);
      const { rowSpan, colSpan, box } = cell;
      cells.push({ start: from, end: this.#length, row, col, rowSpan, colSpan, box });
    }
    const { box, rows, cols, headRows, headCols, continued } = draft;
    const place = { start, end: this.#length, box };
    this.blocks.push({ kind: 'table', ...place, firstLine, lastLine: this.lines.length, index: this.tables.length });
    this.tables.push({ ...place, number: this.tables.length + 1, rows, cols, headRows, headCols, cells, continued });
  }

  #lines(lines: readonly TextLine[]): void {
    lines.forEach((line, index) => {
      if (index > 0) this.put('\n');
      const start = this.#length;
      const firstWord = this.words.length;
      for (const { text, box, confidence, size, bold, italic, mendedFrom, rest } of line.words) {
        if (this.words.length > firstWord) this.put(' ');
        this.words.push({
          start: this.#length,
          end: this.#length + text.length,
          box,
          confidence,
          size,
          bold,
          italic,
          ...(mendedFrom === undefined ? {} : { mendedFrom }),
          ...(rest === undefined ? {} : { rest }),
        });
        this.put(text);
      }
      this.lines.push({ start, end: this.#length, box: line.box, firstWord, lastWord: this.words.length });
    });
  }
}
