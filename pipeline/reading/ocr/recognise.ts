import { patient } from '../../patience.js';
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

interface ReadLine {
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
  const deadline = patient(settings.pageDeadlineMs);
  const left = (): number => deadline - (performance.now() - started);
  const quarters = await quarterTurns(grey, dpi, recogniser, left);
  const { image, ...way } = prepared(grey, dpi, quarters, settings.dpi);
  const look = async (dpi: number, dpiAcross: number): Promise<RawLine[]> => {
    const [across, down] = [Math.min(1, dpiAcross / way.dpi), Math.min(1, dpi / way.dpi)];
    const small = resized(image, Math.round(image.width * across), Math.round(image.height * down));
    const seen = await recogniser.lines(small, { segmentation: settings.segmentation }, way.dpi * down, left());
    return seen.map((line) =>
      line.map((word) => enlarged(word, image.width / small.width, image.height / small.height)),
    );
  };
  // Down to the resolution that reads best for its cost, and narrower still; a blurred or grainy page, once more.
  const first = await look(settings.lookDpi, settings.lookDpiAcross);
  const again = confidenceOf(first) < settings.poorBelow ? await look(settings.poorDpi, settings.poorDpi) : [];
  const raw = confidenceOf(again) > confidenceOf(first) ? again : first;
  const words = (await settled(raw, image, way, recogniser, settings.secondLooks, left)).map(withEuros);
  const lines = words.map((line, index): ReadLine => ({ ...shapeOf(raw[index] ?? [], line), words: line }));
  return { ...way, width: image.width, height: image.height, lines };
}

/** Mean confidence of the letters of a page, 0 to 100; 0 where none was read. */
function confidenceOf(lines: readonly RawLine[]): number {
  let [letters, sum] = [0, 0];
  for (const { text, confidence } of lines.flat()) {
    letters += text.length;
    sum += text.length * confidence;
  }
  return letters > 0 ? sum / letters : 0;
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
