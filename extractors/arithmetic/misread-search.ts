import type { CellFigure } from './grid.js';
import { type Change, domainOf, editable, type Printed } from './misread-digits.js';
import { toleranceOf } from './relation.js';
import type { TableTotal } from './table-totals.js';

interface Constraint {
  readonly total: TableTotal;
  /** total - parts, as printed. */
  readonly residual: number;
  readonly tolerance: number;
  readonly cells: readonly CellFigure[];
}

const MOST_COMBINATIONS = 1500;
const MARGIN = 1;

/** The changes that close the sums of a table which fail, where one choice of them is clearly the best. */
export function changesThatClose(totals: readonly TableTotal[], printed: Printed): Change[] {
  const failing = totals.filter(({ holds }) => !holds).map(constraintOf);
  const rows = failing.filter(({ total }) => total.way === 'row');
  const columns = failing.filter(({ total }) => total.way === 'column');
  const found: Change[] = [];
  if (rows.length > 0 && columns.length > 0 && rows.length <= 5) found.push(...crossed(rows, columns, totals, printed));
  const settled = new Set(found.map(({ cell }) => cell.start));
  for (const constraint of failing) {
    if (constraint.cells.some(({ start }) => settled.has(start))) continue;
    const crossing = (constraint.total.way === 'row' ? columns : rows).some(({ cells }) =>
      cells.some(({ start }) => constraint.cells.some((cell) => cell.start === start)),
    );
    if (!crossing) found.push(...alone(constraint, totals, printed));
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
  rows: readonly Constraint[],
  columns: readonly Constraint[],
  totals: readonly TableTotal[],
  printed: Printed,
): Change[] {
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
  return agreed(solutions.map(({ changes }) => changes));
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

/** A sum that nothing crosses: only figures that the act prints elsewhere may tell which cell is wrong. */
function alone(constraint: Constraint, totals: readonly TableTotal[], printed: Printed): Change[] {
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
  return [...distinct.values()][0]!;
}
