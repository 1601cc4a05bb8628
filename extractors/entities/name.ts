import type { EntityKind } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { spells } from './acronym.js';
import { isGeneric } from './bodies.js';

/** Words that join a name's words and tell nothing of whose it is. */
const JOINING = new Set('de du des d la le les l et & a au aux en pour the of sur sous lez les'.split(' '));

/** Legal forms and titles: the same body is written with and without them. */
const FORMS =
  /\b(?:association(?: loi (?:de )?1901)?|asso|ass|societe(?: anonyme| par actions simplifiee| civile immobiliere)?|entreprise|s\.?a\.?r\.?l|s\.?a\.?s\.?u?|e\.?u\.?r\.?l|groupement d'interet public|gip|ets|etablissements)(?=[ .,]|$)\.?/g;

/** Ways in which the same public body is named: the town, its hall and its council are one, a CCAS is written out. */
const WRITTEN: readonly [RegExp, string][] = [
  [
    /^(?:(?:conseil (?:municipal|communal)|mairie|hotel de ville|maire|municipalite|commune) (?:de la |de l'|de |d')?)?(?:ville|commune|mairie|municipalite) (?:nouvelle )?(?:de la |de l'|des |du |de |d')?(?=\S)/,
    'commune ',
  ],
  [/^(?:conseil municipal|mairie|municipalite|hotel de ville) (?:de la |des |du |de |d')?(?=\S)/, 'commune '],
  [
    /^(?:conseil (?:communal|municipal) )?(?:de la )?commune (associee|deleguee) (?:de la |des |du |de |d')?(?=\S)/,
    'commune-$1 ',
  ],
  [/^(?:conseil (?:departemental|general)|departement) (?:de la |de l'|des |du |de |d')?(?=\S)/, 'departement '],
  [/^(?:conseil regional|region) (?:de la |de l'|des |du |de |d'|en )?(?=\S)/, 'region '],
  [/^(?:conseil (?:communautaire|metropolitain)|bureau) (?:de la |de l')(?=\S)/, ''],
  [/^centre communal d'action sociale(?= |$)/, 'ccas'],
  [/^centre intercommunal d'action sociale(?= |$)/, 'cias'],
  [/^service departemental d'incendie(?: et de secours)?(?= |$)/, 'sdis'],
  [/^caisse d'allocations familiales(?= |$)/, 'caf'],
  [/^office public de l'habitat(?= |$)/, 'oph'],
];

/**
 * What stays of a name whatever the way of writing it: lower case, no accents, no hyphens, no legal form, no joining
 * words; the words in their order ("association Les Amis du Théâtre" and "AMIS DU THEATRE" → "amis theatre").
 * A person's words are sorted, since first and last names change places ("DURAND Anne" and "Anne Durand" → "anne durand").
 */
export function nameKey(name: string, kind?: EntityKind): string {
  const known = kind === 'person' ? people : bodies;
  let key = known.get(name);
  if (key === undefined) {
    key = readKey(name, kind);
    if (known.size >= KEPT) known.clear();
    known.set(name, key);
  }
  return key;
}

/** Names whose keys are kept: a place's documents repeat theirs, and a hundred thousand documents do not fit. */
const KEPT = 20_000;
const people = new Map<string, string>();
const bodies = new Map<string, string>();

function readKey(name: string, kind?: EntityKind): string {
  let text = plain(name)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .replace(/^(?:l'|la |le |les )(?=\S)/, '');
  if (kind === 'person') {
    return words(text.replace(/^(?:m|mr|mme|mlle|monsieur|madame|mademoiselle|maitre|me|dr|docteur)\b\.? ?/, ''))
      .sort()
      .join(' ');
  }
  // "Maison des Aînés (MDA)": its acronym says nothing more of it.
  const explained = /^(.{4,}?) ?\(([a-z.]{2,12})\)$/.exec(text);
  if (explained && spells(explained[2]!, explained[1]!)) text = explained[1]!;
  for (const [written, key] of WRITTEN) {
    const told = text.replace(written, key);
    if (told !== text) {
      text = told;
      break;
    }
  }
  const all = words(text);
  const kept = words(text.replace(FORMS, ' ')).filter((word) => !JOINING.has(word));
  return (kept.length > 0 ? kept : all).join(' ');
}

/** Stands between a name's key and the place that qualifies it; no key holds it. */
export const WHERE = '@';

/** The words of a plain name; the dots of "A.D.T.O." are dropped, other signs separate. */
function words(text: string): string[] {
  return text
    .replace(/\b((?:[a-z]\.){2,}[a-z]?)(?![a-z])/g, (acronym) => acronym.replace(/\./g, ''))
    .replace(/commune-(associee|deleguee)/, 'commune_$1')
    .split(/[^a-z0-9_&]+/)
    .filter((word) => word !== '');
}

/** Whether a name says only what sort of body it is ("Comité des fêtes", "CCAS"): it means the one of the place. */
export const isGenericName = (key: string): boolean => key.split(' ').every(isGeneric);

/** The first letters of a name's words, as its acronym would have them: "ahv" for "Atelier du Haut-Valdain". */
export const initials = (name: string): string =>
  words(plain(name))
    .filter((word) => !JOINING.has(word))
    .map((word) => word[0])
    .join('');
