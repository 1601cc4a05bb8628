import { type Grey, reduced, threshold } from './grey.js';
import { islands } from './islands.js';
import type { PixelBox } from './recogniser.js';

/** Inches. No letter's stroke is so thick all round, unless it fills a title page. */
const SOLID = 0.05;
/** A ground on which a word stands is larger than this. */
const LOWEST = 0.12;
const NARROWEST = 0.4;
/** Share of its box that a ground fills, the writing on it left out. */
const FILLED = 0.55;
/** Less paper than this shows nothing on the ground. */
const WRITTEN = 0.01;

/**
 * The picture with dark ink on light paper where it had light letters on a dark ground: recognition is made for the
 * first. Itself where it has no such ground.
 */
export function withoutDarkGrounds(image: Grey, dpi: number): Grey {
  const factor = Math.max(1, Math.round(dpi / 100));
  const small = reduced(image, factor);
  const { level } = threshold(small);
  const grounds = groundsOf(small, level, dpi / factor);
  if (grounds.length === 0) return image;
  const dark = (i: number): boolean => small.data[i]! < level;
  const data = Uint8Array.from(image.data);
  for (const ground of grounds) {
    const shade = shadeOf(small, ground, level);
    for (let y = ground.y0; y < ground.y1; y += 1) {
      const row = y * small.width;
      let first = ground.x0;
      while (first < ground.x1 && !dark(row + first)) first += 1;
      let last = ground.x1 - 1;
      while (last > first && !dark(row + last)) last -= 1;
      if (first >= last) continue;
      // The rim is half ground and half paper: it becomes paper.
      whitened(data, image, first - 1, last + 2, y, factor);
      if (y === ground.y0) whitened(data, image, first - 1, last + 2, y - 1, factor);
      if (y === ground.y1 - 1) whitened(data, image, first - 1, last + 2, y + 1, factor);
      if (y > ground.y0 && y < ground.y1 - 1) inverted(data, image, first + 1, last, y, factor, shade);
    }
  }
  return { width: image.width, height: image.height, data };
}

/** Boxes of the dark areas on which something is written. */
function groundsOf(small: Grey, level: number, dpi: number): PixelBox[] {
  const { width, height, data } = small;
  const reach = Math.max(1, Math.round((SOLID * dpi - 1) / 2));
  return islands(solid(small, level, reach), width, height)
    .map(({ x0, y0, x1, y1 }) => ({ x0: x0 - reach, y0: y0 - reach, x1: x1 + reach, y1: y1 + reach }))
    .filter((box) => {
      if (box.y1 - box.y0 < LOWEST * dpi || box.x1 - box.x0 < NARROWEST * dpi) return false;
      let filled = 0;
      for (let y = box.y0; y < box.y1; y += 1) {
        for (let x = box.x0; x < box.x1; x += 1) if (data[y * width + x]! < level) filled += 1;
      }
      const share = filled / (box.y1 - box.y0) / (box.x1 - box.x0);
      return share >= FILLED && share <= 1 - WRITTEN;
    });
}

/** Pixels that are dark and whose neighbours within reach are dark too. */
function solid({ width, height, data }: Grey, level: number, reach: number): Uint8Array {
  const out = new Uint8Array(data.length);
  const across = 2 * reach + 1;
  const high = new Uint16Array(width);
  for (let y = 0; y < height; y += 1) {
    let wide = 0;
    for (let x = 0; x < width; x += 1) {
      high[x] = data[y * width + x]! < level ? high[x]! + 1 : 0;
      wide = high[x]! >= across ? wide + 1 : 0;
      if (wide >= across) out[(y - reach) * width + x - reach] = 1;
    }
  }
  return out;
}

/** The grey of a ground: the median of its dark pixels. */
function shadeOf({ width, data }: Grey, { x0, y0, x1, y1 }: PixelBox, level: number): number {
  const values: number[] = [];
  for (let y = y0; y < y1; y += 1) {
    for (let x = x0; x < x1; x += 1) if (data[y * width + x]! < level) values.push(data[y * width + x]!);
  }
  return values.sort((a, b) => a - b)[values.length >> 1]!;
}

/** Pixels of the whole picture for a stretch of a row of the reduced one. */
function* stretch(image: Grey, from: number, to: number, row: number, factor: number): Generator<[number, number]> {
  for (let y = Math.max(0, row * factor); y < Math.min(image.height, (row + 1) * factor); y += 1) {
    const start = y * image.width;
    yield [start + Math.max(0, from * factor), start + Math.min(image.width, to * factor)];
  }
}

function whitened(data: Uint8Array, image: Grey, from: number, to: number, row: number, factor: number): void {
  for (const [first, end] of stretch(image, from, to, row, factor)) data.fill(255, first, end);
}

/** The ground's shade becomes white, and white black. */
function inverted(
  data: Uint8Array,
  image: Grey,
  from: number,
  to: number,
  row: number,
  factor: number,
  shade: number,
): void {
  const steep = 255 / Math.max(1, 255 - shade);
  for (const [first, end] of stretch(image, from, to, row, factor)) {
    for (let i = first; i < end; i += 1) data[i] = 255 - Math.max(0, image.data[i]! - shade) * steep;
  }
}
