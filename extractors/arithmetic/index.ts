import type { Act } from '../../models/act.js';
import type { Attendance, Relation, Statements } from '../../models/records.js';
import addedUp from './added-up.js';
import allocation from './allocation.js';
import announced from './announced.js';
import { attendanceRelations } from './attendance.js';
import balances from './balances.js';
import beneficiaries from './beneficiaries.js';
import breakdown from './breakdown.js';
import chapters from './chapters.js';
import closing from './closing.js';
import counts from './counts.js';
import { figuresOf } from './figures.js';
import grandTotal from './grand-total.js';
import instalments from './instalments.js';
import pairs from './pairs.js';
import percentages from './percentages.js';
import products from './products.js';
import ranks from './ranks.js';
import rates from './rates.js';
import ratioColumns from './ratio-columns.js';
import ratios from './ratios.js';
import recalled from './recalled.js';
import type { Context, RelationRule } from './relation.js';
import remainder from './remainder.js';
import results from './results.js';
import sentence from './sentence.js';
import shares from './shares.js';
import tables from './tables.js';
import taxes from './taxes.js';
import variations from './variations.js';
import voices from './voices.js';
import weights from './weights.js';

/** Every way of stating arithmetic. Their order means nothing. */
export const RELATION_RULES: readonly RelationRule[] = [
  tables,
  announced,
  breakdown,
  sentence,
  shares,
  pairs,
  taxes,
  results,
  variations,
  percentages,
  instalments,
  beneficiaries,
  counts,
  grandTotal,
  balances,
  allocation,
  products,
  chapters,
  closing,
  voices,
  weights,
  addedUp,
  remainder,
  rates,
  ratios,
  ratioColumns,
  recalled,
  ranks,
];

/**
 * The arithmetic that an act states, recomputed: what holds and what does not. `attendances`: the lists of its meeting,
 * which may be those of the minutes that it is a part of.
 */
export function readRelations(
  act: Act,
  records?: Statements,
  attendances: readonly Attendance[] = records?.attendances ?? [],
): Relation[] {
  const context: Context = { act, figures: figuresOf(act) };
  const seen = new Set<string>();
  const relations: Relation[] = records ? attendanceRelations(act, records, attendances) : [];
  for (const rule of RELATION_RULES) {
    for (const relation of rule.find(context)) {
      const key = keyOf(relation);
      if (seen.has(key)) continue;
      seen.add(key);
      relations.push(relation);
    }
  }
  return relations;
}

/** Two rules may find the same parts of a total, one of them where a part is said again beside itself. */
function keyOf({ kind, statement, terms }: Relation): string {
  const places = terms.map(({ role, span }) => `${role} ${span.page}:${span.start}`);
  return kind === 'sum' ? `${statement} ${places[0]}` : `${kind} ${places.join(' ')}`;
}
