import type { Box } from '../../../models/geometry.js';
import type { Rule, SheetWord } from '../sheet.js';
import type { CellDraft, TableDraft } from './draft.js';
import { headsOf } from './heads.js';
import { linesOf, textOf } from './lines.js';
import { isFigure } from './numbers.js';
import { type Stroke, strokesOf } from './rules.js';

/** Ends of rules of one table agree within this (points). */
const EDGE = 5;
/** A row is no higher than this. */
const HIGH = 90;
/** Nothing stands in a gutter of this width at least, all down the table. */
const GUTTER = 7;
/** A cell with more words than this is a paragraph. */
const CELL_WORDS = 40;

/** Tables whose rows are parted by level rules and whose columns only by white. `beside`: boxes of the tables already read. */
export function barredTables(
  words: readonly SheetWord[],
  rules: readonly Rule[],
  beside: readonly Box[],
): { tables: TableDraft[]; rest: readonly SheetWord[] } {
  const free = strokesOf(rules).across.filter(
    ({ at, from, to }) => !beside.some((box) => at > box[1] - 2 && at < box[3] + 2 && from < box[2] && to > box[0]),
  );
  const tables: TableDraft[] = [];
  let rest = words;
  for (const ladder of laddersOf(free)) {
    const [top, bottom] = [ladder[0]!, ladder.at(-1)!];
    const box: Box = [top.from, top.at, top.to, bottom.at];
    const inside = rest.filter((word) => holds(box, word));
    const table = inside.length > 0 ? tableOf(ladder, box, inside) : undefined;
    if (!table) continue;
    const taken = new Set(inside);
    rest = rest.filter((word) => !taken.has(word));
    tables.push(table);
  }
  return { tables, rest };
}

/** Three rules or more of one length, one under the other. */
function laddersOf(strokes: readonly Stroke[]): Stroke[][] {
  const ladders: Stroke[][] = [];
  for (const stroke of [...strokes].sort((a, b) => a.at - b.at)) {
    if (stroke.to - stroke.from < 100) continue;
    const ladder = ladders.find((steps) => {
      const last = steps.at(-1)!;
      const step = stroke.at - last.at;
      return step < HIGH && Math.abs(last.from - stroke.from) < EDGE && Math.abs(last.to - stroke.to) < EDGE;
    });
    if (ladder) ladder.push(stroke);
    else ladders.push([stroke]);
  }
  return ladders.filter(({ length }) => length >= 3);
}

function tableOf(ladder: readonly Stroke[], box: Box, words: readonly SheetWord[]): TableDraft | undefined {
  const bands = ladder
    .slice(1)
    .map((stroke, index) => {
      const [top, bottom] = [ladder[index]!.at, stroke.at];
      return { top, bottom, words: words.filter((word) => middle(word) > top && middle(word) <= bottom) };
    })
    .filter((band) => band.words.length > 0);
  // Where every row is one line, its place in the line tells more than the rules do.
  if (bands.length < 2 || !bands.some((band) => linesOf(band.words).length > 1)) return undefined;
  // Heads reach over the white between the columns that they name.
  const columns = columnsOf(
    bands.slice(1).flatMap((band) => band.words),
    box,
  );
  if (columns.length < 2) return undefined;
  const cells: CellDraft[] = [];
  for (const [row, band] of bands.entries()) {
    for (const [col, [left, right]] of columns.entries()) {
      const there = band.words.filter((word) => centre(word) > left && centre(word) <= right);
      if (there.length === 0) continue;
      const lines = linesOf(there);
      // Figures one under the other between two rules are rows that no rule parts.
      const isColumn = lines.filter((line) => isFigure(textOf(line))).length > 1;
      if (isColumn || there.length > CELL_WORDS) return undefined;
      cells.push({ row, col, rowSpan: 1, colSpan: 1, box: [left, band.top, right, band.bottom], lines });
    }
  }
  const full = bands.filter((_, row) => cells.filter((cell) => cell.row === row).length > 1).length;
  if (full < Math.max(2, bands.length * 0.6)) return undefined;
  const [rows, cols] = [bands.length, columns.length];
  return { kind: 'table', box, rows, cols, ...headsOf(cells, rows, cols), cells, continued: false };
}

/** From where to where columns run: from the middle of a gutter to the middle of the next. */
function columnsOf(words: readonly SheetWord[], box: Box): [number, number][] {
  const edges = [box[0]];
  let end = Infinity;
  for (const { box: word } of [...words].sort((a, b) => a.box[0] - b.box[0])) {
    if (word[0] - end >= GUTTER) edges.push((word[0] + end) / 2);
    end = Math.max(end === Infinity ? 0 : end, word[2]);
  }
  return edges.map((edge, index) => [edge, edges[index + 1] ?? box[2]]);
}

const centre = ({ box }: SheetWord): number => (box[0] + box[2]) / 2;
const middle = ({ box }: SheetWord): number => (box[1] + box[3]) / 2;

const holds = (box: Box, word: SheetWord): boolean => {
  return centre(word) > box[0] && centre(word) <= box[2] && middle(word) > box[1] && middle(word) <= box[3];
};
