import type { Approximation } from '../../models/fields.js';
import { anyOf, literal } from './pattern.js';

/** Words that say how near a figure is, before it and after it. Folded. */

// biome-ignore format: a table
const BEFORE: Record<Exclude<Approximation, 'exact'>, readonly string[]> = {
  about: [
    'environ', 'pres de', "pres d'", 'autour de', 'aux alentours de', 'aux environs de', 'alentour de', "de l'ordre de",
    'approximativement', 'quasiment', 'presque', 'quelque', 'quelques', 'a peu pres', 'aux environs des', 'approx.',
    'env.', '~', '≈', '±', 'de pres de', 'avoisinant', 'avoisine', 'voisin de', 'voisine de', 'autour des',
  ],
  at_least: [
    'plus de', "plus d'", 'au moins', 'a minima', 'minimum', 'au minimum', 'minimum de', 'minimal de', 'minimale de',
    'a partir de', 'superieur a', 'superieure a', 'superieurs a', 'superieures a', 'egal ou superieur a', 'excedant',
    'au-dela de', 'au dela de', 'depassant', 'depasse', 'plancher de', 'min.', 'mini', '>', '≥', '>=', 'des plus de',
    'superieur ou egal a', 'superieure ou egale a',
  ],
  at_most: [
    'moins de', "moins d'", 'au plus', "jusqu'a", "jusqu'a hauteur de", 'maximum', 'maximum de', 'au maximum',
    "a hauteur maximale de", 'maximal de', 'maximale de', 'dans la limite de', 'plafonne a', 'plafonnee a', 'plafonnes a',
    'plafonnees a', "n'excedant pas", 'sans exceder', 'sans depasser', 'ne pouvant exceder', 'ne pouvant depasser',
    'ne pourra exceder', 'ne pourra depasser', 'ne peut exceder', 'ne peut depasser', 'inferieur a', 'inferieure a',
    'inferieurs a', 'inferieures a', 'plafond de', 'limite a', 'limitee a', 'max.', 'maxi', 'maximal', 'maximale', '<',
    '≤', '<=', 'inferieur ou egal a', 'inferieure ou egale a', 'dans la limite maximale de', 'ne depassant pas',
    "dans la limite d'un plafond de", 'ne depassera pas', "n'excedera pas", 'ne devra pas depasser',
  ],
};
// biome-ignore format: a table
const AFTER: Record<Exclude<Approximation, 'exact'>, readonly string[]> = {
  about: ['environ', '(environ)', 'approximativement'],
  at_least: ['minimum', 'au moins', 'au minimum', 'a minima', 'mini', 'et plus', 'ou plus'],
  at_most: ['maximum', 'au plus', 'au maximum', 'max', 'maxi', 'maximal', 'maximum.'],
};

const KINDS = Object.keys(BEFORE) as Exclude<Approximation, 'exact'>[];
/** For each kind, the source of a pattern for its words. */
const sources = (table: typeof BEFORE): string[] =>
  KINDS.map((kind) => `(?:${anyOf(table[kind], (words) => literal(words).replaceAll(' ', '[ \\n]'))})`);
// "plus de la somme de 500 €": a little may stand between the word and the figure.
const BETWEEN =
  '[ \\n]{0,2}(?:(?:les?|la|la somme de|un montant de|une somme de|un total de|un plafond de|:)[ \\n])?)$';
/** Looked for backwards from the figure, and forwards from its end. */
const BEFORE_PATTERNS = sources(BEFORE).map((words) => new RegExp(`(?<=(?<![a-z])${words}${BETWEEN}`));
const AFTER_PATTERNS = sources(AFTER).map((words) => new RegExp(`[ \\n]${words}(?![a-z])`, 'y'));
/** Longest stretch before a figure in which such words are looked for. */
const REACH = 48;

/** "une trentaine" is thirty or so. */
const COLLECTIVE = /(?:diz|douz|quinz|vingt|trent|quarant|cinquant|soixant|cent)aines?(?![a-z])/;

/** What the words round a figure at [start, end) of the folded text say of it. */
export function approximationOf(text: string, start: number, end: number): Approximation {
  const before = text.slice(Math.max(0, start - REACH), start);
  const last = before.charCodeAt(before.length - 1);
  // Nearly every figure follows an article, a bracket or a tab: don't try.
  if (last === 32 || last === 10 || last === 39 || last > 59) {
    for (let i = 0; i < KINDS.length; i += 1) if (BEFORE_PATTERNS[i]!.test(before)) return KINDS[i]!;
  }
  if (COLLECTIVE.test(text.slice(start, Math.min(end, start + 40)))) return 'about';
  const next = text.charCodeAt(end);
  if (next === 32 || next === 10) {
    for (let i = 0; i < KINDS.length; i += 1) {
      AFTER_PATTERNS[i]!.lastIndex = end;
      if (AFTER_PATTERNS[i]!.test(text)) return KINDS[i]!;
    }
  }
  return 'exact';
}
