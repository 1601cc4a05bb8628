import type { Relation } from '../../models/records.js';
import type { CellFigure, Grid, GridRow } from './grid.js';
import { gridsOf } from './grid.js';
import { type Context, defineRelation, makes, sum } from './relation.js';

/** A row or a column that announces a total. */
export const TOTAL = /^[\W\d]*(?:sous[- ]?totaux|sous[- ]?total|s\/total|total|totaux|ensemble|cumul|somme)\b/i;
const SUBTOTAL = /^[\W\d]*(?:sous[- ]?tota|s\/total)/i;
const GRAND = /^[\W\d]*(?:total g[ée]n[ée]ral|total global|montant total|grand total|total des? |totaux|total$)/i;
/** Columns whose foot is no sum. */
const NOT_ADDED =
  /moyen|taux|ratio|\bpar\b|unitaire|\bprix\b|[ée]volution|variation|[ée]cart|\bdur[ée]e|\bâge|rang|^\s*n°|code|ann[ée]e|date/i;
/** Rows that are made of the rows above them, and no part of a total further down. */
const RESULT = /^[\W\d]*(?:r[ée]sultats?|solde)(?: \S+){0,2} (?:de )?(?:cl[ôo]ture|l['’]exercice|d['’]ex[ée]cution)/i;
/** Rows that are parts of the row above them. */
const PART_OF_ABOVE = /^[\W\d]*(?:dont|soit)\b/i;

/** Rows and columns of a table that are totals of the others: stated by their heads, or by all that the table shows. */
export default defineRelation({
  id: 'arithmetic/tables',
  title: 'Totaux de lignes et de colonnes dans un tableau',
  reads: {
    'Financeur\tMontant\nVille\t757.000 €\nRégion\t146.000 €\nTOTAL\t903.000 €': ['757000 + 146000 = 903000'],
    'Poste\t2022\nEau\t10 200 €\nGaz\t5 000 €\nTotal\t15 300 €': ['10200 + 5000 = 15300'],
    'Produits 2022 2023\n\nÉtat 190 € 198 €\n\nRégion 64 € 70 €\n\nTotal des produits 254 € 268 €': [
      '190 + 64 = 254',
      '198 + 70 = 268',
    ],
  },
  ignores: ['Poste\tTaux moyen\nEau\t10,5\nGaz\t5,2\nTotal\t7,9'],
  *find({ act }: Context): Iterable<Relation> {
    for (const grid of gridsOf(act)) {
      for (const { total, parts } of totalsOf(grid)) yield sum(act, 'arithmetic/tables', total, parts);
    }
  },
});

export interface TableTotal {
  readonly total: CellFigure;
  readonly parts: readonly CellFigure[];
  readonly way: 'row' | 'column';
  readonly holds: boolean;
}

/** Every total that a grid states, with its parts: those that hold, and those that should. */
export function totalsOf(grid: Grid): TableTotal[] {
  const found = [...footTotals(grid), ...sideTotals(grid)];
  // Of rows that may be incomplete, a failing total proves nothing, unless another one in its row or column holds.
  if (!grid.loose) return found;
  const held = found.filter(({ holds }) => holds);
  return found.filter(
    ({ holds, total, way }) =>
      holds ||
      held.some(
        (other) =>
          other.way === way && (way === 'column' ? other.total.row === total.row : other.total.col === total.col),
      ),
  );
}

/** Totals at the foot of columns. */
function footTotals({ rows, heads }: Grid): TableTotal[] {
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
      const own = tried.map(({ columns }) => columns.get(foot.col)).find((sum) => sum?.holds === true);
      const sum = own ?? nearest?.columns.get(foot.col);
      if (!sum || sum.parts.length < 2) continue;
      if (!sum.holds && !plausible(foot.total, sum.parts, open.length > 1)) continue;
      found.push({ total: foot.total, parts: sum.parts, way: 'column', holds: sum.holds });
    }
  });
  return found;
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

/** Rows, not all, whose figures make the total in every column at once: no coincidence makes three figures or more. */
function bestSubset(
  rows: readonly GridRow[],
  at: number,
  feet: readonly { col: number; total: CellFigure }[],
): number[] | undefined {
  const before = [...rows.keys()].filter((i) => i < at && rows[i]!.figures.size > 0);
  if (feet.length < 3 || before.length > 18) return undefined;
  const vectors = before.map((i) => feet.map(({ col }) => rows[i]!.figures.get(col)?.value.toNumber() ?? 0));
  const want = feet.map(({ total }) => total.value.toNumber());
  if (want.some((value) => value === 0)) return undefined;
  const half = before.length >> 1;
  const sums = (from: number, to: number): { mask: number; sum: number[] }[] =>
    Array.from({ length: 1 << (to - from) }, (_, mask) => ({
      mask,
      sum: want.map((_, c) => {
        let all = 0;
        for (let i = from; i < to; i += 1) if (mask & (1 << (i - from))) all += vectors[i]![c]!;
        return all;
      }),
    }));
  const right = new Map<number, { mask: number; sum: number[] }[]>();
  for (const entry of sums(half, before.length)) {
    const key = Math.round(entry.sum[0]!);
    const list = right.get(key);
    if (list) list.push(entry);
    else right.set(key, [entry]);
  }
  let best: number[] | undefined;
  for (const { mask, sum } of sums(0, half)) {
    for (let slack = -3; slack <= 3; slack += 1) {
      for (const other of right.get(Math.round(want[0]! - sum[0]!) + slack) ?? []) {
        if (!want.every((value, c) => Math.abs(sum[c]! + other.sum[c]! - value) <= 2)) continue;
        const chosen = before.filter((_, i) => (i < half ? mask & (1 << i) : other.mask & (1 << (i - half))) !== 0);
        if (chosen.length >= 2 && (!best || chosen.length < best.length)) best = chosen;
      }
    }
  }
  return best;
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

/** A failing total is stated only where the figures could be its parts: not an average, not another measure. */
function plausible(total: CellFigure, parts: readonly CellFigure[], doubtful: boolean): boolean {
  if (total.unit === '%' || total.value.isZero()) return false;
  const all = parts.reduce((sum, { value }) => sum.plus(value), total.value.times(0));
  if (all.isZero()) return false;
  if (oneDigitOff(total.value.toFixed(), all.toFixed())) return true;
  const ratio = total.value.div(all).toNumber();
  return doubtful ? ratio > 0.9 && ratio < 1.1 : ratio > 0.5 && ratio < 2;
}

/** Whether two figures differ by one digit, changed, lost or added. */
export function oneDigitOff(a: string, b: string): boolean {
  const [x, y] = a.length <= b.length ? [a, b] : [b, a];
  if (y.length - x.length > 2) return false;
  let head = 0;
  while (head < x.length && x[head] === y[head]) head += 1;
  let tail = 0;
  while (tail < x.length - head && x[x.length - 1 - tail] === y[y.length - 1 - tail]) tail += 1;
  return x.length - head - tail <= (x.length === y.length ? 1 : 0);
}

/** The rows that the total at `at` may add up, most natural first. */
function foots(rows: readonly GridRow[], at: number): number[][] {
  const before: number[] = [];
  const subtotals: number[] = [];
  const since: number[] = [];
  let lastTotal = -1;
  for (let i = 0; i < at; i += 1) {
    const row = rows[i]!;
    if (row.figures.size === 0) continue;
    if (TOTAL.test(row.label)) {
      lastTotal = i;
      since.length = 0;
      subtotals.push(i);
      continue;
    }
    if (PART_OF_ABOVE.test(row.label)) continue;
    before.push(i);
    since.push(i);
  }
  const label = rows[at]!.label;
  const ways: number[][] = [];
  const running = lastTotal >= 0 ? [lastTotal, ...since] : [];
  const grand = GRAND.test(label) && !SUBTOTAL.test(label) && subtotals.length > 0;
  if (grand) ways.push(subtotals.slice(), [...subtotals, ...since]);
  ways.push(since.slice(), before.slice(), running);
  if (!grand) ways.push(subtotals.slice());
  ways.push(topLevel(rows, before), withoutRepeats(rows, before));
  // A year's account: the total above, what is still to come, and between them a result that is no part.
  const gross = running.filter((i) => !RESULT.test(rows[i]!.label));
  if (gross.length < running.length) ways.push(gross);
  // A total at the head of its parts.
  const below: number[] = [];
  for (let i = at + 1; i < rows.length && !TOTAL.test(rows[i]!.label); i += 1) {
    if (rows[i]!.figures.size > 0) below.push(i);
  }
  if (before.length === 0) ways.push(below);
  return ways.filter((way) => way.length > 0);
}

/** Of numbered lines of a budget (60, 601, 602 …), those that are not under another. */
function topLevel(rows: readonly GridRow[], indexes: readonly number[]): number[] {
  const codes = indexes.map((i) => /^\W*(\d{2,6})\b/.exec(rows[i]!.label)?.[1]);
  return indexes.filter((_, i) => {
    const code = codes[i];
    return (
      code === undefined || !codes.some((other) => other !== undefined && other !== code && code.startsWith(other))
    );
  });
}

/** Without the rows that repeat, in part, the row above them: a detail shown under its line. */
function withoutRepeats(rows: readonly GridRow[], indexes: readonly number[]): number[] {
  return indexes.filter((i, n) => {
    const above = n === 0 ? undefined : rows[indexes[n - 1]!];
    if (!above) return true;
    const pairs = [...rows[i]!.figures].map(([col, figure]) => ({ figure, parent: above.figures.get(col) }));
    const inside = pairs.every(
      ({ figure, parent }) => parent !== undefined && figure.value.lessThanOrEqualTo(parent.value),
    );
    return !(inside && pairs.some(({ figure, parent }) => parent?.value.equals(figure.value)));
  });
}

/** Totals at the end of rows: a column whose head says so, or which is the sum of the columns before it in row after row. */
function sideTotals({ rows, heads }: Grid): TableTotal[] {
  const columns = columnsOf(rows);
  if (columns.length < 3) return [];
  const found: TableTotal[] = [];
  const used = new Set<number>();
  for (let last = 1; last < columns.length; last += 1) {
    const col = columns[last]!;
    const said = TOTAL.test(heads.get(col) ?? '');
    if (NOT_ADDED.test(heads.get(col) ?? '') && !said) continue;
    let best: { firstColumn: number; hold: number; rich: number; full: number } | undefined;
    for (let first = last - 2; first >= 0; first -= 1) {
      if (columns.slice(first, last).some((c) => used.has(c))) break;
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

const columnsOf = (rows: readonly GridRow[]): number[] =>
  [...new Set(rows.flatMap(({ figures }) => [...figures.keys()]))].sort((a, b) => a - b);
