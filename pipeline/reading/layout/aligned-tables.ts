import { writesYear } from '../../../extractors/french/calendar.js';
import { overlap, union } from '../../../models/geometry.js';
import { columnAt, columnsOf, partedAt, underTheirHeads } from './columns.js';
import type { CellDraft, TableDraft } from './draft.js';
import { headsOf } from './heads.js';
import { type TextLine, textOf } from './lines.js';
import { isDash, isFigure } from './numbers.js';
import { isSignedBy } from './signatures.js';

/** Rows further apart than this many times their type belong to different tables. */
const STEP = 3.2;
/** Fewer rows of figures than this are no table. */
const MIN_ROWS = 3;
/** A label has no more words than this. */
const LABEL_WORDS = 6;
/** Rows of a table of words stand further apart than this many times their type. */
const LOOSE = 1.5;
/** A cell with more words than this is a sentence. */
const CELL_WORDS = 14;
/** Heads above the first row of figures. */
const MAX_HEADS = 3;
/** A line in type this many times larger than the table's is a title. */
const LARGER = 1.2;

type Row = readonly TextLine[];

/**
 * Tables without rules: rows whose figures stand one under the other. `rows`: lines from top to bottom, parted at their
 * gutters. Answers the tables and the rows that belong to none.
 */
export function alignedTables(rows: readonly Row[]): { tables: TableDraft[]; rest: Row[] } {
  const tables: TableDraft[] = [];
  const rest: Row[] = [];
  let at = 0;
  while (at < rows.length) {
    const run = isFigural(rows[at]!) || isGrid(rows, at) ? runFrom(rows, at) : undefined;
    if (!run) {
      rest.push(rows[at]!);
      at += 1;
      continue;
    }
    const heads = headsAbove(rest, rows.slice(run.from, run.to));
    const body = rows.slice(run.from, run.to);
    rest.length -= heads.length;
    tables.push(tableOf([...heads, ...body]));
    at = run.to;
  }
  return { tables, rest };
}

const isCount = (segment: TextLine): boolean => {
  const text = textOf(segment);
  return isFigure(text) || isDash(text);
};

/** A label and figures after it, or figures alone, in two cells or more. */
const isFigural = (row: Row): boolean =>
  row.length >= 2 && row.slice(1).some(isCount) && row.every(({ words }) => words.length <= CELL_WORDS);

const isYearHead = (segment: TextLine): boolean => writesYear(textOf(segment));

/** "Recettes 2022 2023": the head of another table. */
const isHeadOfYears = (row: Row): boolean =>
  row.slice(1).every(({ words }) => words.every(({ text }) => writesYear(text)));

/** Short cells side by side over three rows or more: names and what is said of each. */
function isGrid(rows: readonly Row[], at: number): boolean {
  const next = rows.slice(at, at + 3);
  if (next.length < 3 || isSignedBy(next[0]!)) return false;
  if (next.every(isPair)) return true;
  const isShort = (most: number) => (row: Row) => row.length >= 2 && row.every(({ words }) => words.length <= most);
  // Columns of running text have as many cells, but not so far one under the other.
  const steps = next.slice(1).map((row, index) => (baselineOf(row) - baselineOf(next[index]!)) / sizeOf(row));
  const isLoose = next[0]!.length > 2 && steps.every((step) => step > LOOSE);
  return next.every(isShort(isLoose ? CELL_WORDS : 4));
}

const isBold = ({ words }: TextLine): boolean => words.every(({ bold }) => bold);

/** A label, set bold or before a colon, and what is said of it. */
const isPair = (row: Row): boolean => {
  const [label, said] = row;
  if (row.length !== 2 || label!.words.length > LABEL_WORDS || said!.words.length > CELL_WORDS) return false;
  return (isBold(label!) && !isBold(said!)) || (/:$/.test(textOf(label!)) && !/:$/.test(textOf(said!)));
};

const baselineOf = (row: Row): number => Math.max(...row.map(({ baseline }) => baseline));
const sizeOf = (row: Row): number => Math.max(...row.map(({ size }) => size));
const isNear = (above: Row, below: Row): boolean =>
  baselineOf(below) - baselineOf(above) < Math.max(sizeOf(above), sizeOf(below)) * STEP;

/** The rows from `from` on that go on the table, or nothing where they are too few. */
function runFrom(rows: readonly Row[], from: number): { from: number; to: number } | undefined {
  let to = from + 1;
  let last = from;
  let figural = isFigural(rows[from]!) ? 1 : 0;
  let grid = isFigural(rows[from]!) ? 0 : 1;
  const cells = rows[from]!.length;
  /** A line ran over the columns: only figures under it show that the table goes on. */
  let isOver = false;
  /** Lines since the last row that only go on its cells. */
  let lines = 0;
  for (; to < rows.length && isNear(rows[to - 1]!, rows[to]!); to += 1) {
    const row = rows[to]!;
    if (isNumberedTitle(row)) break;
    // A title with figures under it parts a table, any other begins something else.
    if (isTitle(row, rows[from]!) && !(rows[to + 1] && isFigural(rows[to + 1]!) && !isHeadOfYears(rows[to + 1]!)))
      break;
    isOver ||= row.length === 1 && runsOver(row[0]!, rows[last]!);
    if (isFigural(row)) {
      figural += 1;
      last = to;
      isOver = false;
    } else if (!isOver && row.length >= 2 && row.every(({ words }) => words.length <= CELL_WORDS)) {
      grid += 1;
      last = to;
    } else if (goesOn(rows[to - 1]!, row)) lines += 1;
    else if (row.length > 1 || row[0]!.words.length > CELL_WORDS || to - last - lines > 2) break;
    if (last === to) lines = 0;
  }
  const enough =
    figural >= MIN_ROWS || (figural >= 2 && cells >= 3) || (grid >= MIN_ROWS && (figural === 0 || isGrid(rows, from)));
  return enough ? { from, to: last + 1 } : undefined;
}

/** Whether a line runs on over the white between the first cells of a row. */
const runsOver = ({ box }: TextLine, [first, second]: Row): boolean =>
  second !== undefined && box[0] < first!.box[2] && box[2] > second.box[0];

/** "2. Tarifs de la cantine", in bold and alone on its line. */
const isNumberedTitle = (row: Row): boolean =>
  row.length === 1 && isBold(row[0]!) && /^(?:\d{1,2}|[IVX]{1,5})\s*[.)°–-]/.test(textOf(row[0]!));

const isTitle = (row: Row, beside: Row): boolean => row.length === 1 && sizeOf(row) > sizeOf(beside) * LARGER;

/** The rows right above a table that stand over its columns. */
function headsAbove(before: readonly Row[], body: readonly Row[]): Row[] {
  const columns = body.flatMap((row) => row.slice(1));
  const heads: Row[] = [];
  let labelHead: Row | undefined;
  let below = body[0]!;
  for (let at = before.length - 1; at >= 0 && heads.length < MAX_HEADS; at -= 1) {
    const row = headsParted(before[at]!, body);
    if (!isNear(row, below) || isTitle(row, body[0]!) || row.some(({ words }) => words.length > CELL_WORDS)) break;
    // A line alone over words is the text before them.
    if (row.length === 1 && !isFigural(body[0]!)) break;
    const over = row.filter((segment) =>
      columns.some((cell) => overlap(segment.box[0], segment.box[2], cell.box[0], cell.box[2]) > 2),
    );
    // The head of the labels may stand half a line lower than those that reach over several columns.
    if (over.length === 0 && isLabelHead(row, body) && before[at - 1] && isNear(before[at - 1]!, row)) {
      labelHead = row;
      continue;
    }
    // A title runs over label and figures alike; a head stands over columns, or beside one that does.
    if (over.length === 0 || (row.length === 1 && row[0]!.box[0] < body[0]![0]!.box[2] && row[0]!.words.length > 3))
      break;
    if (labelHead) heads.unshift(labelHead);
    labelHead = undefined;
    heads.unshift(row);
    below = row;
  }
  return heads;
}

/** A line of heads set close, each over a column of its own: "Nature de l'aide 2021 2022". */
function headsParted(row: Row, body: readonly Row[]): Row {
  if (row.length > 1) return row;
  const columns = columnsOf(body);
  const parts = partedAt(columns, row[0]!);
  return parts.length >= columns.length - 1 && parts.length > 1 ? parts : row;
}

/** A few words alone over the labels. */
const isLabelHead = ([head, more]: Row, body: readonly Row[]): boolean =>
  more === undefined &&
  head!.words.length <= 3 &&
  body.some(([label]) => !isCount(label!) && overlap(head!.box[0], head!.box[2], label!.box[0], label!.box[2]) > 2);

function tableOf(rows: readonly Row[]): TableDraft {
  const merged = withWrappedCells(rows);
  // Where nothing is counted, the first row may be a head.
  const figural = merged.findIndex((row) => isFigural(row) && !row.slice(1).filter(isCount).every(isYearHead));
  const columns = underTheirHeads(columnsOf(merged), merged, figural < 0 ? 1 : figural);
  const cells: CellDraft[] = [];
  merged.forEach((row, index) => {
    const byColumn = new Map<number, TextLine[]>();
    for (const segment of row.flatMap((one) => partedAt(columns, one))) {
      const col = columnAt(columns, segment);
      byColumn.set(col, [...(byColumn.get(col) ?? []), segment]);
    }
    for (const [col, lines] of [...byColumn].sort(([a], [b]) => a - b)) {
      lines.sort((a, b) => a.baseline - b.baseline || a.box[0] - b.box[0]);
      cells.push({ row: index, col, rowSpan: 1, colSpan: 1, box: union(lines.map(({ box }) => box)), lines });
    }
  });
  const cols = columns.length;
  const box = union(rows.flat().map((segment) => segment.box));
  return {
    kind: 'table',
    box,
    rows: merged.length,
    cols,
    ...headsOf(cells, merged.length, cols),
    cells,
    continued: false,
  };
}

/** Whether a line holds only what cells of the line above had no room for. */
const goesOn = (above: Row, row: Row): boolean =>
  isTight(above, row) &&
  row.every((segment) => segment.words.length <= CELL_WORDS && /^[\p{Ll}(]/u.test(textOf(segment)));

const isTight = (above: Row, below: Row): boolean => baselineOf(below) - baselineOf(above) < sizeOf(below) * 1.5;

/** A cell that runs over several lines has its row's figures beside one of them: the other lines join it. */
function withWrappedCells(rows: readonly Row[]): Row[] {
  const out: TextLine[][] = [];
  rows.forEach((row, index) => {
    const before = out.at(-1);
    const next = rows[index + 1];
    const wraps = before && before.length > 1 && !isCount(before[0]!) && goesOn(before, row);
    const isLabelled = before?.length === 1 && isCount(row[0]!) && !isCount(before[0]!) && isTight(before, row);
    if (wraps) before.push(...row);
    else if (isLabelled && next !== undefined) {
      before.push(...row);
    } else out.push([...row]);
  });
  return out;
}
