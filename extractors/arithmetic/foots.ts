import { holds } from '../meaning/codes.js';
import type { CellFigure, GridRow } from './grid.js';

/** A row or a column that announces a total. */
export const TOTAL = /^[\W\d]*(?:sous[- ]?totaux|sous[- ]?total|s\/total|total|totaux|ensemble|cumul|somme)\b/i;
/** A row that is what the rows above it come to, where they do; else something else was taken off it. */
export const NET =
  /^[\W\d]*(?:(?:co[ûu]ts?|charges?|d[ée]penses?|montants?) (?:nett?e?s?|brute?s?)|[ée]pargne (?:nette|brute|de gestion)|reste [àa] charge)\b/i;
const SUBTOTAL = /^[\W\d]*(?:sous[- ]?tota|s\/total)/i;
const GRAND = /^[\W\d]*(?:total g[ée]n[ée]ral|total global|montant total|grand total|total des? |totaux|total$)/i;
/** Rows that are made of the rows above them, and no part of a total further down. */
const RESULT = /^[\W\d]*(?:r[ée]sultats?|solde)(?: \S+){0,2} (?:de )?(?:cl[ôo]ture|l['’]exercice|d['’]ex[ée]cution)/i;
/** Rows that are parts of the row above them. */
const PART_OF_ABOVE = /^[\W\d]*(?:dont|soit)\b/i;

/** The rows that the total at `at` may add up, most natural first. */
export function foots(rows: readonly GridRow[], at: number): number[][] {
  const before: number[] = [];
  const subtotals: number[] = [];
  const since: number[] = [];
  let lastTotal = -1;
  for (let i = 0; i < at; i += 1) {
    const row = rows[i]!;
    if (row.figures.size === 0) continue;
    if (TOTAL.test(row.label)) {
      lastTotal = i;
      since.length = 0;
      subtotals.push(i);
      continue;
    }
    if (PART_OF_ABOVE.test(row.label)) continue;
    before.push(i);
    since.push(i);
  }
  const label = rows[at]!.label;
  const ways: number[][] = [];
  const running = lastTotal >= 0 ? [lastTotal, ...since] : [];
  const grand = GRAND.test(label) && !SUBTOTAL.test(label) && subtotals.length > 0;
  if (grand) ways.push(subtotals.slice(), [...subtotals, ...since]);
  ways.push(since.slice(), before.slice(), running);
  if (!grand) ways.push(subtotals.slice());
  ways.push(topLevel(rows, before), withoutRepeats(rows, before));
  // The first totals may be inside the later ones.
  if (grand) for (let from = 1; from + 2 <= subtotals.length; from += 1) ways.push(subtotals.slice(from));
  // A year's account: the total above, what is still to come, and between them a result that is no part.
  const gross = running.filter((i) => !RESULT.test(rows[i]!.label));
  if (gross.length < running.length) ways.push(gross);
  // A total at the head of its parts.
  const below: number[] = [];
  for (let i = at + 1; i < rows.length && !TOTAL.test(rows[i]!.label); i += 1) {
    if (rows[i]!.figures.size > 0) below.push(i);
  }
  if (before.length === 0) ways.push(below);
  return ways.filter((way) => way.length > 0);
}

/** Of numbered lines of a budget (011, 60, 601, 602 …), those that are not under another. */
export function topLevel(rows: readonly GridRow[], indexes: readonly number[]): number[] {
  const codes = indexes.map((i) => /^\W*(\d{2,6})\b/.exec(rows[i]!.label)?.[1]);
  return indexes.filter((_, i) => {
    const code = codes[i];
    return code === undefined || !codes.some((other) => other !== undefined && other !== code && holds(other, code));
  });
}

/** Without the rows that repeat, in part, the row above them: a detail shown under its line. */
function withoutRepeats(rows: readonly GridRow[], indexes: readonly number[]): number[] {
  return indexes.filter((i, n) => {
    const above = n === 0 ? undefined : rows[indexes[n - 1]!];
    if (!above) return true;
    const pairs = [...rows[i]!.figures].map(([col, figure]) => ({ figure, parent: above.figures.get(col) }));
    const inside = pairs.every(
      ({ figure, parent }) => parent !== undefined && figure.value.lessThanOrEqualTo(parent.value),
    );
    return !(inside && pairs.some(({ figure, parent }) => parent?.value.equals(figure.value)));
  });
}

/** Rows, not all, whose figures make the total in every column at once: no coincidence makes three figures or more. */
export function bestSubset(
  rows: readonly GridRow[],
  at: number,
  feet: readonly { col: number; total: CellFigure }[],
): number[] | undefined {
  const before = [...rows.keys()].filter((i) => i < at && rows[i]!.figures.size > 0);
  if (feet.length < 3 || before.length > 18) return undefined;
  const vectors = before.map((i) => feet.map(({ col }) => rows[i]!.figures.get(col)?.value.toNumber() ?? 0));
  const want = feet.map(({ total }) => total.value.toNumber());
  if (want.some((value) => value === 0)) return undefined;
  const half = before.length >> 1;
  const sums = (from: number, to: number): { mask: number; sum: number[] }[] =>
    Array.from({ length: 1 << (to - from) }, (_, mask) => ({
      mask,
      sum: want.map((_, c) => {
        let all = 0;
        for (let i = from; i < to; i += 1) if (mask & (1 << (i - from))) all += vectors[i]![c]!;
        return all;
      }),
    }));
  const right = new Map<number, { mask: number; sum: number[] }[]>();
  for (const entry of sums(half, before.length)) {
    const key = Math.round(entry.sum[0]!);
    const list = right.get(key);
    if (list) list.push(entry);
    else right.set(key, [entry]);
  }
  let best: number[] | undefined;
  for (const { mask, sum } of sums(0, half)) {
    for (let slack = -3; slack <= 3; slack += 1) {
      for (const other of right.get(Math.round(want[0]! - sum[0]!) + slack) ?? []) {
        if (!want.every((value, c) => Math.abs(sum[c]! + other.sum[c]! - value) <= 2)) continue;
        const chosen = before.filter((_, i) => (i < half ? mask & (1 << i) : other.mask & (1 << (i - half))) !== 0);
        if (chosen.length >= 2 && (!best || chosen.length < best.length)) best = chosen;
      }
    }
  }
  return best;
}
