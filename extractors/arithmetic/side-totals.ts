import { TOTAL } from './foots.js';
import type { CellFigure, Grid, GridRow } from './grid.js';
import { makes } from './relation.js';
import { columnsOf, NOT_ADDED, plausible, type TableTotal } from './table-totals.js';

/** Columns that are taken from the others: no sum runs over them. */
const TAKEN_OFF =
  /\bremises?\b|r[ée]ductions?\b|rabais|escompte|abattement|retenues?\b|d[ée]ductions?\b|[àa] d[ée]duire/i;

/** Totals at the end of rows: a column whose head says so, or which is the sum of the columns before it in row after row. */
export function sideTotals({ rows, heads }: Grid): TableTotal[] {
  const columns = columnsOf(rows);
  if (columns.length < 3) return [];
  const found: TableTotal[] = [];
  const used = new Set<number>();
  for (let last = 1; last < columns.length; last += 1) {
    const col = columns[last]!;
    const said = TOTAL.test(heads.get(col) ?? '');
    if (NOT_ADDED.test(heads.get(col) ?? '') && !said) continue;
    let best: { firstColumn: number; hold: number; rich: number; full: number } | undefined;
    if (TAKEN_OFF.test(heads.get(columns[last - 1]!) ?? '')) continue;
    for (let first = last - 2; first >= 0; first -= 1) {
      if (columns.slice(first, last).some((c) => used.has(c))) break;
      if (TAKEN_OFF.test(heads.get(columns[first]!) ?? '')) break;
      if (columns.slice(first, last).some((c) => TOTAL.test(heads.get(c) ?? '')) && !said) break;
      const sums = rows
        .map((row) => rowSum(row, columns.slice(first, last), col))
        .filter((entry) => entry !== undefined);
      const rich = sums.filter(({ parts }) => parts.length >= 2);
      const hold = rich.filter(({ holds }) => holds).length;
      const all = sums.filter(({ holds }) => holds).length;
      if (!best || hold > best.hold || (hold === best.hold && all > best.full)) {
        best = { firstColumn: first, hold, rich: rich.length, full: all };
      }
    }
    if (!best || best.rich === 0) continue;
    const settled = best.hold >= 3 && best.hold * 2 >= best.rich;
    if (!(said && (best.hold > 0 || best.rich === 1)) && !settled) continue;
    const from = columns.slice(best.firstColumn, last);
    for (const row of rows) {
      const entry = rowSum(row, from, col);
      if (!entry || entry.parts.length < 2) continue;
      if (!entry.holds && !plausible(entry.total, entry.parts, false)) continue;
      found.push({ ...entry, way: 'row' });
    }
    for (const c of [...from, col]) used.add(c);
  }
  return found;
}

function rowSum(
  row: GridRow,
  from: readonly number[],
  col: number,
): { total: CellFigure; parts: CellFigure[]; holds: boolean } | undefined {
  const total = row.figures.get(col);
  if (!total) return undefined;
  const parts = from
    .map((c) => row.figures.get(c))
    .filter((figure) => figure !== undefined && figure.unit === total.unit) as CellFigure[];
  if (parts.length === 0) return undefined;
  return { total, parts, holds: makes(total, parts) };
}
