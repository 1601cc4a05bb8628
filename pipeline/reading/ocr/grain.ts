import { type Grey, threshold } from './grey.js';

/** A pixel of a grain stands out from the four at one of these distances by this share of the contrast of the page. */
const OUTSTANDING = 0.2;
const DISTANCES = [1, 2];
/** Share of the pixels that stand out, counted at each distance, above which paper is grainy: sharp letters have few. */
const GRAINY = 0.016;
/** So many times a picture is softened at most: the thinnest strokes fade with the grain. */
const ROUNDS = 3;

/**
 * The picture without the grain of a faint or bad copy, which recognition takes for writing, sign by sign and for
 * minutes; itself where its paper is smooth.
 */
export function withoutGrain(image: Grey): Grey {
  let smooth = image;
  for (let round = 0; round < ROUNDS && grainOf(smooth) > GRAINY; round += 1) smooth = softened(smooth);
  return smooth;
}

function grainOf(image: Grey): number {
  const { width, data } = image;
  const { ink, paper } = threshold(image);
  const least = OUTSTANDING * (paper - ink);
  const rim = Math.max(...DISTANCES) * (width + 1);
  const standsOut = (i: number, beside: number, below: number): boolean => {
    const [left, right] = [data[i]! - data[i - beside]!, data[i]! - data[i + beside]!];
    if (Math.abs(left) <= least || left > 0 !== right > 0 || Math.abs(right) <= least) return false;
    const [up, down] = [data[i]! - data[i - below]!, data[i]! - data[i + below]!];
    return left > 0 ? up > least && down > least : up < -least && down < -least;
  };
  let grains = 0;
  let seen = 0;
  // A sample tells enough of a page.
  for (let i = rim; i < data.length - rim; i += 97) {
    seen += 1;
    for (const distance of DISTANCES) if (standsOut(i, distance, distance * width)) grains += 1;
  }
  return grains / Math.max(1, seen);
}

/** What stands out is levelled, then each pixel is mixed with those round it; the rim stays. */
function softened({ width, height, data }: Grey): Grey {
  const level = Uint8Array.from(data);
  for (let i = width + 1; i < data.length - width - 1; i += 1) {
    const [left, right, above, below] = [data[i - 1]!, data[i + 1]!, data[i - width]!, data[i + width]!];
    level[i] = Math.min(Math.max(left, right, above, below), Math.max(Math.min(left, right, above, below), data[i]!));
  }
  const out = Uint8Array.from(level);
  const column = (i: number): number => level[i - width]! + 2 * level[i]! + level[i + width]!;
  for (let i = width + 1; i < data.length - width - 1; i += 1) {
    out[i] = (column(i - 1) + 2 * column(i) + column(i + 1) + 8) >> 4;
  }
  return { width, height, data: out };
}
