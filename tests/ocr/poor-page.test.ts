import { describe, expect, it } from 'vitest';
import type { Grey } from '../../pipeline/reading/ocr/grey.js';
import { OCR_DEFAULTS } from '../../pipeline/reading/ocr/index.js';
import type { PageImage } from '../../pipeline/reading/ocr/page-image.js';
import { recognise } from '../../pipeline/reading/ocr/recognise.js';
import type { RawLine, Recogniser } from '../../pipeline/reading/ocr/recogniser.js';

const DPI = 300;
const paper: Grey = { width: 2480, height: 3508, data: new Uint8Array(2480 * 3508).fill(255) };

const word = (text: string, confidence: number): RawLine => [
  { text, confidence, bbox: { x0: 10, y0: 10, x1: 60, y1: 22 }, letters: [] },
];

/** A recogniser whose answers are known, by the height of the picture that it is shown. */
function reading(confidence: (height: number) => number) {
  const heights: number[] = [];
  const widths: number[] = [];
  const recogniser = {
    lines: async ({ width, height }: Grey) => {
      widths.push(width);
      heights.push(height);
      return [word(`look${heights.length}`, confidence(height))];
    },
  } as unknown as Recogniser;
  return { widths, heights, recogniser };
}

const firstHeight = Math.round(paper.height * (OCR_DEFAULTS.lookDpi / DPI));
const poorHeight = Math.round(paper.height * (OCR_DEFAULTS.poorDpi / DPI));

const page = { grey: paper, dpi: DPI } as PageImage;

describe('a page', () => {
  it('that reads well is looked at once', async () => {
    const { heights, recogniser } = reading(() => 95);
    await recognise(page, recogniser, OCR_DEFAULTS);
    expect(heights).toEqual([firstHeight]);
  });

  it('of few dots an inch is narrowed no further than others', async () => {
    const { widths, recogniser } = reading(() => 95);
    for (const dpi of [150, 100]) await recognise({ ...page, dpi }, recogniser, OCR_DEFAULTS);
    expect(widths).toEqual([Math.round((paper.width * OCR_DEFAULTS.lookDpiAcross) / 150), paper.width]);
  });

  it('that reads badly is looked at again, smaller and at its full width, and the surer reading stays', async () => {
    const { heights, recogniser } = reading((height) => (height === poorHeight ? 90 : 60));
    const { lines } = await recognise(page, recogniser, OCR_DEFAULTS);
    expect(heights).toEqual([firstHeight, poorHeight]);
    expect(lines.map(({ words }) => words[0]?.text)).toEqual(['look2']);
  });

  it('keeps its first reading where the other is no surer', async () => {
    const { recogniser } = reading((height) => (height === poorHeight ? 40 : 60));
    const { lines } = await recognise(page, recogniser, OCR_DEFAULTS);
    expect(lines.map(({ words }) => words[0]?.text)).toEqual(['look1']);
  });
});
