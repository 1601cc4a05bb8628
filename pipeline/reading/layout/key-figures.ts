import { writesYear } from '../../../extractors/french/calendar.js';
import { type Box, overlap } from '../../../models/geometry.js';
import type { SheetWord } from '../sheet.js';
import type { FigureDraft } from './draft.js';
import type { TextLine } from './lines.js';
import { isDate, isFigure } from './numbers.js';

/** A key figure is set this many times larger than the text round it. */
const LARGER = 1.35;
/** A line in type this many times larger than the caption's is no part of it. */
const TITLE = 1.15;
/** Lines of a caption, at most. */
const CAPTION = 6;

type Row = readonly TextLine[];

/**
 * Big numbers with their captions: on the same card, or beside, below or above them. `bodySize`: the type of the page's
 * text; `cards`: filled areas that group what stands on them.
 */
export function keyFigures(
  rows: readonly Row[],
  bodySize: number,
  cards: readonly Box[],
): { figures: FigureDraft[]; rest: Row[] } {
  const segments = rows.flat();
  const big = segments.filter((segment) => figureWords(segment, bodySize) > 0);
  const taken = new Set<TextLine>();
  const figures: FigureDraft[] = [];
  for (const figure of big) {
    if (taken.has(figure)) continue;
    const card = smallestAround(figure, cards, big);
    const caption = card
      ? segments.filter((segment) => segment !== figure && !taken.has(segment) && inside(segment.box, card))
      : captionOf(figure, segments, big, taken);
    if (caption.length === 0 && figureWords(figure, bodySize) === figure.words.length) continue;
    const lines = [figure, ...caption].sort((a, b) => a.baseline - b.baseline || a.box[0] - b.box[0]);
    for (const line of lines) taken.add(line);
    figures.push({
      kind: 'key-figure',
      lines,
      figureLine: lines.indexOf(figure),
      figureWords: figureWords(figure, bodySize),
    });
  }
  const rest = rows.map((row) => row.filter((segment) => !taken.has(segment))).filter((row) => row.length > 0);
  return { figures, rest };
}

/** How many of a line's first words are one big number; 0: it begins with none. */
function figureWords(line: TextLine, bodySize: number): number {
  const { words } = line;
  let count = 0;
  for (let to = 1; to <= Math.min(words.length, 5); to += 1) {
    if (words[to - 1]!.size < bodySize * LARGER) break;
    const text = words
      .slice(0, to)
      .map((word) => word.text)
      .join(' ');
    // "3." before a title numbers it.
    if (isFigure(text) && !writesYear(text) && !isDate(text) && !/[.,/]$/.test(text)) count = to;
  }
  return count > 0 && isNumbering(words, count) ? 0 : count;
}

/** "2  Les finances": a small number and, in its type, a title that it numbers. */
function isNumbering(words: readonly SheetWord[], count: number): boolean {
  const [number, title] = words;
  return (
    count === 1 &&
    title !== undefined &&
    /^\d{1,2}(?:\.\d{1,2})*$/.test(number!.text) &&
    Math.abs(number!.size - title.size) < number!.size * 0.1 &&
    /^\p{Lu}\p{Ll}/u.test(title.text)
  );
}

function smallestAround(figure: TextLine, cards: readonly Box[], big: readonly TextLine[]): Box | undefined {
  let best: Box | undefined;
  for (const card of cards) {
    if (!inside(figure.box, card)) continue;
    if (big.some((other) => other !== figure && inside(other.box, card))) continue;
    if (!best || card[2] - card[0] < best[2] - best[0]) best = card;
  }
  return best;
}

const inside = (box: Box, card: Box): boolean => {
  const x = (box[0] + box[2]) / 2;
  const y = (box[1] + box[3]) / 2;
  return x > card[0] && x < card[2] && y > card[1] && y < card[3];
};

/** What stands close beside the figure and right below it; else above it. */
function captionOf(
  figure: TextLine,
  segments: readonly TextLine[],
  big: readonly TextLine[],
  taken: ReadonlySet<TextLine>,
): TextLine[] {
  const free = segments.filter((segment) => segment !== figure && !taken.has(segment) && !big.includes(segment));
  const below = chain(figure, free, 1);
  const beside = besideOf(figure, free);
  const close = beside.every(({ box }) => box[0] - figure.box[2] < figure.size * 0.6);
  const isUnder = below.length > 0 && !(beside.length > 0 && below[0]!.size > beside[0]!.size * TITLE);
  if (isUnder) return close ? [...new Set([...beside, ...below])] : below;
  return beside.length > 0 ? beside : chain(figure, free, -1);
}

/** Lines right of the figure, and those that go on under them from the same edge. */
function besideOf(figure: TextLine, free: readonly TextLine[]): TextLine[] {
  const found = free
    .filter(
      (segment) =>
        segment.box[0] >= figure.box[2] - 1 &&
        segment.box[0] - figure.box[2] < figure.size * 2 &&
        overlap(segment.box[1], segment.box[3], figure.box[1], figure.box[3]) > segment.size * 0.5,
    )
    .sort((a, b) => a.baseline - b.baseline);
  while (found.length > 0 && found.length < CAPTION) {
    const last = found.at(-1)!;
    const next = free.find(
      ({ box, baseline, size }) =>
        Math.abs(box[0] - last.box[0]) < 2 &&
        baseline > last.baseline &&
        baseline - last.baseline < last.size * 1.5 &&
        Math.abs(size - last.size) < 0.5,
    );
    if (!next || found.includes(next)) break;
    found.push(next);
  }
  return found;
}

/** Lines one under (1) or over (-1) the other from the figure on, as wide as it takes, until a gap. */
function chain(figure: TextLine, free: readonly TextLine[], way: 1 | -1): TextLine[] {
  const found: TextLine[] = [];
  let last = figure;
  while (found.length < CAPTION) {
    const reach = Math.max(last.size, 8) * (last === figure ? 1.9 : 1.6);
    const next = free
      .filter((segment) => {
        const step = (segment.baseline - last.baseline) * way;
        const shared = overlap(segment.box[0], segment.box[2], figure.box[0], figure.box[2]);
        return step > 0 && step < reach && shared > Math.min(figure.size, segment.box[2] - segment.box[0]) * 0.3;
      })
      .sort((a, b) => (a.baseline - b.baseline) * way)[0];
    if (!next || found.includes(next)) break;
    // A paragraph that is much wider than its figure is the page's text, not a caption.
    if (next.words.length > 14) break;
    // A title under it begins something else.
    if (last !== figure && next.size > last.size * TITLE) break;
    found.push(next);
    last = next;
  }
  return found;
}
