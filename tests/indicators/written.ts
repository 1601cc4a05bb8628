import { openAct } from '../../extractors/acts/open.js';
import { readIndicators } from '../../extractors/indicators/index.js';
import type { Act } from '../../models/act.js';
import type { DocumentKind } from '../../models/document.js';
import type { Box } from '../../models/geometry.js';
import type { Block, BlockKind, Cell, Line, Page, Table, Word } from '../../models/page.js';
import type { Indicator } from '../../models/records.js';
import { barePage } from '../support/bare-page.js';

/** A block to be set: its kind and lines, or the rows of a table. */
export type Written =
  | { readonly kind: BlockKind; readonly level?: number; readonly lines: readonly string[] }
  | { readonly kind: 'table'; readonly headRows: number; readonly rows: readonly (readonly string[])[] };

export const heading = (text: string, level = 1): Written => ({ kind: 'heading', level, lines: [text] });
export const paragraph = (...lines: string[]): Written => ({ kind: 'paragraph', lines });
export const card = (...lines: string[]): Written => ({ kind: 'key-figure', lines });
export const table = (headRows: number, ...rows: string[][]): Written => ({ kind: 'table', headRows, rows });

/** A page that shows `blocks` one under the other, six points a letter; cells of a row stand apart by tabs. */
export function page(...blocks: Written[]): Page {
  let text = '';
  let y = 40;
  const words: Word[] = [];
  const lines: Line[] = [];
  const laid: Block[] = [];
  const tables: Table[] = [];
  const setLine = (parts: readonly string[]): { start: number; end: number }[] => {
    const firstWord = words.length;
    const lineStart = text.length;
    let x = 40;
    const stretches = parts.map((part, index) => {
      if (index > 0) {
        text += '\t';
        x += 20;
      }
      const start = text.length;
      part.split(' ').forEach((word, rank) => {
        if (rank > 0) {
          text += ' ';
          x += 6;
        }
        const box: Box = [x, y, x + word.length * 6, y + 10];
        words.push({
          start: text.length,
          end: text.length + word.length,
          box,
          confidence: 1,
          size: 10,
          bold: false,
          italic: false,
        });
        text += word;
        x = box[2];
      });
      return { start, end: text.length };
    });
    lines.push({ start: lineStart, end: text.length, box: [40, y, x, y + 10], firstWord, lastWord: words.length });
    y += 14;
    return stretches;
  };
  blocks.forEach((block, rank) => {
    if (rank > 0) text += '\n\n';
    const start = text.length;
    const firstLine = lines.length;
    const rows = 'rows' in block ? block.rows : block.lines.map((line) => [line]);
    const cells: Cell[] = [];
    rows.forEach((row, at) => {
      if (at > 0) text += '\n';
      setLine(row).forEach((stretch, col) => {
        if (stretch.end > stretch.start)
          cells.push({ ...stretch, row: at, col, rowSpan: 1, colSpan: 1, box: [0, 0, 1, 1] });
      });
    });
    const box: Box = [40, 0, 540, y];
    if ('rows' in block) {
      const cols = Math.max(...rows.map((row) => row.length));
      tables.push({
        start,
        end: text.length,
        number: tables.length + 1,
        box,
        rows: rows.length,
        cols,
        headRows: block.headRows,
        headCols: 1,
        cells,
        continued: false,
      });
    }
    laid.push({
      start,
      end: text.length,
      kind: block.kind,
      box,
      firstLine,
      lastLine: lines.length,
      ...('level' in block && block.level !== undefined ? { level: block.level } : {}),
      ...('rows' in block ? { index: tables.length - 1 } : {}),
    });
    y += 10;
  });
  return barePage(text, { words, lines, blocks: laid, tables });
}

export function act(kind: DocumentKind, ...pages: Page[]): Act {
  const last = pages.at(-1)!;
  const outline = {
    ordinal: 1,
    kind,
    confidence: 1,
    reasons: [],
    first: { page: 1, offset: 0 },
    last: { page: last.number, offset: last.text.length },
  };
  return openAct(pages, outline, [outline]);
}

/** The indicators of one page of a report of 2021. */
export function report(...blocks: Written[]): Indicator[] {
  return readIndicators(act('activity_report', page(heading("RAPPORT D'ACTIVITÉ 2021"), ...blocks)), []);
}

/** An indicator in one line: "48 % | femmes parmi les jeunes | 2021". */
export const told = ({ value, unit, label, period }: Indicator): string =>
  [`${value}${unit === '%' ? ' %' : ''}`, label, period].filter((part) => part !== undefined).join(' | ');
