import type { Relation } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { TOTAL } from './foots.js';
import { type CellFigure, gridsOf } from './grid.js';
import { type Context, defineRelation, makes, sum } from './relation.js';

const ANNOUNCES = /\b(?:depenses?|cout|montants?|total|somme|enveloppe|credits?|estime\p{L}*|budget)\b/u;
const MOST_ROWS = 30;

/** "Montant estimé de la dépense : 40 000 €", then a table without a total row: its lines make what was announced. */
export default defineRelation({
  id: 'arithmetic/announced',
  title: 'Montant annoncé, puis tableau sans ligne de total : plan de financement, répartition',
  reads: {
    'Montant estimé de la dépense : 40 000,00 € ; aide sollicitée :\n\nRégion (60 %)\t24 000,00 €\nPart communale (40 %)\t16 000,00 €':
      ['24000 + 16000 = 40000'],
  },
  ignores: [
    'Le coût est de 40 000 €.\n\nRégion\t24 000 €\nCommune\t10 000 €',
    'Le bail de 40 000 € est signé.\n\nRégion\t24 000 €\nCommune\t16 000 €',
  ],
  *find({ act, figures }: Context): Iterable<Relation> {
    const text = act.passage.text;
    for (const { rows, money } of gridsOf(act)) {
      if (!money || rows.some(({ label }) => TOTAL.test(label))) continue;
      const filled = rows.filter((row) => row.figures.size > 0);
      if (filled.length < 2 || filled.length > MOST_ROWS) continue;
      const parts = filled.map((row) => [...row.figures.values()].filter(({ unit }) => unit === 'EUR'));
      if (parts.some((own) => own.length !== 1)) continue;
      const column = parts.map(([only]) => only as CellFigure);
      const from = column[0]!.start;
      const said = figures.findLast(
        ({ unit, end }) => unit === 'EUR' && end <= from && !column.some((part) => part.start < end),
      );
      if (!said || from - said.end > 300 || !makes(said, column)) continue;
      const before = plain(/[^.]*$/.exec(text.slice(Math.max(0, said.start - 120), said.start))?.[0] ?? '');
      if (ANNOUNCES.test(before)) yield sum(act, 'arithmetic/announced', said, column);
    }
  },
});
