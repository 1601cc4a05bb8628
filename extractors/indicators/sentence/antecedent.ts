import type { Figure } from '../figures.js';
import type { Found } from '../found.js';
import type { Sentence } from './sentence.js';

/** The count that an elliptic figure leans on. */
export function antecedentOf(
  sentence: Sentence,
  figure: Figure,
  siblings: readonly Found[],
  previous: Found | undefined,
): Found | undefined {
  const { context, statement } = sentence;
  if (isOfMoney(sentence, figure, siblings)) return undefined;
  const inSentence = siblings.filter(({ count, parent }) => count && parent === undefined);
  if (inSentence.length > 0)
    return inSentence.find(({ people }) => people && figure.form === 'percent') ?? origin(inSentence.at(-1)!);
  if (previous?.count && !statement.keyed) return previous.parent ?? previous;
  if (figure.form === 'number') return context.main ?? context.people;
  return context.people;
}

/** The count that others lean on in a row: "1 836 personnes : 1 120 en entretien, 716 en atelier". */
const origin = (found: Found): Found => found.leansOn ?? found;

const PART = /\b(?:dont|parmi (?:eux|elles|ces|les)|y compris)\b[^.;:]{0,80}$/;
/** "35 personnes parmi les 275 adhérents": the whole comes last. */
const IS_WHOLE = /\d[^.;:]*\bparmi (?:les|nos|ces) $/;

/** The whole that a figure is said to be a part of: "dont", "parmi eux", "y compris". */
export function wholeOf(
  sentence: Sentence,
  figure: Figure,
  siblings: readonly Found[],
  previous: Found | undefined,
): Found | undefined {
  const before = sentence.before(figure.start).plain;
  if (!PART.test(before) || IS_WHOLE.test(before) || isOfMoney(sentence, figure, siblings)) return undefined;
  return sameWhole(sentence, previous) ?? siblings.findLast(({ count }) => count) ?? previous ?? sentence.context.main;
}

/** "dont 112 accordées et 33 refusées": both are parts of what stands before "dont". */
const sameWhole = ({ plain, start }: Sentence, previous: Found | undefined): Found | undefined =>
  previous !== undefined && /\bdont [^.;:\d]{0,70}$/.test(plain.slice(0, Math.max(0, previous.start - start)))
    ? previous.parent
    : undefined;

const OF_MONEY = /(?:€|\beuros?)[^.;\d]{0,12}\b(?:dont|soit)\b[^.;]*$/;

/** "2,3 M€ dont 78 % de charges de personnel": a part of a sum, and of nothing that was counted before it. */
function isOfMoney(sentence: Sentence, figure: Figure, siblings: readonly Found[]): boolean {
  const last = siblings.at(-1);
  const from = last === undefined ? 0 : Math.max(0, last.end - sentence.start);
  return OF_MONEY.test(sentence.plain.slice(from, figure.start));
}
