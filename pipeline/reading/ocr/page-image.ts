import { createCanvas } from '@napi-rs/canvas';
import type { Matrix } from '../matrix.js';
import type { PDFPageProxy } from '../pdf.js';
import type { PageContent, PlacedImage } from './content.js';
import { blank, type Grey, mirrored, resized, turned } from './grey.js';
import type { OcrSettings } from './settings.js';

/** A page as a picture, upright as the page shows it, and where its pixels stand in page points. */
export interface PageImage {
  readonly grey: Grey;
  readonly toPage: Matrix;
  readonly dpi: number;
  readonly source: 'embedded' | 'rendered';
}

/** The page has more pixels than the settings allow. */
export class TooManyPixels extends Error {}

/** Share of the page that one picture, or strips of one, must cover for it to be taken as it is. */
const WHOLE = 0.85;

/**
 * The picture of a page: its own, at its own resolution, where the page is one picture (or strips that tile it) and
 * nothing else can be seen on it; otherwise a rendering.
 */
export async function pageImage(
  page: PDFPageProxy,
  content: PageContent,
  settings: Pick<OcrSettings, 'dpi' | 'maxImagePixels'>,
): Promise<PageImage> {
  const tiles = content.visibleGlyphs === 0 && content.imageShare >= WHOLE ? wholePage(content.images) : [];
  if (tiles.length > 0) {
    const embedded = await assembled(page, tiles, settings.maxImagePixels);
    if (embedded) return embedded;
  }
  return rendered(page, resolution(page, content, settings), settings.maxImagePixels);
}

/** Whether the largest picture of a page is paper with ink on it, and not a photograph or a plain ground. */
export async function looksWritten(page: PDFPageProxy, content: PageContent): Promise<boolean> {
  const area = ({ box }: PlacedImage): number => (box[2] - box[0]) * (box[3] - box[1]);
  const largest = content.images.reduce((a, b) => (area(b) > area(a) ? b : a));
  const grey = await decodedImage(page, largest);
  if (!grey) return true;
  const counts = new Uint32Array(32);
  for (let i = 0; i < grey.data.length; i += 1) counts[grey.data[i]! >> 3] = counts[grey.data[i]! >> 3]! + 1;
  const share = (from: number, to: number): number =>
    counts.slice(from, to).reduce((a, b) => a + b, 0) / grey.data.length;
  // Paper is one pale tone and its neighbours; ink is much darker and rare.
  const paper = counts.indexOf(Math.max(...counts));
  const ink = share(0, Math.max(1, paper - 8));
  return paper >= 16 && share(paper - 3, 32) >= 0.6 && ink >= 0.001 && ink <= 0.3;
}

/** The pictures, when they stand square on the page and at one resolution; otherwise none. */
function wholePage(images: readonly PlacedImage[]): readonly PlacedImage[] {
  if (images.length === 0 || images.length > 400) return [];
  const first = images[0]!;
  if (!square(first.place) || first.width < 8 || first.mask !== images.at(-1)!.mask) return [];
  const scale = pixelScale(first);
  for (const image of images) {
    const own = pixelScale(image);
    const alike = own.every((value, i) => Math.abs(value - scale[i]!) <= 0.02 * Math.max(...scale.map(Math.abs)));
    if (!alike || image.mask !== first.mask) return [];
  }
  // Pictures that lie over each other are layers of one page, not strips of it: only painting them tells what shows.
  const area = images.reduce((sum, { box }) => sum + (box[2] - box[0]) * (box[3] - box[1]), 0);
  const left = Math.min(...images.map(({ box }) => box[0]));
  const top = Math.min(...images.map(({ box }) => box[1]));
  const right = Math.max(...images.map(({ box }) => box[2]));
  const bottom = Math.max(...images.map(({ box }) => box[3]));
  return area <= 1.03 * (right - left) * (bottom - top) ? images : [];
}

const square = ([a, b, c, d]: Matrix): boolean => {
  const straight = Math.max(Math.abs(a), Math.abs(d));
  const crossed = Math.max(Math.abs(b), Math.abs(c));
  return Math.min(straight, crossed) <= 0.002 * Math.max(straight, crossed);
};

/** Points for one pixel along each axis of the picture. */
const pixelScale = ({ place, width, height }: PlacedImage): number[] => [
  place[0] / width,
  place[1] / width,
  place[2] / height,
  place[3] / height,
];

/** One grey picture of all tiles, upright; nothing when a tile cannot be decoded. */
async function assembled(
  page: PDFPageProxy,
  tiles: readonly PlacedImage[],
  maxPixels: number,
): Promise<PageImage | null> {
  const first = tiles[0]!;
  const [a, b, c, d] = pixelScale(first) as [number, number, number, number];
  const pointsPerPixel = Math.max(Math.hypot(a, b), Math.hypot(c, d));
  if (!(pointsPerPixel > 0)) return null;
  const left = Math.min(...tiles.map(({ box }) => box[0]));
  const top = Math.min(...tiles.map(({ box }) => box[1]));
  const right = Math.max(...tiles.map(({ box }) => box[2]));
  const bottom = Math.max(...tiles.map(({ box }) => box[3]));
  const scaleX = Math.abs(Math.abs(a) > Math.abs(b) ? a : c);
  const scaleY = Math.abs(Math.abs(a) > Math.abs(b) ? d : b);
  const width = Math.round((right - left) / scaleX);
  const height = Math.round((bottom - top) / scaleY);
  if (width * height > maxPixels) throw new TooManyPixels(`${width} × ${height} pixels`);

  let whole: Grey | null = null;
  for (const tile of tiles) {
    const decoded = await decodedImage(page, tile);
    if (!decoded) return null;
    const upright = asPlaced(decoded, tile.place);
    if (tiles.length === 1) whole = upright;
    else {
      whole ??= blank(width, height);
      paste(whole, upright, Math.round((tile.box[0] - left) / scaleX), Math.round((tile.box[1] - top) / scaleY));
    }
  }
  if (!whole) return null;
  const perX = (right - left) / whole.width;
  const perY = (bottom - top) / whole.height;
  return evened({ grey: whole, toPage: [perX, 0, 0, perY, left, top], dpi: 72 / perX, source: 'embedded' }, perX, perY);
}

/** Faxes have other resolutions across than down: stretches the coarser axis. */
function evened(image: PageImage, perX: number, perY: number): PageImage {
  if (Math.abs(perX - perY) <= 0.03 * Math.max(perX, perY)) return image;
  const per = Math.min(perX, perY);
  const width = Math.round((image.grey.width * perX) / per);
  const height = Math.round((image.grey.height * perY) / per);
  return {
    ...image,
    grey: resized(image.grey, width, height),
    toPage: [per, 0, 0, per, image.toPage[4], image.toPage[5]],
    dpi: 72 / per,
  };
}

/** Turned and mirrored as the page paints it. */
function asPlaced(image: Grey, [a, b, c, d]: Matrix): Grey {
  // The unit square's y runs upwards and the picture's rows downwards: an untouched picture has a > 0 and d < 0.
  if (Math.abs(a) >= Math.abs(b)) {
    if (a > 0) return d < 0 ? image : turned(mirrored(image), 2);
    return d < 0 ? mirrored(image) : turned(image, 2);
  }
  if (b > 0) return c > 0 ? turned(image, 1) : mirrored(turned(image, 1));
  return c < 0 ? turned(image, 3) : mirrored(turned(image, 3));
}

function paste(onto: Grey, part: Grey, left: number, top: number): void {
  for (let y = Math.max(0, -top); y < part.height && top + y < onto.height; y += 1) {
    const skip = Math.max(0, -left);
    const length = Math.min(part.width - skip, onto.width - left - skip);
    if (length <= 0) return;
    const from = y * part.width + skip;
    onto.data.set(part.data.subarray(from, from + length), (top + y) * onto.width + left + skip);
  }
}

interface PdfImage {
  readonly width: number;
  readonly height: number;
  /** 1: one bit grey, 2: RGB, 3: RGBA. */
  readonly kind?: number;
  readonly data?: Uint8Array | Uint8ClampedArray | string | null;
}

/** pdf.js sends pictures behind its operators; one that never comes must not hold the page for ever. */
const PICTURE_DEADLINE_MS = 20_000;

const objectOf = (page: PDFPageProxy, name: string): Promise<PdfImage | null> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), PICTURE_DEADLINE_MS);
    const objects = name.startsWith('g_') ? page.commonObjs : page.objs;
    objects.get(name, (image: PdfImage | null) => {
      clearTimeout(timer);
      resolve(image);
    });
  });

async function decodedImage(page: PDFPageProxy, tile: PlacedImage): Promise<Grey | null> {
  let image: PdfImage | null;
  if (typeof tile.source === 'string') image = await objectOf(page, tile.source);
  else {
    image = tile.source as PdfImage;
    if (typeof image.data === 'string') {
      const stored = await objectOf(page, image.data);
      image = stored && { ...image, ...stored };
    }
  }
  if (!image?.data || typeof image.data === 'string') return null;
  const { width, height, data } = image;
  if (tile.mask || image.kind === 1) return fromBits(width, height, data);
  const channels = image.kind === 2 ? 3 : image.kind === 3 ? 4 : 0;
  if (channels === 0 || data.length < width * height * channels) return null;
  return { width, height, data: luminance(data, width * height, channels) };
}

/** One bit a pixel, rows filled up to whole bytes; a set bit is paper (of a stencil: a place that is not painted). */
function fromBits(width: number, height: number, bits: Uint8Array | Uint8ClampedArray): Grey | null {
  const stride = (width + 7) >> 3;
  if (bits.length < stride * height) return null;
  const data = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    for (let byte = 0; byte < stride; byte += 1) {
      const value = bits[y * stride + byte]!;
      if (value === 255) continue;
      const x = byte << 3;
      const end = Math.min(width, x + 8);
      for (let k = x; k < end; k += 1) if (!((value >> (7 - (k & 7))) & 1)) data[row + k] = 0;
    }
  }
  return { width, height, data };
}

function luminance(data: Uint8Array | Uint8ClampedArray, pixels: number, channels: 3 | 4): Uint8Array {
  const out = new Uint8Array(pixels);
  for (let i = 0, j = 0; i < pixels; i += 1, j += channels) {
    const grey = (data[j]! * 77 + data[j + 1]! * 151 + data[j + 2]! * 28) >> 8;
    out[i] = channels === 4 ? 255 - (((255 - grey) * data[j + 3]!) >> 8) : grey;
  }
  return out;
}

/** Dots per inch to render at: the wanted ones, or fewer where the page is too large for its pixel budget. */
function resolution(
  page: PDFPageProxy,
  content: PageContent,
  settings: Pick<OcrSettings, 'dpi' | 'maxImagePixels'>,
): number {
  const { width, height } = page.getViewport({ scale: 1 });
  let own = 0;
  for (const image of content.images) {
    const points = Math.hypot(image.place[0], image.place[1]);
    if (points > 0.5 * width) own = Math.max(own, (72 * image.width) / points);
  }
  const wanted = own >= 180 ? Math.min(settings.dpi, own) : settings.dpi;
  const most = 72 * Math.sqrt(RENDERED_PIXELS / Math.max(1, width * height));
  return Math.min(wanted, most);
}

/** A3 at 300 dpi, and no page larger. */
const RENDERED_PIXELS = 18_000_000;

type RenderContext = NonNullable<Parameters<PDFPageProxy['render']>[0]['canvasContext']>;

async function rendered(page: PDFPageProxy, dpi: number, maxPixels: number): Promise<PageImage> {
  const viewport = page.getViewport({ scale: dpi / 72 });
  const width = Math.max(1, Math.floor(viewport.width));
  const height = Math.max(1, Math.floor(viewport.height));
  if (width * height > maxPixels) throw new TooManyPixels(`${width} × ${height} pixels`);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  await page.render({
    canvas: null,
    canvasContext: context as unknown as RenderContext,
    viewport,
    background: '#ffffff',
  }).promise;
  const pixels = context.getImageData(0, 0, width, height).data;
  const per = 72 / dpi;
  const grey = { width, height, data: luminance(pixels, width * height, 4) };
  return { grey, toPage: [per, 0, 0, per, 0, 0], dpi, source: 'rendered' };
}
