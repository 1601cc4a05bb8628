import type { Box } from '../../../models/geometry.js';
import { boxOf, IDENTITY, type Matrix, meet, multiply } from '../matrix.js';
import { type PDFPageProxy, pdfJs } from '../pdf.js';
import type { Rule } from '../sheet.js';
import { type Face, faceOf } from './face.js';
import { type Area, fillPath, strokePath } from './paths.js';
import { blankState, type State } from './state.js';
import { type Glyph, type PrintedGlyph, showText } from './text.js';

export type { Glyph };

/** What a page's drawing operators leave on it. */
export interface Trace {
  readonly width: number;
  readonly height: number;
  /** Clockwise degrees that the page is turned by to be looked at. */
  readonly rotation: number;
  readonly glyphs: Glyph[];
  readonly rules: Rule[];
  readonly areas: Area[];
  /** Shapes too small for areas, about as wide as high: bullets, points. */
  readonly dots: Box[];
  readonly images: Box[];
}

type Args = readonly unknown[];

/**
 * Walks through the operators of a page, as a painter would, and notes each character, line, area and image.
 * It costs about as much as pdf.js's own text extraction, and knows where every glyph is, its colour, and the rules.
 */
export async function tracePage(page: PDFPageProxy): Promise<Trace> {
  const { OPS } = await pdfJs();
  const list = await page.getOperatorList();
  const viewport = page.getViewport({ scale: 1 });
  const sheet: Box = [0, 0, viewport.width, viewport.height];
  const trace: Trace = {
    width: viewport.width,
    height: viewport.height,
    rotation: viewport.rotation,
    glyphs: [],
    rules: [],
    areas: [],
    dots: [],
    images: [],
  };
  const faces = new Map<string, Face>();
  const base = viewport.transform as unknown as Matrix;
  const start = blankState(base, sheet);
  let state: State = { ...start };
  const stack: State[] = [];
  let clipNext = false;

  const moveText = (x: number, y: number): void => {
    state.x = state.lineX += x;
    state.y = state.lineY += y;
  };
  const setFont = (name: string, size: number): void => {
    let face = faces.get(name);
    if (!face) {
      face = faceOf(page, name);
      faces.set(name, face);
    }
    state.face = face;
    state.direction = size < 0 ? -1 : 1;
    state.size = Math.abs(size);
  };

  const { fnArray, argsArray } = list;
  for (let i = 0; i < fnArray.length; i += 1) {
    const args = argsArray[i] as Args;
    switch (fnArray[i]) {
      case OPS.save:
        stack.push({ ...state });
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
      case OPS.endGroup:
      case OPS.endAnnotation:
        state = stack.pop() ?? state;
        break;
      case OPS.transform:
        state.ctm = multiply(state.ctm, args as number[]);
        break;
      case OPS.paintFormXObjectBegin: {
        stack.push({ ...state });
        const [matrix, bbox] = args as [ArrayLike<number> | null, ArrayLike<number> | null];
        if (matrix) state.ctm = multiply(state.ctm, matrix);
        if (bbox) state.clip = meet(state.clip, boxOf(state.ctm, bbox));
        break;
      }
      case OPS.beginGroup:
        stack.push({ ...state });
        break;
      case OPS.beginAnnotation: {
        stack.push({ ...state });
        const [, , transform, matrix] = args as [string, number[], number[], number[]];
        state = { ...start, ctm: multiply(multiply(base, transform), matrix) };
        break;
      }
      case OPS.beginText:
        state.textMatrix = IDENTITY;
        state.x = state.y = state.lineX = state.lineY = 0;
        break;
      case OPS.setCharSpacing:
        state.charSpacing = args[0] as number;
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = args[0] as number;
        break;
      case OPS.setHScale:
        state.hScale = (args[0] as number) / 100;
        break;
      case OPS.setLeading:
        state.leading = -(args[0] as number);
        break;
      case OPS.setTextRenderingMode:
        state.mode = args[0] as number;
        break;
      case OPS.setTextRise:
        state.rise = args[0] as number;
        break;
      case OPS.setFont:
        setFont(args[0] as string, args[1] as number);
        break;
      case OPS.setTextMatrix:
        state.textMatrix = Array.from(args[0] as ArrayLike<number>) as unknown as Matrix;
        state.x = state.y = state.lineX = state.lineY = 0;
        break;
      case OPS.moveText:
        moveText(args[0] as number, args[1] as number);
        break;
      case OPS.setLeadingMoveText:
        state.leading = args[1] as number;
        moveText(args[0] as number, args[1] as number);
        break;
      case OPS.nextLine:
        moveText(0, state.leading);
        break;
      case OPS.showText:
        showText(state, args[0] as (PrintedGlyph | number)[], trace.glyphs);
        break;
      case OPS.setFillRGBColor:
        state.fill = args[0] as string;
        break;
      case OPS.setFillColorN:
        state.fill = '#808080';
        break;
      case OPS.setStrokeRGBColor:
        state.stroke = args[0] as string;
        break;
      case OPS.setLineWidth:
        state.lineWidth = args[0] as number;
        break;
      case OPS.setGState:
        for (const [key, value] of args[0] as [string, unknown][]) {
          if (key === 'LW') state.lineWidth = value as number;
          else if (key === 'ca') state.fillAlpha = value as number;
          else if (key === 'Font') setFont((value as [string, number])[0], (value as [string, number])[1]);
        }
        break;
      case OPS.clip:
      case OPS.eoClip:
        clipNext = true;
        break;
      case OPS.constructPath: {
        const [paint, data, minMax] = args as [number, [ArrayLike<number> | null], ArrayLike<number> | null];
        if (minMax && data[0]) {
          const fills = paint !== OPS.stroke && paint !== OPS.closeStroke && paint !== OPS.endPath;
          const strokes = paint !== OPS.fill && paint !== OPS.eoFill && paint !== OPS.endPath;
          if (fills) fillPath(state, data[0], minMax, trace);
          if (strokes) strokePath(state, data[0], minMax, trace);
          if (clipNext) state.clip = meet(state.clip, boxOf(state.ctm, minMax));
        }
        clipNext = false;
        break;
      }
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
        trace.images.push(meet(boxOf(state.ctm, [0, 0, 1, 1]), state.clip));
        break;
      default:
    }
  }
  return trace;
}
