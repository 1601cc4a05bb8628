import type { Relation } from '../../models/records.js';
import type { Figure } from './figures.js';
import { type Grid, gridsOf } from './grid.js';
import { quotient } from './quotient.js';
import { type Context, defineRelation } from './relation.js';

const ID = 'arithmetic/ratio-columns';
/** "kg/hab. 2022", "€ par habitant": the head of a column that shares another out by head. */
const PER_HEAD = /(?:\bpar|\/)\s?hab(?:itants?)?\b/i;
const HEADS = /^\s?hab(?:itants?\b|\.)/i;
const YEARS_TO_REPAY = /\b(?:capacit[ée]|dur[ée]e) de d[ée]sendettement\b/i;
const DEBT = /^(?=.*\b(?:encours|dette)\b)(?!.*\b(?:annuit|int[ée]r[êe]t|rembours|par hab|\/))/i;
const SAVING = /(?:[ée]pargne|\bcaf|\bautofinancement) brute?\b/i;
/** A population is no smaller. */
const FEWEST = 50;

/** Columns by head of population, and the row of the years that a debt would take: stated by the table as a whole. */
export default defineRelation({
  id: ID,
  title: 'Tableau : colonne par habitant, ligne de la capacité de désendettement',
  reads: {
    'Le syndicat compte 60 000 habitants.\n\nFlux\tTonnes\tkg/hab\nOrdures\t11 935\t198,9\nEmballages\t3 240\t54,0\nVerre\t2 110\t35,2\nBois\t4 876\t82,3':
      [
        '11935 × 1000 / 60000 = 198.9',
        '3240 × 1000 / 60000 = 54',
        '2110 × 1000 / 60000 = 35.2',
        '4876 × 1000 / 60000 = 82.3',
      ],
    'En euros\tCA 2022\tCA 2023\nÉpargne brute\t135 722\t150 000\nEncours de dette\t1 085 776\t1 020 000\nCapacité de désendettement (années)\t8,0\t6,8':
      ['1085776 / 135722 = 8', '1020000 / 150000 = 6.8'],
  },
  ignores: [
    // The population of each row is another.
    'Il a 60 000 habitants.\n\nCommune\tTonnes\tkg/hab\nOrval\t935\t198,9\nArc\t240\t154,0\nLers\t110\t235,2\nSée\t76\t182,3',
    'En euros\tCA 2022\nÉpargne brute\t135 722\nEncours de dette\t1 085 776\nCapacité de désendettement (années)\t12,0',
  ],
  *find({ act, figures }: Context): Iterable<Relation> {
    const text = act.passage.text;
    const populations = figures.filter(
      ({ unit, end, value }) => unit === '' && value.greaterThan(FEWEST) && HEADS.test(text.slice(end, end + 12)),
    );
    for (const grid of gridsOf(act)) {
      for (const ways of [byHead(act, grid, populations), byYears(act, grid)]) {
        const best = ways.reduce<Relation[]>((most, way) => (held(way) > held(most) ? way : most), []);
        // Where most agree, the others are mistakes; a few that agree prove nothing.
        if (held(best) * 4 >= best.length * 3) yield* best;
      }
    }
  },
});

const held = (relations: readonly Relation[]): number => relations.filter(({ holds }) => holds).length;

/** Each column by head, from each column before it, for each population that the act tells. */
function byHead(act: Context['act'], { rows, heads }: Grid, populations: readonly Figure[]): Relation[][] {
  const ways: Relation[][] = [];
  for (const [col, head] of heads) {
    if (!PER_HEAD.test(head)) continue;
    for (const from of heads.keys()) {
      if (from >= col || PER_HEAD.test(heads.get(from)!)) continue;
      for (const population of populations) {
        for (const factor of /\bkg\b/i.test(head) ? [1000, 1] : [1]) {
          const way = rows.flatMap(({ figures }) => {
            const [part, result] = [figures.get(from), figures.get(col)];
            return part && result?.value.greaterThan(0) ? [quotient(act, ID, part, population, result, factor)] : [];
          });
          if (held(way) >= 3) ways.push(way);
        }
      }
    }
  }
  return ways;
}

/** The debt by the gross saving, column by column. */
function byYears(act: Context['act'], { rows }: Grid): Relation[][] {
  const [debt, saving, years] = [DEBT, SAVING, YEARS_TO_REPAY].map((said) =>
    rows.find(
      ({ label, figures }) =>
        figures.size > 0 && said.test(label) && (said === YEARS_TO_REPAY || !YEARS_TO_REPAY.test(label)),
    ),
  );
  if (!debt || !saving || !years) return [];
  const way = [...years.figures].flatMap(([col, result]) => {
    const [part, base] = [debt.figures.get(col), saving.figures.get(col)];
    return part && base?.value.greaterThan(0) ? [quotient(act, ID, part, base, result)] : [];
  });
  return held(way) > 0 ? [way] : [];
}
