import { type Box, overlap } from '../../../models/geometry.js';
import { boxOf, type Matrix, multiply } from '../matrix.js';
import { type PDFPageProxy, pdfJs } from '../pdf.js';

/** A picture as the page paints it. */
export interface PlacedImage {
  /** Name in the page's objects, or the picture itself when it is written inline. */
  readonly source: unknown;
  readonly width: number;
  readonly height: number;
  /** A stencil: its bits say where the current colour is painted. */
  readonly mask: boolean;
  /** From the unit square (y upwards) to page points (origin top left, y downwards). */
  readonly place: Matrix;
  readonly box: Box;
}

/** What a page paints, counted: enough to know whether it is a scan. */
export interface PageContent {
  readonly images: readonly PlacedImage[];
  /** Share of the page, 0 to 1, that its pictures cover. */
  readonly imageShare: number;
  /** Glyphs painted so that they can be seen, and glyphs that are only there to be searched (a hidden OCR layer). */
  readonly visibleGlyphs: number;
  readonly hiddenGlyphs: number;
  readonly paths: number;
}

const HIDDEN = 3;
/** Pictures smaller than this share of the page are logos, stamps, ornaments. */
const SMALL = 0.0005;

/** Walks the page's operators once; pictures are decoded by pdf.js on the way. */
export async function pageContent(page: PDFPageProxy): Promise<PageContent> {
  const { OPS } = await pdfJs();
  const list = await page.getOperatorList();
  const viewport = page.getViewport({ scale: 1 });
  const images: PlacedImage[] = [];
  const stack: { at: Matrix; mode: number }[] = [];
  let at = viewport.transform as unknown as Matrix;
  let mode = 0;
  let visibleGlyphs = 0;
  let hiddenGlyphs = 0;
  let paths = 0;

  const put = (source: unknown, width: number, height: number, mask: boolean, place: Matrix): void => {
    images.push({ source, width, height, mask, place, box: boxOf(place, [0, 0, 1, 1]) });
  };
  for (let i = 0; i < list.fnArray.length; i += 1) {
    const args = list.argsArray[i] as unknown[] | null;
    switch (list.fnArray[i]) {
      case OPS.save:
        stack.push({ at, mode });
        break;
      case OPS.restore: {
        const saved = stack.pop();
        if (saved) ({ at, mode } = saved);
        break;
      }
      case OPS.transform:
        at = multiply(at, args as unknown as Matrix);
        break;
      case OPS.paintFormXObjectBegin:
        stack.push({ at, mode });
        if (args?.[0]) at = multiply(at, args[0] as Matrix);
        break;
      case OPS.paintFormXObjectEnd: {
        const saved = stack.pop();
        if (saved) ({ at, mode } = saved);
        break;
      }
      case OPS.setTextRenderingMode:
        mode = Number(args?.[0] ?? 0);
        break;
      case OPS.showText:
      case OPS.showSpacedText:
      case OPS.nextLineShowText:
      case OPS.nextLineSetSpacingShowText: {
        const glyphs = (args?.[0] as unknown[] | undefined)?.length ?? 0;
        if (mode === HIDDEN) hiddenGlyphs += glyphs;
        else visibleGlyphs += glyphs;
        break;
      }
      case OPS.constructPath:
        paths += 1;
        break;
      case OPS.paintImageXObject:
        put(args?.[0], Number(args?.[1]), Number(args?.[2]), false, at);
        break;
      case OPS.paintInlineImageXObject: {
        const image = args?.[0] as { width: number; height: number };
        put(image, image.width, image.height, false, at);
        break;
      }
      case OPS.paintImageMaskXObject: {
        const image = args?.[0] as { width: number; height: number; data?: unknown };
        put(image, image.width, image.height, true, at);
        break;
      }
      case OPS.paintImageXObjectRepeat: {
        const [name, scaleX, scaleY, positions] = args as [string, number, number, ArrayLike<number>];
        for (let k = 0; k + 1 < positions.length; k += 2) {
          put(name, 0, 0, false, multiply(at, [scaleX, 0, 0, scaleY, positions[k]!, positions[k + 1]!]));
        }
        break;
      }
      case OPS.paintInlineImageXObjectGroup: {
        const [image, map] = args as [
          { width: number; height: number },
          { transform: Matrix; x: number; y: number; w: number; h: number }[],
        ];
        for (const part of map) put({ image, part }, part.w, part.h, false, multiply(at, part.transform));
        break;
      }
      case OPS.paintImageMaskXObjectGroup: {
        for (const image of (args?.[0] ?? []) as { width: number; height: number; transform: Matrix }[]) {
          put(image, image.width, image.height, true, multiply(at, image.transform));
        }
        break;
      }
    }
  }
  const size: Box = [0, 0, viewport.width, viewport.height];
  const large = images.filter(({ box }) => share(box, size) >= SMALL);
  return {
    images: large,
    imageShare: covered(
      large.map(({ box }) => box),
      size,
    ),
    visibleGlyphs,
    hiddenGlyphs,
    paths,
  };
}

const share = (box: Box, page: Box): number =>
  (overlap(box[0], box[2], page[0], page[2]) * overlap(box[1], box[3], page[1], page[3])) /
  Math.max(1, page[2] * page[3]);

/** Share of the page below the boxes, counted on a grid so that overlaps count once. */
function covered(boxes: readonly Box[], page: Box): number {
  const cells = 64;
  const grid = new Uint8Array(cells * cells);
  for (const box of boxes) {
    const [x0, x1] = [box[0] / page[2], box[2] / page[2]].map((v) => Math.round(v * cells)) as [number, number];
    const [y0, y1] = [box[1] / page[3], box[3] / page[3]].map((v) => Math.round(v * cells)) as [number, number];
    for (let y = Math.max(0, y0); y < Math.min(cells, y1); y += 1) {
      grid.fill(1, y * cells + Math.max(0, x0), y * cells + Math.max(Math.max(0, x0), Math.min(cells, x1)));
    }
  }
  return grid.reduce((sum, cell) => sum + cell, 0) / grid.length;
}
