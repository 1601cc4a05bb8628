import type { Sheet, SheetWord } from '../sheet.js';
import { lineOf, type TextLine } from './lines.js';

/** The margins at the sides of a page, in parts of its width. */
const MARGIN = 0.06;

/** Words that are not level are read after the page's text, or in their cell: runs of one angle, as they were painted. */
export function turnedLines(words: readonly SheetWord[]): TextLine[] {
  const lines: TextLine[] = [];
  let run: SheetWord[] = [];
  for (const word of words) {
    const last = run.at(-1);
    if (last && (last.angle !== word.angle || isFar(last, word))) {
      lines.push(lineOf(run));
      run = [];
    }
    run.push(word);
  }
  if (run.length > 0) lines.push(lineOf(run));
  return lines;
}

/** Set slantwise over a page ("PROJET") or upright in its margin: no sentence goes on there. */
export const isAcross = ({ words, box }: TextLine, { width }: Sheet): boolean =>
  words[0]!.angle! % 90 !== 0 || box[2] < width * MARGIN || box[0] > width * (1 - MARGIN);

const isFar = (a: SheetWord, b: SheetWord): boolean =>
  Math.max(b.box[0] - a.box[2], a.box[0] - b.box[2], b.box[1] - a.box[3], a.box[1] - b.box[3]) > a.size * 2;
