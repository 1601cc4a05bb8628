import type { Box } from '../../../models/geometry.js';
import type { Rule, SheetWord } from '../sheet.js';
import { lineOf, type TextLine } from './lines.js';
import { isSignedBy, isUnder } from './signatures.js';

/** A gap wider than this many times the type parts two things that stand side by side. */
const WIDE = 1.9;
/** Justified lines have gaps up to this wide, between words of one sentence. */
const NARROW = 1.1;
/** Narrow gutters of columns set by programs are hardly wider than the gaps of a loose line. */
const TIGHT = 0.75;
/** Cells of figures set close stand further apart than this, and this many times further than groups of digits do. */
const FIGURES = 0.45;
const APART = 1.4;
/** How many lines in a row must have their gap in one place: a lone gap is a loose line, not a gutter. */
const COMPANY = { wide: 2, narrow: 3, figures: 3, tight: 7 } as const;
const BONUS = 3;
/** Edges that programs have set flush agree within this (points). */
const FLUSH = 1;
/** Lines further apart than this many times their type have no gutter in common. */
const FAR = 6;
/** Column edges agree within this (points). */
const EDGE = 3;
/** Type this many times larger beside other type is a thing of its own. */
const LARGER = 1.5;
/** A big figure's caption may begin this close to it (times its own type). */
const BESIDE_FIGURE = 0.6;

interface Gap {
  readonly line: number;
  readonly word: number;
  readonly left: number;
  readonly right: number;
  readonly kind: keyof typeof COMPANY;
  /** The type changes size across it. */
  readonly jump: boolean;
}

/** What parts a page from top to bottom where it stands: a vertical rule, the edge of a card. */
export interface Divider {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** A filled area lower than this (points) is the ground of a line, not of a thing apart. */
const CARD = 30;

/** The vertical rules of a page and the sides of its `cards`. */
export function dividersOf(rules: readonly Rule[], cards: readonly Box[]): Divider[] {
  const dividers: Divider[] = [];
  for (const { from, to } of rules) {
    const [top, bottom] = from[1] < to[1] ? [from[1], to[1]] : [to[1], from[1]];
    if (Math.abs(from[0] - to[0]) < 1 && bottom - top > 6) dividers.push({ x: from[0], top, bottom });
  }
  for (const [left, top, right, bottom] of cards) {
    if (bottom - top > CARD) dividers.push({ x: left, top, bottom }, { x: right, top, bottom });
  }
  return dividers;
}

/** Lines parted where a column or a cell ends: at dividers, and at gaps that go down the page. */
export function segmentsOf(lines: readonly TextLine[], dividers: readonly Divider[] = []): TextLine[][] {
  const gaps: Gap[][] = lines.map(() => []);
  const cuts = lines.map(() => new Set<number>());
  lines.forEach(({ words, size, box }, line) => {
    const beside = dividers.filter(
      ({ x, top, bottom }) => x > box[0] && x < box[2] && top < box[3] - size * 0.6 && bottom > box[1] + size * 0.6,
    );
    const least = Math.min(...words.slice(1).map((word, at) => word.box[0] - words[at]!.box[2]));
    for (let word = 1; word < words.length; word += 1) {
      const left = words[word - 1]!.box[2];
      const right = words[word]!.box[0];
      if (word === 1 && isBulleted(words)) continue;
      if (beside.some(({ x }) => x > left - 1 && x < right + 1)) cuts[line]!.add(word);
      const [before, after] = [words[word - 1]!.size, words[word]!.size];
      const type = Math.min(size, Math.max(before, after));
      const near = before > after && /^\d/.test(words[word - 1]!.text) ? BESIDE_FIGURE : 1;
      const jump =
        Math.max(before, after) > Math.min(before, after) * LARGER && right - left > Math.min(before, after) * near;
      if (isLeader(words[word]!)) continue;
      if (isLeader(words[word - 1]!)) cuts[line]!.add(word);
      // What a list counts or marks its items with stands as far from them as narrow columns do from each other.
      const isTight = right - left > Math.min(before, after) * TIGHT && word > 1 && word < words.length - 1;
      const isFigures =
        right - left > Math.max(type * FIGURES, least * APART) &&
        DIGITS.test(words[word - 1]!.text) &&
        DIGITS.test(words[word]!.text);
      if (jump || isTight || isFigures || right - left > type * NARROW) {
        const close = isFigures ? 'figures' : 'tight';
        const kind = right - left > type * WIDE ? 'wide' : right - left > type * NARROW ? 'narrow' : close;
        gaps[line]!.push({ line, word, left, right, kind, jump });
      }
    }
  });
  for (const gap of gaps.flat()) {
    if (gap.jump || isUnderFigure(gap, lines) || company(gap, gaps, lines) >= COMPANY[gap.kind])
      cuts[gap.line]!.add(gap.word);
  }
  cutSigners(lines, gaps, cuts);
  return lines.map(({ words }, line) => split(words, cuts[line]!));
}

/** Captions in a band begin where their big figures do, however close they stand to the caption before. */
function isUnderFigure({ line, right }: Gap, lines: readonly TextLine[]): boolean {
  const [own, above] = [lines[line]!, lines[line - 1]];
  if (above === undefined || own.baseline - above.baseline > above.size * 2) return false;
  return above.words.some(
    ({ box, size, text }, at) =>
      at > 0 && size > own.size * LARGER && Math.abs(box[0] - right) < EDGE && /^\d/.test(text),
  );
}

/** Offices side by side over signatures, and the names under them, however far: no other line tells their gap from a loose one. */
function cutSigners(lines: readonly TextLine[], gaps: readonly (readonly Gap[])[], cuts: readonly Set<number>[]): void {
  const wide = new Map<number, Set<number>>();
  for (const { line, word, kind } of gaps.flat()) {
    if (kind === 'wide') wide.set(line, (wide.get(line) ?? new Set()).add(word));
  }
  let offices: TextLine[] = [];
  for (const [line, places] of wide) {
    const parts = split(lines[line]!.words, places);
    const signs = isSignedBy(parts);
    if (signs) offices = parts;
    if (signs || (offices.length > 0 && isUnder(offices, parts))) for (const place of places) cuts[line]!.add(place);
  }
}

/** Dots that lead the eye from a label to its figure end the label's cell. */
const isLeader = ({ text }: SheetWord): boolean => /^(?:[.…_·]{4,}|…{2,})$/.test(text);

/** A bullet or an item's number stays with what it announces, however far it is set from it. */
const isBulleted = ([bullet, first]: readonly SheetWord[]): boolean =>
  /^(?:[-–—•●▪◦‣⁃·➢➤►✓❖■□○☐→]|(?:\d{1,2}|[a-z])[.)°]-?)$/u.test(bullet!.text) && /^[\p{L}«"“(]/u.test(first!.text);

/**
 * How many lines round this one, itself among them, keep the gap free as a gutter does: a gap at its place, or a line that
 * begins right of it where the column begins. Lines that stand on one side of it say nothing; one that crosses ends it.
 */
function company(gap: Gap, gaps: readonly (readonly Gap[])[], lines: readonly TextLine[]): number {
  let count = 1;
  // Cells set right beside cells set left leave a gap of one width all down.
  let flush = gap.kind === 'tight';
  for (const step of [-1, 1]) {
    let at = gap;
    let silent = 0;
    for (let line = gap.line + step; line >= 0 && line < lines.length && silent < 3; line += step) {
      if (Math.abs(lines[line]!.baseline - lines[line - step]!.baseline) > lines[line]!.size * FAR) break;
      const next = gaps[line]!.find((other) => isSamePlace(other, at));
      const free = next ?? narrowed(at, lines[line]!);
      const begins = Math.abs(lines[line]!.box[0] - at.right) < (gap.kind === 'tight' ? FLUSH : EDGE);
      if (next) {
        count += 1;
        silent = 0;
        flush &&= Math.abs(next.left - gap.left) < FLUSH;
        at = next;
      } else if (gap.kind === 'wide' && isWithin(lines[line]!, at)) silent += 1;
      else if (!free) break;
      else if (begins) {
        count += 1;
        silent = 0;
        flush = false;
      } else if (gap.kind !== 'tight' || lines[line]!.box[2] > at.left + FLUSH) {
        silent += 1;
        at = free;
      }
    }
  }
  return flush ? count + BONUS : count;
}

/** What a cell of figures begins or ends with. */
const DIGITS = /^[+\-−–(]?\d[\d.,\u00a0\u202f]*\)?$/u;

/** Whether two gaps are one gutter; of figures, what stands on one side is flush; of tight ones, what stands right of both begins at one place. */
const isSamePlace = (one: Gap, other: Gap): boolean =>
  (one.kind === 'figures' && (Math.abs(one.right - other.right) < FLUSH || Math.abs(one.left - other.left) < FLUSH)) ||
  (Math.min(one.right, other.right) - Math.max(one.left, other.left) > 4 &&
    (other.kind !== 'tight' || Math.abs(one.right - other.right) < FLUSH));

/** A line that keeps clear of both sides of a gap stands in a column between them. */
const isWithin = ({ box, size }: TextLine, { left, right }: Gap): boolean =>
  box[0] > left + size && box[2] < right - size;

/** What a line leaves free of a gap: ink that reaches into it from one side makes it narrower. Nothing where it runs on over it. */
function narrowed(gap: Gap, { words, box, size }: TextLine): Gap | undefined {
  let { left, right } = gap;
  const runsOver = box[0] < left && box[2] > right;
  for (const word of words) {
    if (word.box[0] >= right - 2 || word.box[2] <= left + 2) continue;
    if (word.box[0] < gap.left && !runsOver) left = Math.max(left, word.box[2]);
    else if (word.box[2] > gap.right && !runsOver) right = Math.min(right, word.box[0]);
    else return undefined;
  }
  const parted = words.some(
    (word, index) => index > 0 && words[index - 1]!.box[2] <= left + 2 && word.box[0] >= right - 2,
  );
  if (runsOver && !parted) return undefined;
  const needed = left === gap.left && right === gap.right ? 0 : size * NARROW;
  return right - left >= needed ? { ...gap, left, right } : undefined;
}

function split(words: readonly SheetWord[], cuts: ReadonlySet<number>): TextLine[] {
  const parts: TextLine[] = [];
  let from = 0;
  for (let word = 1; word <= words.length; word += 1) {
    if (word < words.length && !cuts.has(word)) continue;
    parts.push(lineOf(words.slice(from, word)));
    from = word;
  }
  return parts;
}
