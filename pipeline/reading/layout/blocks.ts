import { overlap } from '../../../models/geometry.js';
import type { TextLine } from './lines.js';
import { isSignedBy, isUnder } from './signatures.js';

/** A step wider than this many times the type ends a block. */
const STEP = 1.75;
/** Lines of one block have type of one size, within this ratio. */
const ALIKE = 1.4;

/** Segments that go on one under the other are one block. `rows`: lines from top to bottom, parted at their gutters. */
export function blocksOf(rows: readonly (readonly TextLine[])[]): TextLine[][] {
  const blocks: TextLine[][] = [];
  /** Blocks that the next line may still go on. */
  let open: TextLine[][] = [];
  /** The offices of those who sign side by side, and the block of each. */
  let signed: { readonly offices: readonly TextLine[]; readonly blocks: readonly TextLine[][] } | undefined;
  for (const row of rows) {
    if (signed && isUnder(signed.offices, row)) {
      for (const [at, segment] of row.entries()) signed.blocks[at]!.push(segment);
      continue;
    }
    signed = undefined;
    const bottom = Math.max(...row.map(({ baseline }) => baseline));
    open = open.filter((block) => bottom - block.at(-1)!.baseline < 60);
    if (isSignedBy(row)) {
      signed = { offices: row, blocks: row.map((segment) => [segment]) };
      blocks.push(...signed.blocks);
      continue;
    }
    const before = [...open];
    for (const segment of row) {
      const above = before.filter((block) => goesOn(block.at(-1)!, segment));
      const [only] = above;
      // A line over two columns begins something new, as does a column under a line that runs over both.
      if (only && above.length === 1 && (row.length === 1 || isSameColumn(only, segment, row))) {
        only.push(segment);
        before.splice(before.indexOf(only), 1);
      } else {
        const block = [segment];
        blocks.push(block);
        open.push(block);
      }
    }
  }
  return blocks;
}

function goesOn(above: TextLine, below: TextLine): boolean {
  const step = below.baseline - above.baseline;
  const size = Math.max(above.size, below.size);
  if (step <= 0 || step >= size * STEP) return false;
  if (size > Math.min(above.size, below.size) * ALIKE) return false;
  const shared = overlap(above.box[0], above.box[2], below.box[0], below.box[2]);
  return shared > Math.min(above.box[2] - above.box[0], below.box[2] - below.box[0]) * 0.4;
}

/** A part of a parted line goes on a block that keeps to the part's side of the gutter. */
function isSameColumn(block: readonly TextLine[], segment: TextLine, row: readonly TextLine[]): boolean {
  const { box } = block.at(-1)!;
  return row.every((other) => other === segment || overlap(box[0], box[2], other.box[0], other.box[2]) < other.size);
}
