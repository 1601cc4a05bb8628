import type { Grey } from './grey.js';

/** A ruling line of a picture, in pixels: its middle from one end to the other. */
export interface PixelRule {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
}

interface Run {
  /** Place across the direction: the row of a horizontal run, the column of a vertical one. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

interface Bar {
  readonly runs: readonly Run[];
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
  readonly thickness: number;
}

/** Inches. A run of ink this long is no letter's stroke; a vertical one may be as short as a table row is high. */
const SHORTEST_ACROSS = 0.4;
const SHORTEST_DOWN = 0.26;
/** A vertical line shorter than this counts only where it meets a horizontal one: it could be the stem of a big digit. */
const FREE_STANDING = 0.8;
const THICKEST = 0.045;
/** A line is at least so many times as long as it is thick. */
const SLENDER = 10;

/**
 * The picture without its ruling lines, and the lines. Letters that a line crosses stay whole; those that stand on
 * one lose no more than what lies in it. Tesseract reads a table's figures far better so.
 */
export function withoutRules(
  image: Grey,
  dpi: number,
  { level, paper }: { level: number; paper: number },
): { image: Grey; rules: PixelRule[] } {
  const { width, height } = image;
  const thickest = Math.max(3, THICKEST * dpi);
  const gap = Math.max(1, Math.round(dpi / 150));
  const [rows, columns] = [[width, height] as const, [1, width] as const];
  const across = bars(runsOf(image, level, SHORTEST_ACROSS * dpi, gap, columns, rows), thickest);
  const down = bars(runsOf(image, level, SHORTEST_DOWN * dpi, gap, rows, columns), thickest).filter(
    (bar) => bar.end - bar.start >= FREE_STANDING * dpi || meets(bar, across, dpi / 30),
  );
  if (across.length === 0 && down.length === 0) return { image, rules: [] };

  const lines = new Uint8Array(width * height);
  for (const bar of across)
    for (const run of bar.runs) mark(image, lines, ACROSS, run.at * width, width, run, 1, level);
  for (const bar of down) for (const run of bar.runs) mark(image, lines, DOWN, run.at, 1, run, width, level);
  const data = Uint8Array.from(image.data);
  const fringe = Math.max(2, Math.round(dpi / 110));
  // Ink that fades at the edge of a line is paler than the threshold, and would stay as a shadow of it; the grain of
  // grey paper is paler still.
  const pale = Math.min(250, level + (paper - level) * 0.6);
  for (const bar of across) erase(image, data, lines, bar, ACROSS, rows, columns, pale, fringe);
  for (const bar of down) erase(image, data, lines, bar, DOWN, columns, rows, pale, fringe);
  const rules = [
    ...across.map((bar): PixelRule => ({ from: [bar.start, middle(bar)], to: [bar.end, middle(bar)] })),
    ...down.map((bar): PixelRule => ({ from: [middle(bar), bar.start], to: [middle(bar), bar.end] })),
  ];
  return { image: { width, height, data }, rules };
}

const ACROSS = 1;
const DOWN = 2;

/** Marks a run, and the grey edge beside it that is no ink of its own. */
function mark(
  image: Grey,
  lines: Uint8Array,
  direction: number,
  base: number,
  step: number,
  { start, end }: Run,
  along: number,
  level: number,
): void {
  for (let k = start; k < end; k += 1) {
    const i = base + k * along;
    lines[i]! |= direction;
    if (i >= step && image.data[i - step]! >= level) lines[i - step]! |= direction;
    if (i + step < lines.length && image.data[i + step]! >= level) lines[i + step]! |= direction;
  }
}

const middle = (bar: Bar): number => (bar.first + bar.last + 1) / 2;

/**
 * Stretches of ink at least `shortest` pixels long, the light gaps in them no wider than `gap`. `along` is the distance
 * in memory from one pixel to the next, `across` the one from each row (or column) of `length` pixels to the next.
 */
function runsOf(
  { data }: Grey,
  level: number,
  shortest: number,
  gap: number,
  [along, length]: readonly [number, number],
  [across, count]: readonly [number, number],
): Run[] {
  const runs: Run[] = [];
  // No run fits between two of the places that are looked at.
  const stride = Math.max(1, Math.floor(shortest) - gap);
  for (let at = 0; at < count; at += 1) {
    const base = at * across;
    const inked = (k: number): boolean => data[base + k * along]! < level;
    for (let place = 0, end = 0; place < length; place += stride) {
      let start = Math.max(place, end);
      while (start <= place + gap && start < length && !inked(start)) start += 1;
      if (start > place + gap || start >= length) continue;
      let last = start;
      for (let k = start - 1; k >= end && start - k <= gap + 1; k -= 1) if (inked(k)) start = k;
      for (let k = last + 1; k < length && k - last <= gap + 1; k += 1) if (inked(k)) last = k;
      end = last + 1;
      if (end - start >= shortest) runs.push({ at, start, end });
    }
  }
  return runs;
}

/** Runs on neighbouring rows that touch make one bar; bars too thick for a line are filled areas and left out. */
function bars(runs: readonly Run[], thickest: number): Bar[] {
  const open: Run[][] = [];
  const closed: Run[][] = [];
  let from = 0;
  while (from < runs.length) {
    const at = runs[from]!.at;
    let to = from;
    while (to < runs.length && runs[to]!.at === at) to += 1;
    for (let k = open.length - 1; k >= 0; k -= 1) {
      if (open[k]!.at(-1)!.at < at - 1) closed.push(...open.splice(k, 1));
    }
    for (let i = from; i < to; i += 1) {
      const run = runs[i]!;
      const touching = open.filter((bar) => touches(bar, run));
      if (touching.length === 0) {
        open.push([run]);
        continue;
      }
      const [first, ...others] = touching;
      for (const other of others) {
        first!.push(...other);
        open.splice(open.indexOf(other), 1);
      }
      if (others.length > 0) first!.sort((a, b) => a.at - b.at || a.start - b.start);
      first!.push(run);
    }
    from = to;
  }
  closed.push(...open);
  return closed.map(asBar).filter((bar) => {
    const length = bar.end - bar.start;
    return bar.thickness <= thickest && length >= SLENDER * bar.thickness;
  });
}

function touches(bar: readonly Run[], run: Run): boolean {
  for (let k = bar.length - 1; k >= 0 && bar[k]!.at >= run.at - 1; k -= 1) {
    if (bar[k]!.start < run.end && run.start < bar[k]!.end) return true;
  }
  return false;
}

function asBar(runs: Run[]): Bar {
  let start = Infinity;
  let end = 0;
  let first = Infinity;
  let last = 0;
  let area = 0;
  for (const run of runs) {
    start = Math.min(start, run.start);
    end = Math.max(end, run.end);
    first = Math.min(first, run.at);
    last = Math.max(last, run.at);
    area += run.end - run.start;
  }
  return { runs, start, end, first, last, thickness: area / (end - start) };
}

const meets = (down: Bar, across: readonly Bar[], near: number): boolean =>
  across.some(
    (bar) =>
      bar.start - near <= middle(down) &&
      bar.end + near >= middle(down) &&
      (Math.abs(middle(bar) - down.start) <= near || Math.abs(middle(bar) - down.end) <= near),
  );

/**
 * Whitens a line. `step` is the distance in memory across it, `along` the one along it. Where ink goes on beyond the
 * line on both sides, something crosses it and the place is kept.
 */
function erase(
  image: Grey,
  data: Uint8Array,
  lines: Uint8Array,
  bar: Bar,
  direction: number,
  [step, across]: readonly [number, number],
  [along, length]: readonly [number, number],
  pale: number,
  fringe: number,
): void {
  const other = direction === ACROSS ? DOWN : ACROSS;
  const inkBeyond = (at: number, by: number, room: number): number => {
    let count = 0;
    for (let i = at; count <= fringe && count < room; i += by, count += 1) {
      if (image.data[i]! >= pale || lines[i]! & other) break;
    }
    return count;
  };
  const beyond = Math.min(across, bar.last + 2);
  for (let place = bar.start; place < Math.min(length, bar.end); place += 1) {
    const base = place * along;
    for (let k = Math.max(0, bar.first - 1); k < beyond; k += 1) {
      if (!(lines[base + k * step]! & direction)) continue;
      const first = k;
      while (k + 1 < across && lines[base + (k + 1) * step]! & direction) k += 1;
      const before = inkBeyond(base + (first - 1) * step, -step, first);
      const after = inkBeyond(base + (k + 1) * step, step, across - 1 - k);
      if (before > fringe && after > fringe) continue;
      const from = first - (before > fringe ? 0 : before);
      const to = k + (after > fringe ? 0 : after);
      for (let n = from; n <= to; n += 1) data[base + n * step] = 255;
    }
  }
}
