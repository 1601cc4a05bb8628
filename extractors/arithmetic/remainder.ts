import type { Relation } from '../../models/records.js';
import type { Figure } from './figures.js';
import { type Context, defineRelation, makes, sum } from './relation.js';

const LEFT =
  /\b(?:il (?:en )?reste(?:ra|rait)?|reste (?:[àa] charge|[àa] financer|[àa] la charge)|solde (?:[àa] financer|[àa] la charge)|autofinancement|part (?:communale|de la commune)|fonds propres)\b[^.;\d]{0,60}$/i;
const COST = /\b(?:co[ûu]t|montant|estim|devis|d[ée]pense|op[ée]ration|projet|travaux)/i;
/** A financing plan told in sentences is no longer than this. */
const REACH = 900;

/** What is left for the commune to pay: the cost, less what others bring. Said only where it is so. */
export default defineRelation({
  id: 'arithmetic/remainder',
  title: 'Reste à charge : ce que les subventions laissent du coût',
  reads: {
    'Le coût des travaux est de 85 000 € HT, la DETR serait de 25 500 € et l’aide du département de 17 000 €. Le reste à charge s’élève à 42 500 €.':
      ['25500 + 17000 + 42500 = 85000'],
    'Le devis est de 45 230 € HT soit 54 276 € TTC. Une aide de 18 092 € est demandée, le reste à la charge de la commune étant de 27 138 €.':
      ['18092 + 27138 = 45230'],
    'Les travaux sont estimés à 42 500 € HT. Le département finance 17 000 €, l’État 12 750 €. Il reste 12 750 € à la commune.':
      ['17000 + 12750 + 12750 = 42500'],
  },
  ignores: ['Le coût est de 85 000 €, la DETR de 25 500 €. Le reste à charge est de 40 000 €.'],
  *find({ act, figures }: Context): Iterable<Relation> {
    const text = act.passage.text.slice(0, act.passage.bodyEnd);
    const amounts = figures.filter(
      ({ unit, value, end }) => unit === 'EUR' && value.greaterThan(0) && end <= text.length,
    );
    for (let i = 2; i < amounts.length; i += 1) {
      const left = amounts[i]!;
      if (!LEFT.test(text.slice(Math.max(0, left.start - 110), left.start))) continue;
      const whole = wholeOf(text, amounts, i);
      if (whole) yield sum(act, 'arithmetic/remainder', whole.cost, [...whole.brought, left]);
    }
  },
});

/** The nearest cost before what is left that everything between them, with it, makes. */
function wholeOf(
  text: string,
  amounts: readonly Figure[],
  at: number,
): { cost: Figure; brought: Figure[] } | undefined {
  for (let from = at - 2; from >= 0 && amounts[at]!.start - amounts[from]!.end < REACH; from -= 1) {
    const cost = amounts[from]!;
    const brought = amounts.slice(from + 1, at).filter(({ end }) => !/^\s*T\.?T\.?C/i.test(text.slice(end, end + 6)));
    const before = text.slice(Math.max(amounts[from - 1]?.end ?? 0, cost.start - 120), cost.start);
    if (COST.test(before) && makes(cost, [...brought, amounts[at]!])) return { cost, brought };
  }
  return undefined;
}
