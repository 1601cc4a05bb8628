import { multiply } from '../matrix.js';
import type { Face } from './face.js';
import type { State } from './state.js';

/** A printed character (or ligature) where it stands, in the page's coordinates: points, origin top left, y downwards. */
export interface Glyph {
  text: string;
  /** Where its baseline begins and ends. */
  readonly x: number;
  readonly y: number;
  readonly endX: number;
  readonly endY: number;
  /** Height of the type. */
  readonly size: number;
  readonly face: Face;
  readonly colour: string;
  /** Painted without ink: the text layer under a scan. */
  readonly invisible: boolean;
  /** The gap that its writer asked for between letters, already in the advance of the next glyph. */
  readonly spacing: number;
}

/** A character as pdf.js hands it to whoever paints it. */
export interface PrintedGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: ArrayLike<number> | null;
}

/** Notes where each character of a string stands, and moves the pen behind it. Those that are clipped away leave nothing. */
export function showText(state: State, printed: readonly (PrintedGlyph | number)[], glyphs: Glyph[]): void {
  const { face, size, direction, charSpacing, wordSpacing } = state;
  if (size === 0) return;
  const m = multiply(state.ctm, state.textMatrix);
  const originX = m[0] * state.x + m[2] * (state.y + state.rise) + m[4];
  const originY = m[1] * state.x + m[3] * (state.y + state.rise) + m[5];
  // Advances run along the matrix's first axis; in vertical fonts, along the second.
  const along = state.hScale * direction;
  const stepX = face.vertical ? m[2] : m[0] * along;
  const stepY = face.vertical ? m[3] : m[1] * along;
  const height = size * (face.vertical ? Math.hypot(m[0], m[1]) : Math.hypot(m[2], m[3]));
  const perUnit = Math.hypot(stepX, stepY);
  const invisible = state.mode === 3 || state.mode === 7 || (state.fillAlpha === 0 && state.mode === 0);
  const colour = state.mode === 1 ? state.stroke : state.fill;
  const [clipLeft, clipTop, clipRight, clipBottom] = state.clip;
  const slack = height * 0.35;
  const widthScale = size * face.unit;
  let x = 0;
  for (const glyph of printed) {
    if (typeof glyph === 'number') {
      x += (face.vertical ? 1 : -1) * glyph * size * 0.001;
      continue;
    }
    const spacing = (glyph.isSpace ? wordSpacing : 0) + charSpacing;
    const width = face.vertical ? (glyph.vmetric ? -glyph.vmetric[0]! : -1000) : glyph.width;
    const ink = width * widthScale;
    const { unicode } = glyph;
    if (unicode !== '') {
      const left = originX + stepX * x;
      const top = originY + stepY * x;
      const middleX = left + (stepX * ink) / 2;
      const middleY = top + (stepY * ink) / 2;
      if (
        middleX >= clipLeft - slack &&
        middleX <= clipRight + slack &&
        middleY >= clipTop - slack &&
        middleY <= clipBottom + slack + height * 0.4
      ) {
        glyphs.push({
          text: unicode,
          x: left,
          y: top,
          endX: left + stepX * ink,
          endY: top + stepY * ink,
          size: height,
          face,
          colour,
          invisible,
          spacing: charSpacing * perUnit,
        });
      }
    }
    x += face.vertical ? ink - spacing * direction : ink + spacing * direction;
  }
  if (face.vertical) state.y += x;
  else state.x += x * along;
}
