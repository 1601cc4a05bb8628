import type { Act } from '../../models/act.js';
import type { Heading } from '../../models/document.js';
import type { Amount } from '../../models/records.js';
import type { Roster } from '../parties/roster.js';
import { budgetLines } from './budget-lines.js';
import { contextOf } from './context.js';
import { readSentence } from './in-sentence.js';
import { readRow } from './in-table.js';
import { settle } from './settle.js';
import { inheritFrom, nextOther, type Sum } from './sum.js';
import { type Unit, unitAt } from './units.js';
import { yearly } from './yearly.js';

/**
 * Says of each amount what it is, who pays, who receives, for what, for which year and on which budget line.
 * Bodies that receive or give join the roster. Amounts come back in their order.
 */
export function giveMeaning(
  act: Act,
  amounts: readonly Amount[],
  roster: Roster,
  heading: Heading = {},
  container: Heading = {},
): Amount[] {
  const context = contextOf(act, roster, { ...yearOf(container), ...heading });
  const sums: Sum[] = amounts.map((amount) => {
    const start = act.passage.offsetOf(amount.span.page, amount.span.start) ?? -1;
    return { amount, start, end: start + (amount.span.end - amount.span.start), consumed: -1, fromTable: false };
  });
  const inOrder = sums.filter(({ start }) => start >= 0).sort((a, b) => a.start - b.start);
  const lastOf = new Map<Unit, Sum>();
  for (const [i, sum] of inOrder.entries()) {
    sum.unit = unitAt(context.units, sum.start);
    if (sum.unit?.leadIn) sum.announcedBy = lastOf.get(sum.unit.leadIn);
    if (sum.unit) lastOf.set(sum.unit, sum);
    const row = sum.amount.inTable ? context.rows.at(sum.amount.span) : undefined;
    // A line of one cell says in words what its sum is.
    if (row && row.cells.length > 1) readRow(context, sum, row);
    else readSentence(context, sum, inOrder[i - 1], nextOther(context.text, inOrder, i));
    settle(context, sum);
  }
  for (const [i, sum] of inOrder.entries()) if (inOrder[i + 1]) shareForward(context.text, sum, inOrder[i + 1]!);
  partGrants(inOrder);
  yearly(context.text, inOrder);
  const lines = budgetLines(context, inOrder);
  return sums.map((sum) => ({ ...sum.amount, ...meaningOf(sum), ...(lines.get(sum) ?? {}) }));
}

/** "50 € par élève, soit 1 350 €, versés à la coopérative", "ramenée de 900 € à 500 €": one gift, said twice. */
function shareForward(text: string, sum: Sum, whole: Sum): void {
  if (sum.beneficiary || sum.unit !== whole.unit || sum.fromTable) return;
  const between = text.slice(sum.end, whole.start);
  if (between === ' à ') inheritFrom(sum, whole);
  else if (sum.nature === whole.nature && /^[^.;€]{0,40},\s+soit\s[^.;€]{0,20}$/u.test(between))
    sum.beneficiary = whole.beneficiary;
}

/** Parts of a grant are of the year of the grant said last, and where they name nobody, from whom and to whom it goes. */
function partGrants(sums: readonly Sum[]): void {
  let granted: Sum | undefined;
  for (const sum of sums) {
    if (sum.nature === 'grant' && sum.year) granted = sum;
    else if (granted && (sum.nature === 'advance' || sum.nature === 'balance' || sum.nature === 'instalment')) {
      sum.year ??= granted.year;
      if (!sum.beneficiary && !sum.fromTable)
        Object.assign(sum, { payer: granted.payer, beneficiary: granted.beneficiary });
    }
  }
}

const yearOf = ({ date, year }: Heading): Heading => ({ ...(date ? { date } : {}), ...(year ? { year } : {}) });

function meaningOf(sum: Sum): Partial<Amount> {
  return {
    nature: sum.nature ?? 'other',
    ...(sum.payer ? { payer: sum.payer } : {}),
    ...(sum.beneficiary ? { beneficiary: sum.beneficiary } : {}),
    ...(sum.purpose ? { purpose: sum.purpose } : {}),
    ...(sum.year ? { fiscalYear: sum.year } : {}),
  };
}
