import type { Box } from '../../models/geometry.js';
import { recompose } from './characters.js';
import type { SheetWord } from './sheet.js';
import type { Glyph } from './trace/index.js';

/** A gap wider than this part of the type's size parts two words, whatever the writer's letter spacing. */
const WORD_GAP = 0.16;
/** A glyph that steps back further than this begins something else. */
const BACK_STEP = 0.35;
/** Baselines further apart than this part of the size belong to different words. */
const BASELINE_SLACK = 0.12;

/** A figure's caption is set this many times smaller; when it stands higher, even more. */
const CAPTION = 1.5;
const RAISED_CAPTION = 1.9;
/** The mark of a note stands this close to its word (times the word's type). */
const MARK_GAP = 0.6;

interface Draft {
  text: string;
  first: Glyph;
  last: Glyph;
  size: number;
  boldLetters: number;
  italicLetters: number;
  letters: number;
}

/** Words of one way of writing: the glyphs in the order they were painted, parted where the pen jumps or a space stands. */
export function wordsOf(glyphs: readonly Glyph[]): SheetWord[] {
  const words: SheetWord[] = [];
  let draft: Draft | undefined;
  const close = (): void => {
    if (draft && draft.text !== '') words.push(wordOf(draft));
    draft = undefined;
  };
  const recomposed = recompose(glyphs);
  for (let at = 0; at < recomposed.length; at += 1) {
    const glyph = recomposed[at]!;
    if (isBlank(glyph.text)) {
      close();
      continue;
    }
    if (draft && (!follows(draft.last, glyph) || isNoteMark(draft, glyph) || isLeaderEdge(draft.text, recomposed, at)))
      close();
    draft ??= { text: '', first: glyph, last: glyph, size: glyph.size, boldLetters: 0, italicLetters: 0, letters: 0 };
    draft.text += isMark(draft.text, draft.first, glyph) ? raised(glyph.text) : glyph.text;
    draft.last = glyph;
    draft.size = Math.max(draft.size, glyph.size);
    draft.letters += 1;
    if (glyph.face.bold) draft.boldLetters += 1;
    if (glyph.face.italic) draft.italicLetters += 1;
  }
  close();
  return withoutOverprint(marked(words));
}

const raised = (digits: string): string => digits.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]!);

/** A raised figure is no part of the number before it: the mark of a note, "m²". After a comma it is the cents of a price. */
const isMark = (before: string, first: Glyph, glyph: Glyph): boolean =>
  /^\d$/.test(glyph.text) &&
  !before.endsWith(',') &&
  isRaised(first, glyph) &&
  rise(first, glyph) > first.size * BASELINE_SLACK;

/** Raised figures that stand a little apart from their word, or open a note, are marks as well. */
const marked = (words: readonly SheetWord[]): SheetWord[] =>
  words.map((word, at) => {
    if (!/^\d{1,2}$/.test(word.text) || word.angle) return word;
    const isMarkOf = (other: SheetWord | undefined): boolean => {
      if (!other || other.size * 0.85 < word.size) return false;
      const [gap, up] = [
        Math.max(word.box[0] - other.box[2], other.box[0] - word.box[2]),
        other.baseline - word.baseline,
      ];
      return gap < other.size * MARK_GAP && up > other.size * BASELINE_SLACK && up < other.size * 0.6;
    };
    return isMarkOf(words[at - 1]) || isMarkOf(words[at + 1]) ? { ...word, text: raised(word.text) } : word;
  });

/** Raised figures before larger type on the line: the mark that opens a note. */
const isNoteMark = ({ text, first }: Draft, next: Glyph): boolean =>
  /^\d{1,2}$/.test(text) &&
  first.size < next.size &&
  isRaised(first, next) &&
  rise(next, first) > next.size * BASELINE_SLACK;

/** Points by which `next` stands over the line that `first` is written on. */
function rise(first: Glyph, next: Glyph): number {
  const [ux, uy] = along(first);
  return (next.x - first.x) * uy - (next.y - first.y) * ux;
}

/** Where dots that lead to a figure begin or end, though no space stands there: "Ville.......40 000 €" is three words. */
function isLeaderEdge(before: string, glyphs: readonly Glyph[], at: number): boolean {
  const isDot = (glyph: Glyph | undefined): boolean => glyph?.text === '.' || glyph?.text === '…';
  if (!isDot(glyphs[at])) return /[.…]{4}$/.test(before);
  return !/[.…]$/.test(before) && isDot(glyphs[at + 1]) && isDot(glyphs[at + 2]) && isDot(glyphs[at + 3]);
}

/** White space and characters that leave no ink. */
const isBlank = (text: string): boolean => {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const blank =
      code <= 0x20 ||
      (code >= 0x7f && code <= 0xa0) ||
      (code >= 0x2000 && code <= 0x200f) ||
      (code >= 0x2028 && code <= 0x202f) ||
      code === 0x205f ||
      code === 0x3000 ||
      code === 0x2060 ||
      code === 0xfeff;
    if (!blank) return false;
  }
  return true;
};

/** Whether `next` goes on the word that `last` ends: on its baseline (or raised from it), with no gap. */
function follows(last: Glyph, next: Glyph): boolean {
  const length = lengthOf(last);
  if (length === 0) return false;
  const ux = (last.endX - last.x) / length;
  const uy = (last.endY - last.y) / length;
  const nextLength = lengthOf(next);
  if (nextLength > 0 && (ux * (next.endX - next.x) + uy * (next.endY - next.y)) / nextLength < 0.98) return false;
  const dx = next.x - last.endX;
  const dy = next.y - last.endY;
  const gap = dx * ux + dy * uy;
  const drop = Math.abs(dx * -uy + dy * ux);
  const size = Math.max(last.size, next.size);
  if (drop > size * BASELINE_SLACK && !(isRaised(last, next) && drop < size * 0.6)) return false;
  if (isFigureWithCaption(last, next, drop <= size * BASELINE_SLACK)) return false;
  const spacing = Math.max(0, Math.min(last.spacing, next.spacing));
  const small = Math.min(last.size, next.size);
  if (gap < -small * BACK_STEP - length * 0.5) return false;
  return gap - spacing < small * WORD_GAP;
}

/** The way a glyph is written, as a step of one point. */
function along({ x, y, endX, endY }: Glyph): readonly [number, number] {
  const length = lengthOf({ x, y, endX, endY }) || 1;
  return [(endX - x) / length, (endY - y) / length];
}

/** `Math.hypot`, which guards against numbers that no page has, takes several times as long. */
const lengthOf = ({ x, y, endX, endY }: Pick<Glyph, 'x' | 'y' | 'endX' | 'endY'>): number =>
  Math.sqrt((endX - x) ** 2 + (endY - y) ** 2);

/** A big figure and the small words that say what it counts, with no space between; a raised ending is not as small. */
const isFigureWithCaption = (last: Glyph, next: Glyph, isLevel: boolean): boolean =>
  last.size > next.size * (isLevel ? CAPTION : RAISED_CAPTION) && /\d$/.test(last.text) && /^\p{L}/u.test(next.text);

/** A superscript or subscript beside a letter: "1er", "m²" made of a small 2. */
const isRaised = (a: Glyph, b: Glyph): boolean =>
  Math.min(a.size, b.size) < Math.max(a.size, b.size) * 0.85 && Math.min(a.size, b.size) > 2;

function wordOf(draft: Draft): SheetWord {
  const { first, last, text } = draft;
  // The first letter tells the way: a raised ending ("1er") does not turn the word.
  const angle = quarterOr(Math.atan2(first.endY - first.y, first.endX - first.x));
  const { ascent, descent } = first.face;
  const up = ascent * draft.size;
  const down = -descent * draft.size;
  const box = boxAlong(first.x, first.y, last.endX, last.endY, angle, up, down);
  return {
    text,
    box,
    baseline: first.y,
    confidence: 1,
    size: round(draft.size),
    bold: draft.boldLetters * 2 > draft.letters,
    italic: draft.italicLetters * 2 > draft.letters,
    colour: first.colour,
    ...(angle === 0 ? {} : { angle }),
  };
}

/** Degrees, clockwise as seen: nearly level is level. */
function quarterOr(radians: number): number {
  const degrees = (radians * 180) / Math.PI;
  const quarter = Math.round(degrees / 90) * 90;
  const settled = Math.abs(degrees - quarter) < 4 ? quarter : Math.round(degrees);
  return (settled + 360) % 360;
}

function boxAlong(x: number, y: number, endX: number, endY: number, angle: number, up: number, down: number): Box {
  const radians = (angle * Math.PI) / 180;
  const nx = Math.sin(radians);
  const ny = -Math.cos(radians);
  const xs = [x + nx * up, x - nx * down, endX + nx * up, endX - nx * down];
  const ys = [y + ny * up, y - ny * down, endY + ny * up, endY - ny * down];
  return [round(Math.min(...xs)), round(Math.min(...ys)), round(Math.max(...xs)), round(Math.max(...ys))];
}

const round = (points: number): number => Math.round(points * 100) / 100;

/** The same word printed twice in the same place is bold type made without a bold face; it is one word. */
function withoutOverprint(words: readonly SheetWord[]): SheetWord[] {
  const seen = new Map<string, number[]>();
  const kept: SheetWord[] = [];
  for (const word of words) {
    const places = seen.get(word.text);
    const twin = places?.find((index) => {
      const { box } = kept[index]!;
      const slack = word.size * 0.15;
      return Math.abs(box[0] - word.box[0]) < slack && Math.abs(box[1] - word.box[1]) < slack;
    });
    if (twin !== undefined) {
      kept[twin] = { ...kept[twin]!, bold: true };
      continue;
    }
    if (places) places.push(kept.length);
    else seen.set(word.text, [kept.length]);
    kept.push(word);
  }
  return kept;
}
