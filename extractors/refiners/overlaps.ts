import type { Field, Reading } from '../../models/fields.js';

/** Which field knows best, first first: an amount inside a phone number is none, a number inside an amount neither. */
const RANK: readonly Field[] = ['identifier', 'date', 'amount', 'percent', 'citation', 'duration', 'ordinal', 'number'];

/**
 * Readings in order, without those that another one explains better. A citation keeps the dates inside it: both are
 * on the page.
 */
export function withoutOverlaps(readings: readonly Reading[]): Reading[] {
  const byStart = [...readings].sort((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b));
  const kept: Reading[] = [];
  for (const reading of byStart) {
    let alive = true;
    for (let i = kept.length - 1; alive && i >= 0 && i >= kept.length - 24; i -= 1) {
      const other = kept[i]!;
      if (other.end <= reading.start || nests(other, reading)) continue;
      if (wins(reading, other)) kept.splice(i, 1);
      else alive = false;
    }
    if (alive) kept.push(reading);
  }
  return kept;
}

const rank = (reading: Reading): number => RANK.indexOf(reading.field);

const nests = (a: Reading, b: Reading): boolean =>
  (a.field === 'citation' && isDay(b)) || (isDay(a) && b.field === 'citation');

/** A bare year inside a citation is a part of its number: "2014/12". */
const isDay = (reading: Reading): boolean => reading.field === 'date' && reading.extractor !== 'dates/year';

/** The longer one of a field; of two fields, the one that knows best, unless the other holds it whole. */
function wins(a: Reading, b: Reading): boolean {
  const [lengthA, lengthB] = [a.end - a.start, b.end - b.start];
  if (a.field === b.field) return lengthA > lengthB;
  if (a.start <= b.start && a.end >= b.end && lengthA > lengthB) return true;
  if (b.start <= a.start && b.end >= a.end && lengthB > lengthA) return false;
  return rank(a) < rank(b);
}
