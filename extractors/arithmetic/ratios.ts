import type { Relation } from '../../models/records.js';
import { type Figure, figuresIn } from './figures.js';
import { withFigures } from './layout.js';
import { quotient } from './quotient.js';
import { type Context, defineRelation } from './relation.js';

const ID = 'arithmetic/ratios';

/** "705 € par habitant", "86 €/hab." */
const PER_HEAD = /^\s?(?:par|\/)\s?hab(?:itants?|\.)?(?!\p{L})/iu;
/** What "soit" leads from, to the figure per head. */
const SO = /^[^.;\d]{0,70}(?:\bsoit\b|\bce qui (?:fait|repr[ée]sente)\b|[(=])[^.;\d]{0,40}$/i;
const HEADS = /^\s?habitants?\b/i;
const YEARS_TO_REPAY =
  /\bcapacit[ée] de d[ée]sendettement\b[^.;\n\d]{0,90}?(\d{1,3}(?:,\d{1,2})?)\s?(?:ans?|ann[ée]es?)\b/giu;
const DEBT = /\b(?:encours|capital restant d[ûu]|dette)\b[^.;\d]{0,60}$/i;
const SAVING = /(?:[ée]pargne|\bcaf|\bautofinancement) brute?\b[^.;\d]{0,60}$/i;
/** Pages of a report apart, a debt and a saving may be of other years. */
const NEAR = 3000;

/** A sum by head of population, and the years that a debt would take to be paid back. */
export default defineRelation({
  id: ID,
  title: 'Montant par habitant, capacité de désendettement',
  reads: {
    'La dette est de 1 085 776 €, soit 705 € par habitant. La commune compte 1 540 habitants.': [
      '1085776 / 1540 = 705',
    ],
    'Pour 24 310 habitants, l’encours de 18 600 000 €, soit 675 € par habitant, recule.': ['18600000 / 24310 = 675'],
    'L’épargne brute ressort à 135 722 €. L’encours de la dette est de 1 085 776 €. La capacité de désendettement s’établit à 8 ans.':
      ['1085776 / 135722 = 8'],
  },
  ignores: [
    // Another population may be meant.
    'La dette est de 1 085 776 €, soit 650 € par habitant. La commune compte 1 540 habitants.',
    'Le service coûte 86 € par habitant, pour 60 000 habitants et 5 160 agents.',
    'Sa capacité de désendettement est de 8 ans. L’encours est de 500 000 € et l’épargne brute de 100 000 €.',
  ],
  *find({ act, figures }: Context): Iterable<Relation> {
    const text = act.passage.text.slice(0, act.passage.bodyEnd);
    const populations = figures.filter(({ unit, end }) => unit === '' && HEADS.test(text.slice(end, end + 12)));
    for (const sentence of withFigures(text, figures)) {
      for (const [i, result] of sentence.figures.entries()) {
        const whole = sentence.figures[i - 1];
        if (!whole || result.unit !== 'EUR' || whole.unit !== 'EUR') continue;
        if (!PER_HEAD.test(text.slice(result.end, result.end + 16)) || !SO.test(text.slice(whole.end, result.start)))
          continue;
        const own = sentence.figures.filter((figure) => populations.includes(figure));
        const stated = (own.length > 0 ? own : populations).map((heads) => quotient(act, ID, whole, heads, result));
        // One population in the sentence itself is the one that is meant.
        yield* own.length === 1 ? stated : stated.filter(({ holds }) => holds).slice(0, 1);
      }
    }
    for (const match of text.matchAll(YEARS_TO_REPAY)) {
      const [years] = figuresIn(match[1]!);
      const at = match.index + match[0].lastIndexOf(match[1]!);
      const debts = named(text, figures, at, DEBT);
      const savings = named(text, figures, at, SAVING);
      if (!years) continue;
      const result = { ...years, start: years.start + at, end: years.end + at, digits: years.digits + at };
      yield* debts
        .flatMap((debt) => savings.map((saving) => quotient(act, ID, debt, saving, result)))
        .filter(({ holds }) => holds)
        .slice(0, 1);
    }
  },
});

/** The sums near `at` that such words lead to. */
const named = (text: string, figures: readonly Figure[], at: number, words: RegExp): Figure[] =>
  figures.filter(
    ({ start, unit, value }) =>
      unit === 'EUR' &&
      value.greaterThan(0) &&
      Math.abs(start - at) < NEAR &&
      words.test(text.slice(Math.max(0, start - 90), start)),
  );
