import type { Rule } from '../sheet.js';

/** A horizontal or vertical stroke: where it stands across (`at`), and from where to where it runs. */
export interface Stroke {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Strokes {
  readonly across: readonly Stroke[];
  readonly down: readonly Stroke[];
}

/** Strokes closer than this are one thick or double line (points). */
const SAME = 2.2;
/** Pieces of one line may be this far apart. */
const JOINT = 3;

/** Borders are drawn cell by cell, twice, or as thin bars: here each line is one stroke. */
export function strokesOf(rules: readonly Rule[]): Strokes {
  const across: Stroke[] = [];
  const down: Stroke[] = [];
  for (const { from, to } of rules) {
    if (Math.abs(from[1] - to[1]) <= Math.abs(from[0] - to[0])) {
      across.push({ at: (from[1] + to[1]) / 2, from: Math.min(from[0], to[0]), to: Math.max(from[0], to[0]) });
    } else {
      down.push({ at: (from[0] + to[0]) / 2, from: Math.min(from[1], to[1]), to: Math.max(from[1], to[1]) });
    }
  }
  return { across: joined(across), down: joined(down) };
}

function joined(strokes: Stroke[]): Stroke[] {
  strokes.sort((a, b) => a.at - b.at || a.from - b.from);
  const out: Stroke[] = [];
  for (let i = 0; i < strokes.length; ) {
    let j = i + 1;
    while (
      j < strokes.length &&
      strokes[j]!.at - strokes[j - 1]!.at <= SAME &&
      strokes[j]!.at - strokes[i]!.at <= 2 * SAME
    )
      j += 1;
    const group = strokes.slice(i, j).sort((a, b) => a.from - b.from);
    const at = group.reduce((sum, { at }) => sum + at, 0) / group.length;
    let { from, to } = group[0]!;
    for (const stroke of group) {
      if (stroke.from > to + JOINT) {
        out.push({ at, from, to });
        from = stroke.from;
        to = stroke.to;
      } else if (stroke.to > to) {
        to = stroke.to;
      }
    }
    out.push({ at, from, to });
    i = j;
  }
  return out;
}
