import type { Figure } from '../figures.js';
import type { Found } from '../found.js';
import type { Sentence } from './sentence.js';

/** The count that an elliptic figure leans on. */
export function antecedentOf(
  { context, statement }: Sentence,
  figure: Figure,
  siblings: readonly Found[],
  previous: Found | undefined,
): Found | undefined {
  const inSentence = siblings.filter(({ count, parent }) => count && parent === undefined);
  if (inSentence.length > 0)
    return inSentence.find(({ people }) => people && figure.form === 'percent') ?? origin(inSentence.at(-1)!);
  if (previous?.count && !statement.keyed) return previous.parent ?? previous;
  if (figure.form === 'number') return context.main ?? context.people;
  return context.people;
}

/** The count that others lean on in a row: "1 836 personnes : 1 120 en entretien, 716 en atelier". */
const origin = (found: Found): Found => found.leansOn ?? found;
