import type { Box } from '../../../models/geometry.js';
import type { Stroke } from './rules.js';

/** A gutter is at least this wide (points). */
const GUTTER = 7;
/** A row of cards is at most this high, and its tops differ by less than this (points). */
const CARD_HEIGHT = 130;
const LEVEL = 5;
/** What goes on a column stands less than this under it. */
const BELOW = 40;
/** Columns of text are higher than this (points), what signs them is not. */
const TEXT_HEIGHT = 80;

/**
 * Things in reading order: bands from top to bottom; inside a band that a gutter parts from top to bottom, columns from
 * left to right. Neighbouring bands with one gutter are read as columns of one text, but where one of `bars`, the long
 * level rules of the page, parts them.
 */
export function inReadingOrder<T>(things: readonly T[], boxOf: (thing: T) => Box, bars: readonly Stroke[] = []): T[] {
  return cut(
    things.map((thing) => ({ thing, box: boxOf(thing) })),
    bars,
    0,
  ).map(({ thing }) => thing);
}

interface Placed<T> {
  readonly thing: T;
  readonly box: Box;
}

function cut<T>(placed: readonly Placed<T>[], bars: readonly Stroke[], depth: number): Placed<T>[] {
  if (placed.length < 2 || depth > 12) return topFirst(placed);
  const columns = columnsOf(placed);
  if (columns.length > 2 && isCards(placed, columns.length))
    return bandsOf(placed).flatMap((band) => cut(band, bars, depth + 1));
  const regions: Placed<T>[][] = [];
  for (const band of bandsOf(placed)) {
    const last = regions.at(-1);
    if (last && goesOn(last, band) && !isBarred(last, band, bars)) last.push(...band);
    else regions.push([...band]);
  }
  if (regions.length > 1) return regions.flatMap((region) => cut(region, bars, depth + 1));
  return columns.length > 1 ? columns.flatMap((column) => cut(column, bars, depth + 1)) : topFirst(placed);
}

/**
 * Whether a band goes on the columns above it: it keeps to their gutters, and what stands on one side only stands close
 * under that side. Further down, the page begins something new.
 */
function goesOn<T>(region: readonly Placed<T>[], band: readonly Placed<T>[]): boolean {
  const columns = columnsOf(region);
  if (columns.length < 2 || columnsOf([...region, ...band]).length !== columns.length) return false;
  const [top, end] = [Math.min(...band.map(topOf)), Math.max(...region.map(({ box }) => box[3]))];
  // White all over the page under columns of text ends them; a signature is set under its office, however far.
  if (columnsOf(band).length > 1) return top - end < BELOW || end - Math.min(...region.map(topOf)) < TEXT_HEIGHT;
  const [left, right] = [Math.min(...band.map(({ box }) => box[0])), Math.max(...band.map(({ box }) => box[2]))];
  const above = region.filter(({ box }) => box[0] < right && box[2] > left);
  return top - Math.max(...above.map(({ box }) => box[3])) < BELOW;
}

/** Whether a rule runs between a region and the band under it, over the whole width of both. */
function isBarred<T>(region: readonly Placed<T>[], band: readonly Placed<T>[], bars: readonly Stroke[]): boolean {
  const boxes = [...region, ...band].map(({ box }) => box);
  const [left, right] = [Math.min(...boxes.map((box) => box[0])), Math.max(...boxes.map((box) => box[2]))];
  const [bottom, top] = [Math.max(...region.map(({ box }) => box[3])), Math.min(...band.map(topOf))];
  return bars.some(
    ({ at, from, to }) => at > bottom - LEVEL && at < top + LEVEL && from < left + GUTTER && to > right - GUTTER,
  );
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
