import { Decimal } from 'decimal.js';
import type { Found } from './found.js';

/** More parts add up by chance. The group may be a page of bare numbers: only its end is looked at. */
const MOST_PARTS = 6;

/**
 * The whole of which the last figures of a group are the parts: 481 participants, 337 jeunes, 144 adultes. The parts get
 * the whole as their parent; the answer is the whole, to which the shares that follow belong.
 */
export function sumsOf(group: readonly Found[]): Found | undefined {
  const counts: Found[] = [];
  for (let i = group.length - 1; i >= 0 && counts.length <= MOST_PARTS; i -= 1) {
    const one = group[i]!;
    if (one.count && /^\d+$/.test(one.value)) counts.unshift(one);
  }
  for (let parts = 2; parts <= MOST_PARTS && parts < counts.length; parts += 1) {
    const whole = counts.at(-parts - 1)!;
    const last = counts.slice(-parts);
    const sum = last.reduce((total, { value }) => total.plus(value), new Decimal(0));
    if (
      sum.equals(whole.value) &&
      sum.greaterThan(3) &&
      last.every((part) => part.parent === undefined || part.parent === whole)
    ) {
      for (const part of last) part.parent = whole;
      return whole;
    }
  }
  return undefined;
}

/** The whole may come last where the sentence says so: "738 adultes et 742 enfants, soit un total de 1 480 personnes". */
export function totalOf(total: Found, before: readonly Found[]): void {
  let sum = new Decimal(0);
  for (let i = before.length - 1; i >= 0 && before.length - i <= MOST_PARTS; i -= 1) {
    const part = before[i]!;
    if (!part.count || part.against !== undefined || !/^\d+$/.test(part.value)) return;
    sum = sum.plus(part.value);
    if (i === before.length - 1 || !sum.equals(total.value)) continue;
    for (const one of before.slice(i)) one.parent ??= total;
    return;
  }
}
