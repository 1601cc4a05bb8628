import { Decimal } from 'decimal.js';
import type { Relation } from '../../models/records.js';
import { type CellFigure, type Grid, gridsOf } from './grid.js';
import { type Context, defineRelation, oneDigitOff, relation, show } from './relation.js';

/** Bases of local taxes, their rates and what they bring: the rate's share of the base, row by row. */
export default defineRelation({
  id: 'arithmetic/rates',
  title: 'Fiscalité : base, taux et produit attendu',
  reads: {
    'Taxe\tBase prévisionnelle\tTaux\tProduit attendu\nFoncier bâti\t4 250 000\t38,50 %\t1 636 250\nFoncier non bâti\t62 000\t45,00 %\t27 900':
      ['4250000 × 38.5 % = 1636250', '62000 × 45 % = 27900'],
    'Taxe\tBases\tTaux\tProduit\nFoncier bâti\t4 250 000\t38,50 %\t1 636 260': ['4250000 × 38.5 % = 1636260'],
  },
  ignores: ['Poste\tBase\tTaux\tProduit\nEau\t1 000\t20,00 %\t4 500', 'Poste\tMontant\tTaux\nEau\t1 000\t20,00 %'],
  *find({ act }: Context): Iterable<Relation> {
    for (const grid of gridsOf(act)) {
      const [bases, rates, products] = [/\bbases?\b/i, /\btaux\b/i, /\bproduits?\b/i].map((head) =>
        columnOf(grid, head),
      );
      if (bases === undefined || rates === undefined || products === undefined) continue;
      for (const { figures } of grid.rows) {
        const [base, rate, product] = [bases, rates, products].map((col) => figures.get(col));
        if (base && rate && product && rate.value.lessThanOrEqualTo(100)) yield* brought(act, base, rate, product);
      }
    }
  },
});

/** The one column with such a head. */
function columnOf({ heads }: Grid, head: RegExp): number | undefined {
  const columns = [...heads].filter(([, text]) => head.test(text)).map(([col]) => col);
  return columns.length === 1 ? columns[0] : undefined;
}

function* brought(act: Context['act'], base: CellFigure, rate: CellFigure, product: CellFigure): Iterable<Relation> {
  const expected = base.value.times(rate.value).div(100);
  // The product is rounded to the euro, and the services of the State cut it as often as they round.
  const tolerance = Decimal.max(1, product.step);
  const holds = product.value.minus(expected).abs().lessThanOrEqualTo(tolerance);
  if (!holds && !oneDigitOff(expected.toFixed(0), product.value.toFixed(0))) return;
  yield relation(
    act,
    'arithmetic/rates',
    'product',
    `${show(base.value)} × ${show(rate.value)} % = ${show(product.value)}`,
    expected,
    product.value,
    tolerance,
    [
      { role: 'total', figure: product },
      { role: 'base', figure: base },
      { role: 'rate', figure: rate },
    ],
  );
}
