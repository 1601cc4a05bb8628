import type { Sheet, SheetWord } from '../sheet.js';
import type { TextDraft } from './draft.js';
import type { Grid } from './grids.js';
import { lineOf, linesOf, type TextLine, textOf } from './lines.js';
import { stampsOf } from './stamps.js';

/** Running headers and footers stand in these parts of the page's height. */
const HEAD = 0.14;
const FOOT = 0.86;
/** Points by which their place may differ from page to page. */
const DRIFT = 8;
/** A grid higher than this part of the page is a table of its text, not a letterhead. */
const TABLE = 0.25;
/** A gap wider than this many times the type parts a page number from what stands on its line. */
const FAR = 2.5;

const PAGE_NUMBER =
  /^(?:[-–—|\s]*(?:page|p\.?|feuillet)?\s*(?:n°\s*)?\d{1,4}\s*(?:(?:\/|sur|de|\|)\s*\d{1,4})?[-–—|\s.]*)$/i;
const PAGE_OF = /^[-–—\s]*(?:page|p\.?)?\s*\d{1,4}\s*(?:\/|sur)\s*\d{1,4}[-–—\s]*$/i;
const BARE_NUMBER = /^[-–—|\s]*(\d{1,4})[-–—|\s.]*$/;

export interface Furniture {
  readonly headers: readonly TextDraft[];
  readonly footers: readonly TextDraft[];
  /** All their words. */
  readonly words: ReadonlySet<SheetWord>;
}

/**
 * What the pages of a file carry round their text: lines at the top or bottom that come again on other pages in the
 * same place, their digits aside, page numbers, and stamps. `grids`: what each sheet's rules draw.
 */
export function furnitureOf(sheets: readonly Sheet[], grids: readonly (readonly Grid[])[]): Furniture[] {
  const stamps = sheets.map((sheet) => stampsOf(levelWords(sheet)));
  const margins = sheets.map((sheet, page) => marginLines(sheet, stamps[page]!.flat(), grids[page]!));
  /** Pattern and place → the pages that have it. */
  const seen = new Map<string, { page: number; at: number }[]>();
  margins.forEach((lines, page) => {
    for (const { line } of lines) {
      const places = seen.get(patternOf(line)) ?? [];
      places.push({ page, at: line.baseline });
      seen.set(patternOf(line), places);
    }
  });
  /** How far the numbers that stand alone are ahead of their pages → the pages that have them. */
  const ahead = new Map<number, Set<number>>();
  margins.forEach((lines, page) => {
    for (const { line } of lines) {
      const number = BARE_NUMBER.exec(textOf(line))?.[1];
      if (number !== undefined)
        ahead.set(Number(number) - page, (ahead.get(Number(number) - page) ?? new Set()).add(page));
    }
  });
  /** A number that stands alone counts the pages where another page's does too. */
  const counts = (text: string, page: number): boolean => {
    const number = BARE_NUMBER.exec(text)?.[1];
    return number === undefined || ahead.get(Number(number) - page)!.size > 1;
  };
  const comesAgain = (line: TextLine, page: number): boolean => {
    const others = seen.get(patternOf(line)) ?? [];
    const pages = new Set(
      others
        .filter((other) => other.page !== page && Math.abs(other.at - line.baseline) < DRIFT)
        .map((other) => other.page),
    );
    // A neighbour of the same side (left, right pages) or a third of the file.
    return [page - 1, page + 1, page - 2, page + 2].some((near) => pages.has(near)) || pages.size * 3 >= sheets.length;
  };
  return margins.map((lines, page) => {
    const headers: TextDraft[] = [];
    const footers: TextDraft[] = [];
    const words = new Set<SheetWord>();
    for (const { words: stamped } of stamps[page]!.flat()) for (const word of stamped) words.add(word);
    for (const { line, top, outermost } of lines) {
      const text = textOf(line);
      const number =
        PAGE_NUMBER.test(text) &&
        (PAGE_OF.test(text) || isRank(text, sheets[page]!) || (comesAgain(line, page) && counts(text, page))) &&
        outermost;
      if (!number && !(sheets.length > 1 && comesAgain(line, page) && /\p{L}{2}/u.test(text))) continue;
      for (const word of line.words) words.add(word);
      const draft: TextDraft = { kind: number ? 'page-number' : top ? 'header' : 'footer', lines: [line] };
      (top ? headers : footers).push(draft);
    }
    const half = sheets[page]!.height / 2;
    const stamped = (kind: 'header' | 'footer'): TextDraft[] =>
      stamps[page]!.filter(([line]) => line!.baseline < half === (kind === 'header')).map((lines) => ({ kind, lines }));
    return {
      headers: [...stamped('header'), ...joined(headers)],
      footers: [...joined(footers), ...stamped('footer')],
      words,
    };
  });
}

interface MarginLine {
  readonly line: TextLine;
  readonly top: boolean;
  /** Nothing stands between it and the edge of the page. */
  readonly outermost: boolean;
}

const levelWords = (sheet: Sheet): SheetWord[] => sheet.words.filter(({ angle }) => !angle);

function marginLines(sheet: Sheet, stamped: readonly TextLine[], grids: readonly Grid[]): MarginLine[] {
  const apart = new Set(stamped.flatMap(({ words }) => words));
  const tables = grids.filter(({ box, cols }) => cols > 1 && box[3] - box[1] > sheet.height * TABLE);
  const lines = linesOf(levelWords(sheet).filter((word) => !apart.has(word)));
  const found: MarginLine[] = [];
  lines.forEach((whole, index) => {
    const middle = (whole.box[1] + whole.box[3]) / 2;
    const top = middle < sheet.height * HEAD;
    if (!top && middle <= sheet.height * FOOT) return;
    if (tables.some(({ box }) => middle > box[1] && middle < box[3])) return;
    const outermost = top ? index === 0 : index >= lines.length - 2;
    for (const line of withNumberApart(whole)) found.push({ line, top, outermost });
  });
  return found;
}

/** A page number set at one end of a line, far from its words, is a line of its own. */
function withNumberApart(line: TextLine): TextLine[] {
  const { words, size } = line;
  for (let at = 1; at < words.length; at += 1) {
    if (words[at]!.box[0] - words[at - 1]!.box[2] < size * FAR) continue;
    const parts = [lineOf(words.slice(0, at)), lineOf(words.slice(at))];
    if (parts.some((part) => PAGE_NUMBER.test(textOf(part)))) return parts;
  }
  return [line];
}

const patternOf = (line: TextLine): string =>
  textOf(line)
    .toLowerCase()
    .replace(/\d+/g, '0')
    .replace(/[^\p{L}0]+/gu, ' ')
    .trim();

/** A number alone at the foot of the page that is the page's own. */
const isRank = (text: string, { number }: Sheet): boolean => BARE_NUMBER.exec(text)?.[1] === String(number);

/** Lines of one header, one under the other, are one block. */
function joined(drafts: readonly TextDraft[]): TextDraft[] {
  const out: TextDraft[] = [];
  for (const draft of drafts) {
    const last = out.at(-1);
    const line = last?.lines.at(-1);
    if (last && line && last.kind === draft.kind && draft.lines[0]!.baseline - line.baseline < line.size * 1.8) {
      out[out.length - 1] = { ...last, lines: [...last.lines, ...draft.lines] };
    } else out.push(draft);
  }
  return out;
}
