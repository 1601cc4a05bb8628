import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js';
import type { Problem } from '../../../models/problem.js';
import type { Sheet } from '../sheet.js';

export interface OcrSettings {
  readonly cacheDir: string | null;
}

export interface Ocr {
  read(page: PDFPageProxy, number: number): Promise<{ sheet: Sheet | null; problems: Problem[] }>;
  close(): Promise<void>;
}

export function createOcr(_settings: OcrSettings): Ocr {
  throw new Error('There is no OCR yet.');
}
