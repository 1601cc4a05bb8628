import { describe, expect, it } from 'vitest';
import type { Grey } from '../../pipeline/reading/ocr/grey.js';
import { withoutShowThrough } from '../../pipeline/reading/ocr/show-through.js';

const [WIDTH, HEIGHT, PITCH] = [360, 120, 24];
const PAPER = 245;

/** Upright strokes in three thirds of a page: `depths` below the paper, across each stroke. */
function page(...depths: readonly (readonly number[])[]): Grey {
  const row = Uint8Array.from({ length: WIDTH }, (_, x) => {
    const third = depths[Math.floor(x / (WIDTH / 3))] ?? [];
    return PAPER - (third[x % PITCH] ?? 0);
  });
  const data = new Uint8Array(WIDTH * HEIGHT).fill(PAPER);
  for (let y = 20; y < HEIGHT - 20; y += 1) data.set(row, y * WIDTH);
  return { width: WIDTH, height: HEIGHT, data };
}

const darkest = ({ data }: Grey, third: number): number => {
  const from = (WIDTH / 3) * third;
  return Math.min(...data.filter((_, i) => i % WIDTH >= from && i % WIDTH < from + WIDTH / 3));
};

const ink = [0, 0, 0, 0, 0, 0, 220, 220, 220, 220];
const palePrint = [0, 0, 0, 0, 0, 0, 80, 80, 80, 80];
const back = [0, 0, 10, 20, 35, 50, 65, 75, 80, 80, 75, 65, 50, 35, 20, 10];

describe('what shows through from the back of a sheet', () => {
  it('goes; the ink of the page and pale print on it stay', () => {
    const clean = withoutShowThrough(page(ink, palePrint, back), 300);
    expect(darkest(clean, 0)).toBe(PAPER - 220);
    expect(darkest(clean, 1)).toBe(PAPER - 80);
    expect(darkest(clean, 2)).toBeGreaterThan(PAPER - 15);
  });

  it.each([
    ['with nothing but print', page(ink, palePrint, [])],
    ['that is faint all over', page(back, back, back)],
  ])('is not looked for on a page %s', (_, image) => {
    const read = withoutShowThrough(image, 300);
    expect(read.data).toEqual(image.data);
  });
});
