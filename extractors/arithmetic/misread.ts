import { Decimal } from 'decimal.js';
import type { Act } from '../../models/act.js';
import type { Amount } from '../../models/records.js';
import { figuresOf } from './figures.js';
import { type CellFigure, type Grid, gridsOf } from './grid.js';
import { type Printed, printedIn } from './misread-digits.js';
import { changesThatClose } from './misread-search.js';
import { totalsOf } from './tables.js';

/** A cell whose digits were misread, and what they must have been. */
export interface Misread {
  readonly cell: CellFigure;
  readonly value: Decimal;
  /** French, a complete sentence. */
  readonly reason: string;
}

/**
 * Marks the amounts of tables that arithmetic shows to be misread: what is printed stays, what it must be is suggested.
 * `related`: amounts of the act that this one is a part of or annexed to, which may print the same figures.
 */
export function suggestDigits(act: Act, amounts: Amount[], related: readonly Amount[] = []): void {
  for (const { cell, value, reason } of misreadsOf(act, related)) {
    const span = act.passage.span(cell.start, cell.end);
    let amount = amounts.find(
      (one) => one.span.page === span.page && one.span.start < span.end && one.span.end > span.start,
    );
    if (amount === undefined) {
      // The table is in money by its sums, though nothing beside the cell says so.
      amount = {
        span,
        extractor: 'amounts/table-cell',
        value: cell.value.toFixed(2),
        currency: 'EUR',
        approximation: 'exact',
        nature: 'budget_line',
        inTable: true,
      };
      amounts.push(amount);
    }
    if (amount.suggestedValue !== undefined) continue;
    amount.suggestedValue = value.toFixed(2);
    amount.suggestionReason = reason;
  }
}

/** The misread cells of an act's tables, where one reading is clearly the best. */
export function misreadsOf(act: Act, related: readonly Amount[] = []): Misread[] {
  const found: Misread[] = [];
  let printed: Printed | undefined;
  for (const grid of gridsOf(act)) {
    if (!grid.money) continue;
    const totals = totalsOf(grid);
    if (totals.every(({ holds }) => holds)) continue;
    printed ??= printedIn([
      ...figuresOf(act).map(({ value }) => value),
      ...related.map(({ value }) => new Decimal(value)),
    ]);
    for (const { cell, value } of changesThatClose(totals, printed))
      found.push({ cell, value, reason: reasonOf(grid, cell, value) });
  }
  return found;
}

function reasonOf({ rows, heads }: Grid, cell: CellFigure, value: Decimal): string {
  const row = rows.find(({ figures }) => [...figures.values()].some(({ start }) => start === cell.start));
  const [label, head] = [row?.label, heads.get(cell.col)].map((name) => name?.replace(/\s+/g, ' ').slice(0, 60).trim());
  const where = [label ? `la ligne «\u00a0${label}\u00a0»` : '', head ? `la colonne «\u00a0${head}\u00a0»` : ''].filter(
    (name) => name !== '',
  );
  const fits =
    where.length === 0
      ? 'les totaux du tableau tombent'
      : `${where.join(' et ')} ${where.length === 1 ? 'tombe' : 'tombent'}`;
  return `Lu ${spaced(cell.value)} ; avec ${spaced(value)}, ${fits} juste.`;
}

const spaced = (value: Decimal): string =>
  value
    .toFixed()
    .replace('.', ',')
    .replace(/\B(?=(\d{3})+(?!\d))(?<!,\d*)/g, '\u00a0');
