import type { Relation } from '../../models/records.js';
import type { Figure } from './figures.js';
import { gridsOf } from './grid.js';
import { ratio } from './percentages.js';
import { type Context, defineRelation, total as totalOf } from './relation.js';
import { totalsOf } from './tables.js';

/** The share that each line of a table has in its total, printed beside it. */
export default defineRelation({
  id: 'arithmetic/weights',
  title: 'Tableau avec un total : la part de chaque ligne, en pour cent',
  reads: {
    'Financeurs\tMontant\t%\nÉtat\t52 000 €\t40 %\nDépartement\t26 000 €\t20 %\nCommune\t52 000 €\t40 %\nTOTAL\t130 000 €\t100 %':
      ['52000 / 130000 = 40 %', '26000 / 130000 = 20 %', '52000 / 130000 = 40 %'],
    'Financeurs\tMontant\nÉtat (40 %)\t52 000 €\nDépartement (25 %)\t26 000 €\nCommune (35 %)\t52 000 €\nTOTAL\t130 000 €':
      [],
    'Financeurs\tMontant\nÉtat (40 %)\t52 000 €\nCommune (60 %)\t78 000 €\nTOTAL\t130 000 €': [
      '52000 / 130000 = 40 %',
      '78000 / 130000 = 60 %',
    ],
  },
  ignores: [
    // Of what can be subsidised, not of the whole.
    'Financeurs\tMontant\nÉtat (40 %)\t20 000 €\nCommune\t110 000 €\nTOTAL\t130 000 €',
    'Taxe\tProduit\nBâti (18,5 %)\t185 000 €\nNon bâti (42,1 %)\t12 630 €\nTotal\t197 630 €',
  ],
  *find({ act, figures }: Context): Iterable<Relation> {
    const text = act.passage.text;
    const percents = figures.filter(({ unit, signed }) => unit === '%' && !signed);
    if (percents.length < 2) return;
    for (const grid of gridsOf(act)) {
      for (const { total, parts, way, holds } of totalsOf(grid)) {
        if (way !== 'column' || !holds || total.unit === '%') continue;
        const weighed = parts.flatMap((part) => {
          const percent = beside(text, percents, part);
          return percent ? [{ part, percent }] : [];
        });
        const shares = weighed.map(({ percent }) => percent);
        if (weighed.length < 2 || new Set(shares).size < shares.length) continue;
        const relations = weighed.map(({ part, percent }) => ratio(act, 'arithmetic/weights', part, total, percent));
        const holding = relations.filter((relation) => relation.holds);
        // Shares that make the whole are shares of this whole; alone, one may be a rate of something else.
        const whole = weighed.length === parts.length && totalOf(shares).minus(100).abs().lessThanOrEqualTo(1);
        if (holding.length >= 2 && holding.length * 3 >= relations.length * 2) yield* whole ? relations : holding;
      }
    }
  },
});

/** The percentage on an amount's line, before it or after it, with no other amount between. */
function beside(text: string, percents: readonly Figure[], part: Figure): Figure | undefined {
  const reach = (from: number, to: number): boolean => !/\n|\d[\d \u00a0.]*,\d\d|€/.test(text.slice(from, to));
  return (
    percents.findLast(({ end }) => end <= part.start && part.start - end < 80 && reach(end, part.start)) ??
    percents.find(({ start }) => start >= part.end && start - part.end < 40 && reach(part.end, start))
  );
}
