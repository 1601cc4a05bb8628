import type { Amount, Nature } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import type { Unit } from './units.js';

/** A sum, where it stands in the passage, and what was understood of it. */
export interface Sum {
  readonly amount: Amount;
  readonly start: number;
  readonly end: number;
  /** Where the words end that belong to it alone: the name behind it. */
  consumed: number;
  nature?: Nature | undefined;
  payer?: string | undefined;
  beneficiary?: string | undefined;
  purpose?: string | undefined;
  year?: number | undefined;
  fromTable: boolean;
  /** Nobody in particular pays: whoever uses a service of the town; a threshold of the law. */
  taken?: boolean;
  unit?: Unit | undefined;
  /** The sum of the words that announce its list: "la subvention de 9 000 € se décompose en :". */
  announcedBy?: Sum | undefined;
}

/** What stands between a sum and the same sum said again, in words or with its tax: "1 200 € (mille deux cents euros)". */
const TWIN = /^[\s,(]*(?:(?:ht|ttc|t\.t\.c\.?|h\.t\.?)?[\s,(]*(?:soit|ou)?)[\s,(]*$/;

/** Behind a sum in brackets: it is told for comparison. */
const OF_ANOTHER_YEAR = /^\s*(?:en|pour|au titre de)\s+(?:l'annee\s+|l'exercice\s+)?(?:19|20)\d{2}\s*\)/;

/** Whether `next` is `sum` said again. "730 055 € (204 765 € en 2019)" sets two sums side by side. */
export function isTwin(text: string, sum: Sum, next: Sum): boolean {
  const between = plain(text.slice(sum.end, next.start));
  return (
    TWIN.test(between) && !(between.includes('(') && OF_ANOTHER_YEAR.test(plain(text.slice(next.end, next.end + 40))))
  );
}

/** The next sum that is not the one at `i` said again. */
export function nextOther(text: string, sums: readonly Sum[], i: number): Sum | undefined {
  let j = i;
  while (j + 1 < sums.length && isTwin(text, sums[j]!, sums[j + 1]!)) j += 1;
  return sums[j + 1];
}

/** Where the words in brackets end that say a sum again. */
export function twinsEnd(text: string, sum: Sum, to: number): number {
  const again = /^\s*\((?:[^()€]|€(?=\)))*\)/u.exec(text.slice(sum.end, Math.min(to, sum.end + 160)));
  return again && /euros?|€|cents?/i.test(again[0]) ? sum.end + again[0].length : sum.end;
}

/** A sum said again means what it meant. */
export function inheritFrom(sum: Sum, other: Sum): void {
  if (other.nature) sum.nature = other.nature;
  if (other.payer) sum.payer = other.payer;
  if (other.beneficiary) sum.beneficiary = other.beneficiary;
  if (other.purpose) sum.purpose = other.purpose;
  if (other.year) sum.year = other.year;
}
