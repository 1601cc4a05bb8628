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
    'Total des produits 44 000,50 €\nTotal des charges 41 330,50 €\n\nRésultat d’exploitation 2 670,00 €\nRésultat financier 30,00 €\nRésultat net 2 700,00 €':
      ['44000.5 - 41330.5 = 2670', '2670 + 30 = 2700'],
    'Résultat d’exploitation : + 900 €\n\n+ Résultat financier : + 80 €\n\n= Excédent : + 980 €': ['900 + 80 = 980'],
  },
  ignores: [
    'Recettes : 100 €\n\nSolde au 31 décembre : 900 €',
    'Produits d’exploitation\nCotisations 4 250,00 €\nCharges d’exploitation\nAchats 6 120,30 €\nRésultat 2 670,00 €',
    'Produits des services : 900 €\nCharges de personnel : 400 €\nRésultat : 200 €',
  ],
  *find({ act, figures }: Context): Iterable<Relation> {
    const text = act.passage.text.slice(0, act.passage.bodyEnd);
    const lines = itemsOf(text, figures);
    let revenue: Labelled | undefined;
    let expense: Labelled | undefined;
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
      const label = item.text.slice(0, Math.max(0, first.start - item.start));
      // A heading over lines of its own is no label of the first of them.
      if (/\n.*\p{L}/u.test(label)) continue;
      if (REVENUE.test(label)) [revenue, since] = [{ label, figure: first }, 0];
      else if (EXPENSE.test(label)) [expense, since] = [{ label, figure: first }, 0];
      else if (RESULT.test(label) && revenue && expense && since <= 2 && opener === undefined) {
        const stated = minus(act, revenue, expense, first);
        if (stated) yield stated;
        results.push(first);
        [revenue, expense] = [undefined, undefined];
      }
    }
    yield* carriedOver(act, lines);
    yield* ofSections(act, lines);
    yield* net(act, lines);
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
        // Only the first row of results is what came in less what went out.
        if (!RESULT.test(rows[at]!.label) || RESULT.test(rows[at - 1]!.label)) continue;
        const income = rows.slice(Math.max(0, at - 4), at).findLast(({ label }) => REVENUE.test(label));
        const spent = rows.slice(Math.max(0, at - 4), at).findLast(({ label }) => EXPENSE.test(label));
        if (!income || !spent) continue;
        for (const [col, result] of rows[at]!.figures) {
          const [a, b] = [income.figures.get(col), spent.figures.get(col)];
          const stated =
            a && b
              ? minus(act, { label: income.label, figure: a }, { label: spent.label, figure: b }, result)
              : undefined;
          if (stated) yield stated;
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

const NET = /^[\W\d]*(?:= ?)?r[ée]sultat[^\d:]{0,30}(?:net\b|global|de l['’]exercice|total)/i;

/** Operating, financial and exceptional results make the net result. */
function* net(act: Context['act'], lines: readonly Item[]): Iterable<Relation> {
  for (let at = 2; at < lines.length; at += 1) {
    const total = onlyAmount(lines[at]!);
    if (!total || !NET.test(lines[at]!.text)) continue;
    for (let from = at - 2; from >= Math.max(0, at - 4); from -= 1) {
      const own = lines.slice(from, at);
      const parts = own.map(onlyAmount).filter((figure) => figure !== undefined);
      if (parts.length < own.length || !own.every(({ text }) => RESULT.test(text))) break;
      if (makes(total, parts)) yield sum(act, 'arithmetic/results', total, parts);
    }
  }
}

const onlyAmount = ({ figures }: Item): Figure | undefined => {
  const own = figures.filter(({ unit }) => unit === 'EUR');
  return own.length === 1 ? own[0] : undefined;
};

interface Labelled {
  readonly label: string;
  readonly figure: Figure;
}

/** All that came in or went out, and not one line of it. */
const WHOLE =
  /^[\W\d]*(?:total\b.*|(?:recettes?|produits?|ressources|d[ée]penses?|charges|emplois)\s*(?:totales?|totaux|r[ée]elles?|de (?:l['’]exercice|l['’]ann[ée]e).*|d['’]exploitation|\(.*\))?[\s:\d+–-]*)$/iu;

/** Revenue less expense, where it is the result, or where their words say that it should be. */
function minus(act: Context['act'], revenue: Labelled, expense: Labelled, result: Figure): Relation | undefined {
  const [income, spent] = [revenue.figure, expense.figure];
  const expected = income.value.abs().minus(spent.value.abs());
  const statement = `${show(income.value.abs())} - ${show(spent.value.abs())} = ${show(result.value)}`;
  // A deficit may be printed without its sign, under its name.
  const observed = result.signed || expected.greaterThanOrEqualTo(0) ? result.value : result.value.abs().negated();
  const stated = relation(
    act,
    'arithmetic/results',
    'difference',
    statement,
    expected,
    observed,
    toleranceOf([income, spent, result]),
    [
      { role: 'result', figure: result },
      { role: 'base', figure: income },
      { role: 'part', figure: spent },
    ],
  );
  return stated.holds || (WHOLE.test(revenue.label.trim()) && WHOLE.test(expense.label.trim())) ? stated : undefined;
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
