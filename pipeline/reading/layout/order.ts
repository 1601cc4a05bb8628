import type { Box } from '../../../models/geometry.js';

/** A gutter is at least this wide (points). */
const GUTTER = 7;
/** A row of cards is at most this high, and its tops differ by less than this (points). */
const CARD_HEIGHT = 130;
const LEVEL = 5;

/**
 * Things in reading order: bands from top to bottom; inside a band that a gutter parts from top to bottom, columns from
 * left to right. Neighbouring bands with one gutter are read as columns of one text.
 */
export function inReadingOrder<T>(things: readonly T[], boxOf: (thing: T) => Box): T[] {
  return cut(
    things.map((thing) => ({ thing, box: boxOf(thing) })),
    0,
  ).map(({ thing }) => thing);
}

interface Placed<T> {
  readonly thing: T;
  readonly box: Box;
}

function cut<T>(placed: readonly Placed<T>[], depth: number): Placed<T>[] {
  if (placed.length < 2 || depth > 12) return topFirst(placed);
  const columns = columnsOf(placed);
  if (columns.length > 2 && isCards(placed, columns.length))
    return bandsOf(placed).flatMap((band) => cut(band, depth + 1));
  if (columns.length > 1) return columns.flatMap((column) => cut(column, depth + 1));
  const bands = bandsOf(placed);
  if (bands.length < 2) return topFirst(placed);
  const regions: Placed<T>[][] = [];
  for (const band of bands) {
    const last = regions.at(-1);
    if (last && columnsOf(last).length > 1 && columnsOf([...last, ...band]).length === columnsOf(last).length) {
      last.push(...band);
    } else regions.push([...band]);
  }
  return regions.flatMap((region) => cut(region, depth + 1));
}

/** Cards in rows: three or more side by side, their tops level, in low bands; text in columns has no such bands. */
function isCards<T>(placed: readonly Placed<T>[], columns: number): boolean {
  const bands = bandsOf(placed);
  if (bands.length < 2) return false;
  const heights = bands.map((band) => Math.max(...band.map(({ box }) => box[3])) - Math.min(...band.map(topOf)));
  if (heights.some((height) => height > CARD_HEIGHT)) return false;
  return bands.slice(0, -1).every((band) => {
    const first = Math.min(...band.map(topOf));
    return columnsOf(band).length === columns && band.filter((one) => topOf(one) - first < LEVEL).length > 1;
  });
}

const topOf = <T>({ box }: Placed<T>): number => box[1];

const topFirst = <T>(placed: readonly Placed<T>[]): Placed<T>[] =>
  [...placed].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);

/** Groups that no thing joins from left to right. */
const columnsOf = <T>(placed: readonly Placed<T>[]): Placed<T>[][] => groups(placed, 0, 2, GUTTER);
/** Groups that no thing joins from top to bottom; boxes of one line may touch. */
const bandsOf = <T>(placed: readonly Placed<T>[]): Placed<T>[][] => groups(placed, 1, 3, -2);

function groups<T>(placed: readonly Placed<T>[], from: 0 | 1, to: 2 | 3, gap: number): Placed<T>[][] {
  const sorted = [...placed].sort((a, b) => a.box[from] - b.box[from]);
  const found: Placed<T>[][] = [];
  let end = -Infinity;
  for (const one of sorted) {
    if (one.box[from] >= end + gap) found.push([one]);
    else found.at(-1)!.push(one);
    end = Math.max(end, one.box[to]);
  }
  return found;
}
