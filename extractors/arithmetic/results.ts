import type { Relation } from '../../models/records.js';
import type { Figure } from './figures.js';
import { gridsOf } from './grid.js';
import { type Item, itemsOf } from './layout.js';
import { type Context, defineRelation, makes, relation, show, sum, toleranceOf } from './relation.js';

const REVENUE = /^[\W\d]*(?:total (?:des )?)?(?:recettes?|produits?|ressources)\b/i;
const EXPENSE = /^[\W\d]*(?:total (?:des )?)?(?:d[ée]penses?|charges?|emplois)\b/i;
const LABELLED = /^[\W\d]*\p{L}+\s?:/u;
const RESULT = /^[\W\d]*(?:soit )?(?:un |le )?(?:r[ée]sultat|solde|exc[ée]dent|d[ée]ficit)\b/i;

/** Revenue less expense is the result; and lines that open with "+" and "=" say what they do. */
export default defineRelation({
  id: 'arithmetic/results',
  title: 'Recettes moins dépenses font le résultat ; lignes en « + » et « = »',
  reads: {
    'Recettes : + 122,92 €\nDépenses : – 273,11 €\nRésultat : – 150,19 €': ['122.92 - 273.11 = -150.19'],
    'SECTION\tFONCTIONNEMENT\nDEPENSES\t404 315.94 €\nRECETTES\t674 599.66 €\nRESULTAT\t+ 270 283.72 €': [
      '674599.66 - 404315.94 = 270283.72',
    ],
    'Excédent de l’exercice : 50 000 €\nRésultat antérieur reporté : 20 000 €\nRésultat de clôture : 70 000 €': [
      '50000 + 20000 = 70000',
    ],
    'Recettes de l’exercice : 900,00 €\nDépenses de l’exercice : 650,00 €\nSoit un excédent de 250,00 €\nExcédent reporté : 50,00 €\nSoit un excédent cumulé de 300,00 €':
      ['900 - 650 = 250', '250 + 50 = 300'],
    '- section de fonctionnement : + 8 913,15 €\n- section d’investissement : - 5 928,86 €\n- résultat de clôture général : + 2 984,29 €':
      ['8913.15 - 5928.86 = 2984.29'],
    'Résultat d’exploitation : + 900 €\n\n+ Résultat financier : + 80 €\n\n= Excédent : + 980 €': ['900 + 80 = 980'],
  },
  ignores: ['Recettes : 100 €\n\nSolde au 31 décembre : 900 €'],
  *find({ act, figures }: Context): Iterable<Relation> {
    const text = act.passage.text.slice(0, act.passage.bodyEnd);
    const lines = itemsOf(text.replace(/\n(?=\s*[=+])/g, '\n'), figures);
    let revenue: Figure | undefined;
    let expense: Figure | undefined;
    let since = 0;
    const results: Figure[] = [];
    const operands: Figure[] = [];
    for (const item of lines) {
      const [first] = item.figures.filter(({ unit, yearLike }) => !yearLike && unit !== '%');
      // A row with one figure is a line like the others, with its comment beside it.
      if (item.row && (item.figures.filter(({ unit }) => unit === 'EUR').length !== 1 || !LABELLED.test(item.text)))
        continue;
      const opener = /^\s*([=+])/.exec(item.text)?.[1];
      if (first && opener === '=' && operands.length >= 2) {
        yield sum(act, 'arithmetic/results', first, operands);
        yield* inBrackets(act, item.figures, operands, lines);
        operands.length = 0;
      } else if (first && opener === '+') operands.push(first);
      else if (first) operands.splice(0, operands.length, first);
      since += 1;
      if (!first) continue;
      if (REVENUE.test(item.text)) [revenue, since] = [first, 0];
      else if (EXPENSE.test(item.text)) [expense, since] = [first, 0];
      else if (RESULT.test(item.text) && revenue && expense && since <= 2 && opener === undefined) {
        yield minus(act, revenue, expense, first);
        results.push(first);
        [revenue, expense] = [undefined, undefined];
      }
    }
    yield* carriedOver(act, lines);
    yield* ofSections(act, lines);
    const balance = lines.find(
      ({ text, figures }) =>
        /(?:^|\n)[\W\d]*(?:solde|r[ée]sultat cumul[ée]|cumul)/i.test(text) &&
        figures.some(({ unit }) => unit === 'EUR'),
    );
    const cumulated = balance?.figures.find(({ unit }) => unit === 'EUR');
    if (cumulated && results.length >= 3 && !results.includes(cumulated) && makes(cumulated, results)) {
      yield sum(act, 'arithmetic/results', cumulated, results);
    }
    for (const { rows } of gridsOf(act)) {
      for (let at = 2; at < rows.length; at += 1) {
        if (!RESULT.test(rows[at]!.label)) continue;
        const income = rows.slice(Math.max(0, at - 4), at).findLast(({ label }) => REVENUE.test(label));
        const spent = rows.slice(Math.max(0, at - 4), at).findLast(({ label }) => EXPENSE.test(label));
        if (!income || !spent) continue;
        for (const [col, result] of rows[at]!.figures) {
          const [a, b] = [income.figures.get(col), spent.figures.get(col)];
          if (a && b) yield minus(act, a, b, result);
        }
      }
    }
  },
});

const CLOSED =
  /^[\W\d]*(?:soit )?(?:un |le )?(?:r[ée]sultat|solde|exc[ée]dent|d[ée]ficit)[^\d:]{0,40}(?:cl[ôo]ture|cumul[ée])/i;
const CARRIED =
  /^[\W\d]*(?:le )?(?:r[ée]sultats?|exc[ée]dents?|d[ée]ficits?|solde)?[^\d:]{0,30}(?:report|ant[ée]rieur)/i;

/** The year's result and what is carried over from the year before make the result at the close. */
function* carriedOver(act: Context['act'], lines: readonly Item[]): Iterable<Relation> {
  for (let at = 2; at < lines.length; at += 1) {
    if (!CLOSED.test(lines[at]!.text)) continue;
    const [a, b, total] = [lines[at - 2]!, lines[at - 1]!, lines[at]!].map(onlyAmount);
    if (!total || !a || !b) continue;
    const [first, second] = [lines[at - 2]!.text, lines[at - 1]!.text];
    const said = (CARRIED.test(first) && RESULT.test(second)) || (RESULT.test(first) && CARRIED.test(second));
    if (said && makes(total, [a, b])) yield sum(act, 'arithmetic/results', total, [a, b]);
  }
}

const SECTION = /^[^\d:]{0,40}\bsection (?:de |d['’]\s?)(fonctionnement|exploitation|investissement)/i;
const BOTH =
  /^[\W\d]*(?:soit )?(?:un |le )?(?:r[ée]sultat|solde|exc[ée]dent|d[ée]ficit|total)[^\d:]{0,40}(?:global|g[ée]n[ée]ral|cl[ôo]ture|cumul[ée]|ensemble)/i;

/** The results of the two sections make that of the budget. */
function* ofSections(act: Context['act'], lines: readonly Item[]): Iterable<Relation> {
  for (let at = 2; at < lines.length; at += 1) {
    const own = [lines[at - 2]!, lines[at - 1]!, lines[at]!];
    const [first, second] = own.map(({ text }) => SECTION.exec(text)?.[1]);
    if (!first || !second || first === second || !BOTH.test(own[2]!.text)) continue;
    const [a, b, total] = own.map(onlyAmount);
    if (a && b && total && makes(total, [a, b])) yield sum(act, 'arithmetic/results', total, [a, b]);
  }
}

const onlyAmount = ({ figures }: Item): Figure | undefined => {
  const own = figures.filter(({ unit }) => unit === 'EUR');
  return own.length === 1 ? own[0] : undefined;
};

function minus(act: Context['act'], revenue: Figure, expense: Figure, result: Figure): Relation {
  const expected = revenue.value.abs().minus(expense.value.abs());
  const statement = `${show(revenue.value.abs())} - ${show(expense.value.abs())} = ${show(result.value)}`;
  // A deficit may be printed without its sign, under its name.
  const observed = result.signed || expected.greaterThanOrEqualTo(0) ? result.value : result.value.abs().negated();
  return relation(
    act,
    'arithmetic/results',
    'difference',
    statement,
    expected,
    observed,
    toleranceOf([revenue, expense, result]),
    [
      { role: 'result', figure: result },
      { role: 'base', figure: revenue },
      { role: 'part', figure: expense },
    ],
  );
}

/** The same sum for the year before, each figure in brackets after its line's own: "(+ 413 € en 2020)". */
function* inBrackets(
  act: Context['act'],
  last: readonly Figure[],
  operands: readonly Figure[],
  lines: readonly Item[],
): Iterable<Relation> {
  const second = (figures: readonly Figure[]): Figure | undefined =>
    figures.filter(({ unit, yearLike }) => !yearLike && unit !== '%')[1];
  const total = second(last);
  const parts = operands.map((operand) =>
    second(lines.find(({ figures }) => figures.includes(operand))?.figures ?? []),
  );
  if (!total || parts.some((part) => part === undefined)) return;
  yield sum(act, 'arithmetic/results', total, parts as Figure[]);
}
