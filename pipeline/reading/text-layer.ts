import { withDrawnBullets } from './bullets.js';
import type { PDFPageProxy } from './pdf.js';
import type { Sheet } from './sheet.js';
import { joinSpacedOut } from './spaced-out.js';
import { type Glyph, tracePage } from './trace/index.js';
import { wordsOf } from './words.js';

/** The sheet that a page's text layer makes; `number` is the page's, from 1. */
export async function textLayerSheet(page: PDFPageProxy, number: number): Promise<Sheet> {
  const trace = await tracePage(page);
  const words = withDrawnBullets(joinSpacedOut(wordsOf(readable(trace.glyphs))), trace.dots);
  return {
    number,
    width: trace.width,
    height: trace.height,
    rotation: trace.rotation,
    readBy: 'text-layer',
    legibility: 1,
    words,
    rules: trace.rules,
    areas: trace.areas.map(({ box }) => box),
  };
}

/** Letters without ink are a scan's text layer where most letters have none; elsewhere nobody was to read them. */
function readable(glyphs: readonly Glyph[]): readonly Glyph[] {
  const invisible = glyphs.filter((glyph) => glyph.invisible).length;
  if (invisible === 0 || invisible * 2 > glyphs.length) return glyphs;
  return glyphs.filter((glyph) => !glyph.invisible);
}
