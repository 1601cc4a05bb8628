import type { Field } from '../models/fields.js';

/** The grammar alone, for the command line. */
export { type Parsed, parse } from '../extractors/parse.js';

export type Kind = Field;

/** What `parse` can be asked for. */
export const KINDS: readonly Kind[] = [
  'amount',
  'number',
  'percent',
  'ordinal',
  'date',
  'duration',
  'citation',
  'identifier',
];
