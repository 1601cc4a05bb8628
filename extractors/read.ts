import type { Field, Reading } from '../models/fields.js';
import { EXTRACTORS } from './catalogue.js';
import { withoutOverlaps } from './refiners/overlaps.js';
import { joinSumsSaidTwice } from './refiners/sums-said-twice.js';

/**
 * All that the grammar reads in a text, in order, overlapping readings resolved as in a document.
 * With `fields`, those alone.
 */
export function readFields(text: string, fields?: readonly Field[]): Reading[] {
  const readings: Reading[] = [];
  for (const { id, field, extract } of EXTRACTORS) {
    if (fields && !fields.includes(field)) continue;
    for (const match of extract(text)) readings.push({ field, extractor: id, ...match } as Reading);
  }
  // Overlaps first: a sum said twice is two readings that stand side by side.
  return joinSumsSaidTwice(text, withoutOverlaps(readings));
}
