import type { Act } from '../models/act.js';
import type { TableCell } from '../models/records.js';
import { readFields } from './read.js';

/** The cells of an act's tables, with their values where a cell is a number and nothing else. */
export function readCells(act: Act): TableCell[] {
  const cells: TableCell[] = [];
  for (const page of act.pages) {
    for (const table of page.tables) {
      for (const { row, col, start, end } of table.cells) {
        if (act.passage.offsetOf(page.number, start) === undefined) continue;
        const text = page.text.slice(start, end);
        const value = wholeNumber(text);
        cells.push({
          page: page.number,
          table: table.number,
          row,
          col,
          text: text.replace(/\s+/g, ' '),
          ...(value === undefined ? {} : { value }),
          span: { page: page.number, start, end },
        });
      }
    }
  }
  return cells;
}

/** The number that fills the whole text, as printed: no scale of the table's head is applied. */
function wholeNumber(text: string): string | undefined {
  const cell = text.trim();
  if (!/\d/.test(cell) || cell.length > 40) return undefined;
  for (const field of ['amount', 'percent', 'number'] as const) {
    for (const reading of readFields(cell, [field])) {
      if (reading.start === 0 && reading.end === cell.length && reading.field === field) {
        return (reading.value as { value: string }).value;
      }
    }
  }
  return undefined;
}
