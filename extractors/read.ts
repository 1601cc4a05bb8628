import type { Field, Reading } from '../models/fields.js';
import { EXTRACTORS } from './catalogue.js';
import { withoutOverlaps } from './refiners/overlaps.js';
import { joinSumsSaidTwice } from './refiners/sums-said-twice.js';

/** Fields written in digits that are not numbers (a phone, a day): read along with numbers, to keep them out. */
const NO_NUMBERS: readonly Field[] = ['identifier', 'date'];

/**
 * All that the grammar reads in a text, in order, overlapping readings resolved as in a document.
 * With `fields`, those alone.
 */
export function readFields(text: string, fields?: readonly Field[]): Reading[] {
  const beside = fields?.includes('number') ? NO_NUMBERS : [];
  const readings: Reading[] = [];
  for (const { id, field, extract } of EXTRACTORS) {
    if (fields && !fields.includes(field) && !beside.includes(field)) continue;
    for (const { start, end, value } of extract(text)) {
      const reading = { field, extractor: id, start, end, value } as Reading;
      if (!fields || fields.includes(field) || isSurelyNoNumber(reading)) readings.push(reading);
    }
  }
  // Overlaps first: a sum said twice is two readings that stand side by side.
  const read = joinSumsSaidTwice(text, withoutOverlaps(readings));
  return fields ? read.filter(({ field }) => fields.includes(field)) : read;
}

/** Four digits may be a year or a number: when numbers are asked for, they are a number. */
const isSurelyNoNumber = ({ field, extractor }: Reading): boolean =>
  field === 'identifier' || (extractor !== 'dates/year' && extractor !== 'dates/alone');
