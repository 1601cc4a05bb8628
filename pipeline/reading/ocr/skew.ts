import { type Grey, reduced, threshold } from './grey.js';

/** Steepest skew that is looked for, in radians: beyond it a page was laid down by hand, and badly. */
const STEEPEST = (6 * Math.PI) / 180;
/** Skew below this moves a line by less than a stroke over the page's width. */
const NEGLIGIBLE = 0.0006;

/** Skews already measured: how a page lies and how far it is turned back rest on the same reduced copy. */
const measured = new WeakMap<Grey, number>();

/** Angle by which the lines of the picture rise or fall (radians, positive: they fall to the right). */
export function skewOf(image: Grey): number {
  // A copy about 900 pixels wide is enough.
  const small = reduced(image, Math.max(1, Math.round(image.width / 900)));
  let skew = measured.get(small);
  if (skew === undefined) measured.set(small, (skew = skewOfCopy(small)));
  return skew;
}

function skewOfCopy(small: Grey): number {
  const points = inkPoints(small);
  if (points.x.length < 200) return 0;
  const sharpness =
    (seen: Points) =>
    (angle: number): number =>
      profileSharpness(seen, Math.tan(angle));
  let step = STEEPEST / 24;
  // A quarter of the ink tells the angle roughly; all of it tells the angle.
  let best = sharpest(sharpness(every(4, points)), 0, step, 24);
  for (let round = 0; round < 3; round += 1) {
    const finer = step / 5;
    best = sharpest(sharpness(points), best, finer, 5);
    step = finer;
  }
  return Math.abs(best) < NEGLIGIBLE ? 0 : best;
}

function sharpest(sharpness: (angle: number) => number, centre: number, step: number, reach: number): number {
  let best = centre;
  let most = sharpness(centre);
  for (let k = 1; k <= reach; k += 1) {
    for (const angle of [centre - k * step, centre + k * step]) {
      const value = sharpness(angle);
      if (value > most) {
        most = value;
        best = angle;
      }
    }
  }
  return best;
}

interface Points {
  readonly x: Int32Array;
  readonly y: Int32Array;
  readonly width: number;
  readonly height: number;
}

const every = (step: number, points: Points): Points => ({
  ...points,
  x: points.x.filter((_, i) => i % step === 0),
  y: points.y.filter((_, i) => i % step === 0),
});

/** The lower edges of the ink: they lie along the lines of writing. */
function inkPoints(small: Grey): Points {
  const { level } = threshold(small);
  const { width, height, data } = small;
  const xs: number[] = [];
  const ys: number[] = [];
  // The margin is left out: the edge of the sheet and the scanner's shadow have an angle of their own.
  const marginX = Math.round(width * 0.03);
  const marginY = Math.round(height * 0.03);
  for (let y = marginY; y < height - marginY - 1; y += 1) {
    for (let x = marginX; x < width - marginX; x += 1) {
      const i = y * width + x;
      if (data[i]! < level && data[i + width]! >= level) {
        xs.push(x - (width >> 1));
        ys.push(y);
      }
    }
  }
  return { x: Int32Array.from(xs), y: Int32Array.from(ys), width, height };
}

/** How unevenly the ink falls on rows that are tilted so: lines of writing make high and empty rows. */
function profileSharpness({ x, y, width, height }: Points, slope: number): number {
  const margin = Math.ceil(Math.abs(slope) * width) + 2;
  const rows = new Float64Array(height + 2 * margin);
  for (let i = 0; i < x.length; i += 1) {
    const row = Math.round(y[i]! - slope * x[i]!) + margin;
    if (row >= 0 && row < rows.length) rows[row] = rows[row]! + 1;
  }
  let sum = 0;
  for (let row = 0; row < rows.length; row += 1) sum += rows[row]! * rows[row]!;
  return sum;
}
