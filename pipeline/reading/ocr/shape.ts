import type { ReadWord } from './figures.js';
import type { RawLine } from './recogniser.js';

/** Heights of letters as shares of the type's height, in the usual faces of office documents. */
const TALL = /[A-ZÀ-Þ0-9bdfhklß]/u;
const SMALL = /[acemnorsuvwxz]/;
const HANGING = /[gjpqyçQ,;()[\]{}|/@$§"'’‘“”«»\-–—*°.·•]/u;
const ACCENTED_CAPITAL = /[À-Þ]/u;
const TALL_SHARE = 0.71;
const SMALL_SHARE = 0.5;

/**
 * Where the letters of a line stand, and how high its type is, in pixels, from the boxes of its letters; a line that
 * was only seen at a second look is measured by its words.
 */
export function shapeOf(line: RawLine, words: readonly ReadWord[]): { baseline: number; size: number } {
  const feet: number[] = [];
  const tall: number[] = [];
  const small: number[] = [];
  for (const { letters } of line) {
    for (const { text, bbox } of letters) {
      if (!HANGING.test(text)) feet.push(bbox.y1);
      if (TALL.test(text) && !ACCENTED_CAPITAL.test(text)) tall.push(bbox.y1 - bbox.y0);
      else if (SMALL.test(text)) small.push(bbox.y1 - bbox.y0);
    }
  }
  const top = Math.min(...words.map(({ bbox }) => bbox.y0));
  const bottom = Math.max(...words.map(({ bbox }) => bbox.y1));
  const baseline = feet.length > 0 ? median(feet) : bottom;
  if (tall.length > 0 && tall.length * 4 >= small.length) return { baseline, size: median(tall) / TALL_SHARE };
  return { baseline, size: small.length > 0 ? median(small) / SMALL_SHARE : (bottom - top) / TALL_SHARE };
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!;
