import type { Draft } from './compose.js';
import type { TextLine } from './lines.js';

/** Lines that stand close together are one block. */
export function blocksOf(lines: readonly TextLine[]): Draft[] {
  const blocks: TextLine[][] = [];
  for (const line of lines) {
    const last = blocks.at(-1)?.at(-1);
    const step = last ? line.baseline - last.baseline : Infinity;
    if (last && step < Math.max(last.size, line.size) * 1.75) blocks.at(-1)!.push(line);
    else blocks.push([line]);
  }
  return blocks.map((inside) => ({ kind: 'paragraph', lines: inside }));
}
