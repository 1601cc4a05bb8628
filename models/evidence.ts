import { type Box, overlap, union } from './geometry.js';
import type { Page } from './page.js';

/** The only way to point into a file: a stretch of one page's text, UTF-16 offsets. */
export interface Span {
  readonly page: number;
  readonly start: number;
  readonly end: number;
}

/** What stands at a span: the quote, one box a line, and how well it was read. */
export interface Evidence extends Span {
  readonly text: string;
  readonly boxes: readonly Box[];
  /** 0 to 1: the mean confidence of the words it touches. */
  readonly legibility: number;
}

/** Looks at the page where `span` points. */
export function evidenceAt(page: Page, span: Span): Evidence {
  const rows: { readonly line: number; box: Box }[] = [];
  const add = (line: number, box: Box): void => {
    const last = rows.at(-1);
    if (last?.line === line) last.box = union([last.box, box]);
    else rows.push({ line, box });
  };
  let confidence = 0;
  let count = 0;
  const first = firstWordEndingAfter(page, span.start);
  let line = lineOfWord(page, first);
  for (let i = first; i < page.words.length; i += 1) {
    const word = page.words[i]!;
    if (word.start >= span.end) break;
    while (line < page.lines.length && page.lines[line]!.lastWord <= i) line += 1;
    add(line, word.rest ? word.box : clip(word.box, word.start, word.end, span));
    if (word.rest) add(lineOfRest(page, line, word.rest), word.rest);
    confidence += word.confidence;
    count += 1;
  }
  return {
    ...span,
    text: page.text.slice(span.start, span.end),
    boxes: rows.map(({ box }) => box),
    legibility: count === 0 ? page.legibility : confidence / count,
  };
}

/**
 * The line after `line` that a cut word's rest begins; a place between two lines where the rest was all that stood
 * there.
 */
function lineOfRest(page: Page, line: number, rest: Box): number {
  const next = page.lines[line + 1];
  return next && overlap(next.box[1], next.box[3], rest[1], rest[3]) > 0 ? line + 1 : line + 0.5;
}

/** Part of a word's box, as if its letters had one width. */
function clip(box: Box, start: number, end: number, span: Span): Box {
  const perLetter = (box[2] - box[0]) / Math.max(1, end - start);
  const left = box[0] + Math.max(0, span.start - start) * perLetter;
  const right = box[2] - Math.max(0, end - span.end) * perLetter;
  return [left, box[1], right, box[3]];
}

function firstWordEndingAfter(page: Page, offset: number): number {
  let low = 0;
  let high = page.words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (page.words[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first line that ends behind the word. */
function lineOfWord(page: Page, word: number): number {
  let low = 0;
  let high = page.lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (page.lines[middle]!.lastWord <= word) low = middle + 1;
    else high = middle;
  }
  return low;
}
