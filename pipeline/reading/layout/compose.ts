import { union } from '../../../models/geometry.js';
import type { Block, BlockKind, Line, Page, Word } from '../../../models/page.js';
import type { Sheet } from '../sheet.js';
import type { TextLine } from './lines.js';

/** A block before it has its place in the page's text. */
export interface Draft {
  readonly kind: BlockKind;
  readonly level?: number;
  readonly lines: readonly TextLine[];
}

/** Writes the page's text: words a space apart, lines `\n`, blocks `\n\n`; and notes where everything stands. */
export function compose(sheet: Sheet, drafts: readonly Draft[]): Page {
  const parts: string[] = [];
  let length = 0;
  const put = (text: string): void => {
    parts.push(text);
    length += text.length;
  };
  const words: Word[] = [];
  const lines: Line[] = [];
  const blocks: Block[] = [];
  for (const draft of drafts) {
    if (blocks.length > 0) put('\n\n');
    const start = length;
    const firstLine = lines.length;
    for (const line of draft.lines) {
      if (lines.length > firstLine) put('\n');
      const lineStart = length;
      const firstWord = words.length;
      for (const word of line.words) {
        if (words.length > firstWord) put(' ');
        const { text, box, confidence, size, bold, italic, mendedFrom } = word;
        words.push({
          start: length,
          end: length + text.length,
          box,
          confidence,
          size,
          bold,
          italic,
          ...(mendedFrom === undefined ? {} : { mendedFrom }),
        });
        put(text);
      }
      lines.push({ start: lineStart, end: length, box: line.box, firstWord, lastWord: words.length });
    }
    blocks.push({
      kind: draft.kind,
      start,
      end: length,
      box: union(draft.lines.map(({ box }) => box)),
      firstLine,
      lastLine: lines.length,
      ...(draft.level === undefined ? {} : { level: draft.level }),
    });
  }
  const { number, width, height, rotation, readBy, legibility } = sheet;
  return {
    number,
    width,
    height,
    rotation,
    readBy,
    legibility,
    text: parts.join(''),
    words,
    lines,
    blocks,
    tables: [],
    keyFigures: [],
  };
}
