import type { Grey } from './grey.js';
import type { Letter, PixelBox, RawWord } from './recogniser.js';

/** A word as it is handed on, in pixels of the prepared picture. */
export interface ReadWord {
  readonly text: string;
  readonly bbox: PixelBox;
  /** 0 to 1. */
  readonly confidence: number;
  /** What was first seen, where the figure's own context mended it. */
  readonly mendedFrom?: string;
}

/** Letters that are taken for a digit's neighbours only because the printer drew them alike. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  l: '1',
  I: '1',
  '|': '1',
  O: '0',
  o: '0',
  Q: '0',
  S: '5',
  s: '5',
  B: '8',
  Z: '2',
  z: '2',
};

/** A word with its figures mended: lookalike letters, and the spaces that recognition swallowed inside them. */
export function readWord(word: RawWord, image: Grey, level: number): ReadWord[] {
  const text = word.text.normalize('NFC').trim();
  if (text === '') return [];
  const mended = withDigits(text);
  const read: ReadWord = {
    text: mended,
    bbox: word.bbox,
    confidence: Math.max(0, Math.min(1, word.confidence / 100)),
    ...(mended === text ? {} : { mendedFrom: text }),
  };
  return apart(read, word.letters, image, level);
}

const FIGURE = /^([(+\-–—«"']*)([\dlI|OoQSsBZz.,]+)((?:[€%)»"';:!?]|[.,](?=$))*)$/;

/** A figure in which some digits were taken for letters: "l2,50", "1O0", "8S". Other words come back as they were. */
export function withDigits(text: string): string {
  const parts = FIGURE.exec(text);
  if (!parts) return text;
  const [, before, figure, after] = parts as unknown as [string, string, string, string];
  const digits = figure.replace(/\D/g, '').length;
  const letters = figure.replace(/[\d.,]/g, '').length;
  // Half of it must be digits already: "Oslo", "Il", "SOS" are words, "l0" is a figure.
  if (letters === 0 || digits < letters) return text;
  return before + [...figure].map((letter) => LOOKALIKES[letter] ?? letter).join('') + after;
}

/** A figure whose thousands are set apart on the paper: "2 500" that was read as "2500". */
const JOINED = /^[(+\-–—]?\d{4,12}(?:[.,]\d{1,3})?[€%)]?[.,;:]?$/;

/** White that a 1 leaves behind it and before it, beyond that of other digits, for the height of the figure. */
const BEHIND_ONE = 0.2;
const BEFORE_ONE = 0.1;

/** Parts a figure where the paper shows gaps as wide as a thin space between groups of three digits. */
function apart(word: ReadWord, letters: readonly Letter[], image: Grey, level: number): ReadWord[] {
  if (!JOINED.test(word.text) || letters.length !== word.text.length) return [word];
  const first = word.text.search(/\d/);
  const end = first + /\d+/.exec(word.text)![0].length;
  const middles = letters.map(({ bbox }) => (bbox.x0 + bbox.x1) / 2);
  const pitch = (middles[end - 1]! - middles[first]!) / (end - first - 1);
  const height = word.bbox.y1 - word.bbox.y0;
  const gaps = inkGaps(image, word.bbox, level)
    .filter(({ middle }) => middle > middles[first]! && middle < middles[end - 1]!)
    .map((gap): Gap => {
      const after = middles.findIndex((middle) => middle > gap.middle);
      const ones = (word.text[after - 1] === '1' ? BEHIND_ONE : 0) + (word.text[after] === '1' ? BEFORE_ONE : 0);
      return { ...gap, width: gap.width - ones * height };
    });
  const chosen: Gap[] = [];
  const cuts: number[] = [];
  for (let cut = end - 3; cut > first; cut -= 3) {
    const expected = (middles[cut - 1]! + middles[cut]!) / 2;
    const near = gaps.filter(({ middle }) => Math.abs(middle - expected) <= 0.75 * pitch);
    if (near.length === 0) return [word];
    chosen.unshift(near.reduce((a, b) => (b.width > a.width ? b : a)));
    cuts.unshift(cut);
  }
  // All thousands are set apart, or none is.
  const usual = median(gaps.filter((gap) => !chosen.includes(gap)).map(({ width }) => width));
  if (!chosen.every(({ width }) => width > usual + 0.12 * height && width > 1.6 * usual)) return [word];
  return [...cuts, word.text.length].map((cut, index) => ({
    ...word,
    text: word.text.slice(index === 0 ? 0 : cuts[index - 1]!, cut),
    bbox: {
      ...word.bbox,
      x0: index === 0 ? word.bbox.x0 : chosen[index - 1]!.end,
      x1: index === cuts.length ? word.bbox.x1 : chosen[index]!.start,
    },
  }));
}

interface Gap {
  readonly start: number;
  readonly end: number;
  /** Less where a 1 stands beside it: digits are set as wide as each other, and a 1 fills less of its place. */
  readonly width: number;
  readonly middle: number;
}

const median = (values: readonly number[]): number => {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
};

/** Stretches of columns without ink inside a word, from left to right. */
function inkGaps(image: Grey, { x0, y0, x1, y1 }: PixelBox, level: number): Gap[] {
  const gaps: Gap[] = [];
  const right = Math.min(image.width, x1);
  const bottom = Math.min(image.height, y1);
  let start = -1;
  for (let x = Math.max(0, x0); x < right; x += 1) {
    let ink = false;
    for (let y = Math.max(0, y0); y < bottom && !ink; y += 1) ink = image.data[y * image.width + x]! < level;
    if (!ink && start < 0) start = x;
    else if (ink && start >= 0) {
      gaps.push({ start, end: x, width: x - start, middle: (start + x) / 2 });
      start = -1;
    }
  }
  return gaps;
}
