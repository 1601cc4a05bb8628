import type { Relation } from '../../models/records.js';
import { footTotals } from './foot-totals.js';
import { type Grid, gridsOf } from './grid.js';
import { netsOf } from './nets.js';
import { type Context, defineRelation, sum } from './relation.js';
import { sideTotals } from './side-totals.js';
import type { TableTotal } from './table-totals.js';

/** Rows and columns of a table that are totals of the others: stated by their heads, or by all that the table shows. */
export default defineRelation({
  id: 'arithmetic/tables',
  title: 'Totaux de lignes et de colonnes dans un tableau',
  reads: {
    'Financeur\tMontant\nVille\t757.000 €\nRégion\t146.000 €\nTOTAL\t903.000 €': ['757000 + 146000 = 903000'],
    'Poste\t2022\nEau\t10 200 €\nGaz\t5 000 €\nTotal\t15 300 €': ['10200 + 5000 = 15300'],
    'Poste\tMontant\nEau\t30 €\nGaz\t20 €\nTotal énergie\t50 €\nVis\t40 €\nTotal achats\t90 €\nPaie\t70 €\nPrimes\t10 €\nTotal personnel\t80 €\nTotal général\t170 €':
      [
        '30 + 20 = 50',
        '30 + 20 + 40 = 90',
        '50 + 40 = 90',
        '70 + 10 = 80',
        '30 + 20 + 40 + 70 + 10 = 170',
        '90 + 80 = 170',
      ],
    'Coûts en k€\t2022\nCollecte\t1 200\nTraitement\t800\nVentes\t(300)\nCoût net\t1 700': ['1200 + 800 - 300 = 1700'],
    'En €\t2022\nRecettes\t12 000\nDépenses\t8 000\nÉpargne brute\t4 000\nCapital remboursé\t1 500\nÉpargne nette\t2 500':
      ['12000 - 8000 = 4000', '4000 - 1500 = 2500'],
    'En €\t2022\nVentes\t842\nDons\t96\nPrêts\t141\nTotal\t1 079': ['842 + 96 + 141 = 1079'],
    'Produits 2022 2023\n\nÉtat 190 € 198 €\n\nRégion 64 € 70 €\n\nTotal des produits 254 € 268 €': [
      '190 + 64 = 254',
      '198 + 70 = 268',
    ],
  },
  ignores: [
    'Coûts en €\t2022\nCollecte\t1 200\nRecettes\t300\nCoût net\t800',
    'Poste\tTaux moyen\nEau\t10,5\nGaz\t5,2\nTotal\t7,9',
    'Article\tPrix\tRemise\tTotal\nLampes\t25 €\t0 €\t25 €\nCâbles\t10 €\t2 €\t8 €',
  ],
  *find({ act }: Context): Iterable<Relation> {
    for (const grid of gridsOf(act)) {
      for (const { total, parts } of totalsOf(grid)) yield sum(act, 'arithmetic/tables', total, parts);
      for (const { total, parts, signs } of netsOf(grid)) yield sum(act, 'arithmetic/tables', total, parts, signs);
    }
  },
});

/** Every total that a grid states, with its parts: those that hold, and those that should. */
export function totalsOf(grid: Grid): TableTotal[] {
  const found = [...footTotals(grid), ...sideTotals(grid)];
  // Of rows that may be incomplete, a failing total proves nothing, unless another one in its row or column holds.
  if (!grid.loose) return found;
  const held = found.filter(({ holds }) => holds);
  return found.filter(
    ({ holds, total, way }) =>
      holds ||
      held.some(
        (other) =>
          other.way === way && (way === 'column' ? other.total.row === total.row : other.total.col === total.col),
      ),
  );
}
