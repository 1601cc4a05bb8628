import type { Act } from '../../models/act.js';
import type { Page, Table } from '../../models/page.js';
import { type Figure, figureOfCell } from './figures.js';

/** A table as arithmetic sees it: rows with a label, and figures in columns. What goes on over pages is one grid. */
export interface Grid {
  readonly rows: readonly GridRow[];
  /** What stands above each column, by column. */
  readonly heads: ReadonlyMap<number, string>;
  /** It counts money, though its cells need not say so. */
  readonly money: boolean;
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

/** The tables of an act, in reading order. */
export function gridsOf(act: Act): Grid[] {
  const grids: { cells: Placed[]; heads: Map<number, string>; rows: number; around: string }[] = [];
  for (const page of act.pages) {
    const tables = page.tables.length > 0 ? page.tables : tabbed(page);
    for (const table of tables) {
      const first = table.cells[0];
      if (!first || act.passage.offsetOf(page.number, first.start) === undefined) continue;
      const last = grids.at(-1);
      const goesOn = table.continued && last !== undefined;
      const grid = goesOn
        ? last
        : {
            cells: [],
            heads: new Map<number, string>(),
            rows: 0,
            around: page.text.slice(Math.max(0, table.start - 160), table.start),
          };
      if (!goesOn) grids.push(grid);
      for (const cell of table.cells) {
        const at = act.passage.offsetOf(page.number, cell.start);
        if (at === undefined) continue;
        const text = page.text.slice(cell.start, cell.end);
        if (cell.row < table.headRows) {
          for (let col = cell.col; col < cell.col + Math.max(1, cell.colSpan); col += 1) {
            grid.heads.set(col, `${grid.heads.get(col) ?? ''} ${text}`.trim());
          }
          if (goesOn) continue;
        }
        grid.cells.push({
          page: page.number,
          table: table.number,
          row: cell.row,
          col: cell.col,
          gridRow: grid.rows + cell.row,
          at,
          text,
          head: cell.row < table.headRows,
        });
      }
      grid.rows += table.rows;
    }
  }
  return grids.map(({ cells, heads, around }) => gridOf(cells, heads, around));
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

function gridOf(cells: readonly Placed[], heads: Map<number, string>, around: string): Grid {
  const byRow = new Map<number, Placed[]>();
  for (const cell of cells) {
    const row = byRow.get(cell.gridRow);
    if (row) row.push(cell);
    else byRow.set(cell.gridRow, [cell]);
  }
  const rows: GridRow[] = [];
  let currency = false;
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
      figures.set(cell.col, {
        ...figure,
        start: figure.start + cell.at,
        end: figure.end + cell.at,
        digits: figure.digits + cell.at,
        page: cell.page,
        table: cell.table,
        row: cell.row,
        col: cell.col,
      });
    }
    // A first row of years stands above its columns.
    if (figures.size > 0 && rows.every(({ heading }) => heading) && [...figures.values()].every((f) => f.yearLike)) {
      for (const cell of row) heads.set(cell.col, `${heads.get(cell.col) ?? ''} ${cell.text}`.trim());
      figures.clear();
    }
    rows.push({ label: words.filter((word) => word !== '').join(' '), figures, heading: figures.size === 0 });
  }
  const money = currency || MONEY.test(`${[...heads.values()].join(' ')} ${around}`);
  return { rows: money ? rows.map(inEuros) : rows, heads, money };
}

/** In a table of money the bare figures are euros, and may have lost their cents. */
function inEuros(row: GridRow): GridRow {
  const figures = new Map<number, CellFigure>();
  for (const [col, figure] of row.figures) {
    figures.set(
      col,
      figure.unit === '' &&
        (figure.value.abs().greaterThanOrEqualTo(1000) || figure.value.isZero() || figure.step.equals('0.01'))
        ? { ...figure, unit: 'EUR' }
        : figure,
    );
  }
  return { ...row, figures };
}

/** Lines with tabs, where the page was given no tables. */
function tabbed(page: Page): Table[] {
  const tables: Table[] = [];
  let cells: { start: number; end: number; row: number; col: number }[] = [];
  let row = 0;
  let offset = 0;
  const close = (): void => {
    if (row > 1) {
      const start = cells[0]!.start;
      const end = cells.at(-1)!.end;
      const firstFigures = Math.min(
        ...cells
          .filter(({ start: a, end: b }) => figureOfCell(page.text.slice(a, b)) !== undefined)
          .map((cell) => cell.row),
      );
      tables.push({
        start,
        end,
        number: tables.length + 1,
        box: [0, 0, 0, 0],
        rows: row,
        cols: Math.max(...cells.map(({ col }) => col)) + 1,
        headRows: Number.isFinite(firstFigures) ? Math.min(firstFigures, 1) : 0,
        headCols: 1,
        cells: cells.map((cell) => ({ ...cell, rowSpan: 1, colSpan: 1, box: [0, 0, 0, 0] as const })),
        continued: false,
      });
    }
    cells = [];
    row = 0;
  };
  for (const line of page.text.split('\n')) {
    if (line.includes('\t')) {
      let at = offset;
      line.split('\t').forEach((text, col) => {
        if (text.trim() !== '') cells.push({ start: at, end: at + text.length, row, col });
        at += text.length + 1;
      });
      row += 1;
    } else close();
    offset += line.length + 1;
  }
  close();
  return tables;
}
