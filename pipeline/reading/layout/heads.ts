import { writesYear } from '../../../extractors/french/calendar.js';
import type { CellDraft } from './draft.js';
import { type TextLine, textOf } from './lines.js';
import { isDash, isFigure } from './numbers.js';

const cellText = (lines: readonly TextLine[]): string => lines.map(textOf).join(' ');

/** How many of a table's first rows are heads, and how many of its first columns are labels. */
export function headsOf(
  cells: readonly CellDraft[],
  rows: number,
  cols: number,
): { headRows: number; headCols: number } {
  const counts = (cell: CellDraft): boolean => {
    const text = cellText(cell.lines);
    return (isFigure(text) && !writesYear(text)) || isDash(text);
  };
  const figuresInRow = new Array<number>(rows).fill(0);
  const figuresInCol = new Array<number>(cols).fill(0);
  for (const cell of cells) {
    if (!counts(cell)) continue;
    figuresInRow[cell.row]! += 1;
    figuresInCol[cell.col]! += 1;
  }
  const firstFigures = figuresInRow.findIndex((count) => count > 0);
  const isHeaded = firstFigures > 0 ? !looksLabelled(cells) : firstFigures < 0 && looksHead(cells);
  const headRows = isHeaded ? Math.min(Math.max(firstFigures, 1), 3) : 0;
  const body = Math.max(1, rows - headRows);
  const firstCounted = figuresInCol.findIndex((count) => count >= body * 0.3);
  return { headRows, headCols: firstCounted < 0 ? Math.min(1, cols - 1) : Math.min(firstCounted, cols - 1) };
}

const isBold = (cells: readonly CellDraft[]): boolean => {
  const words = cells.flatMap(({ lines }) => lines.flatMap((line) => line.words));
  return words.length > 0 && words.every((word) => word.bold);
};

/** A table of words has a head when its first row is set bold and the next is not. */
function looksHead(cells: readonly CellDraft[]): boolean {
  const row = (at: number): CellDraft[] => cells.filter((cell) => cell.row === at);
  return isBold(row(0)) && !isBold(row(1));
}

/** Labels set bold, each before what is said of it: no row is a head. */
const looksLabelled = (cells: readonly CellDraft[]): boolean =>
  isBold(cells.filter(({ col }) => col === 0)) && cells.every((cell) => cell.col === 0 || !isBold([cell]));
