import type { Page } from '../../../models/page.js';
import { layout } from '../../../pipeline/reading/layout/index.js';
import { pdf, sheetsOf } from '../drawn.js';
import { expectTrue } from './truths.js';

/** The pages of a drawn PDF; what holds of every page is looked at each time. */
export async function drawn(draw: (document: PDFKit.PDFDocument) => void, options = {}): Promise<Page[]> {
  const sheets = await sheetsOf(await pdf(draw, options));
  const pages = layout(sheets);
  expectTrue(sheets, pages);
  return pages;
}

/** Puts lines one under the other, `step` points apart, as they are: pdfkit breaks none of them. */
export function lines(document: PDFKit.PDFDocument, x: number, y: number, texts: readonly string[], step = 14): void {
  for (const [index, text] of texts.entries()) document.text(text, x, y + index * step, { lineBreak: false });
}

/** A table's cells as a matrix of texts, '' where a place has no cell of its own. */
export function matrix(page: Page, index = 0): string[][] {
  const table = page.tables[index]!;
  const rows = Array.from({ length: table.rows }, () => new Array<string>(table.cols).fill(''));
  for (const cell of table.cells) rows[cell.row]![cell.col] = page.text.slice(cell.start, cell.end);
  return rows;
}

/** Blocks as [kind, text]. */
export const kinds = (page: Page): [string, string][] =>
  page.blocks.map(({ kind, start, end }) => [kind, page.text.slice(start, end)]);

/** Key figures as [figure, caption]. */
export const figures = (page: Page): [string, string][] =>
  page.keyFigures.map(({ figure, caption }) => [
    page.text.slice(figure.start, figure.end),
    caption.map(({ start, end }) => page.text.slice(start, end)).join(' '),
  ]);
