import { blank, cropped, type Grey, resized } from './grey.js';
import type { PixelBox, RawLine, RawWord, Recogniser } from './recogniser.js';

/** Height that a crop is brought to, in pixels, and the white round it. */
const CROP_HEIGHT = 44;
const AIR = 16;
/** Crops in one picture; more make another. */
const SHEET = 60;

/**
 * Reads each place again by itself: cut out of the whole picture, at its full width, one under the other in a picture
 * of their own. Answers the words seen at each place, with boxes in the picture's pixels.
 */
export async function secondLook(
  image: Grey,
  places: readonly PixelBox[],
  level: number,
  recogniser: Recogniser,
  left: () => number,
): Promise<RawLine[]> {
  const answers: RawWord[][] = places.map(() => []);
  for (let from = 0; from < places.length; from += SHEET) {
    const part = places.slice(from, from + SHEET);
    const crops = part.map((place) => crop(image, whole(image, place, level)));
    const width = Math.max(...crops.map(({ grey }) => grey.width)) + 2 * AIR;
    const row = CROP_HEIGHT + 2 * AIR;
    const sheet = blank(width, row * crops.length);
    for (const [index, { grey }] of crops.entries()) {
      for (let y = 0; y < grey.height; y += 1) {
        const to = (index * row + AIR + y) * width + AIR;
        sheet.data.set(grey.data.subarray(y * grey.width, (y + 1) * grey.width), to);
      }
    }
    const lines = await recogniser.lines(sheet, { segmentation: '6' }, 300, left());
    for (const word of lines.flat()) {
      const index = Math.floor((word.bbox.y0 + word.bbox.y1) / 2 / row);
      const { left, top, scale } = crops[index] ?? {};
      if (left === undefined || top === undefined || scale === undefined) continue;
      const back = ({ x0, y0, x1, y1 }: PixelBox): PixelBox => ({
        x0: Math.round(left + (x0 - AIR) / scale),
        y0: Math.round(top + (y0 - AIR - index * row) / scale),
        x1: Math.round(left + (x1 - AIR) / scale),
        y1: Math.round(top + (y1 - AIR - index * row) / scale),
      });
      answers[from + index]!.push({
        ...word,
        bbox: back(word.bbox),
        letters: word.letters.map(({ text, bbox }) => ({ text, bbox: back(bbox) })),
      });
    }
  }
  return answers.map((words) => words.sort((a, b) => a.bbox.x0 - b.bbox.x0));
}

/** The place with the letters at its ends whole: tesseract's boxes may cut through them. */
function whole(image: Grey, { x0, y0, x1, y1 }: PixelBox, level: number): PixelBox {
  const reach = Math.round((y1 - y0) * 0.6);
  const inked = (x: number): boolean => {
    for (let y = Math.max(0, y0); y < Math.min(image.height, y1); y += 1) {
      if (image.data[y * image.width + x]! < level) return true;
    }
    return false;
  };
  let left = Math.max(0, x0);
  while (left > 0 && x0 - left < reach && inked(left)) left -= 1;
  let right = Math.min(image.width - 1, x1);
  while (right < image.width - 1 && right - x1 < reach && inked(right)) right += 1;
  return { x0: left, y0, x1: right, y1 };
}

function crop(image: Grey, { x0, y0, x1, y1 }: PixelBox): { grey: Grey; left: number; top: number; scale: number } {
  const margin = Math.max(2, Math.round((y1 - y0) * 0.12));
  const [left, top] = [Math.max(0, x0 - margin), Math.max(0, y0 - margin)];
  const cut = cropped(image, left, top, x1 + margin, y1 + margin);
  const scale = CROP_HEIGHT / cut.height;
  return { grey: resized(cut, Math.max(1, Math.round(cut.width * scale)), CROP_HEIGHT), left, top, scale };
}
