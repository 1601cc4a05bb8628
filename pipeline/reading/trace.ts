import type { Box } from '../../models/geometry.js';
import { IDENTITY, type Matrix, multiply } from './matrix.js';
import { type PDFPageProxy, pdfJs } from './pdf.js';
import type { Rule } from './sheet.js';

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

export interface Face {
  readonly name: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Above and below the baseline, in parts of the size; descent is negative. */
  readonly ascent: number;
  readonly descent: number;
  readonly vertical: boolean;
  /** Glyph widths are thousandths of the size, but for Type 3 fonts. */
  readonly unit: number;
}

export interface Area {
  readonly box: Box;
  readonly colour: string;
}

/** What a page's drawing operators leave on it. */
export interface Trace {
  readonly width: number;
  readonly height: number;
  /** Clockwise degrees that the page is turned by to be looked at. */
  readonly rotation: number;
  readonly glyphs: Glyph[];
  readonly rules: Rule[];
  readonly areas: Area[];
  readonly images: Box[];
}

interface State {
  ctm: Matrix;
  clip: Box;
  face: Face;
  size: number;
  /** Text is mirrored by a negative size. */
  direction: number;
  charSpacing: number;
  wordSpacing: number;
  hScale: number;
  leading: number;
  rise: number;
  mode: number;
  fill: string;
  stroke: string;
  fillAlpha: number;
  lineWidth: number;
  textMatrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

const NO_FACE: Face = {
  name: '',
  bold: false,
  italic: false,
  ascent: 0.8,
  descent: -0.2,
  vertical: false,
  unit: 0.001,
};

/** Thicker bars are areas, thinner ones rules; shorter ones are neither (points). */
const RULE_THICKNESS = 2.6;
const RULE_LENGTH = 6;

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
    images: [],
  };
  const faces = new Map<string, Face>();
  const base = viewport.transform as unknown as Matrix;
  const start: State = {
    ctm: base,
    clip: sheet,
    face: NO_FACE,
    size: 0,
    direction: 1,
    charSpacing: 0,
    wordSpacing: 0,
    hScale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    fill: '#000000',
    stroke: '#000000',
    fillAlpha: 1,
    lineWidth: 1,
    textMatrix: IDENTITY,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
  };
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
          if (strokes) strokePath(state, data[0], trace.rules);
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

interface PrintedGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: ArrayLike<number> | null;
}

function showText(state: State, printed: readonly (PrintedGlyph | number)[], glyphs: Glyph[]): void {
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

interface PdfJsFont {
  readonly name?: string;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly italic?: boolean;
  readonly ascent?: number;
  readonly descent?: number;
  readonly vertical?: boolean;
  readonly fontMatrix?: ArrayLike<number>;
  readonly isType3Font?: boolean;
}

function faceOf(page: PDFPageProxy, name: string): Face {
  let font: PdfJsFont | undefined;
  try {
    font = page.commonObjs.get(name) as PdfJsFont;
  } catch {
    // A font that failed to load: its text is there, only its looks are not known.
  }
  if (!font) return NO_FACE;
  const called = font.name ?? '';
  const within = (value: number | undefined, low: number, high: number, otherwise: number): number =>
    value !== undefined && value >= low && value <= high ? value : otherwise;
  return {
    name: called,
    bold: Boolean(font.bold || font.black) || /bold|black|heavy|semi-?b|demi/i.test(called),
    italic: Boolean(font.italic) || /ital|obliq/i.test(called),
    ascent: within(font.ascent, 0.5, 1.1, 0.8),
    descent: within(font.descent, -0.4, -0.1, -0.2),
    vertical: Boolean(font.vertical),
    unit: font.isType3Font ? (font.fontMatrix?.[0] ?? 0.001) : 0.001,
  };
}

function boxOf(m: Matrix, rect: ArrayLike<number>): Box {
  const [x0, y0, x1, y1] = [rect[0]!, rect[1]!, rect[2]!, rect[3]!];
  const xs = [m[0] * x0 + m[2] * y0, m[0] * x1 + m[2] * y0, m[0] * x0 + m[2] * y1, m[0] * x1 + m[2] * y1];
  const ys = [m[1] * x0 + m[3] * y0, m[1] * x1 + m[3] * y0, m[1] * x0 + m[3] * y1, m[1] * x1 + m[3] * y1];
  return [Math.min(...xs) + m[4], Math.min(...ys) + m[5], Math.max(...xs) + m[4], Math.max(...ys) + m[5]];
}

const meet = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];

const isWhite = (colour: string): boolean => /^#f[c-f]f[c-f]f[c-f]$/i.test(colour);

function fillPath(state: State, path: ArrayLike<number>, minMax: ArrayLike<number>, trace: Trace): void {
  if (state.fillAlpha === 0) return;
  // One path may hold many thin bars (all the borders of a table): each of its closed parts is looked at by itself.
  for (const part of parts(path, minMax)) {
    const box = meet(boxOf(state.ctm, part), state.clip);
    const width = box[2] - box[0];
    const height = box[3] - box[1];
    if (width < 0 || height < 0) continue;
    if (height <= RULE_THICKNESS && width >= RULE_LENGTH) {
      const y = (box[1] + box[3]) / 2;
      if (!isWhite(state.fill)) trace.rules.push({ from: [box[0], y], to: [box[2], y] });
    } else if (width <= RULE_THICKNESS && height >= RULE_LENGTH) {
      const x = (box[0] + box[2]) / 2;
      if (!isWhite(state.fill)) trace.rules.push({ from: [x, box[1]], to: [x, box[3]] });
    } else if (width >= RULE_LENGTH && height >= RULE_LENGTH) {
      trace.areas.push({ box, colour: state.fill });
    }
  }
}

const MOVE = 0;
const LINE = 1;
/** How many numbers follow each drawing code: move, line, cubic, quadratic, close. */
const OPERANDS = [2, 2, 6, 4, 0];

/** The boxes [x0, y0, x1, y1] of a path's parts; a long one with curves is taken as a whole (a drawing, a letter). */
function parts(path: ArrayLike<number>, minMax: ArrayLike<number>): Iterable<number[]> {
  if (path.length > 20_000) return [Array.from(minMax)];
  const boxes: number[][] = [];
  let box: number[] | undefined;
  for (let i = 0; i < path.length; ) {
    const code = path[i]!;
    const operands = OPERANDS[code] ?? 0;
    if (code === MOVE) {
      box = [Infinity, Infinity, -Infinity, -Infinity];
      boxes.push(box);
    }
    if (operands > 0 && box) {
      const x = path[i + operands - 1]!;
      const y = path[i + operands]!;
      box[0] = Math.min(box[0]!, x);
      box[1] = Math.min(box[1]!, y);
      box[2] = Math.max(box[2]!, x);
      box[3] = Math.max(box[3]!, y);
    }
    i += 1 + operands;
  }
  return boxes;
}

function strokePath(state: State, path: ArrayLike<number>, rules: Rule[]): void {
  if (isWhite(state.stroke) || path.length > 20_000) return;
  const m = state.ctm;
  const at = (x: number, y: number): [number, number] => [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
  const [clipLeft, clipTop, clipRight, clipBottom] = state.clip;
  const clampX = (x: number): number => Math.min(clipRight, Math.max(clipLeft, x));
  const clampY = (y: number): number => Math.min(clipBottom, Math.max(clipTop, y));
  let start: [number, number] = [0, 0];
  let here = start;
  const line = (to: [number, number]): void => {
    const dx = Math.abs(to[0] - here[0]);
    const dy = Math.abs(to[1] - here[1]);
    if (dy <= 0.8 && dx >= RULE_LENGTH) {
      const y = (here[1] + to[1]) / 2;
      const [a, b] = [clampX(Math.min(here[0], to[0])), clampX(Math.max(here[0], to[0]))];
      if (b - a >= 1 && y >= clipTop - 1 && y <= clipBottom + 1) rules.push({ from: [a, y], to: [b, y] });
    } else if (dx <= 0.8 && dy >= RULE_LENGTH) {
      const x = (here[0] + to[0]) / 2;
      const [a, b] = [clampY(Math.min(here[1], to[1])), clampY(Math.max(here[1], to[1]))];
      if (b - a >= 1 && x >= clipLeft - 1 && x <= clipRight + 1) rules.push({ from: [x, a], to: [x, b] });
    }
  };
  for (let i = 0; i < path.length; ) {
    const code = path[i]!;
    const operands = OPERANDS[code] ?? 0;
    if (operands === 0) {
      line(start);
      here = start;
    } else {
      const to = at(path[i + operands - 1]!, path[i + operands]!);
      if (code === LINE) line(to);
      here = to;
      if (code === MOVE) start = to;
    }
    i += 1 + operands;
  }
}
