import { createCanvas } from '@napi-rs/canvas';
import { openPdf } from '../../pipeline/reading/pdf.js';
import { pdf } from '../reading/drawn.js';

export interface Scan {
  readonly dpi?: number;
  /** Degrees that the sheet was laid askew by, clockwise. */
  readonly skew?: number;
  /** Quarter turns that it was laid down by. */
  readonly quarters?: number;
  /** Drawn over the picture: a stamp, a hidden layer. */
  readonly over?: (document: PDFKit.PDFDocument) => void;
  /** Share of the light that is missing at the left edge, as beside the spine of a book. */
  readonly shadow?: number;
  /** Level of the paper, 255 for white. */
  readonly paper?: number;
}

/** The first page of a PDF as an office scanner would send it: one picture, no text. */
export async function scanned(bytes: Uint8Array, scan: Scan = {}): Promise<Uint8Array> {
  const { dpi = 200, skew = 0, quarters = 0, paper = 255, shadow = 0 } = scan;
  const document = await openPdf(bytes.slice());
  const page = await document.getPage(1);
  const viewport = page.getViewport({ scale: dpi / 72 });
  const drawn = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
  await page.render({
    canvas: null,
    canvasContext: drawn.getContext('2d') as never,
    viewport,
  }).promise;
  await document.loadingTask.destroy();

  const turned = quarters % 2 === 1;
  const canvas = createCanvas(turned ? drawn.height : drawn.width, turned ? drawn.width : drawn.height);
  const context = canvas.getContext('2d');
  context.fillStyle = `rgb(${paper}, ${paper}, ${paper})`;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((quarters * Math.PI) / 2 + (skew * Math.PI) / 180);
  context.globalCompositeOperation = 'multiply';
  context.drawImage(drawn, -drawn.width / 2, -drawn.height / 2);
  context.resetTransform();
  const shade = context.createLinearGradient(0, 0, canvas.width * 0.4, 0);
  shade.addColorStop(0, `rgba(0, 0, 0, ${shadow})`);
  shade.addColorStop(1, 'rgba(0, 0, 0, 0)');
  context.globalCompositeOperation = 'source-over';
  context.fillStyle = shade;
  context.fillRect(0, 0, canvas.width, canvas.height);
  const picture = canvas.toBuffer('image/png');
  const size: [number, number] = [(canvas.width * 72) / dpi, (canvas.height * 72) / dpi];
  return pdf(
    (out) => {
      out.image(picture, 0, 0, { width: size[0], height: size[1] });
      scan.over?.(out);
    },
    { size, margin: 0 },
  );
}
