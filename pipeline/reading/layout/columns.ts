import { overlap } from '../../../models/geometry.js';
import { lineOf, type TextLine, textOf } from './lines.js';

/** Words of two heads that stand close side by side have this gap at least (times their type). */
const HEAD_GAP = 0.6;
/** The gap between two cells is wider than this (times their type), and this many times wider than those inside them. */
const CELL_GAP = 0.4;
const LOOSER = 1.2;
/** A figure with its thousands well apart: "842 1 905" is two. */
const WHOLE = /^[+\-−–(]?\s?\d{1,3}(?:(?:[\s.]\d{3})*|\d*)(?:,\d{1,3})?(?:\s?(?:€|%|k€|K€|M€))?\)?$/u;
/** Edges set flush agree within this (points). */
const FLUSH = 2;

type Row = readonly TextLine[];

/** From where to where a column runs. */
export interface Column {
  left: number;
  right: number;
}

/** Columns from the cells of rows that have most of them: what stands one under the other is one column. */
export function columnsOf(rows: readonly Row[]): Column[] {
  const columns: Column[] = [];
  const most = Math.max(...rows.map(({ length }) => length));
  const settle = (row: Row): void => {
    for (const { box } of row) {
      const hit = columns.filter(({ left, right }) => overlap(left, right, box[0], box[2]) > 1);
      if (hit.length === 0) columns.push({ left: box[0], right: box[2] });
      else if (hit.length === 1) {
        hit[0]!.left = Math.min(hit[0]!.left, box[0]);
        hit[0]!.right = Math.max(hit[0]!.right, box[2]);
      }
    }
  };
  for (const row of rows) if (row.length === most) settle(row);
  for (const row of rows) if (row.length !== most && row.length > 1) settle(row);
  return columns.sort((a, b) => a.left - b.left);
}

/** What stands close side by side, each in a column of its own: "2023  Évolution", "Club de gymnastique 450". */
export function partedAt(columns: readonly Column[], segment: TextLine): TextLine[] {
  const heads = atWidestGaps(columns, segment);
  if (heads) return heads;
  const { words, size } = segment;
  const at = words.findIndex((word, from) => {
    if (from === 0) return false;
    if (isFigureOfItsOwn(columns, words, from)) return true;
    if (word.box[0] - words[from - 1]!.box[2] < size * HEAD_GAP) return false;
    return columnAt(columns, lineOf(words.slice(0, from))) !== columnAt(columns, lineOf(words.slice(from)));
  });
  return at < 0 ? [segment] : [lineOf(words.slice(0, at)), ...partedAt(columns, lineOf(words.slice(at)))];
}

/** Heads over as many columns, parted at gaps that are clearly wider than those inside them. */
function atWidestGaps(columns: readonly Column[], { words, box, size }: TextLine): TextLine[] | undefined {
  const stands = ({ left, right }: Column, part: TextLine): boolean =>
    overlap(left, right, part.box[0], part.box[2]) > 1;
  const over = columns.filter(({ left, right }) => overlap(left, right, box[0], box[2]) > 1);
  const gaps = words.slice(1).map((word, at) => ({ at: at + 1, gap: word.box[0] - words[at]!.box[2] }));
  const widest = [...gaps].sort((a, b) => b.gap - a.gap);
  const [bounds, inner] = [widest.slice(0, over.length - 1), widest.slice(over.length - 1)];
  const least = Math.max(size * CELL_GAP, LOOSER * (inner[0]?.gap ?? 0));
  if (over.length < 2 || bounds.length < over.length - 1 || bounds.at(-1)!.gap <= least) return undefined;
  const cuts = [0, ...bounds.map(({ at }) => at).sort((a, b) => a - b)];
  const parts = cuts.map((from, i) => lineOf(words.slice(from, cuts[i + 1])));
  return parts.every((part, i) => over.every((column, of) => stands(column, part) === (of === i))) ? parts : undefined;
}

/** Whether the last words, from `from` on, are a figure flush with a column into which the words before do not reach. */
function isFigureOfItsOwn(columns: readonly Column[], words: TextLine['words'], from: number): boolean {
  const [label, figure] = [lineOf(words.slice(0, from)), lineOf(words.slice(from))];
  return (
    WHOLE.test(textOf(figure)) &&
    columns.some(
      ({ left, right }, col) =>
        col > 0 &&
        (Math.abs(figure.box[2] - right) < FLUSH || Math.abs(figure.box[0] - left) < FLUSH) &&
        overlap(left, right, label.box[0], label.box[2]) < 1,
    )
  );
}

/**
 * A head set left over figures set right stands in a column of its own: it joins the column beside it that has no head.
 * `first`: the first row under the heads.
 */
export function underTheirHeads(columns: readonly Column[], rows: readonly Row[], first: number): readonly Column[] {
  if (first === 0) return columns;
  const used = (part: readonly Row[]): Set<number> =>
    new Set(part.flatMap((row) => row.map((segment) => columnAt(columns, segment))));
  const [heads, body] = [used(rows.slice(0, first)), used(rows.slice(first))];
  const out: Column[] = [];
  for (let at = 0; at < columns.length; at += 1) {
    const [one, next] = [columns[at]!, columns[at + 1]];
    const parted =
      next !== undefined &&
      ((heads.has(at) && !body.has(at) && body.has(at + 1) && !heads.has(at + 1)) ||
        (body.has(at) && !heads.has(at) && heads.has(at + 1) && !body.has(at + 1)));
    // The column of labels has often no head, or one set over its middle: beside it stand figures under heads of their own.
    const overFigures = body.has(at + 2) && !heads.has(at + 2);
    if (parted && (at > 0 || heads.has(at) || !overFigures)) {
      out.push({ left: Math.min(one.left, next.left), right: Math.max(one.right, next.right) });
      at += 1;
    } else out.push(one);
  }
  return out;
}

export function columnAt(columns: readonly Column[], { box }: TextLine): number {
  let best = 0;
  let most = -Infinity;
  columns.forEach(({ left, right }, index) => {
    const shared = overlap(left, right, box[0], box[2]);
    const nearness = shared > 0 ? shared : -Math.min(Math.abs(left - box[2]), Math.abs(right - box[0]));
    if (nearness > most) {
      most = nearness;
      best = index;
    }
  });
  return best;
}
