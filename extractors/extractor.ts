import type { Field, FieldValues } from '../models/fields.js';

/** A value read at [start, end) of the text. */
export interface Match<F extends Field> {
  readonly start: number;
  readonly end: number;
  readonly value: FieldValues[F];
}

/**
 * A rule: one way of writing one kind of fact.
 *
 * It takes a text and yields offsets and a value; whoever runs it adds quote, boxes, legibility and ids, so a record
 * without evidence cannot be made. Its examples are run as tests.
 */
export interface Extractor<F extends Field = Field> {
  /** `folder/file`: amounts/in-words. */
  readonly id: string;
  readonly field: F;
  /** What it reads, in French, as a clerk would say it. */
  readonly title: string;
  /** Text → what must be read in it (the fields named here; more may be there). An array: several readings. */
  readonly reads: Readonly<Record<string, Partial<FieldValues[F]> | readonly Partial<FieldValues[F]>[]>>;
  /** Near misses: texts in which it reads nothing. */
  readonly ignores: readonly string[];
  /** In order of `start`, without overlaps; in time linear in the text's length. */
  extract(text: string): Iterable<Match<F>>;
}

/** A rule, checked by the compiler against the values of its field. */
export const defineExtractor = <F extends Field>(extractor: Extractor<F>): Extractor<F> => extractor;
