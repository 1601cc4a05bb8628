import type { Act } from '../../models/act.js';
import type { Heading } from '../../models/document.js';
import type { Amount } from '../../models/records.js';
import { plainHeading } from '../acts/headings.js';
import { plain } from '../acts/plain.js';
import { spells } from '../entities/acronym.js';
import { writesYear } from '../french/calendar.js';
import { reportBodies } from '../indicators/funders.js';
import { reportMoney } from '../indicators/money/index.js';
import { acronymSpokenOf, spelledOut } from '../parties/self-called.js';
import { explainedBodies } from '../parties/with-acronym.js';
import { defineKind } from './kind.js';

export default defineKind({
  kind: 'activity_report',
  opens: [
    {
      at: 'top',
      says: 'it opens with « rapport d’activité » or « bilan »',
      pattern:
        /^\W*(?:[^\n]{0,60}\n){0,12}?\W*(?:rapport\W{0,3}\s*(?:annuel\s*)?(?:d'activites?|moral|annuel)|compte[- ]rendu (?:annuel |technique )*d'activites?)\b|^\W*bilan (?:des? |d')?(?:activites?|annuel|actions|l'annee)/,
      weight: 8,
    },
    {
      at: 'top',
      says: 'it opens with « rapport sur le prix et la qualité du service » or « rapport du délégataire »',
      pattern:
        /^\W*(?:[^\n]{0,60}\n){0,3}?\W*rapport (?:annuel |relatif )*(?:(?:au|sur le) prix et (?:a |de |sur )?la qualite|du delegataire)\b/,
      weight: 8,
    },
    {
      at: 'top',
      says: 'it opens with what a year or a season brought: « bilan 2022 de », « chiffres clés 2022 », or as a report that the law asks for each year',
      pattern:
        /^\W*(?:[^\n]{0,60}\n){0,2}?\W*(?:bilan (?:20\d\d (?:de |des |du |d')|de la saison)|(?:les )?chiffres cles (?:de l'annee )?20\d\d|l'annee 20\d\d en chiffres|rpqs\b|rapport (?:social unique|de developpement durable|sur la situation en matiere d'egalite|d[eu] (?:la )?president(?:e)? (?:pour|sur) l'annee)|(?:resultats (?:de l')?)?enquete de satisfaction\b)/,
      weight: 8,
    },
  ],
  holds: [
    { says: 'it speaks of the year’s activity', pattern: /\b(?:rapport|bilan) d'activites?\b/, weight: 3 },
    { says: 'it has a foreword and a table of contents', pattern: /\b(?:sommaire|edito)\b/, weight: 2 },
    {
      says: 'it counts people and actions',
      pattern:
        /\b\d[\d ]* (?:personnes|jeunes|adherents|beneficiaires|familles|visiteurs|entreprises|participants|ateliers)\b/,
      weight: 2,
      atLeast: 8,
    },
    { says: 'it has key figures', pattern: /\bchiffres?[ -]cles?\b/, weight: 2 },
    {
      says: 'its president or director introduces it',
      pattern: /^[^\S\n]*(?:le )?mot d(?:u|e la) (?:president|direct)/m,
      weight: 2,
    },
    {
      says: 'it looks back and forward',
      pattern: /\b(?:faits marquants|temps forts|perspectives 20\d\d|orientations 20\d\d|en quelques chiffres)\b/,
      weight: 1,
    },
  ],
  annexable: true,
  heading: headingOf,
  amounts: (act, amounts, heading) => spellOut(act, reportMoney(act, amounts, withAcronym(act, heading))),
  bodies: reportBodies,
});

const TITLE =
  /(?:^|\n)[^\S\n]*((?:(?:compte[ -]rendu|synthese|extrait) (?:du |annuel )?)?(?:rapport|bilan|compte[ -]rendu)s?[,:]?\s+(?:annuel\s+|moral\s+(?:et\s+)?|general\s+)*(?:d'activites?|des activites|(?:sur le|relatif au) prix et (?:a |de |sur )?la qualite|du delegataire|financier|moral|annuel|de l'annee|pedagogique|20\d\d)[^\n]{0,80}(?:\n[^\S\n]*(?:de l'annee |annee |exercice |saison )?(?:19|20)\d\d(?:\s?[-/]\s?(?:20)?\d\d)?(?=[^\S\n]*(?:\n|$)))?)/;

/** Title and year as printed on the first pages; the issuer as its own pages name it; the date is the close of the year. */
function headingOf(act: Act) {
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

/** The title's year or season; else the year that headings of figures, of the exercise or of the assembly repeat most. */
function yearOf(title: string, folded: string): string | undefined {
  const season = /\b(20\d\d)\s?[-/]\s?(?:20)?(\d\d)\b/.exec(title);
  if (season) return `${season[1]}-${season[1]!.slice(0, 2)}${season[2]}`;
  const stated = /\b(?:19|20)\d\d\b/.exec(title)?.[0];
  if (stated !== undefined) return stated;
  const counts = new Map<string, number>();
  for (const [, year] of folded.matchAll(
    /\b(?:chiffres?[ -]cles?(?: de l'annee)?|bilan(?: de l'annee)?|rapport[^\n]{0,30}|exercice|annee|en) ((?:19|20)\d\d)\b/g,
  )) {
    counts.set(year!, (counts.get(year!) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0].localeCompare(a[0]))[0]?.[0];
}

const BODY =
  /\b(?:mission|association|maison|centre|comite|federation|union|agence|office|fondation|mutuelle|club|ville|commune|communaute|metropole|departement|syndicat|plie|regie|ligue|foyer|service|institut|ecole|universite|amicale|collectif|reseau|secours|croix|mjc|ccas|cias|sdis|spanc|ehpad)\b/;

/** The name on the cover that the report goes on using; else what it says of itself ("X est une association"). */
function issuerOf(text: string, folded: string, title: readonly [number, number]): string | undefined {
  const candidates: { name: string; score: number }[] = [];
  let at = 0;
  for (const line of text.slice(0, 700).split('\n')) {
    const start = at;
    at += line.length + 1;
    // "Les Amis du lac – 12, rue du Port": its address is no part of a name.
    const name = line
      .replace(/\s+/g, ' ')
      .split(/\s[–—-]\s(?=\d)|,\s(?=\d)/)[0]!
      .trim();
    const words = name.split(' ').length;
    if (start < title[1] && start + line.length > title[0]) continue;
    if (
      words > 9 ||
      !/^[\p{Lu}\d«"]/u.test(name) ||
      !/\p{L}{3}/u.test(name) ||
      /[.:;!?]$/.test(name) ||
      /\d{4}|@|www/.test(name)
    )
      continue;
    const key = plain(name);
    if (
      /^(?:sommaire|table|page|edito|rapport|bilan|assemblee|annee|exercice|introduction|preambule|presentation|(?:les |nos )?activites?$|(?:les )?chiffres|elements|perspectives|objectifs|(?:le )?mot)\b/.test(
        key,
      )
    )
      continue;
    const uses = occurrences(folded, key);
    const score = (BODY.test(key) ? 3 : 0) + Math.min(uses, 10) + (words > 1 ? 1 : -2) - start / 400;
    if (uses > 1 || BODY.test(key)) candidates.push({ name, score });
  }
  const best = candidates.sort((a, b) => b.score - a.score)[0];
  if (best) return best.name;
  const said =
    /(?:^|[\n.] ?)(?:L['’]association |La |Le |L['’])?([\p{Lu}][^\n.,;:()]{2,60}?)(?:,[^.;]{2,60},)? (?:est une association|est un établissement|est une fondation|association (?:régie|loi))/u.exec(
      text,
    );
  if (said) return said[1]!.trim();
  return (
    spokenOf(text) ??
    /\bassociation (?:« ?)?((?:\p{Lu}[\p{L}'’-]+)(?: (?:de |des |du |d['’]|la |le |les |et |pour )*\p{Lu}[\p{L}'’-]+){0,5})/u.exec(
      text.slice(0, 8000),
    )?.[1]
  );
}

/** The body that acts all through the report under an acronym, by its full name where the report gives it. */
function spokenOf(text: string): string | undefined {
  const spoken = acronymSpokenOf(text);
  return spoken && (spelledOut(text, spoken.acronym)?.name ?? spoken.acronym);
}

/** Who is called by an acronym alone beside a sum, by the name that the report gives with it elsewhere. */
function spellOut(act: Act, amounts: Amount[]): Amount[] {
  const names = new Map(
    explainedBodies(act.passage.text).map(({ acronym, name }) => [acronym, `${name} (${acronym})`]),
  );
  const full = (name: string | undefined): string | undefined => name && (names.get(name) ?? name);
  return amounts.map((amount) => ({
    ...amount,
    ...(amount.payer ? { payer: full(amount.payer)! } : {}),
    ...(amount.beneficiary ? { beneficiary: full(amount.beneficiary)! } : {}),
  }));
}

/** The issuer as the report's readers know it: with the acronym that the report calls it by. */
function withAcronym(act: Act, heading: Heading): Heading {
  const acronym = acronymSpokenOf(act.passage.text)?.acronym;
  return heading.issuer && acronym && spells(acronym, heading.issuer)
    ? { ...heading, issuer: `${heading.issuer} (${acronym})` }
    : heading;
}

function occurrences(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count += 1;
  return count;
}
