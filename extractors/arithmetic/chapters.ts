import type { Relation } from '../../models/records.js';
import { codeOf, holds } from '../meaning/codes.js';
import { topLevel } from './foots.js';
import { type CellFigure, type GridRow, gridsOf } from './grid.js';
import { type Context, defineRelation, makes, oneDigitOff, sum, total } from './relation.js';

/** The lines of a budget in detail: each chapter is the sum of its accounts, which stand below it. */
export default defineRelation({
  id: 'arithmetic/chapters',
  title: 'Chapitre d’un budget, et ses articles au-dessous',
  reads: {
    'Chap/art\tLibellé\tBP 2023\tBP 2024\n011\tCharges générales\t3 500,00\t4 200,00\n60612\tÉnergie\t2 500,00\t3 000,00\n6156\tMaintenance\t1 000,00\t1 200,00\n65\tAutres charges\t700,00\t800,00\n6531\tIndemnités\t600,00\t680,00\n6533\tRetraite\t100,00\t120,00':
      ['2500 + 1000 = 3500', '3000 + 1200 = 4200', '600 + 100 = 700', '680 + 120 = 800'],
    'Chap\tLibellé\tBP 2023\tBP 2024\n65\tAutres charges\t1 700,00\t1 830,00\n6531\tIndemnités\t1 600,00\t1 680,00\n6533\tRetraite\t100,00\t120,00':
      ['1600 + 100 = 1700', '1680 + 120 = 1830'],
  },
  ignores: [
    'Chap\tLibellé\tBP 2023\n65\tAutres charges\t9 700,00\n6531\tIndemnités\t600,00\n6533\tRetraite\t100,00',
    'Chap\tLibellé\tBP 2023\n65\tAutres charges\t700,00\n6068\tFournitures\t600,00\n6156\tMaintenance\t100,00',
  ],
  *find({ act }: Context): Iterable<Relation> {
    for (const { rows } of gridsOf(act)) {
      for (const [at, row] of rows.entries()) {
        const parts = accountsUnder(rows, at);
        if (parts.length < 2) continue;
        const sums = [...row.figures].map(([col, whole]) => ({ whole, parts: inColumn(parts, col, whole) }));
        // The articles shown may be some of them: where no column holds, nothing says that they are all.
        if (!sums.some((one) => one.parts.length > 1 && makes(one.whole, one.parts))) continue;
        for (const one of sums) {
          const slip = oneDigitOff(one.whole.value.toFixed(), total(one.parts).toFixed());
          if (one.parts.length > 1 && (makes(one.whole, one.parts) || slip))
            yield sum(act, 'arithmetic/chapters', one.whole, one.parts);
        }
      }
    }
  },
});

const codeIn = ({ label }: GridRow): string | undefined => /^\W*(\d{2,8})\b/.exec(label)?.[1];

/** The rows below a chapter that are its accounts, up to the first that is none; those under another account left out. */
function accountsUnder(rows: readonly GridRow[], at: number): GridRow[] {
  const chapter = codeOf(codeIn(rows[at]!) ?? '').chapter;
  if (chapter === undefined) return [];
  const under: number[] = [];
  for (let i = at + 1; i < rows.length; i += 1) {
    if (rows[i]!.heading) continue;
    const code = codeIn(rows[i]!);
    if (code === undefined || code === chapter || !holds(chapter, code)) break;
    under.push(i);
  }
  return topLevel(rows, under).map((i) => rows[i]!);
}

const inColumn = (parts: readonly GridRow[], col: number, whole: CellFigure): CellFigure[] =>
  parts
    .flatMap(({ figures }) => figures.get(col) ?? [])
    .filter(({ unit, value }) => unit === whole.unit && !value.isZero());
