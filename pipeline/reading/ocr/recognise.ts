import { type ReadWord, readWords } from './figures.js';
import type { PageImage } from './page-image.js';
import { type Prepared, prepared } from './prepare.js';
import type { PixelBox, Recogniser } from './recogniser.js';
import type { OcrSettings } from './settings.js';

/** What was recognised on a picture, in the pixels of its prepared copy. */
export interface Recognised extends Omit<Prepared, 'image'> {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly ReadLine[];
}

export interface ReadLine {
  readonly words: readonly ReadWord[];
  /** Where the letters stand at the line's left and right ends. */
  readonly baseline: PixelBox;
  /** Height of its type, in pixels. */
  readonly rowHeight: number;
}

export async function recognise(
  { grey, dpi }: PageImage,
  recogniser: Recogniser,
  settings: OcrSettings,
): Promise<Recognised> {
  const { image, ...way } = prepared(grey, dpi, 0, settings.dpi);
  const lines = await recogniser.lines(image, { segmentation: '6' }, way.dpi, settings.pageDeadlineMs);
  const read = lines.map(
    (line): ReadLine => ({
      words: readWords(line, image, way.level),
      baseline: line.baseline,
      rowHeight: line.rowHeight,
    }),
  );
  return { ...way, width: image.width, height: image.height, lines: read };
}
