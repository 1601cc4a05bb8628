import { describe, expect, it } from 'vitest';
import { withoutGrain } from '../../pipeline/reading/ocr/grain.js';
import { type Grey, threshold } from '../../pipeline/reading/ocr/grey.js';

const [WIDTH, HEIGHT] = [240, 240];

/** Upright strokes, two pixels wide, on paper. */
function strokes(ink: number, paper: number): Grey {
  const data = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => ((i % WIDTH) % 12 < 2 ? ink : paper));
  return { width: WIDTH, height: HEIGHT, data };
}

/** With every pixel lighter or darker by up to `most`: the same each time. */
function grainy(image: Grey, most: number): Grey {
  let seed = 7;
  const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  return { ...image, data: image.data.map((value) => value + most * (2 * random() - 1)) };
}

/** Share of the paper that a threshold takes for ink. */
function specks(image: Grey): number {
  const { level } = threshold(image);
  const paper = [...image.data].filter((_, i) => (i % WIDTH) % 12 >= 4 && (i % WIDTH) % 12 <= 9);
  return paper.filter((value) => value < level).length / paper.length;
}

describe('the grain of a faint copy', () => {
  const faint = grainy(strokes(150, 215), 40);

  it('is taken off its paper, and the strokes stay', () => {
    const smooth = withoutGrain(faint);
    expect(specks(faint)).toBeGreaterThan(0.04);
    expect(specks(smooth)).toBeLessThan(0.01);
    const { ink, paper } = threshold(smooth);
    expect(paper - ink).toBeGreaterThan(20);
  });

  it('is not looked for on paper that is smooth: the picture comes back as it was', () => {
    const clean = grainy(strokes(20, 250), 4);
    expect(withoutGrain(clean)).toBe(clean);
  });
});
