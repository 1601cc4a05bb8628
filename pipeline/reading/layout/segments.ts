import type { SheetWord } from '../sheet.js';
import { lineOf, type TextLine } from './lines.js';

/** A gap wider than this many times the type parts two things that stand side by side. */
const WIDE = 1.9;
/** Justified lines have gaps up to this wide, between words of one sentence. */
const NARROW = 1.1;
/** How many lines in a row must have their gap in one place: a lone gap is a loose line, not a gutter. */
const COMPANY_OF_WIDE = 2;
const COMPANY_OF_NARROW = 3;

interface Gap {
  readonly line: number;
  readonly word: number;
  readonly left: number;
  readonly right: number;
  readonly wide: boolean;
}

/** Lines parted where a column or a cell ends: at gaps that go down the page. */
export function segmentsOf(lines: readonly TextLine[]): TextLine[][] {
  const gaps: Gap[] = [];
  lines.forEach(({ words, size }, line) => {
    for (let word = 1; word < words.length; word += 1) {
      const left = words[word - 1]!.box[2];
      const right = words[word]!.box[0];
      const type = Math.min(size, Math.max(words[word - 1]!.size, words[word]!.size));
      if (right - left > type * NARROW) gaps.push({ line, word, left, right, wide: right - left > type * WIDE });
    }
  });
  const cuts = lines.map(() => new Set<number>());
  for (const gap of gaps) {
    if (company(gap, gaps, lines) >= (gap.wide ? COMPANY_OF_WIDE : COMPANY_OF_NARROW)) cuts[gap.line]!.add(gap.word);
  }
  return lines.map(({ words }, line) => split(words, cuts[line]!));
}

/** How many lines in a row, this one among them, have a gap at its place. */
function company(gap: Gap, gaps: readonly Gap[], lines: readonly TextLine[]): number {
  let count = 1;
  for (const step of [-1, 1]) {
    let at = gap;
    for (let line = gap.line + step; line >= 0 && line < lines.length; line += step) {
      const next = gaps.find(
        (other) => other.line === line && Math.min(other.right, at.right) - Math.max(other.left, at.left) > 4,
      );
      if (!next) break;
      count += 1;
      at = next;
    }
  }
  return count;
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
