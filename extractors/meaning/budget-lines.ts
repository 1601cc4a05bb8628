import { plain } from '../acts/plain.js';
import { codesIn, lineOf, rowCode } from './codes.js';
import type { Context } from './context.js';
import type { Sum } from './sum.js';
import type { Unit } from './units.js';

/** The codes of budget lines, on the sum that they follow, or that they introduce where none stands before them. */
export function budgetLines(context: Context, sums: readonly Sum[]): Map<Sum, ReturnType<typeof lineOf>> {
  const lines = new Map<Sum, ReturnType<typeof lineOf>>();
  const byUnit = new Map<Unit, Sum[]>();
  for (const sum of sums) {
    if (!sum.unit) continue;
    const group = byUnit.get(sum.unit);
    if (group) group.push(sum);
    else byUnit.set(sum.unit, [sum]);
  }
  for (const [unit, group] of byUnit) {
    const inTable = group.filter(({ fromTable }) => fromTable);
    for (const sum of inTable) {
      const row = context.rows.at(sum.amount.span);
      const code =
        row?.cells
          .filter((cell) => cell !== row.own && /\p{L}{2}/u.test(cell.text))
          .map((cell) => rowCode(cell.text))
          .find((line) => Object.keys(line).length > 0) ?? {};
      const alone = row?.cells[0]?.text ?? '';
      const named =
        Object.keys(code).length > 0
          ? code
          : /^\d{2,8}$/.test(alone) &&
              row &&
              /chapitre|article|compte|imputation|nature/.test(plain(row.cells[0]!.head))
            ? rowCode(`${alone} x`)
            : {};
      if (sum.nature === 'budget_line' && Object.keys(named).length > 0) lines.set(sum, named);
    }
    // "une aide de 500 € d'un coût total de 2 000 €, imputée au chapitre 65": the cost is not booked.
    const inText = group.filter(({ fromTable }) => !fromTable);
    const booked = inText.filter(
      ({ nature, start }) =>
        nature !== 'total' ||
        !/\bcout[^,;.]{0,30}$/.test(plain(context.text.slice(Math.max(unit.start, start - 50), start))),
    );
    const told = booked.length > 0 ? booked : inText;
    if (told.length === 0) continue;
    const codes = codesIn(context.text.slice(unit.start, Math.max(unit.end, told.at(-1)!.end)), unit.start);
    if (codes.length === 0) continue;
    const first = told[0]!;
    const leading = codes.filter(({ start }) => start < first.start);
    const trailing = codes.some(({ start }) => start > first.end);
    for (const [i, sum] of told.entries()) {
      const until = told[i + 1]?.start ?? Number.POSITIVE_INFINITY;
      const own = codes.filter(({ start }) => start > sum.end && start < until);
      const mine =
        own.length > 0
          ? own
          : i === 0 && !trailing
            ? leading
            : told.length > 1 && !trailing && i > 0
              ? codes.filter(({ start }) => start > told[i - 1]!.end && start < sum.start)
              : [];
      const line = lineOf(mine);
      if (line.chapter || line.account) lines.set(sum, line);
    }
  }
  return lines;
}
