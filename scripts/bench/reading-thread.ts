import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { layout } from '../../pipeline/reading/layout/index.js';
import { openForText } from '../../pipeline/reading/opened.js';
import type { Sheet } from '../../pipeline/reading/sheet.js';
import { textLayerSheet } from '../../pipeline/reading/text-layer.js';

/** Reads the files it is sent, one after the other, and answers with their number of pages. */
parentPort?.on('message', async (files: readonly string[]) => {
  let pages = 0;
  for (const path of files) {
    const pdf = await openForText(new Uint8Array(readFileSync(path)), 0);
    const sheets: Sheet[] = [];
    for (let number = 1; number <= pdf.text.numPages; number += 1) {
      sheets.push(await textLayerSheet(await pdf.text.getPage(number), number));
    }
    pages += layout(sheets).length;
    await pdf.close();
  }
  parentPort?.postMessage(pages);
});
