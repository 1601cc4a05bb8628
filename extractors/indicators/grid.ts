import type { Cell, Page, Table } from '../../models/page.js';
import { plain } from '../acts/plain.js';
import { type Figure, scanFigures } from './figures.js';

/** The figure of a cell that holds no more than a figure and its unit. */
export function soleFigure(text: string): Figure | undefined {
  const folded = plain(text).replace(/\n/g, ' ');
  const [figure, more] = scanFigures(folded).filter(({ inWords }) => !inWords);
  if (!figure || (more && more.start >= figure.end)) return undefined;
  if (/^(?:19|20)\d\d$/.test(folded.trim())) return undefined;
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
    this.headCols = Math.max(table.headCols, this.#firstColumnIsWords() ? 1 : 0);
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
    if (this.headRows === 0 && this.above) return this.above.headParts(col);
    const parts = unique(
      Array.from({ length: this.headRows }, (_, row) => this.text(row, col) || this.#spanning(row, col)),
    );
    return parts.length > 0 || col < this.headCols ? parts : this.#beside(col);
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

  label(row: number): string {
    return unique(Array.from({ length: this.headCols }, (_, col) => this.text(row, col))).join(' – ');
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
  const goesOn = first && last !== undefined && last.cols === table.cols && (table.continued || table.headRows === 0);
  return goesOn ? new Grid(page, table, gridOf(pages, before!, last)) : new Grid(page, table);
}

const unique = (parts: readonly string[]): string[] => [...new Set(parts.filter((part) => part !== ''))];
