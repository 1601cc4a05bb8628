import type { Act } from '../../../models/act.js';
import type { Heading } from '../../../models/document.js';
import type { Amount } from '../../../models/records.js';
import { placeAt, placesOf } from './places.js';
import { sumInWords } from './sentence.js';
import { sumsOfTable } from './table.js';

/**
 * What the sums of a report mean: results, revenues, expenses, subsidies by funder or programme, allowances; with their
 * year, their label as purpose, and their sign. Bare cells of a table in euros (or k€, M€) become amounts too.
 */
export function reportMoney(act: Act, amounts: readonly Amount[], heading: Heading): Amount[] {
  const places = placesOf(act, heading);
  const placed = amounts.map((amount) => ({
    amount,
    at: act.passage.offsetOf(amount.span.page, amount.span.start) ?? 0,
  }));
  const meant: Amount[] = [];
  const inTables = new Set<Amount>();
  for (const place of places) {
    if (place.item.table === undefined) continue;
    for (const [amount, told] of sumsOfTable(act, place, placed, heading.issuer)) {
      if (amount) inTables.add(amount);
      meant.push(told);
    }
  }
  let last: Amount | undefined;
  for (const { amount, at } of placed.sort((a, b) => a.at - b.at)) {
    if (inTables.has(amount)) continue;
    const place = placeAt(places, at);
    last = place ? sumInWords(amount, at, place, last, heading.issuer) : amount;
    meant.push(last);
  }
  return meant.sort((a, b) => a.span.page - b.span.page || a.span.start - b.span.start);
}
