import { readFile } from 'node:fs/promises';
import type { Problem } from '../../models/problem.js';
import { openPdf } from '../reading/pdf.js';
import type { Sheet } from '../reading/sheet.js';
import type { Stage } from '../stage.js';

export interface Recognisable {
  readonly path: string;
  readonly page: number;
  /** Why its text layer is not believed. */
  readonly reason: string;
}

export interface Recognised {
  /** Nothing when the page could not be read; `problems` says why. */
  readonly sheet: Sheet | null;
  readonly problems: readonly Problem[];
}

/** One page read from its image. */
export const recognise: Stage<Recognisable, Recognised> = {
  id: 'recognise',
  async run({ path, page: number, reason }, { ocr, settings }) {
    const { maxImagePixels } = settings;
    const pdf = await openPdf(new Uint8Array(await readFile(path)), { maxImagePixels });
    try {
      const { sheet, problems } = await ocr().read(await pdf.getPage(number), number);
      return { sheet: sheet && { ...sheet, ocrReason: reason }, problems };
    } finally {
      await pdf.loadingTask.destroy();
    }
  },
};
