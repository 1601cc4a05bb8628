import { bestSubset, foots, TOTAL } from './foots.js';
import type { CellFigure, Grid, GridRow } from './grid.js';
import { makes } from './relation.js';
import { columnsOf, NOT_ADDED, plausible, type TableTotal } from './table-totals.js';

/** Totals at the foot of columns. */
export function footTotals({ rows, heads }: Grid): TableTotal[] {
  const found: TableTotal[] = [];
  const columns = columnsOf(rows);
  rows.forEach((row, at) => {
    if (row.figures.size === 0 || !TOTAL.test(row.label)) return;
    const feet = columns
      .map((col) => ({ col, total: row.figures.get(col) }))
      .filter((foot): foot is { col: number; total: CellFigure } => foot.total !== undefined)
      .filter(({ col }) => !NOT_ADDED.test(heads.get(col) ?? ''));
    const tried = foots(rows, at).map((indexes) => attempt(rows, indexes, feet));
    for (const some of unheld(feet, tried)) {
      const subset = bestSubset(rows, at, some);
      if (subset) tried.push(attempt(rows, subset, feet));
    }
    // Where one way makes every column, it is the way; else each column may have its own.
    tried.sort((x, y) => y.held - x.held || x.residual - y.residual);
    const best = tried[0];
    if (!best) return;
    const single = acrossTotal(rows, at, feet, columns.length);
    if (single) {
      found.push(single);
      return;
    }
    // Columns that no way makes are held against the way that comes nearest to all of them.
    const open = feet.filter(({ col }) => !tried.some(({ columns }) => columns.get(col)?.holds));
    const nearest = open.length === 0 ? best : nearestTo(rows, foots(rows, at), open);
    for (const foot of feet) {
      const own = held(tried, foot.col);
      const sum = own[0] ?? nearest?.columns.get(foot.col);
      if (!sum || sum.parts.length < 2) continue;
      if (!sum.holds && !plausible(foot.total, sum.parts, open.length > 1)) continue;
      found.push({ total: foot.total, parts: sum.parts, way: 'column', holds: sum.holds });
      // A grand total is made of the lines, and of the totals of its parts as well.
      for (const { parts } of own.slice(1)) found.push({ total: foot.total, parts, way: 'column', holds: true });
    }
  });
  return found;
}

/** The different ways in which a column's total is made, of two figures or more that count. */
function held(tried: readonly Attempt[], col: number): { parts: CellFigure[]; holds: boolean }[] {
  const ways = new Map<string, { parts: CellFigure[]; holds: boolean }>();
  for (const { columns } of tried) {
    const sum = columns.get(col);
    if (!sum?.holds) continue;
    const counting = sum.parts.filter(({ value }) => !value.isZero());
    const key = counting.map(({ start }) => start).join(' ');
    if (!ways.has(key) && (ways.size === 0 || counting.length >= 2)) ways.set(key, sum);
  }
  return [...ways.values()];
}

function nearestTo(
  rows: readonly GridRow[],
  ways: readonly number[][],
  feet: readonly { col: number; total: CellFigure }[],
): Attempt | undefined {
  let nearest: Attempt | undefined;
  for (const way of ways) {
    const tried = attempt(rows, way, feet);
    if (!nearest || tried.residual < nearest.residual) nearest = tried;
  }
  return nearest;
}

/** Runs of columns, three or more, that no way has made: side by side, two tables may share their rows. */
function unheld(feet: readonly { col: number; total: CellFigure }[], tried: readonly Attempt[]): (typeof feet)[] {
  const open = feet.filter(({ col }) => !tried.some(({ columns }) => columns.get(col)?.holds));
  if (open.length < 3) return [];
  const runs: (typeof feet)[] = [open];
  for (let size = Math.min(open.length - 1, 5); size >= 3; size -= 1) {
    for (let from = 0; from + size <= open.length; from += 1) runs.push(open.slice(from, from + size));
  }
  return runs;
}

interface Attempt {
  readonly columns: ReadonlyMap<number, { parts: CellFigure[]; holds: boolean }>;
  readonly held: number;
  /** How far the sums are from the totals, all columns together, as a share. */
  readonly residual: number;
}

function attempt(
  rows: readonly GridRow[],
  indexes: readonly number[],
  feet: readonly { col: number; total: CellFigure }[],
): Attempt {
  const columns = new Map<number, { parts: CellFigure[]; holds: boolean }>();
  let held = 0;
  let residual = 0;
  for (const { col, total } of feet) {
    const parts = indexes
      .map((i) => rows[i]!.figures.get(col))
      .filter((figure): figure is CellFigure => figure !== undefined && figure.unit === total.unit);
    const holds = parts.length > 0 && makes(total, parts);
    if (holds) held += 1;
    const all = parts.reduce((sum, { value }) => sum.plus(value), total.value.times(0));
    residual += Math.abs(all.minus(total.value).toNumber()) / Math.max(1, Math.abs(total.value.toNumber()));
    columns.set(col, { parts, holds });
  }
  return { columns, held, residual };
}

/** A total row with one figure, in a table of several columns: it may add up all of the rows above, in every column. */
function acrossTotal(
  rows: readonly GridRow[],
  at: number,
  feet: readonly { col: number; total: CellFigure }[],
  columns: number,
): TableTotal | undefined {
  if (feet.length !== 1 || columns < 3 || rows[at]!.figures.size !== 1) return undefined;
  const { total, col } = feet[0]!;
  const own = rows
    .slice(0, at)
    .map((row) => row.figures.get(col))
    .filter((figure) => figure !== undefined);
  if (own.length >= 2 && makes(total, own)) return undefined;
  const parts: CellFigure[] = [];
  for (let i = 0; i < at; i += 1) {
    if (TOTAL.test(rows[i]!.label)) continue;
    for (const figure of rows[i]!.figures.values()) if (figure.unit === total.unit) parts.push(figure);
    if (parts.length >= 2 && makes(total, parts)) return { total, parts: parts.slice(), way: 'column', holds: true };
  }
  return undefined;
}
