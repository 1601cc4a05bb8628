import type { Act } from '../../../models/act.js';
import type { Heading } from '../../../models/document.js';
import { isTitle } from '../captions.js';
import { type Item, itemsOf } from '../items.js';
import { yearOfHeading } from '../period.js';
import { scopeOf } from '../scope.js';

/** A stretch of a report with what stands round it: its headings, their year, the stretches before and after. */
export interface Surroundings {
  readonly item: Item;
  readonly scope: string;
  readonly title: string;
  readonly year: number | undefined;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
}

/** Every stretch of a report, in order. */
export function placesOf(act: Act, heading: Heading): Surroundings[] {
  const items = itemsOf(act);
  let scope = '';
  let title = '';
  let level = 9;
  let year = heading.year;
  return items.map((item, index) => {
    if (item.kind === 'heading' || isTitle(item)) {
      if (item.level > level) title = scope;
      scope = scopeOf(item.text) || scope;
      level = item.level;
      const stated = yearOfHeading(item.plain);
      year = stated === undefined ? heading.year : Number(stated.slice(-4));
    }
    return { item, scope, title, year, before: items[index - 1], after: items[index + 1] };
  });
}

/** The stretch that holds an offset. */
export function placeAt(places: readonly Surroundings[], at: number): Surroundings | undefined {
  let low = 0;
  let high = places.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (places[middle]!.item.start <= at) low = middle;
    else high = middle - 1;
  }
  const place = places[low];
  return place && place.item.start <= at && at < place.item.end ? place : undefined;
}
