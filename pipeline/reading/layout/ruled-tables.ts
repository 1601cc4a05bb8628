import type { Box } from '../../../models/geometry.js';
import type { SheetWord } from '../sheet.js';
import type { CellDraft, TableDraft } from './draft.js';
import type { Grid } from './grids.js';
import { headsOf } from './heads.js';
import { linesOf, type TextLine } from './lines.js';
import { withWholeFigure } from './whole-figures.js';

/** Of a grid's places, this part at least must hold text: an empty form or a drawing is no table. */
const FILLED = 0.25;
/** The cells of a row that stands alone have no more words than this. */
const CELL_WORDS = 12;

/** The tables that `grids` of ruling lines draw, and what is left beside them. `turned`: lines that are not level, often heads. */
export function ruledTables(
  words: readonly SheetWord[],
  grids: readonly Grid[],
  turned: readonly TextLine[] = [],
): { tables: TableDraft[]; rest: SheetWord[]; turned: TextLine[] } {
  let rest = [...words];
  let aslant = [...turned];
  const tables: TableDraft[] = [];
  for (const grid of grids) {
    if (grid.cols < 2) continue;
    const inside = rest.filter((word) => holds(grid.box, word));
    const heads = aslant.filter((line) => grid.places.some(({ box }) => holds(box, line)));
    const table = tableOf(grid, inside, heads);
    if (!table) continue;
    tables.push(table);
    aslant = aslant.filter((line) => !heads.includes(line));
    const taken = new Set(inside);
    rest = rest.filter((word) => !taken.has(word));
  }
  return { tables, rest, turned: aslant };
}

function tableOf(grid: Grid, words: readonly SheetWord[], turned: readonly TextLine[]): TableDraft | undefined {
  const inPlace = new Map<Grid['places'][number], SheetWord[]>();
  for (const word of words) {
    const place = grid.places.find(({ box }) => holds(box, word));
    if (!place) continue;
    const there = inPlace.get(place);
    if (there) there.push(word);
    else inPlace.set(place, [word]);
  }
  if (inPlace.size < 2 || inPlace.size < grid.places.length * FILLED) return undefined;
  const used = [...new Set([...inPlace.keys(), ...turned.map((line) => placeOf(grid, line))])];
  // Rows and columns that hold nothing are the space between double lines.
  const rowRank = ranks(used.map(({ row }) => row));
  const colRank = ranks(used.map(({ col }) => col));
  if (colRank.size < 2) return undefined;
  // One row alone is what a page's end left of a table, where its cells are short; else it is frames side by side.
  if (rowRank.size < 2 && [...inPlace.values()].some((there) => there.length > CELL_WORDS)) return undefined;
  if (rowRank.size > 1 && inPlace.size < 3) return undefined;
  const cells: CellDraft[] = used
    .map((place) => ({
      row: rowRank.get(place.row)!,
      col: colRank.get(place.col)!,
      rowSpan: spanned(rowRank, place.row, place.rowSpan),
      colSpan: spanned(colRank, place.col, place.colSpan),
      box: place.box,
      lines: [
        ...withWholeFigure(linesOf(inPlace.get(place) ?? []), place.box),
        ...turned.filter((line) => placeOf(grid, line) === place),
      ],
    }))
    .sort((a, b) => a.row - b.row || a.col - b.col);
  const rows = rowRank.size;
  const cols = colRank.size;
  return { kind: 'table', box: grid.box, rows, cols, ...headsOf(cells, rows, cols), cells, continued: false };
}

const ranks = (used: readonly number[]): Map<number, number> =>
  new Map([...new Set(used)].sort((a, b) => a - b).map((value, rank) => [value, rank]));

const spanned = (rank: ReadonlyMap<number, number>, from: number, span: number): number => {
  let count = 0;
  for (let at = from; at < from + span; at += 1) if (rank.has(at)) count += 1;
  return Math.max(1, count);
};

const placeOf = (grid: Grid, line: TextLine): Grid['places'][number] =>
  grid.places.find(({ box }) => holds(box, line))!;

/** Whether the middle of a word or a line stands in a box. */
const holds = (box: Box, { box: word }: { readonly box: Box }): boolean => {
  const x = (word[0] + word[2]) / 2;
  const y = (word[1] + word[3]) / 2;
  return x > box[0] && x < box[2] && y > box[1] && y < box[3];
};
