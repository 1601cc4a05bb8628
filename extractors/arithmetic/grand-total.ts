import type { Relation } from '../../models/records.js';
import type { Figure } from './figures.js';
import { wordsBefore } from './nouns.js';
import { type Context, defineRelation, makes, sum } from './relation.js';

const GRAND =
  /\b(?:montant|total|somme)\b.*\b(?:total|totale|global|globale|s'eleve|conclusion)\b|\bau total\b|\btotal des?\b/;
const MOST = 13;

/**
 * "En conclusion, le montant total de la subvention s'élève à T": T is made of the amounts that the act has granted one
 * by one. Stated only where one choice of them makes T, of four or more: fewer would prove nothing.
 */
export default defineRelation({
  id: 'arithmetic/grand-total',
  title: 'Montant total en conclusion, fait des montants accordés tout au long de l’acte',
  reads: {
    'soutenu à hauteur de 1.250.800 €. Un financement de 99.800 € vise les jeunes. Une aide de 5.000 € pour la mobilité. Le budget est de 9.000 €. La délégation a accordé 26.000 €. En conclusion, le montant total de la subvention s’élève à 1.381.600 €.':
      ['1250800 + 99800 + 5000 + 26000 = 1381600'],
  },
  ignores: ['une aide de 100 €. Une aide de 200 €. Le montant total des subventions s’élève à 900 €.'],
  *find({ act, figures }: Context): Iterable<Relation> {
    const text = act.passage.text.slice(0, act.passage.bodyEnd);
    const amounts = figures.filter(
      ({ unit, value, end }) => unit === 'EUR' && value.greaterThan(0) && end <= text.length,
    );
    for (let i = 4; i < amounts.length; i += 1) {
      const total = amounts[i]!;
      const sentence = wordsBefore(text.replace(/\n/g, ' '), total, 260).split(/\. /).at(-1) ?? '';
      if (!GRAND.test(sentence)) continue;
      const candidates = distinct(amounts.slice(0, i).filter(({ value }) => value.lessThan(total.value)));
      if (candidates.length < 4 || candidates.length > MOST) continue;
      const made = onlyChoice(candidates, total);
      if (made) yield sum(act, 'arithmetic/grand-total', total, made);
    }
  },
});

/** Each amount once, where it comes first. */
function distinct(amounts: readonly Figure[]): Figure[] {
  const byValue = new Map<string, Figure>();
  for (const amount of amounts) if (!byValue.has(amount.value.toFixed())) byValue.set(amount.value.toFixed(), amount);
  return [...byValue.values()];
}

function onlyChoice(candidates: readonly Figure[], total: Figure): Figure[] | undefined {
  let found: Figure[] | undefined;
  for (let mask = 1; mask < 1 << candidates.length; mask += 1) {
    const chosen = candidates.filter((_, i) => mask & (1 << i));
    if (chosen.length < 4) continue;
    const cents = chosen.reduce((all, { value }) => all + value.toNumber(), 0);
    if (Math.abs(cents - total.value.toNumber()) > 0.001 || !makes(total, chosen)) continue;
    if (found) return undefined;
    found = chosen;
  }
  return found;
}
