import type { FrenchText } from '../french/text.js';

/** A day, a month or a year as it is written, perhaps without its year. */
export interface Point {
  readonly start: number;
  readonly end: number;
  readonly day?: number;
  readonly month?: number;
  readonly year?: number;
  readonly weekday?: number;
  /** "2020/21": the year after, written short. */
  readonly nextYear?: number;
  /** How it is written. */
  readonly form: 'words' | 'numeric' | 'year' | 'impossible';
  /** Its month (or year) is that of the next point: the "3" of "du 3 au 12 avril". */
  readonly shares?: true;
}

/** Index of the first figure that starts at or after an offset. */
export function indexOfFigure(text: FrenchText, offset: number): number {
  let low = 0;
  let high = text.figures.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (text.figures[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
