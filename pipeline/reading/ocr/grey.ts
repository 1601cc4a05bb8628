/** A picture in grey, one byte a pixel, row by row: 0 is black, 255 is white. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export const blank = (width: number, height: number): Grey => ({
  width,
  height,
  data: new Uint8Array(width * height).fill(255),
});

/** Quarter turns clockwise, 0 to 3. */
export function turned(image: Grey, quarters: number): Grey {
  const { width, height, data } = image;
  const turn = ((quarters % 4) + 4) % 4;
  if (turn === 0) return image;
  const out = new Uint8Array(data.length);
  if (turn === 2) {
    for (let i = 0, j = data.length - 1; j >= 0; i += 1, j -= 1) out[i] = data[j]!;
    return { width, height, data: out };
  }
  // Square tiles keep both the rows read and the rows written in the cache.
  const tile = 64;
  for (let top = 0; top < height; top += tile) {
    const bottom = Math.min(height, top + tile);
    for (let left = 0; left < width; left += tile) {
      const right = Math.min(width, left + tile);
      for (let y = top; y < bottom; y += 1) {
        for (let x = left; x < right; x += 1) {
          const to = turn === 1 ? x * height + (height - 1 - y) : (width - 1 - x) * height + y;
          out[to] = data[y * width + x]!;
        }
      }
    }
  }
  return { width: height, height: width, data: out };
}

/** Mirrored left to right. */
export function mirrored(image: Grey): Grey {
  const { width, height, data } = image;
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    for (let x = 0; x < width; x += 1) out[row + x] = data[row + width - 1 - x]!;
  }
  return { width, height, data: out };
}

const copies = new WeakMap<Grey, Map<number, Grey>>();

/**
 * Reduced by a whole factor; each pixel is the mean of the `factor`² it stands for. The copy is kept as long as the
 * picture, for orientation and straightening ask for the same one; neither is ever written to.
 */
export function reduced(image: Grey, factor: number): Grey {
  if (factor <= 1) return image;
  let known = copies.get(image);
  if (!known) copies.set(image, (known = new Map()));
  let copy = known.get(factor);
  if (!copy) known.set(factor, (copy = averaged(image, factor)));
  return copy;
}

function averaged(image: Grey, factor: number): Grey {
  const width = Math.max(1, Math.floor(image.width / factor));
  const height = Math.max(1, Math.floor(image.height / factor));
  const columns = Math.min(factor, image.width);
  const rows = Math.min(factor, image.height);
  const { data } = image;
  const out = new Uint8Array(width * height);
  const share = 1 / (rows * columns);
  for (let y = 0; y < height; y += 1) {
    let corner = y * factor * image.width;
    for (let x = 0; x < width; x += 1, corner += factor) {
      let sum = 0;
      for (let row = corner, last = corner + rows * image.width; row < last; row += image.width) {
        for (let i = row, end = row + columns; i < end; i += 1) sum += data[i]!;
      }
      out[y * width + x] = sum * share;
    }
  }
  return { width, height, data: out };
}

/** Scaled by any factors: weighted mean where it shrinks, bilinear where it grows. */
export function resized(image: Grey, width: number, height: number): Grey {
  if (width === image.width && height === image.height) return image;
  // A whole factor is taken off first, so that four neighbours hold all that a pixel stands for.
  const factor = Math.floor(Math.min(image.width / width, image.height / height));
  const near = factor >= 2 ? averaged(image, factor) : image;
  return scaleRows(scaleColumns(near, width), height);
}

const HALF = 1 << 15;

function scaleColumns(image: Grey, width: number): Grey {
  const { height } = image;
  if (width === image.width) return image;
  const { first, weights } = taps(image.width, width);
  // Of a picture narrower than four pixels the last row's neighbours, of no weight, lie beyond the data.
  const data = image.width < 4 ? Uint8Array.of(...image.data, 0, 0, 0) : image.data;
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const row = y * image.width;
    const to = y * width;
    for (let x = 0, w = 0; x < width; x += 1, w += 4) {
      const i = row + first[x]!;
      const left = data[i]! * weights[w]! + data[i + 1]! * weights[w + 1]!;
      const right = data[i + 2]! * weights[w + 2]! + data[i + 3]! * weights[w + 3]!;
      out[to + x] = (left + right + HALF) >> 16;
    }
  }
  return { width, height, data: out };
}

function scaleRows(image: Grey, height: number): Grey {
  const { width, data } = image;
  if (height === image.height) return image;
  const { first, weights } = taps(image.height, height);
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const row = (k: number): number => Math.min(image.height - 1, first[y]! + k) * width;
    const [a, b, c, d] = [row(0), row(1), row(2), row(3)];
    const [wa, wb, wc, wd] = weights.subarray(4 * y, 4 * y + 4) as unknown as [number, number, number, number];
    const to = y * width;
    for (let x = 0; x < width; x += 1) {
      const upper = data[a + x]! * wa + data[b + x]! * wb;
      out[to + x] = (upper + data[c + x]! * wc + data[d + x]! * wd + HALF) >> 16;
    }
  }
  return { width, height, data: out };
}

/** For each target pixel, the first of the four source pixels it is the mean of, and their weights in 65536ths. */
function taps(from: number, to: number): { first: Int32Array; weights: Int32Array } {
  const scale = from / to;
  const reach = Math.min(2, Math.max(1, scale));
  const first = new Int32Array(to);
  const weights = new Int32Array(4 * to);
  for (let i = 0; i < to; i += 1) {
    const centre = (i + 0.5) * scale - 0.5;
    const start = Math.max(0, Math.min(from - 4, Math.ceil(centre - reach + 1e-6)));
    const near = [0, 1, 2, 3].map((k) =>
      start + k < from ? Math.max(0, 1 - Math.abs(start + k - centre) / reach) : 0,
    );
    const sum = near.reduce((a, b) => a + b, 0);
    const parts = near.map((weight) => Math.round((weight / sum) * 2 ** 16));
    // What rounding takes or adds must not darken white paper.
    const heaviest = parts.indexOf(Math.max(...parts));
    parts[heaviest]! += 2 ** 16 - parts.reduce((a, b) => a + b, 0);
    first[i] = start;
    weights.set(parts, 4 * i);
  }
  return { first, weights };
}

/** A part, clipped to the picture. */
export function cropped(image: Grey, left: number, top: number, right: number, bottom: number): Grey {
  const x0 = Math.max(0, Math.floor(left));
  const y0 = Math.max(0, Math.floor(top));
  const width = Math.max(1, Math.min(image.width, Math.ceil(right)) - x0);
  const height = Math.max(1, Math.min(image.height, Math.ceil(bottom)) - y0);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const from = (y0 + y) * image.width + x0;
    data.set(image.data.subarray(from, from + width), y * width);
  }
  return { width, height, data };
}

/** Turned by a small angle (radians, clockwise as seen) about its centre; the new corners are white. */
export function tilted(image: Grey, angle: number): Grey {
  if (angle === 0) return image;
  const { width, height, data } = image;
  const out = new Uint8Array(data.length).fill(255);
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const cx = (width - 1) / 2;
  const cy = (height - 1) / 2;
  for (let y = 0; y < height; y += 1) {
    const dy = y - cy;
    // Where pixel (x, y) comes from, as 16.16 fixed point stepped along the row.
    let sx = Math.round((cx - cos * cx + sin * dy) * 65536);
    let sy = Math.round((cy + sin * cx + cos * dy) * 65536);
    const stepX = Math.round(cos * 65536);
    const stepY = Math.round(-sin * 65536);
    const row = y * width;
    for (let x = 0; x < width; x += 1, sx += stepX, sy += stepY) {
      const x0 = sx >> 16;
      const y0 = sy >> 16;
      if (x0 < 0 || y0 < 0 || x0 >= width - 1 || y0 >= height - 1) continue;
      const i = y0 * width + x0;
      const a = data[i]!;
      const b = data[i + 1]!;
      const c = data[i + width]!;
      const d = data[i + width + 1]!;
      if (a === b && c === d && a === c) {
        out[row + x] = a;
        continue;
      }
      const fx = (sx & 0xffff) >> 8;
      const fy = (sy & 0xffff) >> 8;
      const upper = a * (256 - fx) + b * fx;
      const lower = c * (256 - fx) + d * fx;
      out[row + x] = (upper * (256 - fy) + lower * fy + 32768) >> 16;
    }
  }
  return { width, height, data: out };
}

/** The grey level that parts ink from paper best (Otsu), and how far apart their means are. */
export function threshold(image: Grey): { level: number; ink: number; paper: number } {
  const counts = new Uint32Array(256);
  const { data } = image;
  // Every seventh pixel tells enough of a page.
  const step = data.length > 1_000_000 ? 7 : 1;
  const sample = Math.ceil(data.length / step);
  for (let i = 0; i < data.length; i += step) counts[data[i]!] = counts[data[i]!]! + 1;
  let total = 0;
  for (let level = 0; level < 256; level += 1) total += level * counts[level]!;
  let best = { level: 128, ink: 0, paper: 255 };
  let widest = -1;
  let below = 0;
  let sumBelow = 0;
  for (let level = 0; level < 255; level += 1) {
    below += counts[level]!;
    sumBelow += level * counts[level]!;
    const above = sample - below;
    if (below === 0 || above === 0) continue;
    const ink = sumBelow / below;
    const paper = (total - sumBelow) / above;
    const between = below * above * (paper - ink) ** 2;
    if (between > widest) {
      widest = between;
      best = { level: level + 1, ink, paper };
    }
  }
  return best;
}

/**
 * As a TIFF without compression, which leptonica, tesseract's library of pictures, takes in as it lies; a portable grey
 * map, no longer to write, it reads byte by byte.
 */
export function toTiff({ width, height, data }: Grey): Buffer {
  const [head, long] = [8, 4];
  // Width, height, bits a pixel, not compressed, 0 is black, where the pixels are, one sample, all rows in one strip.
  const tags = [256, width, 257, height, 258, 8, 259, 1, 262, 1, 273, head, 277, 1, 278, height, 279, data.length];
  const directory = head + data.length + (data.length % 2);
  const out = Buffer.alloc(directory + 2 + 6 * tags.length + 4);
  out.write('II*\0', 'latin1');
  out.writeUInt32LE(directory, 4);
  out.set(data, head);
  out.writeUInt16LE(tags.length / 2, directory);
  for (let n = 0, at = directory + 2; n < tags.length; n += 2, at += 12) {
    out.writeUInt16LE(tags[n]!, at);
    out.writeUInt16LE(long, at + 2);
    out.writeUInt32LE(1, at + 4);
    out.writeUInt32LE(tags[n + 1]!, at + 8);
  }
  return out;
}
