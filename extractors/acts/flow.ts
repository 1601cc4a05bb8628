import type { Page, Word } from '../../models/page.js';
import { type Extent, Passage, type Position } from '../../models/passage.js';
import { plain } from './plain.js';

/** A line of an act's body, and how it looks. Offsets into the flow's text. */
export interface FlowLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly plain: string;
  /** All its words are bold. */
  readonly bold: boolean;
  /** At least four fifths of its letters are capitals. */
  readonly capitals: boolean;
  /** An empty line, or a page's top, stands above it. */
  readonly apart: boolean;
  /** Height of its type in points. */
  readonly size: number;
  /** It is a row of a table. */
  readonly inTable: boolean;
}

/** The body of a stretch of pages as one text without running headers, and its lines. */
export interface Flow {
  readonly text: string;
  readonly plain: string;
  readonly lines: readonly FlowLine[];
  /** Where an offset stands in the file. */
  position(offset: number): Position;
}

/** Lines among which the head of an act says its number and its object. */
export const HEAD_LINES = 140;

/** By the first page: who weighs an act and who reads its heading ask for the same flow. */
const known = new WeakMap<Page, { key: string; last: Page; flow: Flow }[]>();

/** Reads the body of `extent` once. */
export function flowOf(pages: readonly Page[], { first, last }: Extent): Flow {
  const opens = pages.find(({ number }) => number === first.page);
  const closes = pages.find(({ number }) => number === last.page);
  if (!opens || !closes) return readFlow(pages, { first, last });
  const key = `${first.page}:${first.offset}-${last.page}:${last.offset}`;
  let flows = known.get(opens);
  if (!flows) {
    flows = [];
    known.set(opens, flows);
  }
  const read = flows.find((one) => one.key === key && one.last === closes);
  if (read) return read.flow;
  const flow = readFlow(pages, { first, last });
  flows.push({ key, last: closes, flow });
  return flow;
}

function readFlow(pages: readonly Page[], { first, last }: Extent): Flow {
  const passage = Passage.of(pages, first, last, { furniture: false });
  const text = passage.text;
  const folded = plain(text);
  const byNumber = new Map(pages.map((page) => [page.number, page]));
  const lines: FlowLine[] = [];
  let blank = true;
  let at = 0;
  for (const content of text.split('\n')) {
    const end = at + content.length;
    if (content.trim() === '') blank = true;
    else {
      const span = passage.span(at, end);
      const page = byNumber.get(span.page);
      const words = page ? wordsIn(page, span.start, span.end) : [];
      const previous = lines.at(-1);
      const newPage = previous !== undefined && passage.span(previous.start, previous.start + 1).page !== span.page;
      lines.push({
        start: at,
        end,
        text: content,
        plain: folded.slice(at, end),
        bold: words.length > 0 && words.every(({ bold, text }) => bold || !/\p{L}|\d/u.test(text)),
        capitals: isCapitals(content),
        apart: blank || newPage,
        size: words.length > 0 ? Math.max(...words.map(({ size }) => size)) : 0,
        inTable: page?.tables.some((table) => table.start <= span.start && span.end <= table.end) ?? false,
      });
      blank = false;
    }
    at = end + 1;
  }
  return {
    text,
    plain: folded,
    lines,
    position: (offset) => {
      const { page, start } = passage.span(offset, offset);
      return { page, offset: start };
    },
  };
}

function wordsIn(page: Page, start: number, end: number): (Word & { text: string })[] {
  let low = 0;
  let high = page.words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (page.words[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  const words: (Word & { text: string })[] = [];
  for (let i = low; i < page.words.length && page.words[i]!.start < end; i += 1) {
    const word = page.words[i]!;
    words.push({ ...word, text: page.text.slice(word.start, word.end) });
  }
  return words;
}

function isCapitals(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (letters.length < 4) return false;
  const upper = letters.replace(/\p{Ll}/gu, '').length;
  return upper >= letters.length * 0.8;
}
