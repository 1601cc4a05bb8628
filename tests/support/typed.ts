import type { Block, BlockKind, Line, Page, Word } from '../../models/page.js';
import { barePage } from './bare-page.js';

const MARKS: Record<string, BlockKind> = { '# ': 'heading', '^ ': 'header', '_ ': 'footer', '- ': 'list-item' };

/**
 * A page as a typist would set it: blocks separated by an empty line, 12 points a line. A block that begins with
 * "# " is a heading, "^ " a header, "_ " a footer, "- " a list item (its dash stays).
 */
export function typed(number: number, source: string): Page {
  const words: Word[] = [];
  const lines: Line[] = [];
  const blocks: Block[] = [];
  let text = '';
  let y = 40;
  for (const [i, raw] of source.split('\n\n').entries()) {
    if (i > 0) text += '\n\n';
    const kind = MARKS[raw.slice(0, 2)] ?? 'paragraph';
    const body = kind === 'paragraph' || kind === 'list-item' ? raw : raw.slice(2);
    const firstLine = lines.length;
    const start = text.length;
    const top = y;
    for (const [j, content] of body.split('\n').entries()) {
      if (j > 0) text += '\n';
      const lineStart = text.length;
      const firstWord = words.length;
      for (const match of content.matchAll(/\S+/g)) {
        const at = lineStart + match.index;
        words.push({
          start: at,
          end: at + match[0].length,
          box: [50 + match.index * 5, y, 50 + (match.index + match[0].length) * 5, y + 10],
          confidence: 1,
          size: 10,
          bold: kind === 'heading',
          italic: false,
        });
      }
      text += content;
      lines.push({
        start: lineStart,
        end: text.length,
        box: [50, y, 50 + content.length * 5, y + 10],
        firstWord,
        lastWord: words.length,
      });
      y += 12;
    }
    blocks.push({
      kind,
      start,
      end: text.length,
      box: [50, top, 550, y],
      firstLine,
      lastLine: lines.length,
      ...(kind === 'heading' ? { level: 1 } : {}),
    });
    y += 12;
  }
  return barePage(text, { number, words, lines, blocks });
}
