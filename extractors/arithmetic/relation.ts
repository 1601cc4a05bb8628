import { Decimal } from 'decimal.js';
import type { Act } from '../../models/act.js';
import type { Span } from '../../models/evidence.js';
import type { Relation, RelationTerm } from '../../models/records.js';
import type { Figure } from './figures.js';

type Role = RelationTerm['role'];

/** A figure in its role. `sign` -1: it is taken away. */
export interface Term {
  readonly role: Role;
  readonly figure: Figure;
  readonly sign?: 1 | -1;
}

/** One way in which documents state arithmetic. What it yields is recomputed, whether it holds or not. */
export interface RelationRule {
  /** arithmetic/file. */
  readonly id: string;
  /** What it reads, in French, as a clerk would say it. */
  readonly title: string;
  /** Texts (with `\t` between cells) and the statements read in them, "1 + 2 = 3"; run as tests. */
  readonly reads: Readonly<Record<string, readonly string[]>>;
  /** Texts in which it states nothing. */
  readonly ignores: readonly string[];
  find(context: Context): Iterable<Relation>;
}

export const defineRelation = (rule: RelationRule): RelationRule => rule;

/** What the rules look at. */
export interface Context {
  readonly act: Act;
  /** The figures of the passage, in order. */
  readonly figures: readonly Figure[];
}

const ZERO = new Decimal(0);
const HALF = new Decimal('0.5');

/**
 * How far the figures may be from what their roundings explain.
 * What is counted is exact, and so is money when cents are printed or when nothing in the sum shows that cents were
 * dropped; percentages, decimals, thousands and unrounded whole euros may each be wrong by half of their last digit.
 */
export function toleranceOf(terms: readonly Figure[]): Decimal {
  const wholeEuros = terms.filter(({ unit, step }) => unit === 'EUR' && step.equals(1));
  const dropped =
    wholeEuros.filter(({ value }) => !value.mod(10).isZero()).length >= 2 || terms.some(({ step }) => step.lessThan(1));
  let tolerance = ZERO;
  for (const { unit, step, value } of terms) {
    if (value.isZero()) continue;
    if (unit === '') {
      if (step.lessThan(1)) tolerance = tolerance.plus(step.times(HALF));
    } else if (unit === '%' || step.greaterThan(1)) tolerance = tolerance.plus(step.times(HALF));
    else if (step.equals(1) && dropped) tolerance = tolerance.plus(HALF);
  }
  return tolerance;
}

/** "a + b + … = total", from figures of one unit. */
export function sum(
  act: Pick<Act, 'passage'>,
  extractor: string,
  total: Figure,
  parts: readonly Figure[],
  signs: readonly (1 | -1)[] = [],
): Relation {
  const signOf = (index: number): 1 | -1 => signs[index] ?? 1;
  const scale = commonScale([total, ...parts]);
  const show = (value: Decimal): string => plainDecimal(value.div(scale));
  const expected = parts.reduce((all, part, index) => all.plus(part.value.times(signOf(index))), ZERO);
  const shown = parts.map((part, index) => {
    const value = part.value.times(signOf(index));
    return index === 0 ? show(value) : value.isNegative() ? `- ${show(value.abs())}` : `+ ${show(value)}`;
  });
  return relation(
    act,
    extractor,
    'sum',
    `${shown.join(' ')} = ${show(total.value)}`,
    expected,
    total.value,
    toleranceOf([total, ...parts]),
    [{ role: 'total', figure: total }, ...parts.map((figure) => ({ role: 'part' as const, figure }))],
  );
}

/** Any relation, from what was expected and what is printed. */
export function relation(
  act: Pick<Act, 'passage'>,
  extractor: string,
  kind: Relation['kind'],
  statement: string,
  expected: Decimal,
  observed: Decimal,
  tolerance: Decimal,
  terms: readonly Term[],
): Relation {
  const difference = observed.minus(expected);
  // What is printed in thousands is told in thousands: the reader finds the figures that are on the page.
  const scale = kind === 'percentage' || kind === 'ratio' ? 1 : commonScale(terms.map(({ figure }) => figure));
  const inScale = (value: Decimal): string => plainDecimal(value.div(scale));
  return {
    extractor,
    kind,
    statement,
    holds: difference.abs().lessThanOrEqualTo(tolerance),
    expected: inScale(expected),
    observed: inScale(observed),
    difference: inScale(difference),
    tolerance: inScale(tolerance),
    terms: terms.map(({ role, figure }) => ({
      role,
      value: plainDecimal(figure.value.div(figure.unit === '%' ? 1 : scale)),
      span: spanOf(act, figure),
    })),
  };
}

/** The scale that all the figures are printed in: 1000 where all are "k€". */
function commonScale(figures: readonly Figure[]): number {
  const scales = new Set(figures.filter(({ unit }) => unit !== '%').map(({ scale }) => scale));
  return scales.size === 1 ? [...scales][0]! : 1;
}

/** One thing that a text names, of `length` characters: it counts for 1. */
export const one = (start: number, length: number): Figure => ({
  start,
  end: start + length,
  digits: start,
  value: new Decimal(1),
  step: new Decimal(1),
  scale: 1,
  unit: '',
  signed: false,
  yearLike: false,
});

export const spanOf = (act: Pick<Act, 'passage'>, { start, end }: { start: number; end: number }): Span =>
  act.passage.span(start, end);

/** "12 500.50" as a decimal: no exponent, no trailing noise. */
export const show = (value: Decimal): string => value.toDecimalPlaces(6).toFixed();

const plainDecimal = (value: Decimal): string => value.toDecimalPlaces(6).toFixed();

export const total = (figures: readonly Figure[]): Decimal => figures.reduce((all, { value }) => all.plus(value), ZERO);

/**
 * Whether one digit, misprinted in one of the figures, explains that the parts do not make the total: the gap has one
 * digit that counts. Where words support the sum, this is how a mistake looks.
 */
export function slipped(whole: Figure, parts: readonly Figure[]): boolean {
  const gap = total(parts).minus(whole.value).abs();
  if (gap.isZero() || whole.value.lessThanOrEqualTo(0)) return false;
  return (
    /^[1-9]0*$/.test(gap.toFixed().replace('.', '').replace(/^0+/, '')) && gap.lessThan(whole.value.plus(total(parts)))
  );
}

/**
 * Whether one digit, misprinted or lost, parts two figures: their gap has one digit that counts, or they are written so.
 * Of round figures it proves nothing.
 */
export function oneSlip(a: Decimal, b: Decimal): boolean {
  const gap = a.minus(b).abs();
  const digits = a.toFixed(2).replace(/\D|[.0]*$/g, '').length;
  if (gap.isZero() || a.isNegative() !== b.isNegative() || digits < 3) return false;
  const one = /^0*[1-9]0*$/.test(gap.toFixed(2).replace('.', '')) && gap.lessThan(a.abs());
  const [x, y] = [a.abs().toFixed(2), b.abs().toFixed(2)];
  return one || oneDigitOff(x, y) || swapped(x, y);
}

/** Whether the parts make the total, within what rounding explains. */
export const makes = (whole: Figure, parts: readonly Figure[]): boolean =>
  total(parts)
    .minus(whole.value)
    .abs()
    .lessThanOrEqualTo(toleranceOf([whole, ...parts]));

/** Whether two neighbouring digits have changed places. */
function swapped(a: string, b: string): boolean {
  const at = [...a].findIndex((digit, i) => digit !== b[i]);
  return at >= 0 && a.length === b.length && `${a.slice(0, at)}${a[at + 1]}${a[at]}${a.slice(at + 2)}` === b;
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
