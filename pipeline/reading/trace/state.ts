import type { Box } from '../../../models/geometry.js';
import { IDENTITY, type Matrix } from '../matrix.js';
import { type Face, NO_FACE } from './face.js';

/** What a painter holds in hand: where the page lies, the pen, the type. `save` and `restore` put it aside and take it up again. */
export interface State {
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

/** How a painter begins; `ctm` lays the page's own coordinates on ours, `clip` is the sheet. */
export const blankState = (ctm: Matrix, clip: Box): State => ({
  ctm,
  clip,
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
});
