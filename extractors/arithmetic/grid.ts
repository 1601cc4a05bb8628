import type { Act } from '../../models/act.js';
import { isFurniture, type Page, type Table } from '../../models/page.js';
import { type Figure, figureOfCell } from './figures.js';
import { TOTAL } from './foots.js';
import { LOOSE, loose, tabbed } from './lines.js';

/** A table as arithmetic sees it: rows with a label, and figures in columns. What goes on over pages is one grid. */
export interface Grid {
  readonly rows: readonly GridRow[];
  /** What stands above each column, by column. */
  readonly heads: ReadonlyMap<number, string>;
  /** It counts money, though its cells need not say so. */
  readonly money: boolean;
  /** Made of lines of text where the layout saw no table: rows may be missing. */
  readonly loose: boolean;
}

export interface GridRow {
  /** The words of the row, those before its figures first. */
  readonly label: string;
  readonly figures: ReadonlyMap<number, CellFigure>;
  /** It holds words only: a heading between rows. */
  readonly heading: boolean;
}

export interface CellFigure extends Figure {
  readonly page: number;
  readonly table: number;
  readonly row: number;
  readonly col: number;
}

const MONEY =
  /€|\beuros?\b|\bmontants?\b|\bd[ée]penses?\b|\brecettes?\b|\bcharges\b|\bproduits\b|\bsubventions?\b|\bbudget|\bcr[ée]dits?\b|\bHT\b|\bTTC\b/i;

/** Each rule of arithmetic asks for the grids of the act in turn. */
const known = new WeakMap<Act, readonly Grid[]>();

/** The tables of an act, in reading order. */
export function gridsOf(act: Act): readonly Grid[] {
  let grids = known.get(act);
  if (!grids) {
    grids = readGrids(act);
    known.set(act, grids);
  }
  return grids;
}

function readGrids(act: Act): Grid[] {
  const grids: { cells: Placed[]; heads: Map<number, string>; rows: number; around: string; loose: boolean }[] = [];
  let lastTable: { page: Page; table: Table } | undefined;
  for (const page of act.pages) {
    const tables = page.tables.length > 0 ? page.tables : [...tabbed(page), ...loose(page)];
    for (const table of tables) {
      const first = table.cells[0];
      if (!first || act.passage.offsetOf(page.number, first.start) === undefined) continue;
      const last = grids.at(-1);
      const before = lastTable;
      lastTable = { page, table };
      const goesOn =
        last !== undefined &&
        !last.loose &&
        (table.continued || (before !== undefined && runsOn(before, { page, table })));
      // Aligned on their last columns, where the figures are.
      const shift = goesOn && before ? Math.max(0, before.table.cols - table.cols) : 0;
      const grid = goesOn
        ? last
        : {
            cells: [],
            heads: new Map<number, string>(),
            rows: 0,
            around: page.text.slice(Math.max(0, table.start - 160), table.start),
            loose: table.number > LOOSE,
          };
      if (!goesOn) grids.push(grid);
      for (const cell of table.cells) {
        const at = act.passage.offsetOf(page.number, cell.start);
        if (at === undefined) continue;
        const text = page.text.slice(cell.start, cell.end);
        if (cell.row < table.headRows) {
          for (let col = cell.col + shift; col < cell.col + shift + Math.max(1, cell.colSpan); col += 1) {
            grid.heads.set(col, `${grid.heads.get(col) ?? ''} ${text}`.trim());
          }
          if (goesOn && grid.heads.size > 0 && headRepeated(grid.cells, text)) continue;
        }
        grid.cells.push({
          page: page.number,
          table: table.number,
          row: cell.row,
          col: cell.col + (cell.col === 0 ? 0 : shift),
          gridRow: grid.rows + cell.row,
          at,
          text,
          head: cell.row < table.headRows,
        });
      }
      grid.rows += table.rows;
    }
  }
  return grids.map(({ cells, heads, around, loose }) => gridOf(cells, heads, around, loose));
}

/** A row of heads that the table had before is not read twice; other first rows are rows. */
const headRepeated = (cells: readonly Placed[], text: string): boolean =>
  !/\d/.test(text) || cells.some((cell) => cell.text === text);

/** Whether a table that opens its page goes on from one that closed the page before: nothing but furniture between. */
function runsOn(before: { page: Page; table: Table }, here: { page: Page; table: Table }): boolean {
  if (here.page.number !== before.page.number + 1 || here.table.headRows > 1) return false;
  if (Math.abs(before.table.cols - here.table.cols) > 1 || here.table.number > LOOSE || before.table.number > LOOSE)
    return false;
  return bare(before.page, before.table.end, before.page.text.length) && bare(here.page, 0, here.table.start);
}

/** Whether a stretch of a page holds nothing but headers, footers and page numbers. */
function bare(page: Page, from: number, to: number): boolean {
  let text = page.text.slice(from, to);
  for (const block of page.blocks) {
    if (isFurniture(block) && block.start >= from && block.end <= to) {
      text = text.slice(0, block.start - from) + ' '.repeat(block.end - block.start) + text.slice(block.end - from);
    }
  }
  return text.trim().length < 6;
}

interface Placed {
  page: number;
  table: number;
  row: number;
  col: number;
  gridRow: number;
  at: number;
  text: string;
  head: boolean;
}

function gridOf(cells: readonly Placed[], heads: Map<number, string>, around: string, loose: boolean): Grid {
  const byRow = new Map<number, Placed[]>();
  for (const cell of cells) {
    const row = byRow.get(cell.gridRow);
    if (row) row.push(cell);
    else byRow.set(cell.gridRow, [cell]);
  }
  const rows: GridRow[] = [];
  let currency = false;
  const bracketed = new Set<CellFigure>();
  for (const [, row] of [...byRow].sort(([a], [b]) => a - b)) {
    row.sort((a, b) => a.col - b.col);
    const figures = new Map<number, CellFigure>();
    const words: string[] = [];
    for (const cell of row) {
      const figure = cell.head ? undefined : figureOfCell(cell.text);
      if (
        !figure ||
        (cell.col === 0 && figure.unit === '' && row.length > 2 && figure.step.equals(1) && !figure.signed)
      ) {
        words.push(cell.text.replace(/\s+/g, ' ').trim());
        continue;
      }
      if (figure.unit === 'EUR') currency = true;
      const placed: CellFigure = {
        ...figure,
        start: figure.start + cell.at,
        end: figure.end + cell.at,
        digits: figure.digits + cell.at,
        page: cell.page,
        table: cell.table,
        row: cell.row,
        col: cell.col,
      };
      figures.set(cell.col, placed);
      if (!figure.signed && /^\s*\([^()]*\)\s*$/.test(cell.text)) bracketed.add(placed);
    }
    // First rows of years, or of words over the columns, stand above them.
    const above = rows.every(({ heading }) => heading);
    const named = figures.size === 0 && !row.some(({ head }) => head) && row.filter(({ col }) => col > 0).length >= 2;
    if (above && (named || (figures.size > 0 && [...figures.values()].every((f) => f.yearLike)))) {
      for (const cell of row) heads.set(cell.col, `${heads.get(cell.col) ?? ''} ${cell.text}`.trim());
      figures.clear();
    }
    rows.push({ label: words.filter((word) => word !== '').join(' '), figures, heading: figures.size === 0 });
  }
  const money = currency || MONEY.test(`${[...heads.values()].join(' ')} ${around}`);
  return { rows: money ? inEuros(rows.map((row) => takenAway(row, bracketed))) : rows, heads, money, loose };
}

/** Between brackets money is taken away. */
const takenAway = (row: GridRow, bracketed: ReadonlySet<CellFigure>): GridRow => ({
  ...row,
  figures: new Map(
    [...row.figures].map(([col, figure]) => [
      col,
      bracketed.has(figure) ? { ...figure, value: figure.value.negated() } : figure,
    ]),
  ),
});

/**
 * In a table of money the bare figures are euros, and may have lost their cents: the large ones, and the small ones of
 * a column that has such, or whose total is one.
 */
function inEuros(rows: readonly GridRow[]): GridRow[] {
  const large = ({ unit, value, step }: CellFigure): boolean =>
    unit === 'EUR' ||
    (unit === '' && (value.abs().greaterThanOrEqualTo(1000) || value.isZero() || step.equals('0.01')));
  const counts = new Map<number, { euros: number; all: number }>();
  const totalled = new Set<number>();
  for (const { figures, label } of rows) {
    for (const [col, figure] of figures) {
      const { euros, all } = counts.get(col) ?? { euros: 0, all: 0 };
      const isLarge = large(figure) && !figure.value.isZero();
      counts.set(col, { euros: euros + (isLarge ? 1 : 0), all: all + 1 });
      if (isLarge && TOTAL.test(label)) totalled.add(col);
    }
  }
  const inColumn = (col: number): boolean => totalled.has(col) || counts.get(col)!.euros * 2 >= counts.get(col)!.all;
  return rows.map((row) => ({
    ...row,
    figures: new Map(
      [...row.figures].map(([col, figure]) => [
        col,
        figure.unit === '' && (large(figure) || inColumn(col)) ? { ...figure, unit: 'EUR' } : figure,
      ]),
    ),
  }));
}
