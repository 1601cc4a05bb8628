import { type Box, union } from '../../../models/geometry.js';
import type { SheetWord } from '../sheet.js';

/** Words that stand on one baseline, from left to right. */
export interface TextLine {
  readonly words: readonly SheetWord[];
  readonly box: Box;
  readonly baseline: number;
  /** The height of type of most of its letters. */
  readonly size: number;
}

export function lineOf(words: readonly SheetWord[]): TextLine {
  let biggest = words[0]!;
  for (const word of words) if (word.text.length * word.size > biggest.text.length * biggest.size) biggest = word;
  return { words, box: union(words.map(({ box }) => box)), baseline: biggest.baseline, size: biggest.size };
}

/** Level words by their baselines, top to bottom. */
export function linesOf(words: readonly SheetWord[]): TextLine[] {
  const sorted = [...words].sort((a, b) => a.baseline - b.baseline || a.box[0] - b.box[0]);
  const rows: { words: SheetWord[]; baseline: number; size: number }[] = [];
  for (const word of sorted) {
    const row = rows.at(-1);
    if (row && word.baseline - row.baseline < Math.max(row.size, word.size) * 0.35) {
      row.words.push(word);
      if (word.size > row.size) row.size = word.size;
    } else if (row && isMark(row.words, word)) {
      row.words.push(word);
      row.baseline = word.baseline;
      row.size = word.size;
    } else {
      rows.push({ words: [word], baseline: word.baseline, size: word.size });
    }
  }
  return rows.map((row) => lineOf(row.words.sort((a, b) => a.box[0] - b.box[0])));
}

/**
 * A raised mark ("1" before a footnote, "er" apart from its figure) stands on the line that begins below it.
 * OCR's baselines are not sure enough to tell.
 */
const isMark = (raised: readonly SheetWord[], word: SheetWord): boolean => {
  const first = raised[0]!;
  return (
    first.size < word.size * 0.9 &&
    word.baseline - first.baseline < word.size * 0.5 &&
    raised.every(({ text, size, confidence }) => text.length <= 3 && size === first.size && confidence === 1)
  );
};

export const textOf = (line: TextLine): string => line.words.map(({ text }) => text).join(' ');
