import { type Grey, threshold } from './grey.js';
import { islands } from './islands.js';
import type { PixelBox } from './recogniser.js';

/** Levels between ink and paper: on a fainter copy, what is pale may be its writing. */
const CONTRAST = 100;
/** Shares of that contrast: by which a mark is darker than the paper, and by which ink is lighter than black at most. */
const MARKED = 0.15;
const INKED = 0.35;
/** Share of the pixels of a page that lie in pale marks where its back shows. */
const SHOWING = 0.01;
/** Two neighbours of a pixel that are this share of a mark's depth apart: a sharp edge. */
const STEEP = 0.6;
/** Share of the pixels of a mark that lie on sharp edges where it was printed on this side. */
const EDGED = 0.15;

/**
 * The picture without what shows through from the back of the sheet: pale marks, apart from the ink, whose edges the
 * paper has softened. Pale print has sharp edges, and stays. Itself where nothing shows through.
 */
export function withoutShowThrough(image: Grey, dpi: number): Grey {
  const { width, height, data } = image;
  const { ink, paper } = threshold(image);
  if (paper - ink < CONTRAST) return image;
  const level = ink + INKED * (paper - ink);
  // The edge of a letter is pale too: what lies so near to ink is its own.
  const reach = Math.max(1, Math.round(dpi / 100));
  const around = Array.from({ length: reach }, (_, near) =>
    [1, width - 1, width, width + 1].flatMap((step) => [-step * (near + 1), step * (near + 1)]),
  ).flat();
  const apart = (i: number): boolean => data[i]! >= level && around.every((step) => data[i + step]! >= level);
  const pale = paper - MARKED * (paper - ink);
  const isMark = (i: number): boolean => data[i]! < pale && apart(i);
  const [from, to] = [(reach + 1) * (width + 1), data.length - (reach + 1) * (width + 1)];
  // A sample tells whether there is anything to look for.
  const sample = 97;
  let seen = 0;
  for (let i = from; i < to; i += sample) if (isMark(i)) seen += sample;
  if (seen < SHOWING * data.length) return image;

  const marked = new Uint8Array(data.length);
  for (let i = from; i < to; i += 1) if (isMark(i)) marked[i] = 1;
  const out = Uint8Array.from(data);
  for (const box of islands(marked.slice(), width, height)) {
    if (isSharp(image, marked, box, paper)) continue;
    // Its rim is paler than what was marked.
    const [left, right] = [Math.max(0, box.x0 - reach), Math.min(width, box.x1 + reach)];
    for (let y = box.y0; y < box.y1; y += 1) {
      for (let i = y * width + left; i < y * width + right; i += 1) if (apart(i)) out[i] = Math.max(out[i]!, paper);
    }
  }
  return { width, height, data: out };
}

function isSharp({ width, data }: Grey, marked: Uint8Array, { x0, y0, x1, y1 }: PixelBox, paper: number): boolean {
  const own: number[] = [];
  let darkest = 255;
  for (let y = y0; y < y1; y += 1) {
    for (let i = y * width + x0; i < y * width + x1; i += 1) {
      if (marked[i] === 0) continue;
      own.push(i);
      darkest = Math.min(darkest, data[i]!);
    }
  }
  const steep = STEEP * (paper - darkest);
  const apart = (i: number, step: number): number => Math.abs(data[i + step]! - data[i - step]!);
  const edges = own.filter((i) => apart(i, 1) > steep || apart(i, width) > steep);
  return edges.length > EDGED * own.length;
}
