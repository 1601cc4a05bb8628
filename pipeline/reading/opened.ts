import { openPdf, type PDFDocumentProxy } from './pdf.js';

/** A PDF opened for its text. */
export interface OpenedPdf {
  /** Without its pictures, which take longer to decode than all else: where there is one, pdf.js complains of its size. */
  readonly text: PDFDocumentProxy;
  /** With its pictures; opened when it is first asked for. */
  illustrated(): Promise<PDFDocumentProxy>;
  close(): Promise<void>;
}

/** @throws UnreadablePdf */
export async function openForText(bytes: Uint8Array, maxImagePixels: number): Promise<OpenedPdf> {
  const open = (maxPixels: number): Promise<PDFDocumentProxy> =>
    openPdf(bytes, { maxImagePixels: maxPixels, complains: true, textOnly: true });
  const text = await open(0);
  let illustrated: Promise<PDFDocumentProxy> | undefined;
  return {
    text,
    illustrated: () => (illustrated ??= open(maxImagePixels)),
    close: async () => {
      await text.loadingTask.destroy();
      await (await illustrated)?.loadingTask.destroy();
    },
  };
}
