import type { Decimal } from 'decimal.js';
import type { Relation } from '../../models/records.js';
import { type CellFigure, type Grid, type GridRow, gridsOf } from './grid.js';
import {
  type Context,
  defineRelation,
  makes,
  oneDigitOff,
  relation,
  show,
  slipped,
  sum,
  toleranceOf,
} from './relation.js';

const SPENT = /d[ée]penses?|d[ée]ficits?|charges/i;
const RECEIVED = /recettes?|exc[ée]dents?|produits/i;
const RESULT =
  /^[\W\d]*(?:r[ée]sultats?|soldes?|exc[ée]dent|d[ée]ficit|b[ée]n[ée]fice|perte)\b(?!.*(?:report|ant[ée]rieur))/i;

/** The closing of a year's account: for each section, and for both, what was received less what was spent. */
export default defineRelation({
  id: 'arithmetic/closing',
  title: 'Compte administratif en colonnes de dépenses et de recettes : résultats, et ensemble des sections',
  reads: {
    'LIBELLÉS\tFonctionnement dépenses\tFonctionnement recettes\tInvestissement dépenses\tInvestissement recettes\tEnsemble dépenses\tEnsemble recettes\nOpérations\t1 030,50\t1 253,90\t632,40\t394,90\t1 662,90\t1 648,80\nTotaux\t1 030,50\t1 253,90\t632,40\t643,30\t1 662,90\t1 897,20\nRésultats de clôture\t\t223,40\t\t10,90\t\t234,30':
      [
        '1253.9 - 1030.5 = 223.4',
        '643.3 - 632.4 = 10.9',
        '1897.2 - 1662.9 = 234.3',
        '1030.5 + 632.4 = 1662.9',
        '1253.9 + 394.9 = 1648.8',
        '1030.5 + 632.4 = 1662.9',
        '1253.9 + 643.3 = 1897.2',
      ],
    'Libellé\tRecettes\tDépenses\nDons\t75 442,70\t\nFrais\t\t73 482,15\nTotal\t75 442,70\t73 482,15\nBénéfice\t1 960,55\t':
      ['75442.7 - 73482.15 = 1960.55'],
    'Section\tDépenses\tRecettes\tSolde\nFonctionnement\t702,10\t845,20\t143,10\nInvestissement\t310,40\t280,20\t- 30,20':
      ['845.2 - 702.1 = 143.1', '280.2 - 310.4 = -30.2'],
  },
  ignores: ['Poste\tDépenses\tRecettes\nVoirie\t100,00\t40,00\nÉcoles\t20,00\t50,00'],
  *find({ act }: Context): Iterable<Relation> {
    for (const grid of gridsOf(act)) {
      const pairs = pairsOf(grid);
      for (const pair of pairs) {
        yield* resultsBelow(act, grid, pair);
        yield* resultsBeside(act, grid, pair);
      }
      if (pairs.length === 3) yield* bothSections(act, grid, pairs);
    }
  },
});

/** Columns of what is spent and what is received, side by side. */
type Pair = readonly [spent: number, received: number];

function pairsOf({ heads }: Grid): Pair[] {
  const columns = [...heads.keys()].sort((a, b) => a - b);
  const is = (col: number, one: RegExp, other: RegExp): boolean =>
    one.test(heads.get(col)!) && !other.test(heads.get(col)!);
  const pairs: Pair[] = [];
  for (let i = 0; i + 1 < columns.length; i += 1) {
    const [col, next] = [columns[i]!, columns[i + 1]!];
    if (is(col, SPENT, RECEIVED) && is(next, RECEIVED, SPENT)) pairs.push([col, next]);
    else if (is(col, RECEIVED, SPENT) && is(next, SPENT, RECEIVED)) pairs.push([next, col]);
    else continue;
    i += 1;
  }
  return pairs;
}

/** A row of results under a row that holds both columns of a pair. */
function* resultsBelow(act: Context['act'], { rows }: Grid, [spent, received]: Pair): Iterable<Relation> {
  let above: GridRow | undefined;
  for (const row of rows) {
    const [cost, income] = [row.figures.get(spent), row.figures.get(received)];
    if (cost && income && !RESULT.test(row.label)) {
      above = row;
      continue;
    }
    const printed = cost ?? income;
    if (!above || !printed || !RESULT.test(row.label) || (cost && income)) continue;
    const observed = cost ? printed.value.abs().negated() : printed.value;
    yield* balance(act, above.figures.get(received)!, above.figures.get(spent)!, printed, observed);
  }
}

/** A column of results beside the two: "Dépenses, Recettes, Solde". */
function* resultsBeside(act: Context['act'], { rows, heads }: Grid, [spent, received]: Pair): Iterable<Relation> {
  const col = [...heads].find(([col, head]) => col > received && RESULT.test(head))?.[0];
  if (col === undefined) return;
  for (const { figures } of rows) {
    const [a, b, printed] = [figures.get(received), figures.get(spent), figures.get(col)];
    if (!a || !b || !printed) continue;
    // A deficit may be printed without its sign.
    const short = !printed.signed && a.value.lessThan(b.value);
    yield* balance(act, a, b, printed, short ? printed.value.negated() : printed.value);
  }
}

/** Income less cost is the result; where it is not, only a digit may be wrong, or the columns are others. */
function* balance(
  act: Context['act'],
  income: CellFigure,
  cost: CellFigure,
  printed: CellFigure,
  observed: Decimal,
): Iterable<Relation> {
  const expected = income.value.minus(cost.value);
  const tolerance = toleranceOf([income, cost, printed]);
  const holds = observed.minus(expected).abs().lessThanOrEqualTo(tolerance);
  if (!holds && !oneDigitOff(expected.abs().toFixed(2), observed.abs().toFixed(2))) return;
  yield relation(
    act,
    'arithmetic/closing',
    'difference',
    `${show(income.value)} - ${show(cost.value)} = ${show(observed)}`,
    expected,
    observed,
    tolerance,
    [
      { role: 'result', figure: printed },
      { role: 'base', figure: income },
      { role: 'part', figure: cost },
    ],
  );
}

/** The third pair of columns adds up the first two, row by row: said where two rows or more show it. */
function* bothSections(act: Context['act'], { rows }: Grid, pairs: readonly Pair[]): Iterable<Relation> {
  const sums = rows.flatMap(({ figures }) =>
    ([0, 1] as const).flatMap((side) => {
      const [first, second, both] = pairs.map((pair) => figures.get(pair[side]));
      return first && second && both ? [{ parts: [first, second], both }] : [];
    }),
  );
  const holding = sums.filter(({ parts, both }) => makes(both, parts));
  if (holding.length < 2 || holding.length * 2 < sums.length) return;
  const stated = ({ parts, both }: { parts: CellFigure[]; both: CellFigure }): boolean =>
    makes(both, parts) || slipped(both, parts);
  for (const { parts, both } of sums.filter(stated)) yield sum(act, 'arithmetic/closing', both, parts);
}
