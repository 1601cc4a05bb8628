import { Decimal } from 'decimal.js';
import type { Relation } from '../../models/records.js';
import { type Context, defineRelation, relation, show } from './relation.js';

/** VAT rates of mainland France, overseas and Corsica, in per cent (code général des impôts, art. 278 to 281 nonies, 294 to 297). */
const RATES = [20, 10, 5.5, 2.1, 8.5, 13, 0.9, 19.6, 7, 20.6, 18.6].map((rate) => new Decimal(rate));

/** The same price without and with VAT, side by side. */
export default defineRelation({
  id: 'arithmetic/taxes',
  title: 'Le prix hors taxes et le prix toutes taxes, côte à côte',
  reads: {
    'un montant de 150 840,42€ HT, soit 181 008,50€ TTC': ['150840.42 × 1.2 = 181008.5'],
    'un coût de 252 800€ HT, soit 316 000€ TTC': ['252800 × 1.2 = 316000'],
  },
  ignores: ['50 000 € HT de subvention. Le reste sera payé plus tard ; 80 000 € TTC au total'],
  *find({ act, figures }: Context): Iterable<Relation> {
    const text = act.passage.text;
    for (let i = 0; i + 1 < figures.length; i += 1) {
      const [a, b] = [figures[i]!, figures[i + 1]!];
      if (a.unit !== b.unit || a.unit === '%' || b.start - a.end > 40) continue;
      const between = text.slice(a.end, b.start);
      if (!/^\s*(?:€\s*)?H\.?T\.?\b[^.;\d]{0,24}$/i.test(between) || !/\bsoit\b|\(|\/|\bet\b|,|=/.test(between))
        continue;
      if (!/^\s*(?:€\s*)?T\.?T\.?C\b/i.test(text.slice(b.end, b.end + 8))) continue;
      const rounding = a.step.plus(b.step).times('0.5');
      const rate =
        RATES.find((rate) => taxed(a.value, rate).minus(b.value).abs().lessThanOrEqualTo(rounding)) ?? RATES[0]!;
      const expected = taxed(a.value, rate);
      const factor = rate.div(100).plus(1);
      yield relation(
        act,
        'arithmetic/taxes',
        'product',
        `${show(a.value)} × ${factor.toFixed()} = ${show(b.value)}`,
        expected,
        b.value,
        rounding,
        [
          { role: 'result', figure: b },
          { role: 'base', figure: a },
        ],
      );
    }
  },
});

const taxed = (value: Decimal, rate: Decimal): Decimal => value.times(rate.div(100).plus(1)).toDecimalPlaces(2);
