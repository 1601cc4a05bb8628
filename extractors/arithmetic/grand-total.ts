import type { Relation } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { tabled } from './added-up.js';
import breakdown from './breakdown.js';
import type { Figure } from './figures.js';
import { type Context, defineRelation, makes, spanOf, sum } from './relation.js';

const ID = 'arithmetic/grand-total';
const GRAND =
  /\b(?:montant|total|somme)\b.*\b(?:total|totale|global|globale|s'eleve|conclusion)\b|\bau total\b|\btotal des?\b/;
const MOST = 13;

/**
 * "En conclusion, le montant total de la subvention s'élève à T": T is made of the amounts that the act has granted one
 * by one. Stated only where one choice of them makes T, of four or more: fewer would prove nothing. What the act then
 * decides may be only some of them.
 */
export default defineRelation({
  id: ID,
  title: 'Montant total en conclusion, fait des montants accordés tout au long de l’acte',
  reads: {
    'soutenu à hauteur de 1.250.800 €. Un financement de 99.800 € vise les jeunes. Une aide de 5.000 € pour la mobilité. Le budget est de 9.000 €. La délégation a accordé 26.000 €. En conclusion, le montant total de la subvention s’élève à 1.381.600 €.':
      ['1250800 + 99800 + 5000 + 26000 = 1381600'],
    'soutenu à hauteur de 1.250.800 €. Un financement de 99.800 € vise les jeunes. Une aide de 5.000 € pour la mobilité. La délégation a accordé 26.000 €. Le montant total de la subvention s’élève à 1.381.600 €. Le conseil décide de verser 1.355.600 €.':
      ['1250800 + 99800 + 5000 + 26000 = 1381600', '1250800 + 99800 + 5000 = 1355600', '1355600 + 26000 = 1381600'],
  },
  ignores: ['une aide de 100 €. Une aide de 200 €. Le montant total des subventions s’élève à 900 €.'],
  *find(context: Context): Iterable<Relation> {
    const { act, figures } = context;
    const text = act.passage.text.slice(0, act.passage.bodyEnd);
    const amounts = figures.filter(
      ({ unit, value, end }) => unit === 'EUR' && value.greaterThan(0) && end <= text.length,
    );
    let details: ReadonlyMap<string, number> | undefined;
    for (let i = 4; i < amounts.length; i += 1) {
      const total = amounts[i]!;
      // Its words stand between the amount before and itself.
      const from = Math.max(amounts[i - 1]!.end, total.start - 300);
      const sentence = plain(text.slice(from, total.start).replace(/\n/g, ' ')).split(/[.;] /).at(-1) ?? '';
      if (!GRAND.test(sentence) || tabled(text, total.start)) continue;
      details ??= detailsIn(context);
      // The list under an amount says how it is used, not what else is granted.
      const granted = amounts.slice(0, i).filter((one) => (details!.get(place(context, one)) ?? i) >= i);
      const candidates = distinct(granted.filter(({ value }) => value.lessThan(total.value)));
      if (candidates.length < 4 || candidates.length > MOST) continue;
      const made = onlyChoice(candidates, total, 4);
      if (!made) continue;
      yield sum(act, ID, total, made);
      yield* decided(act, total, made, amounts.slice(i + 1));
    }

    /** What is listed under an amount, with the rank of that amount. */
    function detailsIn(asked: Context): ReadonlyMap<string, number> {
      const ranks = new Map(amounts.map((amount, rank) => [place(asked, amount), rank]));
      const found = new Map<string, number>();
      for (const { holds, terms } of breakdown.find(asked)) {
        const [whole, ...parts] = terms.map(({ span }) => `${span.page}:${span.start}`);
        const rank = ranks.get(whole!);
        if (holds && rank !== undefined) for (const part of parts) found.set(part, rank);
      }
      return found;
    }
  },
});

const place = ({ act }: Context, figure: Figure): string => {
  const { page, start } = spanOf(act, figure);
  return `${page}:${start}`;
};

/** Amounts after the total that some of its parts make, and what the total holds besides the first of them. */
function* decided(
  act: Context['act'],
  total: Figure,
  parts: readonly Figure[],
  later: readonly Figure[],
): Iterable<Relation> {
  for (const amount of distinct(later)) {
    if (amount.value.greaterThanOrEqualTo(total.value) || parts.some(({ value }) => value.equals(amount.value)))
      continue;
    const some = onlyChoice(parts, amount, 3);
    if (!some) continue;
    yield sum(act, ID, amount, some);
    const rest = parts.filter((part) => !some.includes(part));
    // What is charged apart, further on, is not left out.
    const apart = rest.some(({ value }) => later.some((other) => other.value.equals(value)));
    if (rest.length <= 2 && !apart) yield sum(act, ID, total, [amount, ...rest]);
  }
}

/** Each amount once, where it comes first. */
function distinct(amounts: readonly Figure[]): Figure[] {
  const byValue = new Map<string, Figure>();
  for (const amount of amounts) if (!byValue.has(amount.value.toFixed())) byValue.set(amount.value.toFixed(), amount);
  return [...byValue.values()];
}

/** The one choice of so many amounts or more that makes the total; nothing where two do. */
function onlyChoice(candidates: readonly Figure[], total: Figure, fewest: number): Figure[] | undefined {
  let found: Figure[] | undefined;
  for (let mask = 1; mask < 1 << candidates.length; mask += 1) {
    const chosen = candidates.filter((_, i) => mask & (1 << i));
    if (chosen.length < fewest) continue;
    const cents = chosen.reduce((all, { value }) => all + value.toNumber(), 0);
    if (Math.abs(cents - total.value.toNumber()) > 0.001 || !makes(total, chosen)) continue;
    if (found) return undefined;
    found = chosen;
  }
  return found;
}
