import type { Relation } from '../../models/records.js';
import type { Figure } from './figures.js';
import { withFigures } from './layout.js';
import { type Context, defineRelation, makes, oneDigitOff, slipped, sum, total as totalOf } from './relation.js';

const SAID =
  /\b(?:soit|pour) (?:un |une )?(?:montant |somme |enveloppe |budget |co[ûu]t |ensemble )?(?:total|totale|globale?|cumul|au total)\b|\bau total\b|\bsoit ensemble\b|\btotal(?:e)? de\b/i;
/** Most figures of a sentence that choices are tried of. */
const MOST = 8;

/** Parts, and then the sentence's own words for their sum: "soit un total de", "=". */
export default defineRelation({
  id: 'arithmetic/added-up',
  title: 'Parties et total dans une même phrase : « soit un total de », « = »',
  reads: {
    'La ville verse 1 200 € et le canton 800 €, soit un total de 2 000 €.': ['1200 + 800 = 2000'],
    'La ville verse 1 200 € et le canton 900 €, soit un total de 2 000 €.': ['1200 + 900 = 2000'],
    'Il verse 1 500 € au club, dont 500 € pour le tournoi, et 700 € au tennis, pour un total de 2 200 €.': [
      '1500 + 700 = 2200',
    ],
    'Maternelle 48 élèves, élémentaire 92 élèves, soit 140 élèves en 6 classes.': ['48 + 92 = 140'],
    'Équilibre à 845 210 € en fonctionnement et 412 350 € en investissement, soit un budget global de 1 257 560 €.': [
      '845210 + 412350 = 1257560',
    ],
    'Travaux 500 € + études 120 € = 620 €': ['500 + 120 = 620'],
    'Travaux d’été 500 € + travaux d’hiver 120 € = 640 €': ['500 + 120 = 640'],
    'Votants : 12 + 3 = 14': ['12 + 3 = 14'],
  },
  ignores: [
    'Le module de u_12 + v_13 = 14.',
    'Comme 2u + 1 = 3, le module de 4i + 6 = 4² + 6² = 52.',
    'On résout 2𝑥 + 45 = 51, puis 2 + 45 = 51𝑥 - 3 et 2 + 4 = 7.',
    '3 mois x 450 € pour 2 salles = 2 700 €',
    'Un prêt de 300 000 €, une échéance de 6 612 € et des frais de 300 €, soit un total de 300 310 €.',
    'Il aide 12 jeunes en 3 ateliers, soit 4 jeunes par atelier.',
  ],
  *find({ act, figures }: Context): Iterable<Relation> {
    const text = act.passage.text.slice(0, act.passage.bodyEnd);
    for (const sentence of withFigures(text, figures)) {
      const own = sentence.figures.filter(({ yearLike, start: at }) => !yearLike && !tabled(text, at));
      if (own.length < 3 || own.length > 60) continue;
      for (let i = 2; i < own.length; i += 1) {
        const parts = partsOf(text, own.slice(0, i), own[i]!);
        if (parts) yield sum(act, 'arithmetic/added-up', own[i]!, parts);
      }
    }
  },
});

/** Whether a figure stands in a line of cells. */
export function tabled(text: string, at: number): boolean {
  const line = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf('\n', at);
  return text.slice(line, end < 0 ? undefined : end).includes('\t');
}

/** What the sentence adds up to `total`: whether it does or not. */
function partsOf(text: string, figures: readonly Figure[], total: Figure): readonly Figure[] | undefined {
  const before = text.slice(Math.max(figures.at(-1)!.end, total.start - 80), total.start);
  const after = text.slice(total.end, total.end + 24);
  const said = SAID.test(before) || (/\bsoit\b/i.test(before) && /^[^.;,]{0,14}\bau total\b/i.test(after));
  const equals = /=\s*$/.test(before);
  const earlier = figures.filter(({ unit }) => unit === total.unit);
  if (earlier.length < 2) return undefined;
  // "soit 140 élèves": all that is counted before it, and nothing left over.
  if (/\bsoit\s*$/i.test(before) && earlier.length === figures.length && makes(total, earlier)) return earlier;
  if (!said && (!equals || isFormula(text, earlier, total))) return undefined;
  const made = suffixes(earlier).find((some) => makes(total, some)) ?? chosen(earlier, total);
  if (made) return made;
  const failing =
    (equals && added(text, earlier, total)) ||
    (total.unit === 'EUR' && earlier.length <= 4 && inLine(text, earlier, total) && mistaken(total, earlier));
  return failing && !/\bdont\b/i.test(text.slice(earlier[0]!.end, total.start)) ? earlier : undefined;
}

/** The one choice of figures that makes the total: a detail ("dont 500 €") and a rate stand among them. */
function chosen(figures: readonly Figure[], total: Figure): Figure[] | undefined {
  if (figures.length > MOST) return undefined;
  let found: Figure[] | undefined;
  for (let mask = 1; mask < 1 << figures.length; mask += 1) {
    const some = figures.filter((_, i) => mask & (1 << i));
    if (some.length < 2 || !makes(total, some)) continue;
    if (found) return undefined;
    found = some;
  }
  return found;
}

/** Signs of a formula: "2u + 1 = 3", "4² + 6²", letters of mathematics. */
const FORMULA = /[\\^_{}|²³√∑∫∞]|[\u{1d400}-\u{1d7ff}]|(?<!\p{L})[bcdeijopqrsuvwxz\p{Script=Greek}](?![\p{L}'’])/iu;
/** Signs of another calculation than a sum. */
const NO_SUM = /[×*\n]/;
/** "= 7u - 3": what stands behind "=" goes on, and is no total. */
const GOES_ON = /^(?:\p{L}|\s*[+\-−–×*/÷=^]\s*[\d\p{L}(])/u;

/** An equation of mathematics, or a sum of an exercise: figures below ten that nothing names. */
const isFormula = (text: string, parts: readonly Figure[], total: Figure): boolean => {
  const between = text.slice(parts[0]!.end, total.start);
  if (FORMULA.test(between) || GOES_ON.test(text.slice(total.end, total.end + 8))) return true;
  return (
    total.unit === '' && !/\p{L}{3}/u.test(between) && [total, ...parts].every(({ value }) => value.abs().lessThan(10))
  );
};

/** "a + b + c =": nothing but plus signs between the figures, and their words. */
const added = (text: string, parts: readonly Figure[], total: Figure): boolean =>
  parts.every(({ end }, i) => {
    const next = parts[i + 1];
    const between = text.slice(end, next?.digits ?? total.start);
    return !NO_SUM.test(between) && (next === undefined || /\+[^=]*$/.test(between));
  });

/** All in one run of words: no list, no brackets. */
const inLine = (text: string, parts: readonly Figure[], total: Figure): boolean =>
  !/\n\s*\W|\n\n|\(/.test(text.slice(parts[0]!.start, total.start)) && total.start - parts[0]!.start < 400;

/** One digit changed, lost or added explains the gap. */
const mistaken = (total: Figure, parts: readonly Figure[]): boolean =>
  slipped(total, parts) || oneDigitOff(totalOf(parts).toFixed(), total.value.toFixed());

/** Figures of one size, whose sum a mistake may have missed. */
export function near(total: Figure, parts: readonly Figure[]): boolean {
  const ratio = totalOf(parts).div(total.value).toNumber();
  return (ratio > 0.7 && ratio < 1.4) || mistaken(total, parts);
}

const suffixes = (figures: readonly Figure[]): Figure[][] =>
  figures.slice(0, Math.max(0, figures.length - 1)).map((_, from) => figures.slice(from));
