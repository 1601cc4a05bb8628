import type { Relation } from '../../models/records.js';
import type { Figure } from './figures.js';
import { type Context, defineRelation, makes, slipped, sum } from './relation.js';

const CAPITALISED = /\b1068\b|capitalis/i;
const CARRIED = /(?<!\d)002\b|\breport/i;
const SURPLUS = /r[ée]sultat|exc[ée]dent/i;

/** What a council does with its surplus: one part pays for investment (1068), the rest is carried over (002). */
export default defineRelation({
  id: 'arithmetic/allocation',
  title: 'Affectation du résultat : la part capitalisée (1068) et le report (002) font l’excédent',
  reads: {
    'résultat de fonctionnement à reprendre : 6 409,34 €\naffectation au compte 1068 : 5 671,34 €\nrésultat de fonctionnement reporté au compte 002 : 738,00 €':
      ['5671.34 + 738 = 6409.34'],
    'L’excédent est de 9 000 €. Le conseil affecte 7 500 € à l’investissement (1068) et reporte 1 500 €.': [
      '7500 + 1500 = 9000',
    ],
  },
  ignores: [
    'Excédent de 9 000 €. Affectation au compte 1068 : 2 000 €. Report au compte 002 : 1 000 €.',
    'Excédent de 9 000 €, dont 7 500 € pour la voirie et 1 500 € pour les écoles',
  ],
  *find({ act, figures }: Context): Iterable<Relation> {
    const text = act.passage.text.slice(0, act.passage.bodyEnd);
    const amounts = figures.filter(
      ({ unit, value, end }) => unit === 'EUR' && value.greaterThan(0) && end <= text.length,
    );
    for (let i = 1; i + 1 < amounts.length; i += 1) {
      const [a, b] = [amounts[i]!, amounts[i + 1]!];
      if (b.start - a.end > 400) continue;
      const [first, second] = [wordsOf(text, amounts, i), wordsOf(text, amounts, i + 1)];
      const said =
        (CAPITALISED.test(first) && CARRIED.test(second)) || (CARRIED.test(first) && CAPITALISED.test(second));
      if (!said) continue;
      const wholes = amounts
        .slice(Math.max(0, i - 8), i)
        .reverse()
        .filter((whole, n) => a.start - whole.end < 1500 && SURPLUS.test(wordsOf(text, amounts, i - 1 - n)));
      const mistaken = (one: Figure): boolean =>
        slipped(one, [a, b]) && one.value.lessThan(a.value.plus(b.value).times('1.4'));
      const whole = wholes.find((one) => makes(one, [a, b])) ?? wholes.slice(0, 1).find(mistaken);
      if (whole) yield sum(act, 'arithmetic/allocation', whole, [a, b]);
    }
  },
});

/** The words that say what an amount is: those before it on its line, else its sentence so far; and those after it. */
function wordsOf(text: string, amounts: readonly Figure[], at: number): string {
  const { start, end } = amounts[at]!;
  const from = Math.max(amounts[at - 1]?.end ?? 0, start - 160);
  const to = Math.min(amounts[at + 1]?.start ?? text.length, end + 80);
  const before = text.slice(from, start);
  const after = /^[^.;\n]*/.exec(text.slice(end, to))?.[0] ?? '';
  // What follows the amount before, on its line, is its own.
  const own = before.slice(Math.max(before.indexOf('\n'), before.lastIndexOf(';')) + 1);
  return /\p{L}{3}/u.test(own) ? `${own} ${after}` : `${before} ${after}`;
}
