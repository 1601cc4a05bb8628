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
  const left = Math.min(...lines.map(({ box }) => box[0]));
  for (const line of lines) {
    const text = textOf(line);
    if (BULLET.test(text) || (NUMBERED.test(text) && lines.length > 1)) {
      drafts.push({ kind: 'list-item', level: 1 + Math.round((line.box[0] - left) / (bodySize * 2)), lines: [line] });
      continue;
    }
    const last = drafts.at(-1);
    if (last) last.lines.push(line);
    else drafts.push({ kind: 'paragraph', lines: [line] });
  }
  return drafts;
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
