import { openAct } from '../../extractors/acts/open.js';
import type { Act } from '../../models/act.js';
import type { DocumentKind } from '../../models/document.js';
import type { Cell, Table } from '../../models/page.js';
import { barePage } from '../support/bare-page.js';

/** An act of one page that says `text`; a row of cells is a line with tabs. */
export function actOf(text: string, kind: DocumentKind = 'deliberation'): Act {
  const page = barePage(text, { tables: tablesIn(text) });
  return openAct([page], {
    ordinal: 1,
    kind,
    confidence: 1,
    reasons: [],
    first: { page: 1, offset: 0 },
    last: { page: 1, offset: text.length },
  });
}

/** Lines with tabs that follow one another are a table; its first row is its head. */
function tablesIn(text: string): Table[] {
  const tables: Table[] = [];
  const found = /(?:^|\n)((?:[^\n]*\t[^\n]*(?:\n|$))+)/g;
  for (const match of text.matchAll(found)) {
    const start = match.index + match[0].length - match[1]!.length;
    const rows = match[1]!.replace(/\n$/, '').split('\n');
    const cells: Cell[] = [];
    let at = start;
    for (const [row, line] of rows.entries()) {
      let from = at;
      for (const [col, cell] of line.split('\t').entries()) {
        if (cell !== '')
          cells.push({ row, col, rowSpan: 1, colSpan: 1, box: [0, 0, 1, 1], start: from, end: from + cell.length });
        from += cell.length + 1;
      }
      at += line.length + 1;
    }
    tables.push({
      number: tables.length + 1,
      start,
      end: start + match[1]!.length,
      box: [0, 0, 1, 1],
      rows: rows.length,
      cols: Math.max(...rows.map((line) => line.split('\t').length)),
      headRows: 1,
      headCols: 1,
      cells,
      continued: false,
    });
  }
  return tables;
}
