import type { Page, Table } from '../../models/page.js';
import { figureOfCell, figuresIn } from './figures.js';

/** Lines with tabs, where the page was given no tables. */
export function tabbed(page: Page): Table[] {
  const tables: Table[] = [];
  let cells: { start: number; end: number; row: number; col: number }[] = [];
  let row = 0;
  let offset = 0;
  const close = (): void => {
    if (row > 1) {
      const start = cells[0]!.start;
      const end = cells.at(-1)!.end;
      const firstFigures = Math.min(
        ...cells
          .filter(({ start: a, end: b }) => figureOfCell(page.text.slice(a, b)) !== undefined)
          .map((cell) => cell.row),
      );
      tables.push({
        start,
        end,
        number: tables.length + 1,
        box: [0, 0, 0, 0],
        rows: row,
        cols: Math.max(...cells.map(({ col }) => col)) + 1,
        headRows: Number.isFinite(firstFigures) ? Math.min(firstFigures, 1) : 0,
        headCols: 1,
        cells: cells.map((cell) => ({ ...cell, rowSpan: 1, colSpan: 1, box: [0, 0, 0, 0] as const })),
        continued: false,
      });
    }
    cells = [];
    row = 0;
  };
  for (const line of page.text.split('\n')) {
    if (line.includes('\t')) {
      let at = offset;
      line.split('\t').forEach((text, col) => {
        if (text.trim() !== '') cells.push({ start: at, end: at + text.length, row, col });
        at += text.length + 1;
      });
      row += 1;
    } else close();
    offset += line.length + 1;
  }
  close();
  return tables;
}

/** Numbers of loose tables begin above it. */
export const LOOSE = 1000;

interface LooseRow {
  readonly start: number;
  readonly end: number;
  /** Where the label ends and the figures begin. */
  readonly labelEnd: number;
  /** Each figure, and the x where it ends (or its rank from the right, where the page has no words). */
  readonly figures: readonly { start: number; end: number; right: number }[];
}

const RESULT_ROW = /^\W*(?:r[ée]sultat|solde|exc[ée]dent)\b/i;
const TOTAL_ROW = /^[\W\d]*(?:sous[- ]?total|total|totaux|ensemble)\b/i;

/** Lines that end with figures one under another and are closed by a total, where the layout saw no table. */
export function loose(page: Page): Table[] {
  const tables: Table[] = [];
  let run: LooseRow[] = [];
  let gap = 0;
  let offset = 0;
  let head: { start: number; end: number } | undefined;
  const close = (): void => {
    const label = ({ start, labelEnd }: LooseRow): string => page.text.slice(start, labelEnd);
    const across = head !== undefined && /\btotal\s*$/i.test(page.text.slice(head.start, head.end));
    const last = run.findLastIndex((row) => TOTAL_ROW.test(label(row)) || RESULT_ROW.test(label(row)));
    if (across && run.length >= 2) tables.push(tableOf(run, tables.length + 1, head));
    else if (last >= 2) tables.push(tableOf(run.slice(0, last + 1), tables.length + 1));
    run = [];
    head = undefined;
  };
  for (const line of page.text.split('\n')) {
    const row = line.includes('\t') ? undefined : rowOf(page, line, offset);
    if (row) {
      run.push(row);
      gap = 0;
    } else if (line.trim() !== '') {
      if (run.length === 0) head = { start: offset, end: offset + line.length };
      gap += line.length > 100 ? 4 : 1;
      if (gap > 3 || /[.:]\s*$/.test(line)) close();
    }
    offset += line.length + 1;
  }
  close();
  return tables;
}

/** Whether no more than a unit stands behind the last digit of a line: the longest has two dozen letters. */
function endsInFigure(line: string): boolean {
  const last = /\d(?=\D*$)/.exec(line);
  return last !== null && line.slice(last.index + 1).replace(/[\s€-]+$/, '').length <= 30;
}

/** "État 182 190 198": words, then figures to the line's end. */
function rowOf(page: Page, line: string, offset: number): LooseRow | undefined {
  if (line.length > 140 || !endsInFigure(line)) return undefined;
  const figures = figuresIn(line);
  let from = figures.length;
  let edge = line.trimEnd().length;
  while (from > 0) {
    const { start, end, yearLike } = figures[from - 1]!;
    if (yearLike || !/^[\s€-]*$/.test(line.slice(end, edge))) break;
    edge = start;
    from -= 1;
  }
  const tail = figures.slice(from);
  const label = line.slice(0, edge).trim();
  if (tail.length === 0 || !/\p{L}{2}/u.test(label) || /[.;:]$/.test(label)) return undefined;
  // A lone small number may end any line of text.
  if (tail.length === 1 && tail[0]!.unit === '' && tail[0]!.value.abs().lessThan(1000) && tail[0]!.step.equals(1))
    return undefined;
  return {
    start: offset,
    end: offset + line.length,
    labelEnd: offset + edge,
    figures: tail.map(({ start, end }, i) => ({
      start: offset + start,
      end: offset + end,
      right: rightOf(page, offset + end) ?? -(tail.length - i) * 100,
    })),
  };
}

function rightOf(page: Page, end: number): number | undefined {
  return page.words.find((word) => word.start < end && word.end >= end)?.box[2];
}

function tableOf(rows: readonly LooseRow[], number: number, head?: { start: number; end: number }): Table {
  const edges = rows.flatMap(({ figures }) => figures.map(({ right }) => right)).toSorted((a, b) => a - b);
  const columns: number[] = [];
  for (const edge of edges) if (columns.length === 0 || edge - columns.at(-1)! > 14) columns.push(edge);
  const columnOf = (right: number): number => columns.findLastIndex((edge) => right >= edge) + 1;
  return {
    start: rows[0]!.start,
    end: rows.at(-1)!.end,
    number: LOOSE + number,
    box: [0, 0, 0, 0],
    rows: rows.length + 1,
    cols: columns.length + 1,
    headRows: 1,
    headCols: 1,
    cells: rows.flatMap(({ start, labelEnd, figures }, index) => headed(index + 1, start, labelEnd, figures)),
    continued: false,
  };
  function headed(row: number, start: number, labelEnd: number, figures: LooseRow['figures']): Table['cells'] {
    return [
      ...(row === 1 && head
        ? [
            {
              start: head.end - 5,
              end: head.end,
              row: 0,
              col: columns.length,
              rowSpan: 1,
              colSpan: 1,
              box: [0, 0, 0, 0] as const,
            },
          ]
        : []),
      { start, end: labelEnd, row, col: 0, rowSpan: 1, colSpan: 1, box: [0, 0, 0, 0] as const },
      ...figures.map((figure) => ({
        start: figure.start,
        end: figure.end,
        row,
        col: columnOf(figure.right),
        rowSpan: 1,
        colSpan: 1,
        box: [0, 0, 0, 0] as const,
      })),
    ];
  }
}
