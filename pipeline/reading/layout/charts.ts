import { writesYear } from '../../../extractors/french/calendar.js';
import { type Box, union } from '../../../models/geometry.js';
import type { SheetWord } from '../sheet.js';
import type { CellDraft, TableDraft } from './draft.js';
import { lineOf, linesOf, type TextLine } from './lines.js';
import { isFigure } from './numbers.js';

/** Fewer years than this are no axis. */
const MIN_YEARS = 3;
/** Years of an axis stand this even: no step differs from the first by more than this part of it. */
const EVEN = 0.15;
/** A chart is no higher than this (points). */
const HIGH = 260;
/** Words closer than this (times their type) are one figure. */
const WORD_GAP = 0.6;

/**
 * Column charts: years at even steps, over each of them one figure however high, and nothing else. A chart is a table of one
 * row, with its years as heads. Answers the charts and the words that belong to none.
 */
export function columnCharts(words: readonly SheetWord[]): { tables: TableDraft[]; rest: readonly SheetWord[] } {
  const tables: TableDraft[] = [];
  let rest = words;
  for (const axis of linesOf(words).flatMap(axesIn)) {
    const figures = figuresOver(axis, rest);
    if (!figures) continue;
    tables.push(tableOf(axis, figures));
    const taken = new Set([...axis, ...figures.flatMap((figure) => figure.words)]);
    rest = rest.filter((word) => !taken.has(word));
  }
  return { tables, rest };
}

const centre = ({ box }: { readonly box: Box }): number => (box[0] + box[2]) / 2;
const stepOf = (axis: readonly SheetWord[]): number => centre(axis[1]!) - centre(axis[0]!);

/** Runs of years that follow one another at even steps. */
function axesIn({ words }: TextLine): SheetWord[][] {
  const axes: SheetWord[][] = [];
  let run: SheetWord[] = [];
  for (const word of words) {
    const last = run.at(-1);
    const goesOn =
      last !== undefined &&
      Number(word.text) === Number(last.text) + 1 &&
      (run.length < 2 || Math.abs(centre(word) - centre(last) - stepOf(run)) < stepOf(run) * EVEN);
    if (!writesYear(word.text)) run = [];
    else if (goesOn) run.push(word);
    else {
      run = [word];
      axes.push(run);
    }
  }
  return axes.filter((axis) => axis.length >= MIN_YEARS && stepOf(axis) > (axis[0]!.box[2] - axis[0]!.box[0]) * 1.2);
}

/** One figure over each year, in the order of the years; nothing where a year has none or two, or something else stands there. */
function figuresOver(axis: readonly SheetWord[], words: readonly SheetWord[]): TextLine[] | undefined {
  const half = stepOf(axis) / 2;
  const [left, right, bottom] = [axis[0]!.box[0] - half, axis.at(-1)!.box[2] + half, axis[0]!.box[1]];
  const over = words.filter(
    (word) => centre(word) > left && centre(word) < right && word.box[3] <= bottom && word.box[3] > bottom - HIGH,
  );
  const parts = linesOf(over).flatMap(partsOf).reverse();
  const figures = new Map<number, TextLine>();
  for (const part of parts) {
    if (figures.size === axis.length) break;
    const year = axis.findIndex((one) => Math.abs(centre(one) - centre(part)) < half / 2);
    const text = part.words.map((word) => word.text).join(' ');
    if (year < 0 || figures.has(year) || !isFigure(text) || writesYear(text)) return undefined;
    figures.set(year, part);
  }
  return figures.size === axis.length ? axis.map((_, year) => figures.get(year)!) : undefined;
}

/** A line's words, parted where they stand apart. */
function partsOf({ words }: TextLine): TextLine[] {
  const parts: SheetWord[][] = [];
  for (const word of words) {
    const last = parts.at(-1)?.at(-1);
    if (last && word.box[0] - last.box[2] < word.size * WORD_GAP) parts.at(-1)!.push(word);
    else parts.push([word]);
  }
  return parts.map(lineOf);
}

function tableOf(axis: readonly SheetWord[], figures: readonly TextLine[]): TableDraft {
  const cells = [axis.map((year) => lineOf([year])), figures].flatMap((row, index) =>
    row.map((line, col): CellDraft => ({ row: index, col, rowSpan: 1, colSpan: 1, box: line.box, lines: [line] })),
  );
  const box = union(cells.map((cell) => cell.box));
  return { kind: 'table', box, rows: 2, cols: axis.length, headRows: 1, headCols: 0, cells, continued: false };
}
