import type { Act } from '../../models/act.js';
import type { Block, BlockKind, Line, Page } from '../../models/page.js';
import { isFurniture } from '../../models/page.js';
import { plain } from '../acts/plain.js';

/** A stretch of an act that is read in one go: a sentence or more, a heading, a line that begins with a figure. */
export interface Item {
  /** Offsets into the act's passage. */
  readonly start: number;
  readonly end: number;
  /** The passage from `start` to `end`, lines of a paragraph joined by a space: every character keeps its place. */
  readonly text: string;
  readonly plain: string;
  readonly kind: BlockKind;
  readonly level: number;
  readonly page: number;
  /** Items of one block share it. */
  readonly block: number;
  /** Index into the page's tables, where the item is a table. */
  readonly table?: number;
}

/** An act as items, in reading order, without running headers and footers. A table is one item. */
export function itemsOf(act: Act): Item[] {
  const items: Item[] = [];
  const { first, last } = act.outline;
  let number = 0;
  for (const page of act.pages) {
    const from = page.number === first.page ? first.offset : 0;
    const to = page.number === last.page ? last.offset : page.text.length;
    for (const block of page.blocks.length > 0 ? page.blocks : [wholePage(page)]) {
      if (isFurniture(block) || block.end <= from || block.start >= to) continue;
      const begin = Math.max(block.start, from);
      const at = act.passage.offsetOf(page.number, begin);
      if (at === undefined) continue;
      // What belongs to an act inside this one is left out of its passage.
      const end = act.passage.span(at, at + Math.min(block.end, to) - begin).end;
      if (end <= begin || !act.passage.text.startsWith(page.text.slice(begin, Math.min(begin + 24, end)), at)) continue;
      const shift = at - begin;
      number += 1;
      const cuts =
        block.kind === 'table' && block.index !== undefined
          ? []
          : cutsIn(page, block).filter((cut) => cut > begin && cut < end);
      const bounds = [begin, ...cuts, end];
      for (let i = 0; i + 1 < bounds.length; i += 1) {
        const raw = page.text.slice(bounds[i], bounds[i + 1]);
        const text = raw.replace(/\n(?!\n)/g, ' ');
        if (text.trim() === '' || CONTENTS.test(text)) continue;
        items.push({
          start: bounds[i]! + shift,
          end: bounds[i + 1]! + shift,
          text,
          plain: plain(text),
          kind: block.kind,
          level: block.level ?? 9,
          page: page.number,
          block: number,
          ...(block.kind === 'table' && block.index !== undefined ? { table: block.index } : {}),
        });
      }
    }
  }
  return items;
}

const wholePage = (page: Page): Block => ({
  kind: 'paragraph',
  box: [0, 0, page.width, page.height],
  start: 0,
  end: page.text.length,
  firstLine: 0,
  lastLine: page.lines.length,
});

const FIGURE_FIRST = /^[+-]?\s?\d[\d \u00a0\u202f.,]*\s?(?:%|\p{L}|[«"(]|$)/u;
const FIGURE_ALONE = /^\(?[+-]?\s?\d[\d \u00a0\u202f.,]*\s?%?(?:\/\d+)?\)?$/u;
/** A line of a table of contents: dots lead to its page. */
const CONTENTS = /(?:\.{4,}|…{2,}|(?:\. ){4,}|_{4,})\s*\d{0,4}\s*$/;
const BULLET = /^\s*(?:[•●▪■◆❖►‣○➢→✓*]|[-–—]\s|o\s)/u;

/** Where a block falls into pieces: before a bullet, and round figures that begin a line where no sentence runs on. */
function cutsIn(page: Page, block: Block): number[] {
  const cuts: number[] = [];
  const lines = page.lines.slice(block.firstLine, block.lastLine);
  if (lines.length < 2) return cuts;
  const right = columnRight(page, block, lines);
  for (let i = 1; i < lines.length; i += 1) {
    const before = lines[i - 1]!;
    const line = lines[i]!;
    const text = page.text.slice(line.start, line.end);
    const previous = page.text.slice(before.start, before.end);
    if (page.text.slice(before.end, line.start).includes('\n\n') || BULLET.test(text)) cuts.push(line.start);
    else if (CONTENTS.test(text) || CONTENTS.test(previous)) cuts.push(line.start);
    else if (
      FIGURE_ALONE.test(text.trim()) &&
      (block.kind === 'key-figure' || FIGURE_ALONE.test(previous.trim()) || !runsOn(page, before, line, right))
    )
      cuts.push(line.start);
    else if (FIGURE_ALONE.test(previous.trim())) cuts.push(line.start);
    else if (FIGURE_FIRST.test(text) && !runsOn(page, before, line, right)) cuts.push(line.start);
    else if (block.kind !== 'key-figure' && block.kind !== 'heading' && isNewLine(page, before, line, right))
      cuts.push(line.start);
  }
  return cuts;
}

/** A line that begins with a capital after one that had plenty of room left; a poster's capitals run on. */
function isNewLine(page: Page, before: Line, line: Line, right: number): boolean {
  const text = page.text.slice(line.start, line.end);
  const previous = page.text.slice(before.start, before.end);
  if (/[,(-]\s*$|\p{Ll}-$/u.test(previous)) return false;
  if (ENTRY.test(text) && !HOLDS_ON.test(previous)) return true;
  const capitals = inCapitals(text);
  if (capitals && inCapitals(previous)) return false;
  // From a poster's capitals to small letters, or to a capital, a new line begins.
  if (!/^[«"(+=]?\s?\p{Lu}/u.test(text) && !inCapitals(previous)) return false;
  return !runsOn(page, before, line, right) && right - before.box[2] > 0.06 * (right - before.box[0]);
}

/** "Soirées jeunes : 14": an entry of a list begins a line of its own. */
const ENTRY = /^\p{Lu}[^.;:!?\d]{2,50}\s?:\s+[+-]?\d/u;
/** A small word at the end of a line belongs to the next. */
const HOLDS_ON =
  /(?:^|\s)(?:de|des|du|d['’]|à|au|aux|en|et|ou|par|pour|avec|sur|dont|donc|soit|plus|moins|les?|la|une?|près|environ|entre)$/;

const inCapitals = (text: string): boolean => /\p{Lu}{2}/u.test(text) && text === text.toUpperCase();

/** Whether a sentence goes on from one line to the next: the first word of the next did not fit. */
function runsOn(page: Page, before: Line, line: Line, right: number): boolean {
  const previous = page.text.slice(before.start, before.end);
  // A bracket that is open goes on.
  const opened = page.text.slice(Math.max(0, before.end - 200), before.end);
  if (/\([^()]*$/.test(opened) && /^[^()]*\)/.test(page.text.slice(line.start, line.end))) return true;
  if (/[.;:!?]\s*$/.test(previous)) return false;
  // "au nombre de | 15": a small word at the end of a full line holds on to what follows.
  const full = before.box[2] > right - 0.25 * (right - before.box[0]);
  if (full && HOLDS_ON.test(previous)) return true;
  const first = page.words[line.firstWord];
  const wordWidth = first ? first.box[2] - first.box[0] : 0;
  const space = first ? first.size * 0.25 : 3;
  return before.box[2] + space + wordWidth > right - 1;
}

/** Right edge of the column a block stands in: of its own lines, and of the lines that begin where they begin. */
function columnRight(page: Page, block: Block, lines: readonly Line[]): number {
  let right = Math.max(...lines.map(({ box }) => box[2]), block.box[2]);
  if (block.kind === 'key-figure') return right;
  for (const line of page.lines) {
    if (Math.abs(line.box[0] - block.box[0]) < 12) right = Math.max(right, line.box[2]);
  }
  return right;
}
