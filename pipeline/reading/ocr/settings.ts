import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Segmentation } from './recogniser.js';

/** How scans are read. Every limit has a name here; what goes past one becomes a problem of its page. */
export interface OcrSettings {
  /** Folder that holds `fra.traineddata.gz`. */
  readonly languageData: string;
  /** Where results are kept between runs, by content; null keeps nothing. */
  readonly cacheDir: string | null;
  /** A page whose recognition takes longer is given up, and its recogniser replaced. */
  readonly pageDeadlineMs: number;
  /** An image of a page with more pixels than this is not decoded. */
  readonly maxImagePixels: number;
  /** Resolution that pages are rendered and larger scans are reduced to, in dots per inch. */
  readonly dpi: number;
  /** Resolution of the copy that is recognised at first; doubtful figures are looked at again on the whole picture. */
  readonly lookDpi: number;
  /**
   * Resolution of that copy across the page: the cost of recognition grows with the length of the lines, and letters are
   * read as well when they are narrower, as long as their strokes keep so many pixels.
   */
  readonly lookDpiAcross: number;
  /** Mean confidence of its letters, in percent, below which a page is looked at once more, smaller and at its full width. */
  readonly poorBelow: number;
  /** Resolution of that look: blur and grain are gone from it, and letters are still large enough. */
  readonly poorDpi: number;
  /** Page segmentation of the first look: 6 one block, 11 scattered text. */
  readonly segmentation: Segmentation;
  /** A recogniser is renewed after so many pages: its memory only grows. */
  readonly pagesPerRecogniser: number;
  /** Doubtful figures of one page that are looked at a second time, at most. */
  readonly secondLooks: number;
}

const frenchData = (): string =>
  join(dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/fra/package.json')), '4.0.0_best_int');

export const OCR_DEFAULTS: OcrSettings = {
  languageData: frenchData(),
  cacheDir: null,
  pageDeadlineMs: 60_000,
  maxImagePixels: 80_000_000,
  dpi: 300,
  lookDpi: 200,
  lookDpiAcross: 130,
  poorBelow: 86,
  poorDpi: 130,
  segmentation: '11',
  pagesPerRecogniser: 60,
  secondLooks: 40,
};
