import type { PixelBox } from './recogniser.js';

/** Boxes of the connected stretches of ink; the map is used up. */
export function islands(ink: Uint8Array, width: number, height: number): PixelBox[] {
  const found: PixelBox[] = [];
  const stack: number[] = [];
  for (let start = 0; start < ink.length; start += 1) {
    if (ink[start] === 0) continue;
    let [x0, y0, x1, y1] = [width, height, 0, 0];
    stack.push(start);
    ink[start] = 0;
    while (stack.length > 0) {
      const i = stack.pop()!;
      const x = i % width;
      const y = (i - x) / width;
      x0 = Math.min(x0, x);
      x1 = Math.max(x1, x + 1);
      y0 = Math.min(y0, y);
      y1 = Math.max(y1, y + 1);
      for (let dy = -1; dy <= 1; dy += 1) {
        if (y + dy < 0 || y + dy >= height) continue;
        for (let dx = -1; dx <= 1; dx += 1) {
          const next = i + dy * width + dx;
          if (x + dx < 0 || x + dx >= width || ink[next] === 0) continue;
          ink[next] = 0;
          stack.push(next);
        }
      }
    }
    found.push({ x0, y0, x1, y1 });
  }
  return found;
}

export const around = (a: PixelBox, b: PixelBox): PixelBox => ({
  x0: Math.min(a.x0, b.x0),
  y0: Math.min(a.y0, b.y0),
  x1: Math.max(a.x1, b.x1),
  y1: Math.max(a.y1, b.y1),
});
