import { type Grey, reduced } from './grey.js';
import { around, islands } from './islands.js';
import type { PixelBox } from './recogniser.js';

/** Inches: ink lower than this is dust or a full stop, ink higher is a drawing; the same for its width. */
const LOWEST = 0.05;
const HIGHEST = 0.3;
const WIDEST = 1.2;
/** Signs nearer to each other than this stand in one word. */
const NEAR = 0.06;

/**
 * Ink that looks like writing and lies in none of the boxes: what recognition passed over, often a lone figure in a
 * table. At most `limit` places; a page with more of it holds a drawing, and answers none.
 */
export function unreadInk(
  image: Grey,
  dpi: number,
  level: number,
  read: readonly PixelBox[],
  limit: number,
): PixelBox[] {
  const factor = Math.max(1, Math.round(dpi / 100));
  const small = reduced(image, factor);
  const { width, height, data } = small;
  // A thin stroke is paler on the reduced copy.
  const pale = level + (255 - level) * 0.5;
  const ink = new Uint8Array(width * height);
  for (let i = 0; i < ink.length; i += 1) ink[i] = data[i]! < pale ? 1 : 0;
  const air = 0.02 * dpi;
  for (const { x0, y0, x1, y1 } of read) {
    const left = Math.max(0, Math.floor((x0 - air) / factor));
    const right = Math.min(width, Math.ceil((x1 + air) / factor));
    const bottom = Math.min(height, Math.ceil((y1 + air) / factor));
    for (let y = Math.max(0, Math.floor((y0 - air) / factor)); y < bottom; y += 1) {
      if (right > left) ink.fill(0, y * width + left, y * width + right);
    }
  }
  const inches = dpi / factor;
  const signs = islands(ink, width, height).filter(({ x0, y0, x1, y1 }) => {
    const high = (y1 - y0) / inches;
    return high >= LOWEST && high <= HIGHEST && (x1 - x0) / inches <= WIDEST && x1 - x0 >= 2;
  });
  const words = joined(signs, NEAR * inches).filter(({ x0, x1, y0, y1 }) => (x1 - x0) * 4 >= y1 - y0 || x1 - x0 >= 3);
  if (words.length > limit) return [];
  return words.map(({ x0, y0, x1, y1 }) => ({ x0: x0 * factor, y0: y0 * factor, x1: x1 * factor, y1: y1 * factor }));
}

/** Signs side by side become words. */
function joined(signs: readonly PixelBox[], near: number): PixelBox[] {
  const words: PixelBox[] = [];
  for (const sign of [...signs].sort((a, b) => a.x0 - b.x0)) {
    const index = words.findLastIndex(
      (word) => sign.x0 - word.x1 <= near && Math.min(word.y1, sign.y1) - Math.max(word.y0, sign.y0) > 0,
    );
    if (index < 0) words.push(sign);
    else words[index] = around(words[index]!, sign);
  }
  return words;
}
