import type { Nature } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { type BudgetLine, codesIn, lineOf, type PlacedCode } from './codes.js';
import type { Context } from './context.js';
import { lineOfRow } from './row-codes.js';
import type { Sum } from './sum.js';
import type { Unit } from './units.js';

/** The codes of budget lines, on the sum that they follow, or that they introduce where none stands before them. */
export function budgetLines(context: Context, sums: readonly Sum[]): Map<Sum, BudgetLine> {
  const lines = new Map<Sum, BudgetLine>();
  const byUnit = new Map<Unit, Sum[]>();
  for (const sum of sums) {
    if (!sum.unit) continue;
    const group = byUnit.get(sum.unit);
    if (group) group.push(sum);
    else byUnit.set(sum.unit, [sum]);
  }
  for (const [unit, group] of byUnit) {
    for (const sum of group) {
      const row = sum.fromTable ? context.rows.at(sum.amount.span) : undefined;
      const line = row ? lineOfRow(row, sum.nature) : {};
      if (Object.keys(line).length > 0) lines.set(sum, line);
    }
    const told = group.filter(({ fromTable }) => !fromTable);
    if (told.length > 0) bookInUnit(context, unit, told, lines);
  }
  bookBelow(context, sums, byUnit, lines);
  return lines;
}

/** The sums of a sentence or a list item, with the codes said beside them. */
function bookInUnit(context: Context, unit: Unit, all: readonly Sum[], lines: Map<Sum, BudgetLine>): void {
  // "une aide de 500 € d'un coût total de 2 000 €, imputée au chapitre 65": the cost is not booked.
  const booked = all.filter(
    ({ nature, start }) =>
      nature !== 'total' ||
      !/\bcout[^,;.]{0,30}$/.test(plain(context.text.slice(Math.max(unit.start, start - 50), start))),
  );
  const told = booked.length > 0 ? booked : all;
  const codes = codesIn(context.text.slice(unit.start, Math.max(unit.end, told.at(-1)!.end)), unit.start);
  if (codes.length === 0) return;
  const first = told[0]!;
  const trailing = codes.some(({ start }) => start > first.end);
  for (const [i, sum] of told.entries()) {
    const until = told[i + 1]?.start ?? Number.POSITIVE_INFINITY;
    const since = told[i - 1]?.end ?? Number.NEGATIVE_INFINITY;
    const own = codes.filter(({ start }) => start > sum.end && start < until);
    const leading = trailing ? [] : codes.filter(({ start }) => start > since && start < sum.start);
    book(lines, sum, own.length > 0 ? own : leading);
  }
}

/** What an act decides to pay, which a line of its budget bears. */
const PAID: ReadonlySet<Nature> = new Set(['grant', 'price', 'expense', 'allowance']);

/** "Les dépenses seront imputées sur le chapitre 933, article 65748", below the one sum that the act decides to pay. */
function bookBelow(
  context: Context,
  sums: readonly Sum[],
  byUnit: ReadonlyMap<Unit, readonly Sum[]>,
  lines: Map<Sum, BudgetLine>,
): void {
  if (lines.size > 0) return;
  const paid = sums.filter(({ nature, payer }) => PAID.has(nature ?? 'other') && payer === context.actorName);
  if (new Set(paid.map(({ amount }) => amount.value)).size !== 1) return;
  for (const unit of context.units) {
    if (byUnit.has(unit) || unit.kind === 'row') continue;
    const text = context.text.slice(unit.start, unit.end);
    if (!/\b(?:imput|inscri|prelev|preleve)/.test(plain(text))) continue;
    const sum = paid.findLast(({ end }) => end <= unit.start);
    if (sum) book(lines, sum, codesIn(text, unit.start));
    if (lines.size > 0) return;
  }
}

function book(lines: Map<Sum, BudgetLine>, sum: Sum, codes: readonly PlacedCode[]): void {
  const line = lineOf(codes);
  if (line.chapter || line.account) lines.set(sum, line);
}
