import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

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
  pagesPerRecogniser: 60,
  secondLooks: 40,
};
