import type { Act } from '../../models/act.js';
import type { EntityKind } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { fold, readName } from './name.js';
import { readPerson } from './person.js';
import type { NewBody } from './roster.js';

/** Common nouns that say what a name is that stands beside them, and what that is. */
const SORTS: readonly [EntityKind, string][] = [
  ['association', 'association|organisation|ong|collectif|fédération|fondation'],
  ['company', "société|entreprise|filiale|bailleur|bureau d[’']études"],
  ['public_body', 'organisme|établissement public|syndicat|agence'],
];
const SORT = SORTS.map(([, words]) => words).join('|');

/** "Clainlogis (issu de la fusion de …)", "France Jardins (association des anciens élèves)", "Logibat, entreprise sociale". */
const NAME_AND_SORT = new RegExp(
  `(?<![\\p{L}’'-])(\\p{Lu}[\\p{L}&’'-]{2,}(?:\\s\\p{Lu}[\\p{L}&’'-]+){0,3})\\s?(\\(|,\\s)(${SORT}|issue?s? de la fusion)(?!\\p{L})`,
  'gu',
);
const SORTED = new RegExp(`(?:\\(|,\\s)(?:${SORT}|issue?s? de la fusion)`);
/** "l'organisation Human Help (HH)", "l'élevage « La Forêt »": the name stands behind. */
const SORT_AND_NAME =
  /(?<!\p{L})(?:l['’]|la |une |cette )(organisation|ong)\s(?=\p{Lu}|«)|(?:gérante?|directeur|directrice|responsable|exploitante?)\s(?:de\sl['’]|de\sla\s|du\s)\p{Ll}{4,20}\s(?=[«"“])/giu;
/** "les consorts X": who own together. */
const OWNERS = /(?<!\p{L})[Cc]onsorts\s\p{Lu}[\p{L}'’-]+(?:[\s-]\p{Lu}{2,}[\p{L}'’-]*)*/gu;
/** "les communes de A, B et C", "11 communes : A, B, C". */
const TOWNS =
  /(?<!\p{L})communes\b[^.;:()\n]{0,30}?(?:\s:|\sde)\s((?:\p{Lu}[\p{L}'’-]+(?:\s(?:sur|en|lès|lez|le|la|les|de)\s\p{Lu}[\p{L}'’-]+)*,\s){1,30}\p{Lu}[\p{L}'’-]+(?:\set\s\p{Lu}[\p{L}'’-]+)?)/gu;
/** "désigne Monsieur X en tant que représentant", "Madame X est désignée pour": whom the act sends or charges. */
const APPOINTS = /\bdesigne(?:nt)?\s(?=(?:monsieur|madame|m\.|mme)\s)/g;
const IS_APPOINTED =
  /(?<![a-z])(?=(?:monsieur|madame|m\.|mme)\s(?:[a-z'’-]+\s){1,4}est\s(?:designee?|nommee?|mandatee?)\b(?! secretaire))/g;
const NOT_OF_THE_MEETING = /^(?![^.;\n]{0,60}\bsecretaire\b)/;
/** "Directrice générale : Anne MOREL": who leads the body whose chart it is. */
const LEADS =
  /(?:^|\n)[ \t]*(?:Présidente?|Direct(?:eur|rice)(?: [Gg]énérale?)?(?: [Aa]djointe?)?)[^:\n]{0,30}\s?:\s(?=\p{Lu})/gu;

/** Bodies and persons that the words beside them announce. */
export function apposed(act: Act): NewBody[] {
  const text = act.passage.text.slice(0, act.passage.bodyEnd);
  const flat = plain(text);
  const found: NewBody[] = [];
  const add = (kind: EntityKind, start: number, end: number, alias?: string): void => {
    const name = fold(text.slice(start, end));
    found.push({
      name,
      kind,
      start,
      end,
      extractor: 'parties/apposed',
      roles: ['partner'],
      ...(alias ? { aliases: [alias] } : {}),
    });
  };
  const sorted = SORTED.test(text) ? text.matchAll(NAME_AND_SORT) : [];
  for (const { index, 0: said, 1: name = '', 2: sign = '', 3: sort = '' } of sorted)
    if (isNamedSo(text, index, said, name, sign)) add(kindOfSort(sort), index, index + name.length);
  for (const { index, 0: said, 1: sort = '' } of text.matchAll(SORT_AND_NAME)) {
    const name = readName(text, index + said.length, index + said.length + 120);
    if (name && !name.bare) add(sort ? 'association' : 'company', name.start, name.end, name.alias);
  }
  for (const { index, 0: owners } of text.matchAll(OWNERS)) add('person', index, index + owners.length);
  for (const { index, 0: said, 1: towns = '' } of text.matchAll(TOWNS)) {
    const from = index + said.length - towns.length;
    for (const { index: at, 0: town } of towns.matchAll(/\p{Lu}(?:(?!,|\set\s)[\s\S])*/gu))
      add('municipality', from + at, from + at + town.length);
  }
  const persons = [
    ...[...flat.matchAll(APPOINTS), ...flat.matchAll(IS_APPOINTED)].map((one) => ({ one, bare: false })),
    ...[...text.matchAll(LEADS)].map((one) => ({ one, bare: true })),
  ];
  for (const { one, bare } of persons) {
    const person = readPerson(text, one.index + one[0].length, bare);
    if (person?.text.includes(' ') && NOT_OF_THE_MEETING.test(flat.slice(person.end, person.end + 80)))
      add('person', person.start, person.end);
  }
  return found;
}

const kindOfSort = (sort: string): EntityKind =>
  SORTS.find(([, words]) => new RegExp(`^(?:${words})$`, 'u').test(sort))?.[0] ?? 'company';

/**
 * Whether the words of a sort are said of the name before them: not of a person, nor of a word whose capital opens a
 * sentence; behind a comma only where no other name follows ("la Ville de Lure, association Le Relais").
 */
function isNamedSo(text: string, at: number, said: string, name: string, sign: string): boolean {
  const before = text.slice(Math.max(0, at - 8), at);
  if (/^(?:Monsieur|Madame|Mme|Mlle)(?!\p{L})/u.test(name)) return false;
  if (!/\s|\p{Lu}{2}/u.test(name) && /(?:^|[.\n:;•–-])\s*$/u.test(before)) return false;
  return (
    sign === '(' ||
    (/^\s\p{Ll}/u.test(text.slice(at + said.length)) && !/(?:de|du|des|la|le|les|M\.|MM\.)\s$/u.test(before))
  );
}
