import { cropped, type Grey, reduced, threshold, tilted, turned } from './grey.js';
import { islands } from './islands.js';
import type { PixelBox, Recogniser } from './recogniser.js';
import { withoutRules } from './rules.js';
import { skewOf } from './skew.js';

/** Fewer letters than this say nothing of how a page lies. */
const ENOUGH = 12;
/** How many times more letters must have their neighbour on one side than on the other for it to be no chance. */
const CLEARLY = 1.8;
/** How many times more ink must stand above the small letters than below. */
const ASYMMETRY = 1.25;

/**
 * Clockwise quarter turns that make the writing upright, 0 to 3. What the shapes of words and lines leave open is
 * settled by recognising a part of the page each way.
 */
export async function quarterTurns(
  image: Grey,
  dpi: number,
  recogniser: Recogniser,
  left: () => number,
): Promise<number> {
  const ways = likelyTurns(image, dpi);
  if (ways.length === 1) return ways[0]!;
  let best = { turn: ways[0]!, score: -1 };
  for (const turn of ways) {
    const score = await legibilityOf(turned(image, turn), dpi, recogniser, left);
    if (score > best.score) best = { turn, score };
  }
  return best.turn;
}

/** The turns that the shapes on the page allow; one when they leave no doubt. */
function likelyTurns(image: Grey, dpi: number): number[] {
  const small = reduced(image, Math.max(1, Math.round(dpi / 100)));
  const { level, ink, paper } = threshold(small);
  if (paper - ink < 40) return [0];
  const dark = new Uint8Array(small.data.length);
  for (let i = 0; i < dark.length; i += 1) dark[i] = small.data[i]! < level ? 1 : 0;
  const letters = islands(dark, small.width, small.height).filter(
    ({ x0, x1, y0, y1 }) => Math.max(x1 - x0, y1 - y0) >= 4 && Math.max(x1 - x0, y1 - y0) <= 130,
  );
  const { across, down } = neighbours(letters);
  if (Math.max(across, down) < ENOUGH) return [0];
  if (down > CLEARLY * across) return [1, 3];
  const lean = uprightness(small);
  if (across > CLEARLY * down) return lean > ASYMMETRY ? [0] : [0, 2];
  return [0, 2, 1, 3];
}

/** Letters stand nearer to each other than lines do: how many have their nearest neighbour beside, and above or below. */
function neighbours(letters: readonly PixelBox[]): { across: number; down: number } {
  let across = 0;
  let down = 0;
  const step = Math.max(1, Math.floor(letters.length / 200));
  for (let i = 0; i < letters.length; i += step) {
    const { x0, y0, x1, y1 } = letters[i]!;
    let beside = Infinity;
    let below = Infinity;
    for (const other of letters) {
      if (other === letters[i]) continue;
      const shareY = Math.min(y1, other.y1) - Math.max(y0, other.y0);
      const shareX = Math.min(x1, other.x1) - Math.max(x0, other.x0);
      if (shareY > 0 && shareX <= 0) beside = Math.min(beside, -shareX);
      else if (shareX > 0 && shareY <= 0) below = Math.min(below, -shareY);
    }
    if (beside < below) across += 1;
    else if (below < beside) down += 1;
  }
  return { across, down };
}

/**
 * Ink above the small letters of the lines for that below them: more than 1 on an upright page, for l, d, t, capitals,
 * figures and accents are many and g, p, q are few.
 */
function uprightness(small: Grey): number {
  const level = tilted(small, -skewOf(small));
  const limit = threshold(level).level;
  const { width, height, data } = level;
  const profile = new Float64Array(height);
  for (let y = 0; y < height; y += 1) {
    let count = 0;
    for (let x = Math.floor(width * 0.05); x < width * 0.95; x += 1) if (data[y * width + x]! < limit) count += 1;
    profile[y] = count;
  }
  let above = 1;
  let below = 1;
  for (let y = 0; y < height; ) {
    if (profile[y]! < 2) {
      y += 1;
      continue;
    }
    const top = y;
    while (y < height && profile[y]! >= 2) y += 1;
    // A line of writing is 6 to 40 points high; other bands are rules and pictures.
    if (y - top < 8 || y - top > 57) continue;
    const band = profile.subarray(top, y);
    const core = Math.max(...band) * 0.5;
    const first = band.findIndex((count) => count >= core);
    const last = band.findLastIndex((count) => count >= core);
    for (let k = 0; k < first; k += 1) above += band[k]!;
    for (let k = last + 1; k < band.length; k += 1) below += band[k]!;
  }
  return above / below;
}

/** How much of the fullest part of a page can be read this way up. */
async function legibilityOf(image: Grey, dpi: number, recogniser: Recogniser, left: () => number): Promise<number> {
  const top = fullest(image);
  const part = cropped(image, 0, top, image.width, top + Math.round(image.height / 4));
  const straight = tilted(part, -skewOf(part));
  const { image: clean } = withoutRules(straight, dpi, threshold(straight));
  const factor = Math.max(1, Math.floor(dpi / 140));
  const lines = await recogniser.lines(reduced(clean, factor), { segmentation: '6' }, dpi / factor, left());
  // Upside down, many letters are taken for others, and few of them surely.
  return lines
    .flat()
    .filter(({ text }) => /[\p{L}\d]{2,}/u.test(text))
    .reduce((sum, { text, confidence }) => sum + text.length * (confidence / 100) ** 4, 0);
}

/** Where the quarter of the page's height with the most ink begins. */
function fullest({ width, height, data }: Grey): number {
  const step = Math.max(1, Math.round(height / 16));
  const ink = Array.from({ length: Math.ceil(height / step) }, (_, band) => {
    let dark = 0;
    const end = Math.min(data.length, (band + 1) * step * width);
    for (let i = band * step * width; i < end; i += 7) if (data[i]! < 128) dark += 1;
    return dark;
  });
  const quarter = (band: number): number => ink.slice(band, band + 4).reduce((a, b) => a + b, 0);
  let best = 0;
  for (let band = 1; band + 4 <= ink.length; band += 1) if (quarter(band) > quarter(best)) best = band;
  return best * step;
}
