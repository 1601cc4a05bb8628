import { describe, expect, it } from 'vitest';
import { readWord } from '../../pipeline/reading/ocr/figures.js';
import type { Grey } from '../../pipeline/reading/ocr/grey.js';
import type { Letter } from '../../pipeline/reading/ocr/recogniser.js';

const [HIGH, PLACE, INK] = [30, 20, 16];

/** A figure as it is printed, each sign a block of ink in its place; a 1 fills half of its place, a space takes `thin`. */
function printed(figure: string, thin: number) {
  const letters: Letter[] = [];
  let x = 10;
  for (const text of figure) {
    if (text === ' ') x += thin;
    else {
      const [left, width] = text === '1' ? [x + 4, INK - 8] : [x, INK];
      letters.push({ text, bbox: { x0: left, y0: 5, x1: left + width, y1: 5 + HIGH } });
      x += PLACE;
    }
  }
  const image: Grey = { width: x + 10, height: HIGH + 10, data: new Uint8Array((x + 10) * (HIGH + 10)).fill(255) };
  for (const { bbox } of letters) {
    for (let y = bbox.y0; y < bbox.y1; y += 1) {
      image.data.fill(0, y * image.width + bbox.x0, y * image.width + bbox.x1);
    }
  }
  const bbox = { x0: letters[0]!.bbox.x0, y0: 5, x1: letters.at(-1)!.bbox.x1, y1: 5 + HIGH };
  return { word: { text: figure.replaceAll(' ', ''), confidence: 95, bbox, letters }, image };
}

describe('a figure whose spaces recognition swallowed', () => {
  it.each([
    ['2 700', 8],
    ['1 000', 8],
    ['8 538.71', 8],
    ['15 000', 8],
    ['1608', 0],
    ['2017', 0],
    ['8538.71', 0],
  ])('%s is parted where the paper shows it', (figure, thin) => {
    const { word, image } = printed(figure, thin);
    expect(readWord(word, image, 128).map(({ text }) => text)).toEqual(figure.split(' '));
  });
});
