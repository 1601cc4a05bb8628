import type { Field, Reading } from '../models/fields.js';

/**
 * All that the grammar reads in a text, in order, overlapping readings resolved as in a document.
 * With `fields`, those alone.
 */
export function readFields(_text: string, _fields?: readonly Field[]): Reading[] {
  return [];
}
