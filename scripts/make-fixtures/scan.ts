import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import PDFDocument from 'pdfkit';
import { randomFrom } from './random.js';
import type { Made } from './writer.js';

/** How a copier saw the pages. */
export interface Look {
  readonly suffix: string;
  readonly dpi: number;
  /** 8: grey JPEG; 1: black and white. */
  readonly bits: 1 | 8;
  /** Skew, clockwise. */
  readonly degrees: number;
  readonly seed: number;
}

const PDFJS = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** The same pages as images alone, with skew, dust and noise; the truth is the same. */
export async function scan({ stem, pdf, truth }: Made, look: Look): Promise<Made> {
  const name = `${stem}-${look.suffix}`;
  const task = getDocument({
    data: new Uint8Array(pdf),
    cMapUrl: `${join(PDFJS, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(PDFJS, 'standard_fonts')}/`,
    wasmUrl: `${join(PDFJS, 'wasm')}/`,
    verbosity: 0,
  });
  const source = await task.promise;
  const made = new Date('2024-10-01T08:00:00Z');
  const out = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    info: { Title: name, Producer: 'Copieur', Creator: 'Copieur', CreationDate: made, ModDate: made },
  });
  const chunks: Buffer[] = [];
  out.on('data', (chunk: Buffer) => chunks.push(chunk));
  const random = randomFrom(look.seed);
  for (let number = 1; number <= source.numPages; number += 1) {
    const page = await source.getPage(number);
    const size = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: look.dpi / 72 });
    const width = Math.round(viewport.width);
    const height = Math.round(viewport.height);
    const canvas = createCanvas(width, height);
    const context = canvas.getContext('2d');
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, width, height);
    const flat = createCanvas(width, height);
    await page.render({ canvas: flat as never, canvasContext: flat.getContext('2d') as never, viewport }).promise;
    context.translate(width / 2, height / 2);
    context.rotate((look.degrees * Math.PI) / 180);
    context.drawImage(flat, -width / 2, -height / 2);
    context.resetTransform();
    const image = context.getImageData(0, 0, width, height);
    soil(image.data, random);
    dust(image.data, width, height, random);
    context.putImageData(image, 0, 0);
    const bytes = look.bits === 8 ? canvas.toBuffer('image/jpeg', 45) : blackAndWhite(image.data, width, height);
    out.addPage({ size: [size.width, size.height], margin: 0 });
    out.image(bytes, 0, 0, { width: size.width, height: size.height });
    page.cleanup();
  }
  await task.destroy();
  const ended = new Promise<void>((resolve) => out.on('end', () => resolve()));
  out.end();
  await ended;
  return { stem: name, pdf: Buffer.concat(chunks), truth: { ...truth, file: `${name}.pdf`, stem: name } };
}

/** Ink less than black, paper less than white, a little noise; grey in all three channels. */
function soil(data: Uint8ClampedArray, random: () => number): void {
  for (let i = 0; i < data.length; i += 4) {
    const grey = 0.299 * data[i]! + 0.587 * data[i + 1]! + 0.114 * data[i + 2]!;
    const noisy = 26 + grey * 0.87 + (random() - 0.5) * 9;
    data[i] = noisy;
    data[i + 1] = noisy;
    data[i + 2] = noisy;
  }
}

/** Specks: one for some sixty thousand pixels. */
function dust(data: Uint8ClampedArray, width: number, height: number, random: () => number): void {
  for (let n = 0; n < (width * height) / 60_000; n += 1) {
    const x = Math.floor(random() * (width - 2));
    const y = Math.floor(random() * (height - 2));
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [0, 1],
    ] as const) {
      const at = ((y + dy) * width + x + dx) * 4;
      data[at] = data[at + 1] = data[at + 2] = 70;
    }
  }
}

/** A PNG of one bit a pixel. */
function blackAndWhite(data: Uint8ClampedArray, width: number, height: number): Buffer {
  const stride = Math.ceil(width / 8);
  const rows = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (data[(y * width + x) * 4]! > 150) rows[y * (stride + 1) + 1 + (x >> 3)]! |= 0x80 >> (x & 7);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
