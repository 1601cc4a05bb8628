import { Decimal } from 'decimal.js';
import type { CellFigure } from './grid.js';

/** How often each value is printed in the act: a value printed elsewhere is more likely than a new one. */
export type Printed = ReadonlyMap<string, number>;
export const printedIn = (values: readonly Decimal[]): Printed => {
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

/** What a cell would hold instead. */
export interface Change {
  readonly cell: CellFigure;
  readonly value: Decimal;
  /** In units of the last place. */
  readonly delta: number;
  readonly cost: number;
}

/** What a cell may have been: one digit changed, or two that OCR confuses. */
export function domainOf(cell: CellFigure, printed: Printed): Change[] {
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

/** Whether digits lost, added or changed, three at most, make one figure of the other. */
export function editable(a: string, b: string): boolean {
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
