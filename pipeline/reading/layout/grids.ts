import type { Box } from '../../../models/geometry.js';
import type { Stroke, Strokes } from './rules.js';

/** A place of a grid, over one or more rows and columns. */
interface Place {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly box: Box;
}

/** Crossing rules that close cells: a table's skeleton, or frames. */
export interface Grid {
  readonly box: Box;
  readonly rows: number;
  readonly cols: number;
  readonly places: readonly Place[];
}

const TOUCH = 3.5;
/** A wall stands where rules cover this part of it. */
const COVER = 0.6;
const MAX_LINES = 400;

/** The grids that the rules of a page draw, from top to bottom. */
export function gridsOf(strokes: Strokes): Grid[] {
  const { across, down } = strokes;
  if (across.length < 2 || down.length === 0 || across.length * down.length > 250_000) return [];
  const family = Array.from({ length: across.length + down.length }, (_, i) => i);
  const root = (i: number): number => {
    let r = i;
    while (family[r] !== r) r = family[r] = family[family[r]!]!;
    return r;
  };
  for (const [h, row] of across.entries()) {
    for (const [v, column] of down.entries()) {
      if (column.at < row.from - TOUCH || column.at > row.to + TOUCH) continue;
      if (row.at < column.from - TOUCH || row.at > column.to + TOUCH) continue;
      family[root(h)] = root(across.length + v);
    }
  }
  const groups = new Map<number, { across: Stroke[]; down: Stroke[] }>();
  const groupOf = (i: number) => {
    const key = root(i);
    const group = groups.get(key) ?? { across: [], down: [] };
    groups.set(key, group);
    return group;
  };
  for (const [h, row] of across.entries()) groupOf(h).across.push(row);
  for (const [v, column] of down.entries()) groupOf(across.length + v).down.push(column);
  const grids: Grid[] = [];
  for (const group of groups.values()) {
    const grid = group.across.length >= 2 && group.down.length >= 1 ? gridOf(group) : undefined;
    if (grid) grids.push(grid);
  }
  return grids.sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}

function gridOf({ across, down }: { across: Stroke[]; down: Stroke[] }): Grid | undefined {
  const left = Math.min(...across.map(({ from }) => from), ...down.map(({ at }) => at));
  const right = Math.max(...across.map(({ to }) => to), ...down.map(({ at }) => at));
  const top = Math.min(...down.map(({ from }) => from), ...across.map(({ at }) => at));
  const bottom = Math.max(...down.map(({ to }) => to), ...across.map(({ at }) => at));
  const xs = positions([left, ...down.map(({ at }) => at), right]);
  const ys = positions([top, ...across.map(({ at }) => at), bottom]);
  const cols = xs.length - 1;
  const rows = ys.length - 1;
  if (cols < 1 || rows < 1 || cols * rows < 1 || cols > MAX_LINES || rows > MAX_LINES) return undefined;

  const wallRight = (row: number, col: number): boolean => covered(down, xs[col + 1]!, ys[row]!, ys[row + 1]!);
  const wallBelow = (row: number, col: number): boolean => covered(across, ys[row + 1]!, xs[col]!, xs[col + 1]!);
  const taken: boolean[] = new Array(rows * cols).fill(false);
  const places: Place[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let col = 0; col < cols; col += 1) {
      if (taken[row * cols + col]) continue;
      let colSpan = 1;
      while (col + colSpan < cols && !taken[row * cols + col + colSpan] && !wallRight(row, col + colSpan - 1))
        colSpan += 1;
      let rowSpan = 1;
      const free = (r: number): boolean => {
        for (let c = col; c < col + colSpan; c += 1) if (taken[r * cols + c] || wallBelow(r - 1, c)) return false;
        return true;
      };
      while (row + rowSpan < rows && free(row + rowSpan)) rowSpan += 1;
      for (let r = row; r < row + rowSpan; r += 1)
        for (let c = col; c < col + colSpan; c += 1) taken[r * cols + c] = true;
      places.push({ row, col, rowSpan, colSpan, box: [xs[col]!, ys[row]!, xs[col + colSpan]!, ys[row + rowSpan]!] });
    }
  }
  return { box: [left, top, right, bottom], rows, cols, places };
}

/** Sorted, those that nearly coincide taken as one. */
function positions(values: number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const out: number[] = [];
  for (const value of sorted) if (out.length === 0 || value - out.at(-1)! > TOUCH) out.push(value);
  return out;
}

function covered(strokes: readonly Stroke[], at: number, from: number, to: number): boolean {
  let length = 0;
  for (const stroke of strokes) {
    if (Math.abs(stroke.at - at) > TOUCH) continue;
    length += Math.max(0, Math.min(stroke.to, to) - Math.max(stroke.from, from));
  }
  return length >= (to - from) * COVER;
}
