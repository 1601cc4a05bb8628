import type { Box } from '../../models/geometry.js';
import type { SheetWord } from './sheet.js';

/** A bullet stands no further before its line than this many times the line's type, and no smaller part of it high. */
const REACH = 3;
const LOW = 0.12;
const HIGH = 0.7;
/** With more small shapes than this, a page shows a drawing. */
const MANY = 150;

/**
 * The words of a page with the bullets that its writer drew instead of printing them: browsers and design programs do.
 * `shapes`: small filled shapes, about as wide as high.
 */
export function withDrawnBullets(words: readonly SheetWord[], shapes: readonly Box[]): readonly SheetWord[] {
  if (shapes.length === 0 || shapes.length > MANY) return words;
  const bullets = new Map<SheetWord, SheetWord>();
  for (const shape of shapes) {
    const announced = lineAfter(shape, words);
    if (!announced || bullets.has(announced)) continue;
    const { baseline, size, bold, italic } = announced;
    bullets.set(announced, { text: '•', box: shape, baseline, confidence: 1, size, bold, italic });
  }
  return bullets.size === 0
    ? words
    : words.flatMap((word) => [...(bullets.has(word) ? [bullets.get(word)!] : []), word]);
}

/** The first word of the line that a shape stands before; nothing where words stand close before it as well. */
function lineAfter([left, top, right, bottom]: Box, words: readonly SheetWord[]): SheetWord | undefined {
  const middle = (top + bottom) / 2;
  let nearest: SheetWord | undefined;
  for (const word of words) {
    const { box, baseline, size, angle } = word;
    if (angle || middle > baseline || middle < baseline - size * 0.75) continue;
    const height = bottom - top;
    if (height < size * LOW || height > size * HIGH || right - left > height * 1.5) continue;
    if (box[0] < left) {
      if (left - box[2] < size * REACH) return undefined;
    } else if (box[0] - right > size * 0.1 && box[0] - right < size * REACH && !(nearest && nearest.box[0] <= box[0]))
      nearest = word;
  }
  return nearest && /^[\p{L}\d«"“(]/u.test(nearest.text) ? nearest : undefined;
}
