import { Decimal } from 'decimal.js';
import type { Relation } from '../../models/records.js';
import type { Figure } from './figures.js';
import { type Context, defineRelation, makes, oneSlip, relation, show, sum, total } from './relation.js';

/** VAT rates of mainland France, overseas and Corsica, in per cent (code général des impôts, art. 278 to 281 nonies, 294 to 297). */
const RATES = [20, 10, 5.5, 2.1, 8.5, 13, 0.9, 19.6, 7, 20.6, 18.6].map((rate) => new Decimal(rate));

const ID = 'arithmetic/taxes';

/** The same price without and with VAT, side by side; and the tax between them, where it is printed. */
export default defineRelation({
  id: ID,
  title: 'Le prix hors taxes, la TVA et le prix toutes taxes',
  reads: {
    'un montant de 150 840,42€ HT, soit 181 008,50€ TTC': ['150840.42 × 1.2 = 181008.5'],
    'un coût de 252 800€ HT, soit 316 000€ TTC': ['252800 × 1.2 = 316000'],
    'Montant HT : 4 400,00 €\nTVA 20 % : 880,00 €\nMontant TTC : 5 280,00 €': ['4400 + 880 = 5280'],
    'Le devis est de 12 350 € hors taxes, 2 470 € de TVA, soit 14 820 € toutes taxes comprises.': [
      '12350 + 2470 = 14820',
    ],
  },
  ignores: [
    'Coût HT : 4 400 €\nTVA récupérée : 300 €\nCoût TTC : 9 000 €',
    '50 000 € HT de subvention. Le reste sera payé plus tard ; 80 000 € TTC au total',
  ],
  *find({ act, figures }: Context): Iterable<Relation> {
    const text = act.passage.text;
    yield* withTheTax(act, figures);
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
        ID,
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

type Part = 'net' | 'tax' | 'gross';
const PARTS: readonly (readonly [Part, string])[] = [
  ['net', 'h\\.?t\\b|hors[ -]taxes?'],
  ['tax', 't\\.?v\\.?a\\b'],
  ['gross', 't\\.?t\\.?c\\b|toutes taxes'],
];
const BEHIND = PARTS.map(
  ([part, words]) => [part, new RegExp(`^[^\\S\\n]{0,2}(?:de |en |la )?(?:${words})`, 'i')] as const,
);
const BEFORE = PARTS.map(([part, words]) => [part, new RegExp(`\\b(?:${words})[^\\n]{0,30}$`, 'i')] as const);

/** "4 400 € HT, 880 € de TVA, 5 280 € TTC": one after the other, in a sentence or on lines. */
function* withTheTax(act: Context['act'], figures: readonly Figure[]): Iterable<Relation> {
  const text = act.passage.text;
  const amounts = figures.filter(({ unit, step }) => unit === 'EUR' || (unit === '' && step.equals('0.01')));
  const partOf = (at: number): Part | undefined => {
    const { start, end } = amounts[at]!;
    const behind = text.slice(end, end + 20);
    const before = text.slice(Math.max(amounts[at - 1]?.end ?? 0, start - 60), start);
    return (BEHIND.find(([, words]) => words.test(behind)) ?? BEFORE.find(([, words]) => words.test(before)))?.[0];
  };
  for (let i = 2; i < amounts.length; i += 1) {
    const [net, tax, gross] = [amounts[i - 2]!, amounts[i - 1]!, amounts[i]!];
    if (gross.start - net.end > 200 || partOf(i - 2) !== 'net' || partOf(i - 1) !== 'tax' || partOf(i) !== 'gross')
      continue;
    if (makes(gross, [net, tax]) || oneSlip(total([net, tax]), gross.value)) yield sum(act, ID, gross, [net, tax]);
  }
}

const taxed = (value: Decimal, rate: Decimal): Decimal => value.times(rate.div(100).plus(1)).toDecimalPlaces(2);
