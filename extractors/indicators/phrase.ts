import { plain as fold } from '../acts/plain.js';
import { countedNoun } from './counted.js';

/** What a figure counts, as the words after it say it; how such words become a label. */

const LINK =
  /(?:^|[\s,;:(+–-])(?:pour un total de|pour|dont|et|ou|soit|avec|contre|sur|parmi|ainsi que|de|d'|des|du|a|au|aux|en|par|les?|la|un total de|pres|plus|environ|au moins|a minima|qui|que|ont|sont|jusqu'a|entre|ce sont|quelques|presque|seulement|se)\s*$/;

/**
 * Where the words about the figure end: a stop, an opening bracket, a comma, a relative or coordinating clause, or
 * `limit` (where the next figure begins) without the small words that lead to it.
 */
export function phraseEnd(plain: string, start: number, limit: number, aims = false): number {
  let end = limit;
  const cut =
    /[.!?](?= |$)|[;:()\n]| [-–—] |,(?! ?\d)|\t| \d[\d .,]*(?:[km]?€|euros\b|[km] ?euros)| (?:dont|soit|tandis|alors que|contre|ainsi que|grace|afin|permettant|notamment|pour (?:permettre|y |se |[a-z]{2,}(?:er|ir))|(?:avec|pour|sur) un objectif|pour un (?:montant|budget|cout)|et (?:l'|le |la |les )|et (?:a |d'|de )?(?:ouvrir|organiser|accueillir|creer|developper|realiser|proposer|accompagner|mettre|recruter|former|animer|assurer|participer|renforcer|poursuivre|atteindre)\b|et (?:celui|celle|ceux|celles)|due?s? (?:[a-z]+ment )?aux?|due?s? (?:[a-z]+ment )?a|par rapport|parce|puisque|car|mais)\b|(?<! qui) (?:(?:represente|correspond|constitue|permet|contribue|affiche|assure|propose|accueille|dispose|compte|couvre|regroupe|emploie|fonctionne|assiste|existe|effectue|anime|encadre)(?:nt|ent|tent)?|intervien(?:t|nent)|garanti(?:t|ssent)|peu(?:t|vent)|doi(?:t|vent))\b/g;
  cut.lastIndex = start;
  for (let match = cut.exec(plain); match !== null && match.index < end; match = cut.exec(plain)) {
    // "M. Martin", "art. 3": a stop after one letter or before a small one ends nothing.
    if (match[0] === '.' && /[\s.]\p{L}$/u.test(plain.slice(0, match.index))) continue;
    // What a share of people does something for belongs to it; what a count is made for does not.
    if (aims && / pour (?!arriver|atteindre|passer)/.test(match[0])) continue;
    end = match.index;
    break;
  }
  return end;
}

/** Small words at either end that say nothing by themselves. */
export function trimmed(text: string): string {
  let answer = text.replace(/\s+/g, ' ').replace(/^[\s,;:–—•●▪■>»-]+|[\s,;:–—(«-]+$/g, '');
  for (let link = LINK.exec(fold(answer)); link !== null && answer !== ''; link = LINK.exec(fold(answer))) {
    answer = answer.slice(0, link.index).replace(/[\s,;:–—+-]+$/, '');
  }
  return answer;
}

const VERBS: readonly (readonly [RegExp, string])[] = [
  [
    /(?<!\p{L})(habit|viv|résid|travaill|bénéfici|suiv|pratiqu|fréquent|particip|prépar|utilis|déclar|souhait|concern|trouv|poursuiv)ent(?!\p{L})/giu,
    '$1ant',
  ],
  [/(?<!\p{L})relèvent(?!\p{L})/giu, 'relevant'],
  [/^(?:d['’]entre (?:eux|elles)|de ces \p{L}+)\s+/iu, ''],
  [/(?<!\p{L})(?:se|s['’]) ?(?:sont|est|étaient|était)(?!\p{L}) ?/giu, ''],
  [/(?<!\p{L})n['’](?:ont|avaient|a|avait) pas(?!\p{L})/giu, "n'ayant pas"],
  [/(?<!\p{L})ne (?:sont|étaient) (?:pas|plus|ni)(?!\p{L})/giu, "n'étant pas"],
  [
    /(?<!\p{L})(?:qui )?(?:ont|avaient|a|avait|auront|aura) (?:également |aussi |déjà |ainsi |désormais )*(?:pu être|été)(?!\p{L}) ?/giu,
    '',
  ],
  [
    /(?<!\p{L})(?:qui )?(?:seront|sera|étaient|était|sont|est) (?:également |aussi |désormais |des |les )?(?!\p{L}*['’])/giu,
    '',
  ],
  [/(?<!\p{L})(?:qui )?(?:ont|avaient|auront) (?:également |aussi |déjà |ainsi )*/giu, 'ayant '],
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

/** Capitals of a poster in small letters; acronyms stay. */
export function sentenceCase(text: string): string {
  const letters = text.replace(/[^\p{L}]/gu, '');
  const poster = letters.length >= 6 && letters === letters.toUpperCase();
  return text.replace(/\p{Lu}[\p{Lu}.-]*(?:['’]\p{Lu}+)?(?![\p{L}\d])/gu, (word) => {
    if (ACRONYMS.has(word) || word.length === 1) return word;
    return poster || word.length >= 7 || SMALL.has(word) || countedNoun(fold(word.toLowerCase()), 0)
      ? word.toLowerCase()
      : word;
  });
}

const SMALL: ReadonlySet<string> = new Set([
  'DE',
  'DES',
  'DU',
  'LA',
  'LE',
  'LES',
  'ET',
  'EN',
  'AU',
  'AUX',
  'DANS',
  'POUR',
  'SUR',
  'PAR',
  'JEUNES',
  'FEMMES',
  'HOMMES',
  'ONT',
]);

const ACRONYMS: ReadonlySet<string> = new Set([
  'QPV', 'CDI', 'CDD', 'CV', 'RSA', 'ETP', 'CEJ', 'PACEA', 'PLIE', 'FSE', 'BAC', 'AAH', 'TPE', 'PME', 'SIAE', 'ESS', 'EPCI',
  'REP', 'CAF', 'MSA', 'EHPAD', 'RH', 'TV', 'SMS', 'PEC', 'CIE', 'CCAS', 'ONG', 'FLE', 'VAE', 'DELD', 'IAE', 'AVS', 'AESH',
]); // biome-ignore format: a table

/** Words that cannot stand at the head of a label: verbs, prepositions and participles that lean on a noun before them. */
const LEANS =
  /^(?:sont|est|etaient|etait|ont|a|avaient|n'|ne|seront|sera|auront|aura|par|pour|dans|au|aux|en|hors|chez|sur|sous|via|avec|sans|parmi|entre|vers|issus?|issues?|originaires?|inscrite?s?\b|ayant|etant|beneficiant|residant|residents? en|habitent|vivent|resident|beneficient|relevent|proviennent|viennent|possedent|disposent|declarent|d'entre|de (?:leurs?|son|sa|ses|ce|cette|ces)|de moins|de plus|de 18|qui|inferieure?s?|superieure?s?|se|s'|y|leur|avaient|infra|ages?|agees?|accedent|accueillie?s?|accompagnee?s?|signee?s?|realisee?s?|obtenue?s?)(?![a-z])|^le (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir|midi)\b/;

export const leans = (plain: string): boolean => plain === '' || LEANS.test(plain) || /^n'/.test(plain);
