import type { Field } from '../models/fields.js';

/** The grammar alone, for the command line. */
export { parse } from '../extractors/parse.js';

/** What `parse` can be asked for. */
export const KINDS: readonly Field[] = [
  'amount',
  'number',
  'percent',
  'ordinal',
  'date',
  'duration',
  'citation',
  'identifier',
];
