import { Decimal } from 'decimal.js';
import type { Relation } from '../../models/records.js';
import type { Figure } from './figures.js';
import { gridsOf } from './grid.js';
import { type Item, itemsOf } from './layout.js';
import { type Context, defineRelation, oneSlip, relation, show, sum, toleranceOf } from './relation.js';
import { type Told, toldIn, toldInColumns } from './told.js';

const ID = 'arithmetic/results';

/** Revenue less expense is the result; results of sections and of years make that of the whole; lines in "+" and "=" say what they do. */
export default defineRelation({
  id: ID,
  title:
    'Recettes moins dépenses font le résultat ; résultats et reports font celui de clôture ; lignes en « + » et « = »',
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
    'En fonctionnement, les recettes sont de 201 398,24 € et les dépenses de 191 477,54 €, soit un résultat de 9 920,70 €.':
      ['201398.24 - 191477.54 = 9920.7'],
    'Dépenses de fonctionnement : 4 341,51 €\nRecettes de fonctionnement : 4 450,42 €\nDépenses d’investissement : 940,60 €\nRecettes d’investissement : 798,60 €\nIl ressort un résultat de 108,91 € en fonctionnement et un résultat de - 142,00 € en investissement.':
      ['4450.42 - 4341.51 = 108.91', '798.6 - 940.6 = -142'],
    'Le déficit de la section est de 3 200,50 €, avec 7 400,00 € de recettes et 10 600,50 € de dépenses.': [
      '7400 - 10600.5 = -3200.5',
    ],
    'Dépenses = 2 033 729.68\nRecettes = 2 514 543.28\nD’où un excédent de 480 813.60 €\nDéficit reporté\t- 121 325,50\nBesoin de financement\t82 247,28':
      ['2514543.28 - 2033729.68 = 480813.6'],
    'excédent de l’exercice\t39 078,22\ndéficit reporté\t- 121 325,50\nbesoin de financement\t82 247,28': [
      '39078.22 - 121325.5 = -82247.28',
    ],
    'Excédent de fonctionnement = 480 813.60\nExcédent d’investissement = 36 700.08\nSoit un excédent global de 517 513.78 €':
      ['480813.6 + 36700.08 = 517513.78'],
    'Solde : + 90,00 €\n\nRecettes : 80,00 €\nDépenses : 20,00 €\nRésultat : + 60,00 €\n\nRésultat : - 10,00 €\n\nRésultat : + 40,00 €':
      ['60 - 10 + 40 = 90', '80 - 20 = 60'],
    'Résultat d’exploitation : + 900 €\n\n+ Résultat financier : + 80 €\n\n= Excédent : + 980 €': ['900 + 80 = 980'],
  },
  ignores: [
    '6\n\n+ 1\n\n= 3',
    'Recettes : 100 €\n\nSolde au 31 décembre : 900 €',
    'Produits d’exploitation\nCotisations 4 250,00 €\nCharges d’exploitation\nAchats 6 120,30 €\nRésultat 2 670,00 €',
    'Produits des services : 900 €\nCharges de personnel : 400 €\nRésultat : 200 €',
    'Le résultat est de 3 041 582,79 € avec 7 414 138 € de recettes et 6 172 901 € de dépenses.',
  ],
  *find({ act, figures }: Context): Iterable<Relation> {
    const text = act.passage.text.slice(0, act.passage.bodyEnd);
    yield* operations(act, itemsOf(text, figures));
    const accounts = [
      toldIn(
        text,
        figures.filter(({ end }) => end <= text.length),
      ),
    ];
    for (const grid of gridsOf(act)) accounts.push(...toldInColumns(grid));
    for (const told of accounts) {
      for (let at = 0; at < told.length; at += 1) {
        if (told[at]!.flow !== 'result') continue;
        const left = remaining(act, told, at) ?? together(act, told, at);
        if (left) yield left;
      }
    }
  },
});

/** Amounts of one account stand no further apart. */
const APART = 1500;
const CARRIED = /\breport|\banterieur|\bprecedent|\b00[12]\b/;
const CLOSED =
  /\bclotures?\b|\bcumul|\bglobal|\bgeneral|\bensemble\b|\btotal|\bnet\b|\bfinal|\bbesoins?(?: \p{L}+)? de financement\b/u;
const BALANCE = /\bsolde|\bcumul/;
/** All that came in or went out, and not one line of it. */
const WHOLE =
  /^[\W\d]*(?:total\b.*|(?:recettes?|produits?|ressources|depenses?|charges|emplois)\s*(?:totales?|totaux|reelles?|de (?:l'exercice|l'annee).*|d'exploitation|\(.*\))?[\s:=\d+-]*)$/u;

/** What came in less what went out, told before the result or at once after it; stated where it is so, or where it should be. */
function remaining(act: Context['act'], told: readonly Told[], at: number): Relation | undefined {
  const result = told[at]!;
  // The nearest pair first; where the sections are told before their results, another one's is the nearest.
  const near = [...told.slice(Math.max(0, at - 6), at).reverse(), ...told.slice(at + 1, at + 3)];
  const stated = near.flatMap((one, i) =>
    near.slice(i + 1, i + 3).flatMap((other) => {
      const income = [one, other].find(({ flow }) => flow === 'in');
      const spent = [one, other].find(({ flow }) => flow === 'out');
      return income && spent && close(one, result) && close(other, result) ? [minus(act, income, spent, result)] : [];
    }),
  );
  const holding = stated.find(({ holds }) => holds);
  if (holding) return holding;
  const [x, y] = [told[at - 2], told[at - 1]];
  const beside = x && y && x.flow !== y.flow && x.flow !== 'result' && y.flow !== 'result' && close(x, result);
  const carried = [result, told[at + 1]].some((one) => one && close(result, one) && CARRIED.test(one.words));
  if (!beside || !stated[0] || carried || CLOSED.test(lastLine(result))) return undefined;
  const whole = WHOLE.test(lastLine(x)) && WHOLE.test(lastLine(y));
  return whole || oneSlip(new Decimal(stated[0].expected), new Decimal(stated[0].observed)) ? stated[0] : undefined;
}

function minus(act: Context['act'], income: Told, spent: Told, result: Told): Relation {
  const [a, b] = [income.figure.value.abs(), spent.figure.value.abs()];
  const expected = a.minus(b);
  // A deficit may be printed without its sign.
  const unsigned = !result.figure.signed && expected.isNegative();
  const observed = unsigned ? result.figure.value.negated() : result.figure.value;
  return relation(
    act,
    ID,
    'difference',
    `${show(a)} - ${show(b)} = ${show(observed)}`,
    expected,
    observed,
    toleranceOf([income.figure, spent.figure, result.figure]),
    [
      { role: 'result', figure: result.figure },
      { role: 'base', figure: income.figure },
      { role: 'part', figure: spent.figure },
    ],
  );
}

/** The results told before that make this one: of both sections, of the year and those before it, of each activity. */
function together(act: Context['act'], told: readonly Told[], at: number): Relation | undefined {
  const total = told[at]!;
  const results = told
    .slice(0, at)
    .filter((one) => one.flow === 'result' && close(one, total))
    .slice(-7);
  const closed = results.filter(({ words }) => CLOSED.test(words));
  for (const run of [results, closed]) {
    for (let n = 2; n <= Math.min(4, run.length); n += 1) {
      const parts = run.slice(-n);
      const said = CLOSED.test(total.words) || parts.some(({ words }) => CARRIED.test(words));
      const stated = said ? added(act, total, parts) : undefined;
      if (stated?.holds) return stated;
    }
  }
  // "Solde fin 2023", and below it the result of each year.
  const years = told.filter((one) => one.flow === 'result' && one !== total);
  const every = years.length >= 3 && BALANCE.test(total.words) ? added(act, total, years) : undefined;
  if (every?.holds) return every;
  // The two sections beside their whole, which one digit parts from it.
  const [a, b] = results.slice(-2);
  if (!a || !b || told[at - 1] !== b || !CLOSED.test(lastLine(total))) return undefined;
  const stated = [a, b].some(({ words }) => CARRIED.test(words) || CLOSED.test(lastLine({ words })))
    ? undefined
    : added(act, total, [a, b]);
  return stated && oneSlip(new Decimal(stated.expected), new Decimal(stated.observed)) ? stated : undefined;
}

function added(act: Context['act'], total: Told, parts: readonly Told[]): Relation {
  const all = parts.reduce((sum, one) => sum.plus(signed(one)), new Decimal(0));
  const value = total.figure.signed || !all.isNegative() ? signed(total) : total.figure.value.abs().negated();
  return sum(
    act,
    ID,
    { ...total.figure, value },
    parts.map((one) => ({ ...one.figure, value: signed(one) })),
  );
}

const signed = ({ figure, negative }: Told): Decimal => (negative ? figure.value.abs().negated() : figure.value);
const close = (one: Told, other: Told): boolean => other.figure.start - one.figure.end < APART;
const lastLine = ({ words }: Pick<Told, 'words'>): string => words.trim().split('\n').at(-1)!.trim();

/** "a", "+ b", "= c": lines that open with what they do. */
function* operations(act: Context['act'], lines: readonly Item[]): Iterable<Relation> {
  const operands: Figure[] = [];
  for (const { text, row, figures } of lines) {
    const [first] = figures.filter(({ unit, yearLike }) => !yearLike && unit !== '%');
    if (!first || row) continue;
    // Lines of a formula name nothing.
    if (first.unit === '' && !/\p{L}{3}/u.test(text)) {
      operands.length = 0;
      continue;
    }
    const opener = /^\s*([=+])/.exec(text)?.[1];
    if (opener === '=' && operands.length >= 2) {
      yield sum(act, ID, first, operands);
      yield* inBrackets(act, figures, operands, lines);
      operands.length = 0;
    } else if (opener === '+') operands.push(first);
    else operands.splice(0, operands.length, first);
  }
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
  yield sum(act, ID, total, parts as Figure[]);
}
