import type { CellFigure, GridRow } from './grid.js';
import { oneDigitOff } from './relation.js';

/** A total that a table states, and what it is made of. */
export interface TableTotal {
  readonly total: CellFigure;
  readonly parts: readonly CellFigure[];
  readonly way: 'row' | 'column';
  readonly holds: boolean;
}

/** Columns whose foot is no sum. */
export const NOT_ADDED =
  /moyen|taux|ratio|\bpar\b|unitaire|\bprix\b|[ée]volution|variation|[ée]cart|\bdur[ée]e|\bâge|rang|^\s*n°|code|ann[ée]e|date/i;

/** A failing total is stated only where the figures could be its parts: not an average, not another measure. */
export function plausible(total: CellFigure, parts: readonly CellFigure[], doubtful: boolean): boolean {
  if (total.unit === '%' || total.value.isZero()) return false;
  const all = parts.reduce((sum, { value }) => sum.plus(value), total.value.times(0));
  if (all.isZero()) return false;
  if (oneDigitOff(total.value.toFixed(), all.toFixed())) return true;
  const ratio = total.value.div(all).toNumber();
  return doubtful ? ratio > 0.9 && ratio < 1.1 : ratio > 0.5 && ratio < 2;
}

/** The columns that hold figures, from left to right. */
export const columnsOf = (rows: readonly GridRow[]): number[] =>
  [...new Set(rows.flatMap(({ figures }) => [...figures.keys()]))].sort((a, b) => a - b);
