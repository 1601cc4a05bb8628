import type { Nature } from '../../models/records.js';
import type { Context } from './context.js';
import { readDealing } from './dealings.js';
import { readGiver } from './giver.js';
import { labelOf, ownLabel } from './label.js';
import { isNobodys } from './nobodys.js';
import { type Place, placeOf } from './place.js';
import { purposeAfter, purposeBefore, purposeOfLeadIn } from './purpose.js';
import { behindOf, readReceiver } from './receiver.js';
import { natureAt } from './sentence-nature.js';
import { inheritFrom, type Sum } from './sum.js';
import { inAside, yearBeside, yearsIn } from './year.js';

/** A sum in a sentence or a list item: the words beside it, then what announces it. */
export function readSentence(context: Context, sum: Sum, previous: Sum | undefined, next: Sum | undefined): void {
  const place = placeOf(context, sum, previous, next);
  if (place.before && place.twin) {
    inheritFrom(sum, place.before);
    sum.year ??= yearBeside(place.left, place.right);
    return;
  }
  if (isNobodys(place, sum.amount.value)) {
    sum.nature = 'other';
    sum.taken = true;
    return;
  }
  sum.nature = natureAt(context, sum, place);
  const label = labelOf(context, sum, place);
  const behind = behindOf(context, place);
  readReceiver(context, sum, place, label, behind);
  const giver = readGiver(context, sum, place, label, behind);
  readDealing(context, sum, place, giver);
  sum.year = yearAt(context, sum, place, previous);
  sum.purpose =
    purposeAfter(context.text, Math.max(place.behind, sum.consumed), place.to) ??
    (label ? undefined : purposeBefore(place.left)) ??
    ownLabel(context.text, place.unit, sum) ??
    (place.leadIn ? purposeOfLeadIn(place.leadIn) : undefined);
}

/** Parts of one sum: they are of the year of the sum that they part. */
const PARTS: ReadonlySet<Nature> = new Set(['instalment', 'advance', 'balance']);

/** The year beside the sum, else in its sentence, its unit, what announces it; else the act's. */
function yearAt({ text, year }: Context, sum: Sum, place: Place, previous: Sum | undefined): number | undefined {
  const { unit, left, right, wholeLeft, leadIn, heading } = place;
  const partOf =
    PARTS.has(sum.nature ?? 'other') &&
    !/\b20\d\d\b/.test(text.slice(unit.start, unit.end)) &&
    previous?.unit?.heading &&
    previous.unit.heading === unit.heading &&
    yearBeside('', text.slice(sum.end, unit.end)) === undefined;
  return (
    yearBeside(left, right) ??
    yearBeside(wholeLeft, '') ??
    (inAside(left) ? undefined : place.before?.year) ??
    (partOf ? previous?.year : undefined) ??
    yearBeside(text.slice(unit.start, sum.start), text.slice(sum.end, Math.max(place.to, place.reach))) ??
    (leadIn ? yearsIn(leadIn).at(-1)?.year : undefined) ??
    yearsIn(wholeLeft).at(-1)?.year ??
    yearsIn(heading).at(-1)?.year ??
    year
  );
}
