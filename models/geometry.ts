/** A rectangle on a page: `[left, top, right, bottom]` in PDF points, origin top left, y downwards. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** The smallest box that holds all of `boxes`; of none, an empty box at the origin. */
export function union(boxes: Iterable<Box>): Box {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const box of boxes) {
    left = Math.min(left, box[0]);
    top = Math.min(top, box[1]);
    right = Math.max(right, box[2]);
    bottom = Math.max(bottom, box[3]);
  }
  return left === Infinity ? [0, 0, 0, 0] : [left, top, right, bottom];
}

/** Length of the common part of two intervals, 0 when they do not meet. */
export const overlap = (a0: number, a1: number, b0: number, b1: number): number =>
  Math.max(0, Math.min(a1, b1) - Math.max(a0, b0));
