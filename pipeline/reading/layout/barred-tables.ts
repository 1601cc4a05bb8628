import { type Box, overlap } from '../../../models/geometry.js';
import type { SheetWord } from '../sheet.js';
import type { CellDraft, TableDraft } from './draft.js';
import { headsOf } from './heads.js';
import { linesOf, textOf } from './lines.js';
import { isFigure } from './numbers.js';
import type { Stroke } from './rules.js';

/** Ends of rules of one table agree within this (points). */
const EDGE = 5;
/** A row is no higher than this. */
const HIGH = 90;
/** Nothing stands in a gutter of this width at least, all down the table. */
const GUTTER = 7;
/** A title is set in type this many times larger. */
const TITLE = 1.2;
/** A head stands no further over its rule than this many times its type. */
const HEAD_STEP = 1.3;
/** A cell with more words than this is a paragraph. */
const CELL_WORDS = 40;

/** Tables whose rows are parted by level rules and whose columns only by white. `across`: the level rules; `beside`: boxes of the tables already read. */
export function barredTables(
  words: readonly SheetWord[],
  across: readonly Stroke[],
  beside: readonly Box[],
): { tables: TableDraft[]; rest: readonly SheetWord[] } {
  const free = across.filter(
    ({ at, from, to }) => !beside.some((box) => at > box[1] - 2 && at < box[3] + 2 && from < box[2] && to > box[0]),
  );
  const tables: TableDraft[] = [];
  let rest = words;
  for (const ladder of laddersOf(free).flatMap((steps) => betweenTitles(steps, words))) {
    const [top, bottom] = [ladder[0]!, ladder.at(-1)!];
    const box: Box = [top.from, top.at, top.to, bottom.at];
    const inside = rest.filter((word) => holds(box, word));
    const above = rest.filter((word) => holds([box[0], box[1] - HIGH, box[2], box[1]], word));
    const table = inside.length > 0 ? tableOf(ladder, box, inside, above) : undefined;
    if (!table) continue;
    const taken = new Set(table.cells.flatMap(({ lines }) => lines.flatMap((line) => line.words)));
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

/** A title between two rules of one length ends a table, and begins the next. */
function betweenTitles(ladder: readonly Stroke[], words: readonly SheetWord[]): Stroke[][] {
  const [top, bottom] = [ladder[0]!, ladder.at(-1)!];
  const inside = words.filter((word) => holds([top.from, top.at, top.to, bottom.at], word));
  const sizes = inside.map(({ size }) => size).sort((a, b) => a - b);
  const type = sizes[sizes.length >> 1] ?? 0;
  const parts: Stroke[][] = [[top]];
  for (const [index, stroke] of ladder.slice(1).entries()) {
    const band = inside.filter((word) => middle(word) > ladder[index]!.at && middle(word) <= stroke.at);
    const first = linesOf(band)[0];
    const isTitle = first?.words.every(({ size }) => size > type * TITLE) && /\p{L}{3}/u.test(textOf(first));
    if (isTitle) parts.push([stroke]);
    else parts.at(-1)!.push(stroke);
  }
  return parts.filter(({ length }) => length >= 3);
}

interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly words: readonly SheetWord[];
  /** Of heads: by column, where their place alone does not tell it. */
  readonly placed?: readonly (readonly SheetWord[])[];
}

function tableOf(
  ladder: readonly Stroke[],
  box: Box,
  words: readonly SheetWord[],
  above: readonly SheetWord[],
): TableDraft | undefined {
  const bands = ladder
    .slice(1)
    .map((stroke, index): Band => {
      const [top, bottom] = [ladder[index]!.at, stroke.at];
      return { top, bottom, words: words.filter((word) => middle(word) > top && middle(word) <= bottom) };
    })
    .filter((band) => band.words.length > 0);
  if (bands.length < 2) return undefined;
  // Heads reach over the white between the columns that they name.
  const columns = columnsOf(
    bands.slice(1).flatMap((band) => band.words),
    box,
  );
  if (columns.length < 2) return undefined;
  const head = headOver(columns, above, box[1]);
  const banded = head ? [head, ...bands] : bands;
  const cells: CellDraft[] = [];
  for (const [row, band] of banded.entries()) {
    for (const [col, [left, right]] of columns.entries()) {
      const there = band.placed?.[col] ?? inColumn(band.words, left, right);
      if (there.length === 0) continue;
      const lines = linesOf(there);
      // Figures one under the other between two rules are rows that no rule parts.
      const isColumn = lines.filter((line) => isFigure(textOf(line))).length > 1;
      if (isColumn || there.length > CELL_WORDS) return undefined;
      cells.push({ row, col, rowSpan: 1, colSpan: 1, box: [left, band.top, right, band.bottom], lines });
    }
  }
  // Where every row is one line, the place of figures in it tells more than the rules do.
  const isWrapped = bands.some((band) => linesOf(band.words).length > 1);
  if (!isWrapped && cells.some(({ lines }) => isFigure(lines.map(textOf).join(' ')))) return undefined;
  const full = banded.filter((_, row) => cells.filter((cell) => cell.row === row).length > 1).length;
  if (full < Math.max(2, bands.length * 0.6)) return undefined;
  const [rows, cols] = [banded.length, columns.length];
  const whole: Box = [box[0], banded[0]!.top, box[2], bands.at(-1)!.bottom];
  return { kind: 'table', box: whole, rows, cols, ...headsOf(cells, rows, cols), cells, continued: false };
}

/** The lines right over the first rule, where they name the columns: the rows of some tables are ruled below only. */
function headOver(columns: readonly [number, number][], above: readonly SheetWord[], bottom: number): Band | undefined {
  const heads: SheetWord[][][] = [];
  let [top, next] = [bottom, bottom];
  for (const line of linesOf(above).reverse()) {
    const parts = atGutters(line.words);
    if (next - line.baseline > line.size * HEAD_STEP || parts.length < 2) break;
    heads.unshift(parts);
    [top, next] = [line.box[1], line.baseline];
  }
  if (heads.length === 0) return undefined;
  // Heads set left over figures set right: as many as there are columns, each is of its own.
  const whole = heads.find((parts) => parts.length === columns.length)?.map(reach);
  const placed: SheetWord[][] = columns.map(() => []);
  for (const part of heads.flat()) {
    const [left, right] = reach(part);
    const middle = (left + right) / 2;
    const over = (whole ?? []).findIndex(([from, to]) => overlap(from, to, left, right) > 1);
    placed[over < 0 ? columns.findIndex(([, end], at) => middle <= end || at === columns.length - 1) : over]!.push(
      ...part,
    );
  }
  return { top, bottom, words: placed.flat(), placed };
}

const reach = (words: readonly SheetWord[]): [number, number] => [words[0]!.box[0], words.at(-1)!.box[2]];

/** The words of a line, parted where nothing stands as wide as between two columns. */
function atGutters(words: readonly SheetWord[]): SheetWord[][] {
  const parts: SheetWord[][] = [];
  for (const [at, word] of words.entries()) {
    if (at > 0 && word.box[0] - words[at - 1]!.box[2] <= GUTTER) parts.at(-1)!.push(word);
    else parts.push([word]);
  }
  return parts;
}

const inColumn = (words: readonly SheetWord[], left: number, right: number): SheetWord[] =>
  words.filter((word) => centre(word) > left && centre(word) <= right);

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
