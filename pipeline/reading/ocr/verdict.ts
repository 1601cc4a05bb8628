import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js';
import type { Sheet } from '../sheet.js';

/** Whether a page must be read from its image, and why; an empty reason: nothing to say. */
export async function needsOcr(
  _sheet: Sheet,
  _page: PDFPageProxy,
  _mode: 'auto' | 'never' | 'always',
): Promise<{ ocr: boolean; reason: string }> {
  return { ocr: false, reason: '' };
}
