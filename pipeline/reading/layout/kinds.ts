import type { TextDraft } from './draft.js';
import { type TextLine, textOf } from './lines.js';

const BULLET = /^(?:[-–—•●▪◦‣⁃·*➢➤►✓❖■□○]|\p{Co}|o(?=\s\p{Lu}))(?:\s|$|\p{L})/u;
const NUMBERED = /^(?:\d{1,2}|[a-h])\s?[.)°]\s/;
const NUMBERED_HEAD =
  /^(?:articles?\s+(?:\d+|premier|unique|[IVX]+)|chapitre|titre\s+[IVX\d]|annexe|pr[ée]ambule|[IVX]{1,5}\s*[-–—.)]|\d{1,2}(?:\.\d{1,2}){0,2}\s*[-–—.)])/i;

/** What a block is by its looks: a heading, items of a list, a footnote, or plain text; lists come apart by item. */
export function textDrafts(lines: readonly TextLine[], bodySize: number, foot: number): TextDraft[] {
  if (
    lines.every((line) => line.size < bodySize * 0.85) &&
    lines[0]!.box[1] > foot &&
    /^[\d*(]/.test(textOf(lines[0]!))
  ) {
    return [{ kind: 'footnote', lines }];
  }
  const level = headingLevel(lines, bodySize);
  if (level > 0) return [{ kind: 'heading', level, lines }];
  const drafts: { kind: 'paragraph' | 'list-item'; level?: number; lines: TextLine[] }[] = [];
  const depths = indents(lines.filter(isItem), bodySize);
  for (const line of lines) {
    if (isItem(line) && (lines.length > 1 || BULLET.test(textOf(line)))) {
      const level = depths.findLastIndex((left) => line.box[0] > left - bodySize * 0.5) + 1;
      drafts.push({ kind: 'list-item', level, lines: [line] });
      continue;
    }
    const last = drafts.at(-1);
    if (last) last.lines.push(line);
    else drafts.push({ kind: 'paragraph', lines: [line] });
  }
  return drafts;
}

const isItem = (line: TextLine): boolean => BULLET.test(textOf(line)) || NUMBERED.test(textOf(line));

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
  if (size >= bodySize * 1.18) return 2;
  const bold = lines.every(({ words }) => words.every((word) => word.bold));
  const letters = text.replace(/[^\p{L}]/gu, '');
  const capitals = letters.length > 3 && letters === letters.toUpperCase();
  if (capitals && lines.length <= 3) return 3;
  if ((bold || NUMBERED_HEAD.test(text)) && text.length < 120 && lines.length <= 2 && !/[.:]$/.test(text))
    return bold ? 3 : 4;
  return 0;
}
