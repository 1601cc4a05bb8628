import type { Problem } from '../../../models/problem.js';
import type { PDFPageProxy } from '../pdf.js';
import type { Sheet } from '../sheet.js';
import { cacheIn, keyOf } from './cache.js';
import { pageContent } from './content.js';
import { type PageImage, pageImage, TooManyPixels } from './page-image.js';
import { inkShare, legible } from './prepare.js';
import { recognise } from './recognise.js';
import { Recogniser, RecogniserFailed } from './recogniser.js';
import { OCR_DEFAULTS, type OcrSettings } from './settings.js';
import { sheetOf } from './to-sheet.js';

export { OCR_DEFAULTS, type OcrSettings } from './settings.js';

/** Reads scanned pages, one after the other, with one recogniser: one for each worker thread. */
export interface Ocr {
  /** The page's words; null, with the reason among the problems, where it cannot be read. Never throws. */
  read(page: PDFPageProxy, number: number): Promise<{ sheet: Sheet | null; problems: Problem[] }>;
  close(): Promise<void>;
}

/** Share of dark pixels on a page with a line of writing or more. */
const INKED = 0.001;
/** Scribbles and drawings are taken for single letters, never for two. */
const WORD = /[\p{L}\d]{2}/u;

/** What `chosen` leaves out is as in `OCR_DEFAULTS`. */
export function createOcr(chosen: Partial<OcrSettings> = {}): Ocr {
  const settings: OcrSettings = { ...OCR_DEFAULTS, ...chosen };
  const recogniser = new Recogniser(settings);
  const cache = cacheIn(settings.cacheDir);
  return {
    async read(page, number) {
      const problem = (code: string, detail: string): Problem => ({ page: number, stage: 'read', code, detail });
      let image: PageImage;
      let painted: boolean;
      try {
        const content = await pageContent(page);
        painted = content.images.length > 0 || content.visibleGlyphs > 0;
        image = await pageImage(page, content, settings);
      } catch (error) {
        if (error instanceof TooManyPixels) {
          const detail = `The page has ${error.message}, the limit is ${settings.maxImagePixels}: raise ocr.maxImagePixels to read it.`;
          return { sheet: null, problems: [problem('image-too-large', detail)] };
        }
        return {
          sheet: null,
          problems: [problem('page-image-unreadable', `The page gave no picture: ${text(error)}.`)],
        };
      }
      const ink = inkShare(image.grey);
      if (painted && ink === 0) {
        const detail =
          'The page holds a picture or text but renders white: its picture is damaged or of an unknown kind.';
        return { sheet: null, problems: [problem('page-renders-white', detail)] };
      }
      try {
        image = legible(image);
        const key = keyOf(image, settings);
        let recognised = cache.get(key);
        if (!recognised) {
          recognised = await recognise(image, recogniser, settings);
          cache.put(key, recognised);
          await recogniser.pageDone();
        }
        const sheet = sheetOf(recognised, page, image, number);
        if (ink < INKED || sheet.words.some(({ text }) => WORD.test(text))) return { sheet, problems: [] };
        const detail = 'There is ink on the page, and not a word could be read: a drawing, a photograph, handwriting?';
        return { sheet, problems: [problem('no-words-read', detail)] };
      } catch (error) {
        await recogniser.close();
        if (!(error instanceof RecogniserFailed)) throw error;
        return { sheet: null, problems: [problem('ocr-failed', `The page was not recognised: ${text(error)}.`)] };
      }
    },
    close: () => recogniser.close(),
  };
}

const text = (error: unknown): string => (error instanceof Error ? error.message : String(error));
