import type { Act } from '../../models/act.js';
import type { Heading } from '../../models/document.js';
import type { Amount } from '../../models/records.js';
import { spells } from '../entities/acronym.js';
import { reportBodies } from '../indicators/funders.js';
import { reportMoney } from '../indicators/money/index.js';
import { acronymSpokenOf } from '../parties/self-called.js';
import { explainedBodies } from '../parties/with-acronym.js';
import { reportHeading } from './activity-report-heading.js';
import { defineKind } from './kind.js';

export default defineKind({
  kind: 'activity_report',
  opens: [
    {
      at: 'top',
      says: 'it opens with « rapport d’activité » or « bilan »',
      pattern:
        /^\W*(?:[^\n]{0,60}\n){0,12}?\W*(?:rapport\W{0,3}\s*(?:annuel\s*)?(?:d'activites?|moral|annuel)|compte[- ]rendu (?:annuel |technique )*d'activites?)\b|^\W*(?:[^\n–-]{3,60} [–-] )?bilan (?:des? |d')?(?:activites?|annuel|actions|l'annee)/,
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
        /^\W*(?:[^\n]{0,60}\n){0,2}?\W*(?:[^\n–-]{3,60} [–-] )?(?:bilan (?:20\d\d (?:de |des |du |d')|de\s(?:la )?saison)|(?:les )?chiffres cles (?:de l'annee )?20\d\d|l'annee 20\d\d en chiffres|rpqs\b|rapport (?:social unique|de developpement durable|sur la situation en matiere d'egalite|d[eu] (?:la )?president(?:e)? (?:pour|sur) l'annee)|(?:resultats (?:de l')?)?enquete de satisfaction\b)/,
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
  heading: reportHeading,
  amounts: (act, amounts, heading) => spellOut(act, reportMoney(act, amounts, withAcronym(act, heading))),
  bodies: reportBodies,
});

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
