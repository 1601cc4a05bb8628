import { plain as fold } from '../acts/plain.js';

/** What a figure counts, as the words after it say it; how such words become a label. */

const LINK =
  /(?:^|[\s,;:(+–-])(?:pour un total de|pour|dont|et|ou|soit|avec|contre|sur|parmi|ainsi que|de|d'|des|du|a|au|aux|en|par|les?|la|un total de|pres|plus|environ|au moins|a minima|qui|que|ont|sont|jusqu'a|entre|ce sont)\s*$/;

/**
 * Where the words about the figure end: a stop, an opening bracket, a comma, a relative or coordinating clause, or
 * `limit` (where the next figure begins) without the small words that lead to it.
 */
export function phraseEnd(plain: string, start: number, limit: number): number {
  let end = limit;
  const cut =
    /[.!?](?= |$)|[;:()\n]| [-–—] |,(?! ?\d)|\t| (?:dont|soit|tandis|alors que|contre|ainsi que|grace|afin|permettant|notamment|pour (?:permettre|y |se |[a-z]{2,}(?:er|ir))|avec un objectif|et (?:l'|le |la |les )|parce|puisque|car|mais)\b/g;
  cut.lastIndex = start;
  for (let match = cut.exec(plain); match !== null && match.index < end; match = cut.exec(plain)) {
    // "M. Martin", "art. 3": a stop after one letter or before a small one ends nothing.
    if (match[0] === '.' && /[\s.]\p{L}$/u.test(plain.slice(0, match.index))) continue;
    end = match.index;
    break;
  }
  return end;
}

/** Small words at either end that say nothing by themselves. */
export function trimmed(text: string): string {
  let answer = text.replace(/\s+/g, ' ').replace(/^[\s,;:–—•●▪■>-]+|[\s,;:–—-]+$/g, '');
  for (let link = LINK.exec(fold(answer)); link !== null && answer !== ''; link = LINK.exec(fold(answer))) {
    answer = answer.slice(0, link.index).replace(/[\s,;:–—+-]+$/, '');
  }
  return answer;
}

const VERBS: readonly (readonly [RegExp, string])[] = [
  [/^(?:d['’]entre (?:eux|elles)|de ces \p{L}+)\s+/iu, ''],
  [/\b(?:se|s['’]) ?(?:sont|est|étaient|était)\b ?/giu, ''],
  [/\bn['’](?:ont|avaient|a|avait) pas\b/giu, "n'ayant pas"],
  [/\b(?:ont|avaient|a|avait|auront|aura) (?:également |aussi |pu |déjà |ainsi |désormais )*été\b ?/giu, ''],
  [/\b(?:seront|sera|étaient|était|sont|est|etaient) (?:également |aussi |désormais |des |de |les )?/giu, ''],
  [
    /\b(?:ont|avaient|auront) (?:également |aussi |pu |déjà |ainsi )*(?=\p{L}+(?:é|ée|és|ées|i|is|it|u|us|ue)\b)/giu,
    'ayant ',
  ],
  [/\b(?:ont|avaient|auront) /giu, 'ayant '],
  [/\b(?:vous|nous|se|s['’]) ?(?:ayant)\b/giu, 'ayant'],
];

/** "ont été accompagnées par le conseil" → "accompagnées par le conseil"; "ont signé" → "ayant signé". */
export function nominal(text: string): string {
  let answer = text.trim();
  for (const [pattern, words] of VERBS) answer = answer.replace(pattern, words);
  return answer.replace(/\s+/g, ' ').trim();
}

/** "de femmes" → "femmes"; the partitive after a percentage. */
export const withoutPartitive = (text: string): string =>
  text.replace(/^(?:de la |de l['’]|des |de |du |d['’]|les |la |le |l['’])/iu, '');

/** Capitals of a poster in small letters; acronyms among small letters stay. */
export function sentenceCase(text: string): string {
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (letters.length < 6 || letters !== letters.toUpperCase()) {
    // "JEUNES ont accédé": the first word alone is in capitals.
    return text.replace(/^(\p{Lu}{5,})(?=[\s,])/u, (word) => word.toLowerCase());
  }
  return text.replace(/\p{L}[\p{L}'’.-]*/gu, (word) => (ACRONYMS.has(word) ? word : word.toLowerCase()));
}

const ACRONYMS: ReadonlySet<string> = new Set([
  'QPV', 'CDI', 'CDD', 'CV', 'RSA', 'ETP', 'CEJ', 'PACEA', 'PLIE', 'FSE', 'BAC', 'AAH', 'TPE', 'PME', 'SIAE', 'ESS', 'EPCI',
  'REP', 'CAF', 'MSA', 'EHPAD', 'RH', 'TV', 'SMS', 'PEC', 'CIE', 'CCAS', 'ONG', 'FLE', 'VAE', 'DELD', 'IAE', 'AVS', 'AESH',
]); // biome-ignore format: a table

/** Words that cannot stand at the head of a label: verbs, prepositions and participles that lean on a noun before them. */
const LEANS =
  /^(?:sont|est|etaient|etait|ont|a|avaient|n'|ne|seront|sera|auront|aura|par|pour|dans|au|aux|en|chez|sur|sous|via|avec|sans|parmi|entre|vers|issus?|issues?|originaires?|inscrite?s?\b|ayant|etant|beneficiant|residant|residents? en|habitent|vivent|resident|beneficient|relevent|proviennent|viennent|possedent|disposent|declarent|d'entre|de moins|de plus|de 18|qui|inferieure?s?|superieure?s?|se|s'|y|leur|avaient|infra|ages?|agees?|accedent|accueillie?s?|accompagnee?s?|signee?s?|realisee?s?|obtenue?s?)(?![a-z])/;

export const leans = (plain: string): boolean => plain === '' || LEANS.test(plain) || /^n'/.test(plain);
