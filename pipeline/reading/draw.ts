import { createCanvas } from '@napi-rs/canvas';
import type { Box } from '../../models/geometry.js';
import type { Page } from '../../models/page.js';
import type { PDFPageProxy } from './pdf.js';

/** Pixels for a point. */
const SCALE = 2;

const COLOURS: Readonly<Record<string, string>> = {
  word: 'rgba(120, 120, 120, 0.35)',
  paragraph: 'rgba(30, 120, 220, 0.7)',
  heading: 'rgba(200, 30, 30, 0.8)',
  'list-item': 'rgba(30, 160, 90, 0.8)',
  table: 'rgba(160, 60, 200, 0.9)',
  cell: 'rgba(160, 60, 200, 0.45)',
  'key-figure': 'rgba(240, 140, 0, 0.9)',
  footnote: 'rgba(110, 110, 60, 0.8)',
  header: 'rgba(120, 120, 120, 0.8)',
  footer: 'rgba(120, 120, 120, 0.8)',
  'page-number': 'rgba(120, 120, 120, 0.8)',
  record: 'rgba(255, 215, 0, 0.45)',
};

/**
 * The page as a PNG with what was read drawn over it: words, blocks with their kind and their rank in reading order,
 * cells, and the boxes of records. `records`: in PDF points, origin top left.
 */
export async function drawPage(pdf: PDFPageProxy, page: Page, records: readonly Box[] = []): Promise<Buffer> {
  const viewport = pdf.getViewport({ scale: SCALE });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  await pdf.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise;
  const frame = (box: Box, colour: string, line: number): void => {
    context.strokeStyle = colour;
    context.lineWidth = line;
    context.strokeRect(box[0] * SCALE, box[1] * SCALE, (box[2] - box[0]) * SCALE, (box[3] - box[1]) * SCALE);
  };
  for (const box of records) {
    context.fillStyle = COLOURS.record!;
    context.fillRect(box[0] * SCALE, box[1] * SCALE, (box[2] - box[0]) * SCALE, (box[3] - box[1]) * SCALE);
  }
  for (const { box } of page.words) frame(box, COLOURS.word!, 1);
  for (const { cells } of page.tables) for (const { box } of cells) frame(box, COLOURS.cell!, 2);
  page.blocks.forEach(({ kind, box }, index) => {
    frame(box, COLOURS[kind]!, 3);
    context.fillStyle = COLOURS[kind]!;
    context.font = '18px sans-serif';
    context.fillText(`${index + 1} ${kind}`, box[0] * SCALE, Math.max(14, box[1] * SCALE - 4));
  });
  return canvas.toBuffer('image/png');
}
