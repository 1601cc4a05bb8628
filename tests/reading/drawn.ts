import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Page } from '../../models/page.js';
import { layout } from '../../pipeline/reading/layout/index.js';
import { openPdf } from '../../pipeline/reading/pdf.js';
import type { Sheet } from '../../pipeline/reading/sheet.js';
import { textLayerSheet } from '../../pipeline/reading/text-layer.js';

const face = (name: string): string => createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);
export const REGULAR = face('DejaVuSans');
export const BOLD = face('DejaVuSans-Bold');

/** The bytes of a PDF drawn by `draw`, set in 11 points unless it says otherwise. */
export async function pdf(draw: (document: PDFKit.PDFDocument) => void, options = {}): Promise<Uint8Array> {
  const document = new PDFDocument({ size: 'A4', margin: 50, ...options });
  const chunks: Buffer[] = [];
  const done = new Promise((resolve) => document.on('end', resolve));
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  document.font(REGULAR).fontSize(11);
  draw(document);
  document.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}

export async function sheetsOf(bytes: Uint8Array): Promise<Sheet[]> {
  const document = await openPdf(bytes);
  const sheets: Sheet[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    sheets.push(await textLayerSheet(await document.getPage(number), number));
  }
  await document.loadingTask.destroy();
  return sheets;
}

export const pagesOf = async (bytes: Uint8Array): Promise<Page[]> => layout(await sheetsOf(bytes));
