import type { Relation } from '../../models/records.js';
import { bestSubset, foots, NET, TOTAL } from './foots.js';
import type { CellFigure, Grid, GridRow } from './grid.js';
import { gridsOf } from './grid.js';
import { type Context, defineRelation, makes, oneDigitOff, sum } from './relation.js';

/** Columns whose foot is no sum. */
const NOT_ADDED =
  /moyen|taux|ratio|\bpar\b|unitaire|\bprix\b|[ée]volution|variation|[ée]cart|\bdur[ée]e|\bâge|rang|^\s*n°|code|ann[ée]e|date/i;
/** Columns that are taken from the others: no sum runs over them. */
const TAKEN_OFF =
  /\bremises?\b|r[ée]ductions?\b|rabais|escompte|abattement|retenues?\b|d[ée]ductions?\b|[àa] d[ée]duire/i;

/** Rows and columns of a table that are totals of the others: stated by their heads, or by all that the table shows. */
export default defineRelation({
  id: 'arithmetic/tables',
  title: 'Totaux de lignes et de colonnes dans un tableau',
  reads: {
    'Financeur\tMontant\nVille\t757.000 €\nRégion\t146.000 €\nTOTAL\t903.000 €': ['757000 + 146000 = 903000'],
    'Poste\t2022\nEau\t10 200 €\nGaz\t5 000 €\nTotal\t15 300 €': ['10200 + 5000 = 15300'],
    'Poste\tMontant\nEau\t30 €\nGaz\t20 €\nTotal énergie\t50 €\nVis\t40 €\nTotal achats\t90 €\nPaie\t70 €\nPrimes\t10 €\nTotal personnel\t80 €\nTotal général\t170 €':
      [
        '30 + 20 = 50',
        '30 + 20 + 40 = 90',
        '50 + 40 = 90',
        '70 + 10 = 80',
        '30 + 20 + 40 + 70 + 10 = 170',
        '90 + 80 = 170',
      ],
    'Coûts en k€\t2022\nCollecte\t1 200\nTraitement\t800\nVentes\t(300)\nCoût net\t1 700': ['1200 + 800 - 300 = 1700'],
    'En €\t2022\nRecettes\t12 000\nDépenses\t8 000\nÉpargne brute\t4 000\nCapital remboursé\t1 500\nÉpargne nette\t2 500':
      ['12000 - 8000 = 4000', '4000 - 1500 = 2500'],
    'En €\t2022\nVentes\t842\nDons\t96\nPrêts\t141\nTotal\t1 079': ['842 + 96 + 141 = 1079'],
    'Produits 2022 2023\n\nÉtat 190 € 198 €\n\nRégion 64 € 70 €\n\nTotal des produits 254 € 268 €': [
      '190 + 64 = 254',
      '198 + 70 = 268',
    ],
  },
  ignores: [
    'Coûts en €\t2022\nCollecte\t1 200\nRecettes\t300\nCoût net\t800',
    'Poste\tTaux moyen\nEau\t10,5\nGaz\t5,2\nTotal\t7,9',
    'Article\tPrix\tRemise\tTotal\nLampes\t25 €\t0 €\t25 €\nCâbles\t10 €\t2 €\t8 €',
  ],
  *find({ act }: Context): Iterable<Relation> {
    for (const grid of gridsOf(act)) {
      for (const { total, parts } of totalsOf(grid)) yield sum(act, 'arithmetic/tables', total, parts);
      for (const { total, parts, signs } of netsOf(grid)) yield sum(act, 'arithmetic/tables', total, parts, signs);
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

/** What is left of the rows since the last such row, itself among them: those below the first may be told as taken off it. */
function* netsOf({ rows }: Grid): Iterable<{ total: CellFigure; parts: CellFigure[]; signs: (1 | -1)[] }> {
  let from = 0;
  for (const [at, row] of rows.entries()) {
    if (!NET.test(row.label)) continue;
    for (const [col, total] of row.figures) {
      const parts = rows
        .slice(from, at)
        .flatMap(({ figures, label }) => (TOTAL.test(label) ? [] : (figures.get(col) ?? [])))
        .filter(({ unit, value, yearLike }) => unit === total.unit && !yearLike && !value.isZero());
      const taken = parts.map((part, i) => (i === 0 ? part : { ...part, value: part.value.negated() }));
      if (parts.length < 2) continue;
      if (makes(total, parts)) yield { total, parts, signs: [] };
      else if (makes(total, taken)) yield { total, parts, signs: parts.map((_, i) => (i === 0 ? 1 : -1)) };
    }
    from = at;
  }
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

/** A failing total is stated only where the figures could be its parts: not an average, not another measure. */
function plausible(total: CellFigure, parts: readonly CellFigure[], doubtful: boolean): boolean {
  if (total.unit === '%' || total.value.isZero()) return false;
  const all = parts.reduce((sum, { value }) => sum.plus(value), total.value.times(0));
  if (all.isZero()) return false;
  if (oneDigitOff(total.value.toFixed(), all.toFixed())) return true;
  const ratio = total.value.div(all).toNumber();
  return doubtful ? ratio > 0.9 && ratio < 1.1 : ratio > 0.5 && ratio < 2;
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

const columnsOf = (rows: readonly GridRow[]): number[] =>
  [...new Set(rows.flatMap(({ figures }) => [...figures.keys()]))].sort((a, b) => a - b);
