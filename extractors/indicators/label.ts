import { plain } from '../acts/plain.js';
import { countedNoun } from './counted.js';
import type { Figure } from './figures.js';
import type { Found } from './found.js';
import { sentenceCase, trimmed } from './phrase.js';

/** One word is no label: "participants" of what? The heading says it. */
export function completed(label: string, figure: Figure, scope: string): string {
  const lonely = figure.form === 'number' ? /^\S+$/.test(label) : /^\S+(?: parmi les \S+)?$/.test(label);
  if (!lonely || scope === '' || plain(scope).includes(plain(label))) return label;
  return `${label} (${sentenceCase(scope).split(/\s+/).slice(0, 10).join(' ')})`;
}

/** At most sixteen words, without a period at the end: the record has its own. */
export function shortened(label: string): string {
  const undated = label.replace(
    /\s+(?:(?:en|au cours de l['’]année|pour l['’]année|sur l['’]année|durant l['’]année)\s+(?:19|20)\d\d|(?:au|à fin|fin|le) (?:\d{1,2}(?:er)?[/. ])?(?:\d{1,2}[/.]|\p{L}+ )?(?:19|20)\d\d|(?:pour|durant|sur|de) l['’]exercice (?:19|20)\d\d|d['’]ici (?:à |fin )?(?:19|20)\d\d|cette année|cette saison|sur l['’]année|au cours de l['’]année)$/iu,
    '',
  );
  return trimmed(undated.split(/\s+/).slice(0, 16).join(' '));
}

/** The noun of a count, without what its own sentence said of it. */
export function headOf(found: Found): string {
  const words = found.label.replace(/ \([^)]*\)$/, '').split(/\s+/);
  return words.length <= 6 || found.unit === undefined || found.unit === '%' ? words.slice(0, 6).join(' ') : found.unit;
}

const COMPOUND =
  /^\p{L}[\p{L}'’-]*(?: (?:d['’]emploi|d['’]accueil|en relations?|de vie|intérimaires?|aidés?|individuels?|de riz|à projets?)(?!\p{L}))?/iu;

/** Units of measure, with what they are measured by: "m³/jour", "kg/hab/an". */
const MEASURE =
  /^(?:(?:m[23²³]|km[2²]?|ml?|hl?|ha|kg|t|[kmgt]wh|kwc?|tonnes?|kilom[eè]tres?|m[eè]tres? cubes?|litres?|hectares?|h|g)(?:(?:\s?\/\s?|\spar\s)(?:km|j(?:our)?|h(?:eure)?|ab|hab(?:itant|\.?\s?an|\.)?|an|mois|abonn[eé]|personne))*|\p{L}{3,}\/(?:km|jour|hab(?:itant)?|an|abonné|m2|m²))(?![\p{L}\d²³])/iu;

/** The unit of measure at the head of a label. */
export const measureOf = (label: string): string | undefined => MEASURE.exec(label)?.[0];

/** What a count counts: the noun at the head of its label. */
export function unitOf(label: string): string | undefined {
  if (/^(?:indice|taux|note|score|rendement|ratio|prix|part|moyenne)(?!\p{L})/iu.test(label)) return undefined;
  const measure = measureOf(label);
  if (measure !== undefined) return measure;
  const noun = countedNoun(plain(label), 0);
  if (noun)
    return COMPOUND.exec(label.slice(noun.start))?.[0]?.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
  const first = COMPOUND.exec(label.replace(/^[«"“]\s?/, ''))?.[0];
  return first === undefined || first.length < 2 || SMALL_WORD.test(first) ? undefined : first;
}

/** Words that head a phrase and count nothing. */
const SMALL_WORD = /^(?:de|des|du|d|et|ou|avant|apr[èe]s|en|sur|par|pour|dont|soit|contre|lors|pendant|plus|moins)$/i;
