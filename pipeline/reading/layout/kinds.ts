import type { TextDraft } from './draft.js';
import { type TextLine, textOf } from './lines.js';
import { isNote, type NoteLook, notesApart } from './notes.js';

const BULLET = /^(?:[-–—•●▪◦‣⁃·*➢➤►✓❖■□○]|\p{Co}|o(?=\s\p{Lu}))(?:\s|$|\p{L})/u;
const NUMBERED = /^(?:\d{1,2}|[a-h])\s?[.)°]\s/;
const NUMBERED_HEAD =
  /^(?:articles?\s+(?:\d+|premier|unique|[IVX]+)|chapitre|titre\s+[IVX\d]|annexe|pr[ée]ambule|[IVX]{1,5}\s*[-–—.)]|\d{1,2}(?:\.\d{1,2}){0,2}\s*[-–—.)])/i;

/** Type this many times larger under or over other type is another thing. */
const RESIZED = 1.2;
/** "Résultat : + 32,26 €" states a figure. */
const STATES = /:\s*[-+–−]?\s?\d[\d\s.,]*(?:€|%|euros?)?$/;
/** "68 salariés" counts; a smaller number may be the title's own. */
const COUNT = /^(?:[3-9]\d|\d{3}|\d{1,3}(?:[ .]\d{3})+)\s\p{L}/u;

/** What a block is by its looks: a heading, items of a list, footnotes, or plain text; lists and notes come apart by item. */
export function textDrafts(lines: readonly TextLine[], look: NoteLook): TextDraft[] {
  if (isNote(lines, look)) return notesApart(lines);
  return titlesApart(lines).flatMap((part) => {
    const level = headingLevel(part, look.bodySize);
    return level > 0 ? [{ kind: 'heading' as const, level, lines: part }] : proseDrafts(part, look.bodySize);
  });
}

/** Bold lines that open a block, or follow a line that ended, and plain text under them are a title and its text. */
function titlesApart(lines: readonly TextLine[]): TextLine[][] {
  const right = Math.max(...lines.map(({ box }) => box[2]));
  const parts: TextLine[][] = [[]];
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    if (before) {
      const ended = /[.;:!?]$/.test(textOf(before)) || before.box[2] < right - line.size * 6;
      const opens = isBold(line) && !isBold(before) && ended;
      const closes = isBold(before) && !line.words[0]!.bold && isTitle(parts.at(-1)!);
      const resized = Math.max(line.size, before.size) > Math.min(line.size, before.size) * RESIZED;
      if (opens || closes || resized) parts.push([]);
    }
    parts.at(-1)!.push(line);
  });
  return parts;
}

const isBold = ({ words }: TextLine): boolean => words.every((word) => word.bold || !/[\p{L}\d]/u.test(word.text));
/** Lines that are no longer than titles are, and do not end as a sentence or a label does. */
const isTitle = (lines: readonly TextLine[]): boolean =>
  lines.length <= 3 && lines.every(isBold) && !/[.:;,]$/.test(textOf(lines.at(-1)!));

function proseDrafts(lines: readonly TextLine[], bodySize: number): TextDraft[] {
  const drafts: { kind: 'paragraph' | 'list-item'; level?: number; lines: TextLine[] }[] = [];
  const right = Math.max(...lines.map(({ box }) => box[2]));
  const depths = indents(lines.filter(isItem), bodySize);
  for (const [at, line] of lines.entries()) {
    const goesOn = at > 0 && runsOn(lines[at - 1]!, right) && !countsOn(line, drafts.at(-1)?.lines[0]);
    if (isItem(line) && !goesOn && (lines.length > 1 || BULLET.test(textOf(line)))) {
      const level = depths.findLastIndex((left) => line.box[0] > left - bodySize * 0.5) + 1;
      drafts.push({ kind: 'list-item', level, lines: [line] });
      continue;
    }
    const last = drafts.at(-1);
    if (last && !(last.kind === 'list-item' && leavesItem(line, last.lines, right))) last.lines.push(line);
    else drafts.push({ kind: 'paragraph', lines: [line] });
  }
  return drafts;
}

const isItem = (line: TextLine): boolean => BULLET.test(textOf(line)) || NUMBERED.test(textOf(line));

/** A full line whose sentence is not ended: a number at the head of the next is the sentence's, not an item's. */
const runsOn = (line: TextLine, right: number): boolean =>
  !/[.;:,!?»)]$/.test(textOf(line)) && line.box[2] > right - line.size * 6;

/** Whether an item has a bullet, or the number after the last item's. */
function countsOn(item: TextLine, before: TextLine | undefined): boolean {
  const numberOf = (line: TextLine): number => Number.parseInt(textOf(line), 36);
  return (
    BULLET.test(textOf(item)) || (before !== undefined && isItem(before) && numberOf(item) === numberOf(before) + 1)
  );
}

/** Whether a line begins something new after an item: the item's last line was not full, and this one is not set in. */
function leavesItem(line: TextLine, item: readonly TextLine[], right: number): boolean {
  const [first] = item;
  const setIn = line.box[0] > first!.box[0] + line.size * 0.4;
  if (setIn) return false;
  const last = item.at(-1)!;
  const hangs = item.length > 1 && last.box[0] > first!.box[0] + line.size * 0.4;
  // The next line's first word would have had room on it.
  const room = line.words[0]!.box[2] - line.words[0]!.box[0] + line.size;
  return hangs || last.box[2] + room < right;
}

/** Where the items of a list begin, from the outermost: each place is a depth of its nesting. */
function indents(items: readonly TextLine[], bodySize: number): number[] {
  const lefts: number[] = [];
  for (const left of items.map(({ box }) => box[0]).sort((a, b) => a - b)) {
    if (lefts.length === 0 || left - lefts.at(-1)! > bodySize * 0.8) lefts.push(left);
  }
  return lefts;
}

/** From 1, the largest type, to 4; 0 for what is no heading. */
function headingLevel(lines: readonly TextLine[], bodySize: number): number {
  const text = lines.map(textOf).join(' ');
  if (lines.length > 4 || text.length > 240 || !/\p{L}{2}/u.test(text) || /[;,]$/.test(text)) return 0;
  const size = Math.max(...lines.map((line) => line.size));
  if (size >= bodySize * 1.6) return 1;
  if (BULLET.test(text)) return 0;
  const bold = lines.every(isBold);
  const isSentence = /[.:]$/.test(text) && !bold;
  if (size >= bodySize * 1.18 && !isSentence) return 2;
  if (COUNT.test(text) || STATES.test(text)) return 0;
  const letters = text.replace(/[^\p{L}]/gu, '');
  const capitals = letters.length > 3 && letters === letters.toUpperCase();
  if (capitals && lines.length <= 3) return 3;
  if ((bold || NUMBERED_HEAD.test(text)) && text.length < 120 && lines.length <= 2 && !/[.:]$/.test(text))
    return bold ? 3 : 4;
  return 0;
}
