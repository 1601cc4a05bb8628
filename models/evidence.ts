import { type Box, union } from './geometry.js';
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
  const lines: { firstWord: number; boxes: Box[] }[] = [];
  let confidence = 0;
  let count = 0;
  const first = firstWordEndingAfter(page, span.start);
  let line = lineOfWord(page, first);
  for (let i = first; i < page.words.length; i += 1) {
    const word = page.words[i]!;
    if (word.start >= span.end) break;
    while (line < page.lines.length && page.lines[line]!.lastWord <= i) line += 1;
    const boxes = lines.at(-1)?.firstWord === line ? lines.at(-1)!.boxes : [];
    if (boxes.length === 0) lines.push({ firstWord: line, boxes });
    boxes.push(clip(word.box, word.start, word.end, span));
    confidence += word.confidence;
    count += 1;
  }
  return {
    ...span,
    text: page.text.slice(span.start, span.end),
    boxes: lines.map(({ boxes }) => union(boxes)),
    legibility: count === 0 ? page.legibility : confidence / count,
  };
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
