import type { Box } from '../../../models/geometry.js';
import { boxOf, meet } from '../matrix.js';
import type { Rule } from '../sheet.js';
import type { State } from './state.js';

export interface Area {
  readonly box: Box;
  readonly colour: string;
}

/** Thicker bars are areas, thinner ones rules; shorter ones are neither (points). */
const RULE_THICKNESS = 2.6;
const RULE_LENGTH = 6;

const isWhite = (colour: string): boolean => /^#f[c-f]f[c-f]f[c-f]$/i.test(colour);

/** The side of a dot, in points. */
const DOT = [1.2, RULE_LENGTH + 1] as const;

/** Where what a path draws is noted. */
interface Drawn {
  readonly rules: Rule[];
  readonly areas: Area[];
  readonly dots: Box[];
}

const isDot = (width: number, height: number): boolean =>
  Math.min(width, height) >= DOT[0] &&
  Math.max(width, height) <= DOT[1] &&
  Math.max(width, height) < Math.min(width, height) * 1.5;

/** Filled shapes: thin bars are rules, the others areas. */
export function fillPath(
  state: State,
  path: ArrayLike<number>,
  minMax: ArrayLike<number>,
  { rules, areas, dots }: Drawn,
): void {
  if (state.fillAlpha === 0) return;
  // One path may hold many thin bars (all the borders of a table): each of its closed parts is looked at by itself.
  for (const part of parts(path, minMax)) {
    const box = meet(boxOf(state.ctm, part), state.clip);
    const width = box[2] - box[0];
    const height = box[3] - box[1];
    if (width < 0 || height < 0) continue;
    if (height <= RULE_THICKNESS && width >= RULE_LENGTH) {
      const y = (box[1] + box[3]) / 2;
      if (!isWhite(state.fill)) rules.push({ from: [box[0], y], to: [box[2], y] });
    } else if (width <= RULE_THICKNESS && height >= RULE_LENGTH) {
      const x = (box[0] + box[2]) / 2;
      if (!isWhite(state.fill)) rules.push({ from: [x, box[1]], to: [x, box[3]] });
    } else if (width >= RULE_LENGTH && height >= RULE_LENGTH) {
      areas.push({ box, colour: state.fill });
    } else if (isDot(width, height) && !isWhite(state.fill)) dots.push(box);
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

/** Drawn lines: those that run level or upright are rules. */
export function strokePath(
  state: State,
  path: ArrayLike<number>,
  minMax: ArrayLike<number>,
  { rules, dots }: Drawn,
): void {
  if (isWhite(state.stroke) || path.length > 20_000) return;
  const box = boxOf(state.ctm, minMax);
  if (isDot(box[2] - box[0], box[3] - box[1])) dots.push(box);
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
