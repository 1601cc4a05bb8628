import { apply, boxOf, type Matrix, multiply } from '../matrix.js';
import type { PDFPageProxy } from '../pdf.js';
import type { Rule, Sheet, SheetWord } from '../sheet.js';
import type { PageImage } from './page-image.js';
import type { Recognised } from './recognise.js';

/** What was recognised, in page points, straight: `tilt` says how the page lies. */
export function sheetOf(recognised: Recognised, page: PDFPageProxy, image: PageImage, number: number): Sheet {
  const upright = page.getViewport({ scale: 1 });
  const rotation = (page.rotate + 90 * recognised.quarters) % 360;
  const { width, height } = page.getViewport({ scale: 1, rotation });
  const back = wayBack(recognised, image, upright.width, upright.height);
  const about = apply(back, (recognised.width - 1) / 2, (recognised.height - 1) / 2);
  const points = 72 / recognised.dpi;
  const words: SheetWord[] = [];
  for (const line of recognised.lines) {
    for (const word of line.words) {
      const { x0, y0, x1, y1 } = word.bbox;
      words.push({
        text: word.text,
        box: boxOf(back, [x0, y0, x1, y1]),
        baseline: apply(back, (x0 + x1) / 2, line.baseline)[1],
        confidence: word.confidence,
        size: line.size * points,
        bold: false,
        italic: false,
        ...(word.mendedFrom === undefined ? {} : { mendedFrom: word.mendedFrom }),
      });
    }
  }
  const rules = recognised.rules.map(
    ({ from, to }): Rule => ({ from: apply(back, from[0], from[1]), to: apply(back, to[0], to[1]) }),
  );
  const tilt = recognised.skew === 0 ? {} : { tilt: { angle: recognised.skew, about } };
  const legibility = words.length === 0 ? 0 : words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length;
  return { number, width, height, rotation, readBy: 'ocr', legibility, ...tilt, words, rules, areas: [] };
}

/** From the straightened picture's pixels to points of the page as it was turned to be read, its skew left out. */
function wayBack({ scale, quarters }: Recognised, image: PageImage, width: number, height: number): Matrix {
  const unscaled: Matrix = [1 / scale, 0, 0, 1 / scale, 0, 0];
  const [wide, high] = [image.grey.width, image.grey.height];
  // Undo the quarter turns of the picture, go to points, then turn the points: the sheet is as it was read.
  const [turnedWide, turnedHigh] = quarters % 2 ? [high, wide] : [wide, high];
  const unturned = multiply(quarterTurn((4 - quarters) % 4, turnedWide, turnedHigh), unscaled);
  return multiply(quarterTurn(quarters, width, height), multiply(image.toPage, unturned));
}

/** Clockwise quarter turns of a plane of this size, its top left corner kept at the origin. */
function quarterTurn(quarters: number, width: number, height: number): Matrix {
  if (quarters === 1) return [0, 1, -1, 0, height, 0];
  if (quarters === 2) return [-1, 0, 0, -1, width, height];
  if (quarters === 3) return [0, -1, 1, 0, 0, width];
  return [1, 0, 0, 1, 0, 0];
}
