import { Decimal } from 'decimal.js';
import type { Act } from '../../models/act.js';
import type { Amount } from '../../models/records.js';
import { figuresOf } from './figures.js';
import { type CellFigure, type Grid, gridsOf } from './grid.js';
import { toleranceOf } from './relation.js';
import { type TableTotal, totalsOf } from './tables.js';

/** A cell whose digits were misread, and what they must have been. */
export interface Misread {
  readonly cell: CellFigure;
  readonly value: Decimal;
  /** French, a complete sentence. */
  readonly reason: string;
}

/**
 * Marks the amounts of tables that arithmetic shows to be misread: what is printed stays, what it must be is suggested.
 * `related`: amounts of the act that this one is a part of or annexed to, which may print the same figures.
 */
export function suggestDigits(act: Act, amounts: Amount[], related: readonly Amount[] = []): void {
  for (const { cell, value, reason } of misreadsOf(act, related)) {
    const span = act.passage.span(cell.start, cell.end);
    let amount = amounts.find(
      (one) => one.span.page === span.page && one.span.start < span.end && one.span.end > span.start,
    );
    if (amount === undefined) {
      // The table is in money by its sums, though nothing beside the cell says so.
      amount = {
        span,
        extractor: 'amounts/table-cell',
        value: cell.value.toFixed(2),
        currency: 'EUR',
        approximation: 'exact',
        nature: 'budget_line',
        inTable: true,
      };
      amounts.push(amount);
    }
    if (amount.suggestedValue !== undefined) continue;
    amount.suggestedValue = value.toFixed(2);
    amount.suggestionReason = reason;
  }
}

/** The misread cells of an act's tables, where one reading is clearly the best. */
export function misreadsOf(act: Act, related: readonly Amount[] = []): Misread[] {
  const found: Misread[] = [];
  let printed: Printed | undefined;
  for (const grid of gridsOf(act)) {
    if (!grid.money) continue;
    const totals = totalsOf(grid);
    if (totals.every(({ holds }) => holds)) continue;
    printed ??= printedIn([
      ...figuresOf(act).map(({ value }) => value),
      ...related.map(({ value }) => new Decimal(value)),
    ]);
    found.push(...misreadsIn(grid, totals, printed));
  }
  return found;
}

/** How often each value is printed in the act: a value printed elsewhere is more likely than a new one. */
type Printed = ReadonlyMap<string, number>;
const printedIn = (values: readonly Decimal[]): Printed => {
  const counts = new Map<string, number>();
  for (const value of values) {
    if (value.abs().lessThan(1000)) continue;
    const key = value.abs().toFixed();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

/** Digits that OCR takes for one another, in both ways. */
const CONFUSED = new Set([
  '06',
  '08',
  '09',
  '68',
  '89',
  '38',
  '56',
  '17',
  '58',
  '35',
  '69',
  '39',
  '14',
  '27',
  '47',
  '05',
  '36',
  '16',
]);
const confusion = (a: string, b: string): number => (CONFUSED.has(a < b ? a + b : b + a) ? 1 : 2.5);

interface Change {
  readonly cell: CellFigure;
  readonly value: Decimal;
  /** In units of the last place. */
  readonly delta: number;
  readonly cost: number;
}

interface Constraint {
  readonly total: TableTotal;
  /** total - parts, as printed. */
  readonly residual: number;
  readonly tolerance: number;
  readonly cells: readonly CellFigure[];
}

const MOST_COMBINATIONS = 1500;
const MARGIN = 1;

function misreadsIn(grid: Grid, totals: readonly TableTotal[], printed: Printed): Misread[] {
  const failing = totals.filter(({ holds }) => !holds).map(constraintOf);
  const rows = failing.filter(({ total }) => total.way === 'row');
  const columns = failing.filter(({ total }) => total.way === 'column');
  const found: Misread[] = [];
  if (rows.length > 0 && columns.length > 0 && rows.length <= 5)
    found.push(...crossed(grid, rows, columns, totals, printed));
  const settled = new Set(found.map(({ cell }) => cell.start));
  for (const constraint of failing) {
    if (constraint.cells.some(({ start }) => settled.has(start))) continue;
    const crossing = (constraint.total.way === 'row' ? columns : rows).some(({ cells }) =>
      cells.some(({ start }) => constraint.cells.some((cell) => cell.start === start)),
    );
    if (!crossing) found.push(...alone(grid, constraint, totals, printed));
  }
  return found;
}

const constraintOf = (total: TableTotal): Constraint => ({
  total,
  residual: total.parts.reduce((rest, { value }) => rest.minus(value), total.total.value).toNumber(),
  tolerance: toleranceOf([total.total, ...total.parts]).toNumber(),
  cells: [total.total, ...total.parts],
});

const signIn = ({ total }: Constraint, cell: CellFigure): number => (cell.start === total.total.start ? 1 : -1);

/** Rows and columns that fail and cross: the cells where they meet are searched for the fewest changes that close all. */
function crossed(
  grid: Grid,
  rows: readonly Constraint[],
  columns: readonly Constraint[],
  totals: readonly TableTotal[],
  printed: Printed,
): Misread[] {
  const columnOf = new Map<number, number>();
  columns.forEach(({ cells }, index) => {
    for (const { start } of cells) columnOf.set(start, index);
  });
  // A cell that takes part in arithmetic that holds is taken as well read.
  const sound = new Set(
    totals
      .filter(({ holds }) => holds)
      .flatMap(({ total, parts }) => [total.start, ...parts.map(({ start }) => start)]),
  );
  const crossing = rows.filter(({ cells }) => cells.some(({ start }) => columnOf.has(start)));
  const combos = crossing.map((row) =>
    combinationsOf(
      row,
      row.cells.filter(({ start }) => columnOf.has(start) && !sound.has(start)),
      printed,
    ),
  );
  if (combos.length === 0 || combos.some((list) => list.length === 0)) return [];
  const wanted = columns.map(({ residual }) => residual);
  const tolerances = columns.map(({ tolerance }) => tolerance);
  const effect = (changes: readonly Change[]): number[] => {
    const deltas = wanted.map(() => 0);
    for (const { cell, delta } of changes) {
      const index = columnOf.get(cell.start)!;
      deltas[index] = deltas[index]! + delta * signIn(columns[index]!, cell);
    }
    return deltas;
  };
  const effects = combos.map((list) => list.map(({ changes, cost }) => ({ changes, cost, deltas: effect(changes) })));
  const last = bucketed(effects.at(-1)!);
  let best = Infinity;
  let solutions: { changes: Change[]; cost: number }[] = [];
  let steps = 0;
  const search = (depth: number, changes: Change[], cost: number, deltas: readonly number[]): void => {
    if (cost > best + MARGIN || steps > 2_000_000) return;
    if (depth === effects.length - 1) {
      const need = wanted.map((value, c) => -value - deltas[c]!);
      for (const choice of last(need[0]!, tolerances[0]!)) {
        steps += 1;
        const total = cost + choice.cost;
        if (total > best + MARGIN) continue;
        if (!need.every((value, c) => Math.abs(choice.deltas[c]! - value) <= tolerances[c]!)) continue;
        best = Math.min(best, total);
        solutions.push({ changes: [...changes, ...choice.changes], cost: total });
      }
      return;
    }
    for (const choice of effects[depth]!) {
      steps += 1;
      if (cost + choice.cost > best + MARGIN) break;
      search(
        depth + 1,
        [...changes, ...choice.changes],
        cost + choice.cost,
        deltas.map((value, c) => value + choice.deltas[c]!),
      );
    }
  };
  search(
    0,
    [],
    0,
    wanted.map(() => 0),
  );
  solutions = solutions.filter(({ cost }) => cost <= best + MARGIN);
  return agreed(solutions.map(({ changes }) => changes)).map(({ cell, value }) => ({
    cell,
    value,
    reason: reasonOf(grid, cell, value),
  }));
}

/** Looks choices up by what they do to the first column. */
function bucketed<T extends { deltas: readonly number[] }>(
  choices: readonly T[],
): (value: number, tolerance: number) => T[] {
  const buckets = new Map<number, T[]>();
  const key = (value: number): number => Math.floor(value / 16);
  for (const choice of choices) {
    const bucket = buckets.get(key(choice.deltas[0]!));
    if (bucket) bucket.push(choice);
    else buckets.set(key(choice.deltas[0]!), [choice]);
  }
  return (value, tolerance) => {
    const found: T[] = [];
    for (let k = key(value - tolerance); k <= key(value + tolerance); k += 1) found.push(...(buckets.get(k) ?? []));
    return found;
  };
}

/** The changes that all solutions share. */
function agreed(solutions: readonly (readonly Change[])[]): Change[] {
  const [first, ...others] = solutions;
  if (!first) return [];
  return first.filter(({ cell, value }) =>
    others.every((changes) => changes.some((other) => other.cell.start === cell.start && other.value.equals(value))),
  );
}

/** Ways of closing one row by changing up to three of its cells, cheapest first. */
function combinationsOf(
  row: Constraint,
  cells: readonly CellFigure[],
  printed: Printed,
): { changes: Change[]; cost: number }[] {
  const domains = cells.map((cell) => domainOf(cell, printed));
  const found: { changes: Change[]; cost: number }[] = [];
  const close = (changes: Change[]): void => {
    const rest = changes.reduce((sum, { cell, delta }) => sum + delta * signIn(row, cell), row.residual);
    if (Math.abs(rest) > row.tolerance) return;
    const inexact = row.tolerance > 0 ? (Math.abs(rest) / row.tolerance) * 0.4 : 0;
    found.push({ changes, cost: changes.reduce((sum, { cost }) => sum + cost, inexact) });
  };
  const byDelta = domains.map((domain) => {
    const map = new Map<number, Change[]>();
    for (const change of domain) {
      const list = map.get(Math.round(change.delta));
      if (list) list.push(change);
      else map.set(Math.round(change.delta), [change]);
    }
    return map;
  });
  const closers = (index: number, others: readonly Change[]): Change[] => {
    const rest = others.reduce((sum, { cell, delta }) => sum + delta * signIn(row, cell), row.residual);
    const need = -rest * signIn(row, cells[index]!);
    const some: Change[] = [];
    for (let slack = -Math.ceil(row.tolerance); slack <= Math.ceil(row.tolerance); slack += 1) {
      some.push(...(byDelta[index]!.get(Math.round(need) + slack) ?? []));
    }
    return some;
  };
  for (let i = 0; i < cells.length; i += 1) {
    for (const last of closers(i, [])) close([last]);
    for (let j = 0; j < i; j += 1) {
      for (const a of domains[j]!) {
        for (const last of closers(i, [a])) close([a, last]);
        if (a.cost > 1.5) continue;
        for (let k = 0; k < j; k += 1) {
          for (const b of domains[k]!) {
            if (b.cost > 1.5) continue;
            for (const last of closers(i, [a, b])) if (last.cost <= 2.5) close([b, a, last]);
          }
        }
      }
    }
  }
  return found.sort((a, b) => a.cost - b.cost).slice(0, MOST_COMBINATIONS);
}

/** What a cell may have been: one digit changed, or two that OCR confuses. */
function domainOf(cell: CellFigure, printed: Printed): Change[] {
  const digits = cell.value.abs().toFixed();
  const changes = new Map<string, Change>();
  // A figure that is printed elsewhere too was likely read well.
  const known = (printed.get(digits) ?? 0) > 1 ? 3 : 0;
  const add = (text: string, cost: number): void => {
    if (text === digits || /^0\d/.test(text)) return;
    const value = new Decimal(text);
    const signed = cell.value.isNegative() ? value.negated() : value;
    const elsewhere = printed.has(value.toFixed()) && value.greaterThanOrEqualTo(10_000) ? 0.3 : undefined;
    const change = {
      cell,
      value: signed,
      delta: signed.minus(cell.value).toNumber(),
      cost: (elsewhere ?? cost) + known,
    };
    const before = changes.get(text);
    if (!before || before.cost > change.cost) changes.set(text, change);
  };
  const places = [...digits].map((digit, index) => ({ digit, index })).filter(({ digit }) => digit !== '.');
  for (const { digit, index } of places) {
    for (const other of '0123456789') {
      const one = digits.slice(0, index) + other + digits.slice(index + 1);
      add(one, confusion(digit, other));
      if (other === digit || confusion(digit, other) > 1) continue;
      for (const next of places) {
        if (next.index <= index) continue;
        for (const second of '0123456789') {
          if (second === next.digit || (confusion(next.digit, second) > 1 && next.index !== index + 1)) continue;
          add(one.slice(0, next.index) + second + one.slice(next.index + 1), 1.5 + confusion(next.digit, second));
        }
      }
    }
  }
  return [...changes.values()];
}

/** A sum that nothing crosses: only figures that the act prints elsewhere may tell which cell is wrong. */
function alone(grid: Grid, constraint: Constraint, totals: readonly TableTotal[], printed: Printed): Misread[] {
  const sound = new Set(
    totals
      .filter(({ holds }) => holds)
      .flatMap(({ total, parts }) => [total.start, ...parts.map(({ start }) => start)]),
  );
  const cells = constraint.cells.filter(({ start }) => !sound.has(start));
  const { total } = constraint;
  const sum = total.total.value.minus(constraint.residual);
  const solutions: Change[][] = [];
  if (
    cells.includes(total.total) &&
    printed.has(sum.abs().toFixed()) &&
    sum.greaterThanOrEqualTo(10_000) &&
    editable(total.total.value.toFixed(), sum.toFixed())
  ) {
    solutions.push([{ cell: total.total, value: sum, delta: -constraint.residual, cost: 0.3 }]);
  }
  const known = cells.map((cell) => domainOf(cell, printed).filter(({ cost }) => cost <= 0.3));
  const closes = (changes: readonly Change[]): boolean =>
    Math.abs(changes.reduce((rest, { cell, delta }) => rest + delta * signIn(constraint, cell), constraint.residual)) <=
    constraint.tolerance;
  for (let i = 0; i < cells.length; i += 1) {
    for (const a of known[i]!) {
      if (closes([a])) solutions.push([a]);
      for (let j = i + 1; j < cells.length; j += 1)
        for (const b of known[j]!) if (closes([a, b])) solutions.push([a, b]);
    }
  }
  const distinct = new Map(
    solutions.map((changes) => [
      changes.map(({ cell, value }) => `${cell.start}=${value.toFixed()}`).join(' '),
      changes,
    ]),
  );
  if (distinct.size !== 1) return [];
  return [...distinct.values()][0]!.map(({ cell, value }) => ({ cell, value, reason: reasonOf(grid, cell, value) }));
}

/** Whether digits lost, added or changed, three at most, make one figure of the other. */
function editable(a: string, b: string): boolean {
  const [x, y] = [a.replace(/\D/g, ''), b.replace(/\D/g, '')];
  if (Math.abs(x.length - y.length) > 3) return false;
  let row = Array.from({ length: y.length + 1 }, (_, j) => j);
  for (let i = 1; i <= x.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= y.length; j += 1) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (x[i - 1] === y[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1)! <= 3;
}

function reasonOf({ rows, heads }: Grid, cell: CellFigure, value: Decimal): string {
  const row = rows.find(({ figures }) => [...figures.values()].some(({ start }) => start === cell.start));
  const label = row?.label.slice(0, 60).trim();
  const head = heads.get(cell.col)?.slice(0, 60).trim();
  const where = [label ? `la ligne «\u00a0${label}\u00a0»` : '', head ? `la colonne «\u00a0${head}\u00a0»` : ''].filter(
    (name) => name !== '',
  );
  const fits =
    where.length === 0
      ? 'les totaux du tableau tombent'
      : `${where.join(' et ')} ${where.length === 1 ? 'tombe' : 'tombent'}`;
  return `Lu ${spaced(cell.value)} ; avec ${spaced(value)}, ${fits} juste.`;
}

const spaced = (value: Decimal): string =>
  value
    .toFixed()
    .replace('.', ',')
    .replace(/\B(?=(\d{3})+(?!\d))(?<!,\d*)/g, '\u00a0');
