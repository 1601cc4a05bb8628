import type { Relation } from '../../models/records.js';
import type { Figure } from './figures.js';
import { nounOf, wordsAfter } from './nouns.js';
import { type Context, defineRelation, makes, slipped, sum } from './relation.js';

/** Two words that share out a population between them. */
const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:de |d')?femmes?\b/, /^(?:de |d')?hommes?\b/],
  [/^(?:de )?filles?\b/, /^(?:de )?gar[cç]ons?\b/],
  [/^(?:de )?jeunes?\b/, /^(?:d')?adultes?\b/],
  [/^(?:de )?mineurs?\b/, /^(?:de )?majeurs?\b/],
  [/^cdi\b/, /^cdd\b/],
  [/^(?:agents )?titulaires?\b/, /^(?:agents )?(?:non[- ]titulaires?|contractuels?)\b/],
  [/^parrains?\b/, /^marraines?\b/],
  [/^licenci[eé]es\b/, /^licenci[eé]s\b/],
];

/** Women and men, the young and adults … make a number printed beside them. */
export default defineRelation({
  id: 'arithmetic/pairs',
  title: 'Deux parts complémentaires et leur ensemble : femmes et hommes, jeunes et adultes, même nom',
  reads: {
    '91 salariés. L’association compte 55 femmes pour 36 hommes.': ['55 + 36 = 91'],
    '91 salariés, 88,71 ETP. 79 salariés (78,40 ETP) sont sur le terrain. 12 salariés (11,31 ETP) au siège.': [
      '79 + 12 = 91',
      '78.4 + 11.31 = 88.71',
    ],
    '143 animations. 85 animations en matinée. En fin de journée, 58 animations.': ['85 + 58 = 143'],
  },
  ignores: ['91 salariés, 55 femmes et 20 hommes', '30 jeunes, 12 ateliers et 18 sorties'],
  *find({ act, figures }: Context): Iterable<Relation> {
    const text = act.passage.text.slice(0, act.passage.bodyEnd);
    const counts = figures.filter(
      ({ unit, yearLike, step, end }) => unit === '' && !yearLike && step.equals(1) && end <= text.length,
    );
    for (let i = 0; i < counts.length; i += 1) {
      for (let j = i + 1; j < Math.min(counts.length, i + 4); j += 1) {
        const [a, b] = [counts[i]!, counts[j]!];
        if (b.start - a.end > 400 || !complementary(text, a, b)) continue;
        const nearby = [...counts.slice(Math.max(0, i - 14), i).reverse(), ...counts.slice(j + 1, j + 5)];
        const total = nearby.find(
          (figure) => figure !== a && figure !== b && makes(figure, [a, b]) && Math.abs(figure.start - a.start) < 1500,
        );
        if (total) {
          yield sum(act, 'arithmetic/pairs', total, [a, b]);
          break;
        }
        // Nothing between the whole and its two parts: they are its parts, though a digit is wrong.
        const before = counts[i - 1];
        if (
          j === i + 1 &&
          before &&
          a.start - before.end < 120 &&
          b.start - a.end < 120 &&
          before.value.greaterThanOrEqualTo(10) &&
          /^[^.;\n]*(?::|\bdont\b|\bsoit\b|\()[^.;]*$/.test(text.slice(before.end, a.start)) &&
          slipped(before, [a, b])
        ) {
          yield sum(act, 'arithmetic/pairs', before, [a, b]);
          break;
        }
      }
    }
    // The same thing counted in two parts after its whole.
    for (let i = 0; i < counts.length; i += 1) {
      const noun = nounOf(text, counts[i]!);
      if (noun === undefined || noun.length < 4 || counts[i]!.value.lessThan(10)) continue;
      const later = counts
        .slice(i + 1, i + 9)
        .filter((figure) => figure.start - counts[i]!.end < 900 && nounOf(text, figure) === noun);
      for (let n = 2; n <= later.length; n += 1) {
        const run = later.slice(0, n);
        if (!makes(counts[i]!, run)) continue;
        yield sum(act, 'arithmetic/pairs', counts[i]!, run);
        const parallel = besides(text, figures, counts[i]!, run);
        if (parallel) yield sum(act, 'arithmetic/pairs', parallel.total, parallel.parts);
        break;
      }
    }
  },
});

/** "91 salariés, 88,71 ETP … 79 salariés (78,40 ETP) … 12 salariés (10,31 ETP)": the same sum in another measure. */
function besides(
  text: string,
  figures: readonly Figure[],
  total: Figure,
  parts: readonly Figure[],
): { total: Figure; parts: Figure[] } | undefined {
  const bracketed = parts.map((part) =>
    figures.find(
      ({ start }) => start > part.end && start - part.end < 30 && /\(\s*$/.test(text.slice(part.end, start)),
    ),
  );
  if (bracketed.some((figure) => figure === undefined)) return undefined;
  const others = bracketed as Figure[];
  const measure = firstWord(text, others[0]!);
  if (measure === '' || others.some((figure) => firstWord(text, figure) !== measure)) return undefined;
  const whole = figures.find(
    ({ start }) =>
      start > total.end &&
      start - total.end < 80 &&
      firstWord(text, figures.find((one) => one.start === start)!) === measure,
  );
  return whole && !others.includes(whole) ? { total: whole, parts: others } : undefined;
}

const firstWord = (text: string, figure: Figure): string => wordsAfter(text, figure).split(/[^a-z]+/)[0] ?? '';

export function complementary(text: string, a: Figure, b: Figure): boolean {
  const [first, second] = [wordsAfter(text, a), wordsAfter(text, b)];
  return PAIRS.some(([x, y]) => (x.test(first) && y.test(second)) || (y.test(first) && x.test(second)));
}
