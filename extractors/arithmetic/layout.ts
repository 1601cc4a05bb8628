import type { Figure } from './figures.js';

/** A paragraph, a list item or a line that stands alone, with the figures in it. */
export interface Item {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** It opens with a bullet or a number. */
  readonly bullet: boolean;
  /** It is a row of a table. */
  readonly row: boolean;
  readonly figures: readonly Figure[];
}

const BULLET =
  /^[ \t]*(?:[-–—−•◆▪●■□*·➢➤►✓✔❖○◦\uf0b7\uf0a7\uf0d8]|o(?= )|\d{1,2}[).](?=\s)|[a-z]\)(?=\s))[ \t\u00a0]*/u;
/** "Recettes : 122,92 €", "1 devis de toiture : 3 400 €": a label, and its figure at once. */
const LABELLED = /^[=+]?\s?(?:\d{1,2} \p{L}|\p{Lu})(?:[\p{L} ’'-]|(?:19|20)\d\d){2,40}\s?:\s?[+–-]?\s?\d/u;
/** What goes on with the line before it. */
const GOES_ON = /^[ \t]*[\p{Ll}(«"“,;]/u;

/** The items of a text, in order. A line that opens like a list item begins one; so does what follows an empty line. */
export function itemsOf(text: string, figures: readonly Figure[]): Item[] {
  const items: Item[] = [];
  let start = -1;
  let end = -1;
  let bullet = false;
  let next = 0;
  const close = (): void => {
    if (start < 0) return;
    const own: Figure[] = [];
    while (next < figures.length && figures[next]!.start < end) {
      if (figures[next]!.start >= start) own.push(figures[next]!);
      next += 1;
    }
    items.push({
      start,
      end,
      text: text.slice(start, end),
      bullet,
      row: text.slice(start, end).includes('\t'),
      figures: own,
    });
    start = -1;
  };
  let offset = 0;
  for (const line of text.split('\n')) {
    const blank = line.trim() === '';
    const opens = BULLET.test(line);
    const table = line.includes('\t');
    if (blank) close();
    else if (
      start < 0 ||
      opens ||
      table ||
      (bullet && endsItem(text.slice(start, end)) && !GOES_ON.test(line)) ||
      standsAlone(text.slice(start, end), line)
    ) {
      close();
      start = offset;
      bullet = opens;
    }
    if (!blank) end = offset + line.length;
    offset += line.length + 1;
  }
  close();
  return items;
}

/** The item before is finished: it ends with a full stop or a semicolon. */
const endsItem = (text: string): boolean => /[.;:!?]\s*$/.test(text);

/** Short lines one under another, each with its figure, are items though no bullet says so. */
function standsAlone(before: string, line: string): boolean {
  if (/[:;]\s*$/.test(before) || LABELLED.test(line)) return true;
  if (before.includes('\n') || before.length > 70 || /[,-]\s*$/.test(before)) return false;
  return /\d/.test(line) && /\d/.test(before) && line.length < 90 && !GOES_ON.test(line);
}

/** The figures of a sentence, and where they stand among all. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly figures: readonly Figure[];
}

/** The sentences of a text with the figures that stand wholly in each; both in order. */
export function* withFigures(text: string, figures: readonly Figure[]): Iterable<Sentence> {
  let first = 0;
  for (const { start, end } of sentencesOf(text)) {
    while (first < figures.length && figures[first]!.start < start) first += 1;
    let last = first;
    while (last < figures.length && figures[last]!.end <= end) last += 1;
    yield { start, end, first, figures: figures.slice(first, last) };
  }
}

/** The sentences of [0, text.length): stretches between full stops that do not stand inside a number or an abbreviation. */
function sentencesOf(text: string): { start: number; end: number }[] {
  const sentences: { start: number; end: number }[] = [];
  let start = 0;
  for (const { index } of text.matchAll(/[.!?](?<=(?:[\p{Ll}\d%€)»"]{2}|[€%])\s?.)(?=\s+[\p{Lu}«"“]|\s*$)|\n\n/gu)) {
    sentences.push({ start, end: index + 1 });
    start = index + 1;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}
