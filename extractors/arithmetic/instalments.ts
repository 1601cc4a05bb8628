import type { Relation } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import type { Figure } from './figures.js';
import { type Context, defineRelation, makes, slipped, sum } from './relation.js';

const ADVANCE = /\b(?:avances?|acomptes?|premier (?:versement|acompte)|1er versement|1ere? tranche)\b/;
const BALANCE = /\b(?:soldes?|second versement|deuxieme versement|2e(?:me)? versement|reliquat)\b/;

/** An advance and a balance make the grant; credits charged to budget lines make what was decided. */
export default defineRelation({
  id: 'arithmetic/instalments',
  title: 'Avance et solde, imputations : ensemble, la somme accordée',
  reads: {
    'une subvention de 2.000 €, une avance de 1.200 € à la signature puis le solde, 800 €, sur bilan': [
      '1200 + 800 = 2000',
    ],
    'Il reçoit 26 000 € en deux fois, une avance de 50 %, soit 13 000 €, à la signature puis le solde, soit 13 000 €, sur bilan':
      ['13000 + 13000 = 26000'],
    'accorde 2.263.600 €.\n\nImpute 1.355.600 € sur les crédits inscrits au chapitre 65, 757.000 € sur les crédits inscrits au chapitre 65 et 151.000 € sur les crédits du chapitre 204.':
      ['1355600 + 757000 + 151000 = 2263600'],
  },
  ignores: [
    'une avance de 1.200 € et 800 € de frais',
    '500 € sur les crédits du chapitre 65 et 300 € sur le chapitre 11',
  ],
  *find({ act, figures }: Context): Iterable<Relation> {
    const text = act.passage.text.slice(0, act.passage.bodyEnd);
    const amounts = figures.filter(
      ({ unit, value, end }) => unit === 'EUR' && value.greaterThan(0) && end <= text.length,
    );
    const before = amounts.map(({ start }) =>
      plain(/[^.;\n]*$/.exec(text.slice(Math.max(0, start - 90), start))?.[0] ?? ''),
    );
    for (let i = 0; i + 1 < amounts.length; i += 1) {
      if (!ADVANCE.test(before[i]!)) continue;
      for (let j = i + 1; j < Math.min(amounts.length, i + 4); j += 1) {
        if (!BALANCE.test(before[j]!) || amounts[j]!.start - amounts[i]!.end > 700) continue;
        const total = wholeOf(amounts, i, j, [amounts[i]!, amounts[j]!]);
        if (total) yield sum(act, 'arithmetic/instalments', total, [amounts[i]!, amounts[j]!]);
        break;
      }
    }
    // Runs of amounts that are each charged to a line of the budget.
    const charged = amounts.map(({ end }) =>
      /^[^.;\d]{0,50}(?:sur les cr[ée]dits|\bchapitre|imput|sur l['’]article|[àa] l['’]article|au compte|sur la ligne)/i.test(
        text.slice(end, end + 90),
      ),
    );
    for (let i = 0; i < amounts.length; i += 1) {
      if (!charged[i] || (i > 0 && charged[i - 1])) continue;
      let last = i;
      while (last + 1 < amounts.length && charged[last + 1] && amounts[last + 1]!.start - amounts[last]!.end < 500)
        last += 1;
      if (last === i) continue;
      const parts = amounts.slice(i, last + 1);
      const total = wholeOf(amounts, i, last, parts);
      if (total) yield sum(act, 'arithmetic/instalments', total, parts);
    }
  },
});

/** The amount printed nearest that the parts make, before them rather than after; or that they would, but for one digit. */
function wholeOf(
  amounts: readonly Figure[],
  first: number,
  last: number,
  parts: readonly Figure[],
): Figure | undefined {
  const near = [...amounts.slice(0, first).reverse(), ...amounts.slice(last + 1, last + 8)];
  const made = near.find((amount) => makes(amount, parts));
  if (made) return made;
  return near
    .slice(0, 3)
    .find((amount) => !parts.some(({ value }) => value.equals(amount.value)) && slipped(amount, parts));
}
