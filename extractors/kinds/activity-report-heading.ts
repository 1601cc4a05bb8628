import type { Act } from '../../models/act.js';
import type { Heading } from '../../models/document.js';
import { plainHeading } from '../acts/headings.js';
import { plain } from '../acts/plain.js';
import { writesYear } from '../french/calendar.js';
import { acronymSpokenOf, spelledOut } from '../parties/self-called.js';

const TITLE =
  /(?:^|\n)[^\S\n]*((?:(?:compte[ -]rendu|synthese|extrait) (?:du |annuel )?)?(?:rapport|bilan|compte[ -]rendu)s?[,:]?\s+(?:annuel\s+|moral\s+(?:et\s+)?|general\s+)*(?:d'activites?|des activites|(?:sur le|relatif au) prix et (?:a |de |sur )?la qualite|du delegataire|financier|moral|annuel|de l'annee|pedagogique|20\d\d)[^\n]{0,80}(?:\n[^\S\n]*(?:de l'annee |annee |exercice |saison )?(?:19|20)\d\d(?:\s?[-/]\s?(?:20)?\d\d)?(?=[^\S\n]*(?:\n|$)))?)/;

/**
 * What a report says of itself: title and year as printed on the first pages, the issuer as its own pages name it; its
 * date is the close of the year.
 */
export function reportHeading(act: Act): Heading {
  const text = act.passage.text;
  const folded = plain(text);
  const opening = folded.slice(0, 6000);
  const title = TITLE.exec(opening);
  const start = title ? title.index + title[0].indexOf(title[1]!) : 0;
  const written = title
    ? text
        .slice(start, start + title[1]!.length)
        .replace(/\s+/g, ' ')
        .trim()
    : plainHeading(act).title;
  const year = yearOf(title?.[1] ?? '', folded);
  const issuer = issuerOf(text, folded, title ? [start, start + title[1]!.length] : [0, 0]);
  const whole = writesYear(year ?? '');
  return {
    ...(written === undefined ? {} : { title: written }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(year === undefined ? {} : { year: Number(year.slice(-4)) }),
    ...(whole ? { date: `${year}-12-31` } : {}),
  };
}

/** What stands before the year that a report is about. */
const ABOUT_YEAR =
  /\b(?:chiffres?[ -]cles?(?: de l'annee)?|bilan(?: de l'annee)?|rapport[^\n]{0,30}|exercice|annee|en) ((?:19|20)\d\d)\b/g;

/** The title's year or season; else the year that the report is most often said to be about. */
function yearOf(title: string, folded: string): string | undefined {
  const season = /\b(20\d\d)\s?[-/]\s?(?:20)?(\d\d)\b/.exec(title);
  if (season) return `${season[1]}-${season[1]!.slice(0, 2)}${season[2]}`;
  const stated = /\b(?:19|20)\d\d\b/.exec(title)?.[0];
  if (stated !== undefined) return stated;
  const counts = new Map<string, number>();
  for (const [, year] of folded.matchAll(ABOUT_YEAR)) counts.set(year!, (counts.get(year!) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0].localeCompare(a[0]))[0]?.[0];
}

const SAYS_WHAT_IT_IS =
  /(?:^|[\n.] ?)(?:L['’]association |La |Le |L['’])?([\p{Lu}][^\n.,;:()]{2,60}?)(?:,[^.;]{2,60},)? (?:est une association|est un établissement|est une fondation|association (?:régie|loi))/u;
const CALLED_ASSOCIATION =
  /\bassociation (?:« ?)?((?:\p{Lu}[\p{L}'’-]+)(?: (?:de |des |du |d['’]|la |le |les |et |pour )*\p{Lu}[\p{L}'’-]+){0,5})/u;

/** The name on the cover that the report goes on using; else what it says of itself ("X est une association"). */
const issuerOf = (text: string, folded: string, title: readonly [number, number]): string | undefined =>
  onCover(text, folded, title) ??
  SAYS_WHAT_IT_IS.exec(text)?.[1]?.trim() ??
  spokenOf(text) ??
  CALLED_ASSOCIATION.exec(text.slice(0, 8000))?.[1];

/** Words that make a line of the cover a body's name. */
const BODY =
  /\b(?:mission|association|maison|centre|comite|federation|union|agence|office|fondation|mutuelle|club|ville|commune|communaute|metropole|departement|syndicat|plie|regie|ligue|foyer|service|institut|ecole|universite|amicale|collectif|reseau|secours|croix|mjc|ccas|cias|sdis|spanc|ehpad)\b/;
/** What a report calls its parts. */
const PART =
  /^(?:sommaire|table|page|edito|rapport|bilan|assemblee|annee|exercice|introduction|preambule|presentation|(?:les |nos )?activites?$|(?:les )?chiffres|elements|perspectives|objectifs|(?:le )?mot)\b/;

/** The line of the cover, outside the title, that looks most like a name and that the report repeats most. */
function onCover(text: string, folded: string, title: readonly [number, number]): string | undefined {
  const candidates: { name: string; score: number }[] = [];
  let at = 0;
  for (const line of text.slice(0, 700).split('\n')) {
    const start = at;
    at += line.length + 1;
    if (start < title[1] && start + line.length > title[0]) continue;
    // "Les Amis du lac – 12, rue du Port": its address is no part of a name.
    const name = line
      .replace(/\s+/g, ' ')
      .split(/\s[–—-]\s(?=\d)|,\s(?=\d)/)[0]!
      .trim();
    const key = plain(name);
    if (!looksLikeName(name) || PART.test(key)) continue;
    const uses = occurrences(folded, key);
    const isBody = BODY.test(key);
    const score = (isBody ? 3 : 0) + Math.min(uses, 10) + (name.includes(' ') ? 1 : -2) - start / 400;
    if (uses > 1 || isBody) candidates.push({ name, score });
  }
  return candidates.sort((a, b) => b.score - a.score)[0]?.name;
}

/** A few words that open with a capital or a figure and are neither a sentence, a date nor an address. */
const looksLikeName = (name: string): boolean =>
  name.split(' ').length <= 9 &&
  /^[\p{Lu}\d«"]/u.test(name) &&
  /\p{L}{3}/u.test(name) &&
  !/[.:;!?]$|\d{4}|@|www/.test(name);

/** The body that acts all through the report under an acronym, by its full name where the report gives it. */
function spokenOf(text: string): string | undefined {
  const spoken = acronymSpokenOf(text);
  return spoken && (spelledOut(text, spoken.acronym)?.name ?? spoken.acronym);
}

function occurrences(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count += 1;
  return count;
}
