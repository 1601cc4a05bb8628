import { type Grey, reduced } from './grey.js';

/** Inches: side of the squares whose paper is looked at. */
const SQUARE = 0.16;
/** Share of a square's pixels that may be whiter than what is taken for its paper: grains of noise. */
const GRAINS = 0.1;
/** Light falls no faster than this from one square to the next; what is darker still is printed. */
const SLOWLY = 0.9;
/** A page whose darkest paper is as light as this, for its lightest, is lit evenly. */
const EVEN = 0.8;

/** The picture as if its paper were equally light all over; itself where it is, more or less. */
export function evenlyLit(image: Grey, dpi: number): Grey {
  const paper = paperOf(reduced(image, Math.max(1, Math.round(dpi / 100))), dpi);
  const sorted = Uint8Array.from(paper.data).sort();
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))]!;
  const white = at(0.95);
  if (at(0.05) >= EVEN * white) return image;

  const { width, height } = image;
  const data = new Uint8Array(width * height);
  const gains = new Float32Array(width);
  for (let y = 0; y < height; y += 1) {
    const [above, below, down] = between((y + 0.5) / height, paper.height);
    for (let x = 0; x < width; x += 1) {
      const [left, right, across] = between((x + 0.5) / width, paper.width);
      const level = (row: number, column: number): number => paper.data[row * paper.width + column]!;
      const upper = level(above, left) * (1 - across) + level(above, right) * across;
      const lower = level(below, left) * (1 - across) + level(below, right) * across;
      gains[x] = white / Math.max(1, upper * (1 - down) + lower * down);
    }
    const row = y * width;
    for (let x = 0; x < width; x += 1) data[row + x] = Math.min(255, image.data[row + x]! * gains[x]!);
  }
  return { width, height, data };
}

/** The squares on both sides of a place (0 to 1 along the page), and how near it is to the second. */
function between(place: number, squares: number): [number, number, number] {
  const at = Math.max(0, Math.min(squares - 1, place * squares - 0.5));
  const first = Math.floor(at);
  return [first, Math.min(squares - 1, first + 1), at - first];
}

/** How light the paper of each square is. */
function paperOf(small: Grey, dpi: number): Grey {
  const inches = dpi / Math.max(1, Math.round(dpi / 100));
  const width = Math.max(1, Math.round(small.width / inches / SQUARE));
  const height = Math.max(1, Math.round(small.height / inches / SQUARE));
  const data = new Uint8Array(width * height);
  const counts = new Uint32Array(256);
  for (let row = 0; row < height; row += 1) {
    const [top, bottom] = [row, row + 1].map((edge) => Math.floor((edge * small.height) / height)) as [number, number];
    for (let column = 0; column < width; column += 1) {
      const [left, right] = [column, column + 1].map((edge) => Math.floor((edge * small.width) / width)) as [
        number,
        number,
      ];
      counts.fill(0);
      for (let y = top; y < bottom; y += 1) {
        for (let x = left; x < right; x += 1) counts[small.data[y * small.width + x]!]! += 1;
      }
      let level = 255;
      for (let whiter = counts[255]!; level > 0 && whiter <= GRAINS * (bottom - top) * (right - left); ) {
        level -= 1;
        whiter += counts[level]!;
      }
      data[row * width + column] = level;
    }
  }
  bridge({ width, height, data });
  return { width, height, data };
}

/** Dark prints take the paper beside them, dimmed by their distance: from the top left, then from the bottom right. */
function bridge({ width, height, data }: Grey): void {
  const lift = (i: number, from: number): void => {
    data[i] = Math.max(data[i]!, data[from]! * SLOWLY);
  };
  for (let i = 0; i < data.length; i += 1) {
    if (i % width > 0) lift(i, i - 1);
    if (i >= width) lift(i, i - width);
  }
  for (let i = data.length - 1; i >= 0; i -= 1) {
    if (i % width < width - 1) lift(i, i + 1);
    if (i < width * (height - 1)) lift(i, i + width);
  }
}
