import { plain as fold } from '../../acts/plain.js';
import { countedNoun } from '../counted.js';
import { MOVES } from '../delta.js';
import type { Figure } from '../figures.js';
import type { Found } from '../found.js';
import { withoutPartitive } from '../phrase.js';
import { clauseSubject, nounsAtEnd } from './before.js';
import { ONLY_DATED } from './dated.js';
import type { Sentence } from './sentence.js';

/** "les Français (70 %)", "210 femmes (61 %)": a share in a bracket is of the words, or of the count, right before it. */
export function bracketedBefore(
  { plain, text, start }: Sentence,
  figure: Figure,
  siblings: readonly Found[],
): string | Found | undefined {
  const open = OPEN.exec(plain.slice(0, figure.start))?.index;
  if (open === undefined || !/^ ?\)/.test(plain.slice(figure.end))) return undefined;
  const last = siblings.at(-1);
  const gap = last && plain.slice(last.end - start, open);
  if (last?.count && !/[,;.:()]| et /.test(gap!)) return last;
  return nounsAtEnd(text.slice(0, open));
}

const OPEN = /\s?\( ?(?:soit |environ |a |pour |[a-z]{2,6}, )?$/;
/** "(-8 % par rapport à 2021, -9 % par rapport à 2019)" */
const ONE_MORE = /\s?\( ?[+-] ?[\d.,]+ ?%[^()%]{0,40}[,;] ?$/;
const HOW_IT_MOVES = new RegExp(
  String.raw`\b(?:${MOVES}|augmente|progresse|diminue|recule|grimpe|bondit|chute|croit|evolue)(?:nt)?(?: \p{L}+ment| cette annee| sur un an)?$`,
  'u',
);

/** "les accidents (+ 21 %)": what moved, where the words before the bracket name it and not how. */
export function movedBefore({ plain, text }: Sentence, at: number): string | undefined {
  const open = (OPEN.exec(plain.slice(0, at)) ?? ONE_MORE.exec(plain.slice(0, at)))?.index;
  if (open === undefined || HOW_IT_MOVES.test(plain.slice(0, open))) return undefined;
  // "Le musée est quasi stable (-1 %)", "a coûté 475 145 € (+ 3,7 %)": a predicate or a sum names nothing.
  if (PREDICATE.test(plain.slice(0, open)) || /[\d€]$/.test(plain.slice(0, open))) return undefined;
  return nounsAtEnd(text.slice(0, open));
}

const PREDICATE =
  /\s(?:est|sont|etai(?:t|ent)|reste(?:nt)?|demeure(?:nt)?) (?!(?:les?|la|l'|des?|du|d'|ceux|celles?|en|surtout|notamment) ?)[^,;:.()]*$/;

/** "sont collectés en déchèterie (222 kg/hab.)": a measure that fills its bracket, up to `end`, is of what stands before. */
export function measureInBracket(
  { plain, text, start }: Sentence,
  figure: Figure,
  last: Found | undefined,
  end: number,
): string | undefined {
  const open = OPEN.exec(plain.slice(0, figure.start))?.index;
  if (open === undefined || !/^[ .]?\)/.test(plain.slice(end))) return undefined;
  return last && !/[,;.:()]/.test(plain.slice(last.end - start, open)) ? last.label : nounsAtEnd(text.slice(0, open));
}

/** "les secours à victime (3 218)", "le nombre d'adhésions (496 en 2014)": a number of what stands before its bracket. */
export function countInBracket(
  sentence: Sentence,
  figure: Figure,
  bare: string,
  siblings: readonly Found[],
): string | undefined {
  const { plain: folded, text, context, start } = sentence;
  const open = / ?\( ?(?:pres de |plus de |environ )?$/.exec(folded.slice(0, figure.start))?.index;
  if (!context.report || open === undefined) return undefined;
  const last = siblings.findLast(({ count }) => count);
  if (last !== undefined && !/[,;:)]| dont /.test(folded.slice(last.end - start, open))) return undefined;
  if (bare !== '') return ONLY_DATED.test(bare) ? clauseSubject(sentence, open) || undefined : undefined;
  const nouns =
    /^ ?\)/.test(folded.slice(figure.end)) && Number(figure.value) >= 100
      ? withoutPartitive(nounsAtEnd(text.slice(0, open)) ?? '') || undefined
      : undefined;
  // "Paca (2,7 millions de visiteurs) et la Corse (310 000)": what one bracket counts, the next does.
  const likewise =
    siblings.at(-1) !== undefined &&
    /\( ?(?:pres de |plus de |environ )?$/.test(folded.slice(0, siblings.at(-1)!.start - start));
  return nouns !== undefined && (likewise || countedNoun(fold(nouns), 0)) ? nouns : undefined;
}
