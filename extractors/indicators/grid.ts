import type { Cell, Page, Table } from '../../models/page.js';
import { plain } from '../acts/plain.js';
import { writesYear } from '../french/calendar.js';
import { type Figure, scanFigures } from './figures.js';

/** The figure of a cell that holds no more than a figure and its unit. */
export function soleFigure(text: string): Figure | undefined {
  const folded = plain(text).replace(/\n/g, ' ');
  const [figure, more] = scanFigures(folded).filter(({ inWords }) => !inWords);
  if (!figure || (more && more.start >= figure.end)) return undefined;
  // A nought before other figures opens a code.
  if (writesYear(folded.trim()) || /^\s*0\d/.test(folded)) return undefined;
  const rest = (folded.slice(0, figure.start) + folded.slice(figure.end)).replace(/[\s*()]/g, '');
  return /^(?:[+-]|%|etp|h|heures?|jours?|pers\.?|personnes?|jeunes?|pts?)?$/.test(rest) ? figure : undefined;
}

/** A table by row and column, spans resolved. */
export class Grid {
  readonly headRows: number;
  readonly headCols: number;
  readonly #cells = new Map<string, Cell>();

  /** `above` is the table that this one goes on from: its heads hold here too. */
  constructor(
    readonly page: Page,
    readonly table: Table,
    readonly above?: Grid,
  ) {
    for (const cell of table.cells) {
      for (let row = cell.row; row < cell.row + Math.max(1, cell.rowSpan); row += 1) {
        for (let col = cell.col; col < cell.col + Math.max(1, cell.colSpan); col += 1)
          this.#cells.set(`${row} ${col}`, cell);
      }
    }
    this.headRows = table.headRows;
    while (!above && this.headRows < table.rows && this.headRows < 3 && !this.#hasFigure(this.headRows))
      this.headRows += 1;
    if (this.headRows === table.rows) this.headRows = table.headRows;
    this.headCols = Math.max(table.headCols, this.#firstColumnIsWords() ? 1 : 0, this.#columnsOfWords());
  }

  /** A last row alone on the next page has lost the cells that its label spans: its figures stand under the last heads. */
  get #shift(): number {
    return this.above ? this.above.table.cols - this.table.cols : 0;
  }

  /** The cell whose top left corner stands at (row, col). */
  at(row: number, col: number): Cell | undefined {
    const cell = this.#cells.get(`${row} ${col}`);
    return cell && cell.row === row && cell.col === col ? cell : undefined;
  }

  text(row: number, col: number): string {
    const cell = this.#cells.get(`${row} ${col}`);
    return cell ? this.page.text.slice(cell.start, cell.end).replace(/\s+/g, ' ').trim() : '';
  }

  /** What stands over a column, from the top: a head over several columns holds for each of them. */
  headParts(col: number): string[] {
    if (this.headRows === 0 && this.above) return this.above.headParts(col + this.#shift);
    const parts = unique(
      Array.from({ length: this.headRows }, (_, row) => this.text(row, col) || this.#spanning(row, col)),
    );
    if (parts.length > 0 || col < this.headCols) return parts;
    // What stands at the head of its second page may be the end of a row of the first.
    return this.above ? this.above.headParts(col) : this.#beside(col);
  }

  /** Heads set to the left over figures set to the right may fall into a column of their own: the head without figures beside. */
  #beside(col: number): string[] {
    for (const next of [col - 1, col + 1]) {
      if (next < this.headCols || next >= this.table.cols || this.headRows === 0) continue;
      const head = unique(Array.from({ length: this.headRows }, (_, row) => this.text(row, next)));
      const body = Array.from({ length: this.table.rows - this.headRows }, (_, row) =>
        this.text(this.headRows + row, next),
      );
      if (head.length > 0 && body.every((text) => text === '')) return head;
    }
    return [];
  }

  head(col: number): string {
    return this.headParts(col).join(' – ');
  }

  /** The head to the left that reaches over `col`: there is a head below it here, and no other begins above in between. */
  #spanning(row: number, col: number): string {
    const below = Array.from({ length: this.headRows - row - 1 }, (_, rank) => this.text(row + 1 + rank, col));
    if (below.every((text) => text === '')) return '';
    for (let left = col - 1; left >= 1; left -= 1) {
      for (let over = 0; over < row; over += 1) if (this.text(over, left + 1) !== '') return '';
      const text = this.text(row, left);
      if (text !== '') return text;
    }
    return '';
  }

  /** The words at the left of a row; of a table in two halves, those nearest before `col`. */
  label(row: number, col = 0): string {
    for (let near = col - 1; near >= this.headCols; near -= 1) {
      const text = this.text(row, near);
      if (this.#isWords(near) && /\p{L}{2}/u.test(text)) return text;
    }
    const parts = unique(Array.from({ length: this.headCols }, (_, col) => this.text(row, col)));
    // A code beside a name names nothing: "P104.3 – Rendement du réseau".
    const named = parts.filter((part) => /\p{L}{2}|^(?:19|20)\d\d$/u.test(part));
    return (named.length > 0 ? named : parts).join(' – ');
  }

  get headText(): string {
    return plain(Array.from({ length: this.table.cols }, (_, col) => this.head(col)).join(' '));
  }

  someCell(holds: (cell: Cell) => boolean): boolean {
    return this.table.cells.some(holds);
  }

  #hasFigure(row: number): boolean {
    return Array.from({ length: this.table.cols }, (_, col) => this.text(row, col)).some(
      (text) => soleFigure(text) !== undefined || /\d\s?(?:€|%)/.test(text),
    );
  }

  /** How many columns at the left hold words only, where figures follow. */
  #columnsOfWords(): number {
    const rows = Array.from({ length: this.table.rows - this.headRows }, (_, rank) => this.headRows + rank);
    let columns = 0;
    while (columns + 1 < this.table.cols) {
      const texts = rows.map((row) => this.text(row, columns)).filter((text) => text !== '');
      if (texts.length === 0 || texts.some((text) => /^\W*\d/.test(text))) break;
      columns += 1;
    }
    return columns;
  }

  /** Whether a column holds words, and not a figure in its body. */
  #isWords(col: number): boolean {
    const texts = Array.from({ length: this.table.rows - this.headRows }, (_, rank) =>
      this.text(this.headRows + rank, col),
    ).filter((text) => text !== '');
    return texts.length > 1 && texts.every((text) => /\p{L}{2}/u.test(text) && !/^\W*\d/.test(text));
  }

  #firstColumnIsWords(): boolean {
    let words = 0;
    let filled = 0;
    for (let row = this.headRows; row < this.table.rows; row += 1) {
      const text = this.text(row, 0);
      if (text === '') continue;
      filled += 1;
      if (soleFigure(text) === undefined) words += 1;
    }
    return filled > 0 && words >= filled / 2;
  }
}

/** The table on the page before that `table` goes on from. */
export function gridOf(pages: readonly Page[], page: Page, table: Table): Grid {
  const before = pages.find(({ number }) => number === page.number - 1);
  const last = before?.tables.at(-1);
  const first = page.tables[0] === table;
  const sameColumns = last !== undefined && last.cols === table.cols && (table.continued || table.headRows === 0);
  const lastRow =
    last !== undefined && last.cols > table.cols && table.rows === 1 && table.headRows === 0 && opensPage(page, table);
  const goesOn = first && last !== undefined && (sameColumns || lastRow);
  return goesOn ? new Grid(page, table, gridOf(pages, before!, last)) : new Grid(page, table);
}

const opensPage = (page: Page, table: Table): boolean =>
  page.text.slice(0, table.start).trim() === '' &&
  /^\s*(?:sous[- ])?(?:total|ensemble)/i.test(page.text.slice(table.start));

const unique = (parts: readonly string[]): string[] => [...new Set(parts.filter((part) => part !== ''))];

/** The label (plain) of a row that adds up others. */
export const TOTAL_ROW = /^\s*(?:sous[- ])?(?:total|totaux|ensemble)\b/;
