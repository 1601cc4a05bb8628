import type { Outline } from './document.js';
import type { Field, Reading } from './fields.js';
import type { Page } from './page.js';
import type { Passage } from './passage.js';

/**
 * An act laid open for interpretation: its text as one string, and the fields read in it, in order.
 * Offsets of readings are offsets into `passage.text`; `passage.span` says where that is.
 */
export interface Act {
  readonly outline: Outline;
  /** The pages it stands on, whole; the first and last may hold other acts too. */
  readonly pages: readonly Page[];
  readonly passage: Passage;
  readonly readings: readonly Reading[];
}

/** The readings of one field, in order. */
export const readingsOf = <F extends Field>(act: Pick<Act, 'readings'>, field: F): Reading<F>[] =>
  act.readings.filter((reading) => reading.field === field) as Reading<F>[];
