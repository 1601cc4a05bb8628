import { countedNoun } from '../counted.js';
import type { Delta } from '../delta.js';
import { type Figure, scanFigures } from '../figures.js';
import { isNoise } from '../noise.js';
import type { Sentence } from './sentence.js';

/** The figures of a sentence that may measure something. */
export function measuresIn(sentence: Sentence, deltas: readonly Delta[]): Figure[] {
  const { plain, text, context } = sentence;
  const accepted: Figure[] = [];
  for (const figure of scanFigures(plain)) {
    const last = accepted.at(-1);
    if (last && figure.start < last.end) continue;
    if (deltas.some(({ start, end }) => figure.start < end && start < figure.end)) continue;
    const noun = countedNoun(plain, figure.after);
    const countsNoun = noun !== undefined && figure.form === 'number' && plain[figure.end] === ' ';
    if (sentence.isTaken(figure.start, figure.end) && !countsNoun) continue;
    if (isNoise(figure, { plain, text, report: context.report })) continue;
    const counted = noun !== undefined && (context.report || !noun.body) && text !== text.toUpperCase();
    if (figure.inWords && !isSpokenMeasure(sentence, figure, counted) && !isSpokenPart(sentence, figure, last))
      continue;
    accepted.push(figure);
  }
  return accepted;
}

/** "14 visites, dont sept pour un conseil et quatre sur rendez-vous": parts of what has been counted, in words. */
function isSpokenPart({ plain, context }: Sentence, figure: Figure, last: Figure | undefined): boolean {
  if (!context.report || last === undefined || figure.form !== 'number') return false;
  const gap = plain.slice(last.after, figure.start);
  const leads =
    /\bdont $/.test(gap) ||
    (last.inWords && /^ (?:pour|en|sur|par|dans|avec|ont|sont) [^;.()]{2,60}(?:,| et) $/.test(gap));
  return leads && /^ (?:pour|en|sur|par|dans|avec|ont|sont) /.test(plain.slice(figure.after));
}

/** Figures in words are mostly no measure: they need a counted noun, and no article that points back. */
function isSpokenMeasure({ plain }: Sentence, figure: Figure, counted: boolean): boolean {
  const after = plain.slice(figure.after, figure.after + 40);
  const before = plain.slice(Math.max(0, figure.start - 14), figure.start);
  if (figure.form === 'fraction') {
    if (/^ d'heure/.test(after)) return false;
    return figure.approximation !== 'exact' || /^ (?:de[s ]|d'|du |realise)/.test(after);
  }
  if (
    /\b(?:ces|ses|nos|leurs|cette|l'|chacun des|ce|mes|vos|des|tous les|toutes les) $/.test(before) ||
    /\bl'$/.test(before)
  )
    return false;
  if (figure.approximation === 'about' && /(?:aine|millier)$/.test(plain.slice(figure.start, figure.end)))
    return /^ d(?:e |')/.test(plain.slice(figure.end));
  if (figure.value === '1')
    return /^ (?:postes? d|etp\b|emplois? (?:permanents?|a temps|non permanents?)|equivalents? temps)/.test(after);
  if (
    /^ (?:exemplaires?|membres?|pages?|copies|parties|actes?|articles?|mises?|resultats?|regards?|questions?)\b/.test(
      after,
    )
  )
    return false;
  if (/\bles $/.test(before)) return false;
  return counted;
}
