import type { Act } from '../../models/act.js';
import type { Span } from '../../models/evidence.js';
import type { Cell, Page, Table } from '../../models/page.js';
import { plain } from '../acts/plain.js';
import { writesYear } from '../french/calendar.js';
import { fold } from '../parties/name.js';

/** One cell of a row: what it says, what heads it, and where it stands on its page. */
export interface RowCell {
  readonly text: string;
  /** The heads above it, from the top. */
  readonly head: string;
  readonly col: number;
  readonly page: number;
  readonly start: number;
  readonly end: number;
}

/** The row of a table in which a sum stands. */
export interface Row {
  readonly cells: readonly RowCell[];
  /** The sum's own cell. */
  readonly own: RowCell;
  /** The heads of all columns, in one text. */
  readonly heads: string;
  /** The first cells of the table's rows, in one text: what sort of table it is. */
  readonly labels: string;
  /** The same of the column in which a cell of this row stands. */
  labelsIn(col: number): string;
  /** The cells above this row in a column, nearest first; of the table before too, where this one goes on from it. */
  above(col: number): string[];
  readonly table: Table;
  readonly page: number;
  /** The titles inside the table above this row: a row with one cell and no figure. */
  readonly section?: string;
}

/** Finds the rows of an act's tables; knows the heads of a table that goes on over pages. */
export class Rows {
  readonly #pages: readonly Page[];
  readonly #grids = new Map<Table, Grid>();

  constructor(act: Pick<Act, 'pages'>) {
    this.#pages = act.pages;
    let before: Grid | undefined;
    for (const page of act.pages) {
      for (const table of page.tables) {
        const grid = gridOf(page, table, before);
        this.#grids.set(table, grid);
        before = grid;
      }
    }
  }

  at(span: Span): Row | undefined {
    const page = this.#pages.find(({ number }) => number === span.page);
    const table = page?.tables.find(({ start, end }) => start <= span.start && span.end <= end);
    if (!page || !table) return undefined;
    const grid = this.#grids.get(table)!;
    const cell = table.cells.find(({ start, end }) => start <= span.start && span.end <= end);
    if (!cell) return undefined;
    const cells = table.cells
      .filter(({ row, rowSpan }) => row <= cell.row && cell.row < row + rowSpan)
      .sort((a, b) => a.col - b.col)
      .map((other) => rowCell(page, grid, other));
    const own = rowCell(page, grid, cell);
    return {
      cells,
      own,
      heads: grid.heads.join(' | '),
      labels: grid.labelsIn(0),
      labelsIn: grid.labelsIn,
      above: (col) => grid.above(col, cell.row),
      table,
      page: page.number,
      ...(sectionAbove(page, table, cell) ?? {}),
    };
  }
}

interface Grid {
  readonly cols: number;
  readonly heads: readonly string[];
  readonly headRows: number;
  readonly labelsIn: (col: number) => string;
  readonly above: (col: number, row: number) => string[];
}

const FIGURE = /^[+\-–−]?[\s\u00a0\u202f]*\d[\d\s\u00a0\u202f.,']*(?:€|euros?|%|k€|ht|ttc)?$/iu;
/** Whether a cell holds a figure alone. */
export const isFigure = (text: string): boolean => FIGURE.test(text.trim());

function gridOf(page: Page, table: Table, before: Grid | undefined): Grid {
  const textOf = (cell: Cell): string => fold(page.text.slice(cell.start, cell.end));
  let headRows = table.headRows;
  if (headRows === 0 && !table.continued) {
    const first = table.cells.filter(({ row }) => row === 0).map(textOf);
    if (
      first.length >= 2 &&
      first.every((text) => !isFigure(text) || writesYear(text)) &&
      table.rows > 1 &&
      headWords(first)
    )
      headRows = 1;
  }
  // A row with a sum in it heads nothing.
  for (let row = 0; row < headRows; row += 1) {
    if (table.cells.some((cell) => cell.row === row && /\d[\s\u00a0\u202f]?€/u.test(textOf(cell)))) headRows = row;
  }
  const heads: string[] = Array.from({ length: table.cols }, () => '');
  for (const cell of table.cells) {
    if (cell.row >= headRows) continue;
    for (let col = cell.col; col < cell.col + cell.colSpan && col < table.cols; col += 1)
      heads[col] = fold(`${heads[col]} ${textOf(cell)}`);
  }
  const inherits = heads.every((head) => head === '') && before !== undefined && before.cols === table.cols;
  const labelsIn = (of: number): string =>
    table.cells
      .filter(({ col, row }) => col === of && row >= headRows)
      .slice(0, 40)
      .map(textOf)
      .join(' | ');
  const goesOn = inherits || (table.continued && before !== undefined);
  const above = (of: number, until: number): string[] => [
    ...table.cells
      .filter(({ col, row }) => col === of && row >= headRows && row < until)
      .reverse()
      .map(textOf),
    ...(goesOn ? before.above(of, Number.POSITIVE_INFINITY) : []),
  ];
  return { cols: table.cols, heads: inherits ? before.heads : heads, headRows, labelsIn, above };
}

const headWords = (texts: readonly string[]): boolean =>
  /montant|subvention|association|beneficiaire|depense|recette|libelle|nature|imputation|chapitre|article|total|fonctionnement|investissement|designation|organisme|structure|objet|propos|vote|credit|bp |ttc|\bht\b|annee|20\d\d/.test(
    plain(texts.join(' ')),
  );

function rowCell(page: Page, grid: Grid, cell: Cell): RowCell {
  return {
    text: fold(page.text.slice(cell.start, cell.end)),
    head: grid.heads[cell.col] ?? '',
    col: cell.col,
    page: page.number,
    start: cell.start,
    end: cell.end,
  };
}

/** What a row of one cell says of the rows below it: words, or a year though it is a figure. */
function sectionAbove(page: Page, table: Table, cell: Cell): { section: string } | undefined {
  for (let row = cell.row - 1; row >= 0; row -= 1) {
    const cells = table.cells.filter((other) => other.row === row);
    const text = cells[0] ? fold(page.text.slice(cells[0].start, cells[0].end)) : '';
    if (cells.length === 1 && (writesYear(text) || (!isFigure(text) && /\p{L}{3}/u.test(text))))
      return { section: text };
  }
  return undefined;
}
