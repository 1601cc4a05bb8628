import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { layout } from '../../pipeline/reading/layout/index.js';
import { openPdf } from '../../pipeline/reading/pdf.js';
import type { Sheet } from '../../pipeline/reading/sheet.js';
import { textLayerSheet } from '../../pipeline/reading/text-layer.js';

/** Reads the files it is sent, one after the other, and answers with their number of pages. */
parentPort?.on('message', async (files: readonly string[]) => {
  let pages = 0;
  for (const path of files) {
    const pdf = await openPdf(new Uint8Array(readFileSync(path)), { maxImagePixels: 0, textOnly: true });
    const sheets: Sheet[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      sheets.push(await textLayerSheet(await pdf.getPage(number), number));
    }
    pages += layout(sheets).length;
    await pdf.loadingTask.destroy();
  }
  parentPort?.postMessage(pages);
});
