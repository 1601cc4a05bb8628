import { type ReadWord, readWord, withDigits } from './figures.js';
import type { Grey } from './grey.js';
import { around } from './islands.js';
import type { PixelBox, RawLine, RawWord, Recogniser } from './recogniser.js';
import { secondLook } from './second-look.js';
import { unreadInk } from './unread.js';

/** Figures surer than this are believed at first sight. */
const SURE = 0.9;
/** Ink that was passed over is believed when it reads at least so well. */
const BELIEVED = 0.6;

const hasDigit = (text: string): boolean => /\d/.test(text);
/** A figure and the signs that may stand in it, no letters. */
const isFigure = (text: string): boolean => hasDigit(text) && /^[\d\s.,+\-–%€()/:;°*]+$/.test(text);

interface Doubt {
  /** The words in question, side by side on one line; none for ink that was passed over. */
  readonly line: number;
  readonly first: number;
  readonly count: number;
  place: PixelBox;
}

/**
 * Looks again at doubtful figures and at ink that was passed over, on the whole picture. Where both looks agree the
 * figure is surer, where they differ it is less sure and the second, closer one is believed.
 */
export async function settled(
  lines: readonly RawLine[],
  image: Grey,
  { dpi, level }: { dpi: number; level: number },
  recogniser: Recogniser,
  secondLooks: number,
  left: () => number,
): Promise<ReadWord[][]> {
  const doubts = lines.flatMap((line, index) => doubtsOf(line, index));
  const boxes = lines.flat().map(({ bbox }) => bbox);
  const unread: Doubt[] = [];
  for (const place of unreadInk(image, dpi, level, boxes, 2 * secondLooks)) {
    const beside = neighbour(lines, place);
    if (beside === 'a word') continue;
    const known = beside && doubts.find((doubt) => doubt.line === beside.line && touches(doubt, beside.word));
    if (known) known.place = around(known.place, place);
    else if (beside) {
      const { line, word } = beside;
      doubts.push({ line, first: word, count: 1, place: around(lines[line]![word]!.bbox, place) });
    } else unread.push({ line: -1, first: 0, count: 0, place });
  }
  const looked = [...doubts.slice(0, secondLooks), ...unread.slice(0, 2 * secondLooks)];
  const seen = await secondLook(
    image,
    looked.map(({ place }) => place),
    level,
    recogniser,
    left,
  );

  const answers = new Map<string, { doubt: Doubt; words: ReadWord[] }>();
  const found: ReadWord[][] = [];
  const read = (word: RawWord): ReadWord[] => readWord(word, image, level);
  for (const [index, doubt] of looked.entries()) {
    const again = seen[index]!.flatMap(read);
    if (doubt.count > 0) {
      const before = lines[doubt.line]!.slice(doubt.first, doubt.first + doubt.count).flatMap(read);
      answers.set(`${doubt.line}:${doubt.first}`, { doubt, words: agreed(before, again) });
    } else {
      const sure = again.filter(({ text, confidence }) => confidence >= BELIEVED && /[\p{L}\d]/u.test(text));
      if (sure.length > 0 && sure.length === again.length) found.push(sure);
    }
  }
  const settledLines = lines.map((line, index) => {
    const words: ReadWord[] = [];
    for (let k = 0; k < line.length; k += 1) {
      const answer = answers.get(`${index}:${k}`);
      words.push(...(answer ? answer.words : read(line[k]!)));
      if (answer) k += answer.doubt.count - 1;
    }
    return words;
  });
  return [...settledLines, ...found];
}

/** Runs of figures side by side with a doubtful one among them: the parts of a figure are looked at together. */
function doubtsOf(line: RawLine, index: number): Doubt[] {
  const doubts: Doubt[] = [];
  for (let first = 0; first < line.length; first += 1) {
    if (!hasDigit(withDigits(line[first]!.text))) continue;
    let last = first;
    while (last + 1 < line.length && continues(line[last]!, line[last + 1]!)) last += 1;
    const run = line.slice(first, last + 1);
    if (run.some(({ confidence }) => confidence < 100 * SURE)) {
      doubts.push({ line: index, first, count: run.length, place: run.map(({ bbox }) => bbox).reduce(around) });
    }
    first = last;
  }
  return doubts;
}

/** Whether a word goes on the figure before it, a space of thousands between them. */
function continues(before: RawWord, after: RawWord): boolean {
  const gap = after.bbox.x0 - before.bbox.x1;
  return /\d$/.test(before.text) && /^\d{3}(?!\d)/.test(after.text) && gap < 0.6 * (before.bbox.y1 - before.bbox.y0);
}

/** The figure that a place touches on its line; 'a word' when it touches something else than a figure. */
function neighbour(
  lines: readonly RawLine[],
  { x0, y0, x1, y1 }: PixelBox,
): { line: number; word: number } | 'a word' | undefined {
  for (const [line, words] of lines.entries()) {
    for (const [word, { bbox, text }] of words.entries()) {
      const high = bbox.y1 - bbox.y0;
      if (Math.min(bbox.y1, y1) - Math.max(bbox.y0, y0) < 0.4 * Math.min(high, y1 - y0)) continue;
      if (Math.max(x0 - bbox.x1, bbox.x0 - x1) > 0.45 * high) continue;
      return hasDigit(text) ? { line, word } : 'a word';
    }
  }
  return undefined;
}

const touches = ({ first, count }: Doubt, word: number): boolean => word >= first && word < first + count;

/** What stands there, after two looks. */
function agreed(before: readonly ReadWord[], after: readonly ReadWord[]): ReadWord[] {
  const text = (words: readonly ReadWord[]): string => words.map((word) => word.text).join(' ');
  const sureness = (words: readonly ReadWord[]): number => Math.min(...words.map(({ confidence }) => confidence));
  const [one, two] = [text(before), text(after)];
  if (after.length === 0) return [...before];
  const [first, second] = [sureness(before), sureness(after)];
  const digits = (figure: string): string => figure.replace(/[^\d]/g, '');
  if (one === two || digits(one) === digits(two)) {
    // Two looks that see the same are both wrong only where each is.
    const both = 1 - (1 - first) * (1 - second);
    const better = one === two || second >= 0.5 ? after : before;
    const mended = one === two ? {} : { mendedFrom: one };
    return better.map((word) => ({ ...word, ...(better === after ? mended : {}), confidence: both }));
  }
  const lost = digits(two).length < digits(one).length;
  const believesSecond = isFigure(two) && second >= (lost ? first + 0.05 : 0.6 * first);
  const confidence = Math.min(first, second) * 0.7;
  return believesSecond
    ? after.map((word) => ({ ...word, confidence, mendedFrom: one }))
    : before.map((word) => ({ ...word, confidence }));
}
