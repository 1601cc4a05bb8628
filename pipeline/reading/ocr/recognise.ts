import { settled } from './doubts.js';
import { withEuros } from './euros.js';
import type { ReadWord } from './figures.js';
import { resized } from './grey.js';
import { quarterTurns } from './orientation.js';
import type { PageImage } from './page-image.js';
import { type Prepared, prepared } from './prepare.js';
import type { PixelBox, RawLine, RawWord, Recogniser } from './recogniser.js';
import type { OcrSettings } from './settings.js';
import { shapeOf } from './shape.js';

/** What was recognised on a picture, in the pixels of its prepared copy. */
export interface Recognised extends Omit<Prepared, 'image'> {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly ReadLine[];
}

export interface ReadLine {
  readonly words: readonly ReadWord[];
  /** y on which its letters stand. */
  readonly baseline: number;
  /** Height of its type: from the foot of a p to the top of an l, and the room that printers leave. */
  readonly size: number;
}

export async function recognise(
  { grey, dpi }: PageImage,
  recogniser: Recogniser,
  settings: OcrSettings,
): Promise<Recognised> {
  const started = performance.now();
  const left = (): number => settings.pageDeadlineMs - (performance.now() - started);
  const quarters = await quarterTurns(grey, dpi, recogniser, left);
  const { image, ...way } = prepared(grey, dpi, quarters, settings.dpi);
  // Down to the resolution that reads best for its cost, and narrower still.
  const down = Math.min(1, settings.lookDpi / way.dpi);
  const width = Math.round(image.width * down * settings.squeeze);
  const small = resized(image, width, Math.round(image.height * down));
  const look = { segmentation: settings.segmentation };
  const seen = await recogniser.lines(small, look, way.dpi * down, left());
  const raw = seen.map((line) =>
    line.map((word) => enlarged(word, image.width / small.width, image.height / small.height)),
  );
  const words = (await settled(raw, image, way, recogniser, settings.secondLooks, left)).map(withEuros);
  const lines = words.map((line, index): ReadLine => ({ ...shapeOf(raw[index] ?? [], line), words: line }));
  return { ...way, width: image.width, height: image.height, lines };
}

/** A word read on a reduced picture, in the pixels of the whole one. */
function enlarged(word: RawLine[number], x: number, y: number): RawWord {
  const whole = ({ x0, y0, x1, y1 }: PixelBox): PixelBox => ({
    x0: Math.round(x0 * x),
    y0: Math.round(y0 * y),
    x1: Math.round(x1 * x),
    y1: Math.round(y1 * y),
  });
  return {
    text: word.text,
    confidence: word.confidence,
    bbox: whole(word.bbox),
    letters: word.letters.map(({ text, bbox }) => ({ text, bbox: whole(bbox) })),
  };
}
