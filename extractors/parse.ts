import type { Field, Reading } from '../models/fields.js';
import { readFields } from './read.js';

/** One reading as `greffe parse` prints it: snake case, the quote beside the value. */
export type Parsed = { readonly kind: Field; readonly raw: string; readonly start: number; readonly end: number } & {
  readonly [name: string]: string | number | boolean;
};

const SNAKE: Record<string, string> = { endValue: 'end_value', inWords: 'in_words' };

/** What the grammar reads in a text; with `kind`, that kind alone. */
export function parse(text: string, kind?: Field): Parsed[] {
  return readFields(text, kind && [kind]).map((reading) => parsed(text, reading));
}

function parsed(text: string, { field, start, end, value }: Reading): Parsed {
  const answer: Record<string, unknown> = { kind: field, raw: text.slice(start, end), start, end };
  for (const [name, of] of Object.entries(value)) answer[SNAKE[name] ?? name] = of;
  return answer as Parsed;
}
