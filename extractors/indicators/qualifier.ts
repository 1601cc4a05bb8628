import type { Indicator } from '../../models/records.js';

type Qualifier = Indicator['qualifier'];

/** Words that tell what was done from what is aimed at; texts are plain (lower case, no accents). */
const ESTIMATE = /\bestim(?:ee?s?|ation|ations|ons|ent)\b|\bd'apres les projections\b|\bprojections?\b/;
const TARGET =
  /\b(?:objectifs?(?! (?:emploi|globaux))|cible (?:de|est|annuelle|:)|vis(?:e|ent|ant|er) (?:a|l[ae']|les?)|d'ici (?:a |fin |20)|a atteindre|atteindre|se fixe|ambition(?:ne)? de|engage(?:nt)? a|pour aboutir|souhaite(?:nt)?)\b/;
const FORECAST =
  /\b(?:previsionnel(?:le)?s?|prevu(?:e|s|es)?|prevoi(?:t|ent)|prevision(?:s)?|envisage(?:e|s|es|nt)?|programmee?s? (?:en|pour)|a venir|projete(?:e|s|es)?)\b/;
/** Future tense of the verbs that a plan is written with. */
const FUTURE =
  /\b(?:ser(?:a|ont)|aur(?:a|ont)|devr(?:a|ont)|pourr(?:a|ont)|fer(?:a|ont)|permettr(?:a|ont)|[a-z]{3,}(?:er|ir)(?:a|ont))\b/;
const NOT_FUTURE = /^(?:opera|camera|caméra|sera(?:it|ient)|libera|extra|infra|intra|contra|era|tera|et cetera)$/;
const DONE =
  /\b(?:realise(?:e|s|es)?|atteint(?:e|s|es)?|obtenu(?:e|s|es)?|ont ete|a ete|bilan|resultats? obtenus?|etai(?:t|ent)|comptait)\b/;

/** What a sentence says of its figures; nothing when it leaves it open. */
export function qualifierIn(sentence: string): Qualifier | undefined {
  if (ESTIMATE.test(sentence)) return 'estimate';
  if (/\bobjectifs? (?:atteints?|realises?|depasses?)\b/.test(sentence)) return 'actual';
  if (TARGET.test(sentence)) return 'target';
  if (FORECAST.test(sentence)) return 'forecast';
  const future = FUTURE.exec(sentence)?.[0];
  if (future !== undefined && !NOT_FUTURE.test(future)) return 'forecast';
  return DONE.test(sentence) ? 'actual' : undefined;
}

/** What a heading says of the figures below it. */
export function qualifierOfHeading(heading: string): Qualifier | undefined {
  if (/\b(?:bilan|realise|chiffres? cles?|resultats?|en bref)\b/.test(heading)) return 'actual';
  if (/\b(?:objectifs?|perspectives?|orientations?|cibles?|ambitions?|feuille de route|a venir)\b/.test(heading))
    return 'target';
  if (/\b(?:previsionnel(?:le)?s?|previsions?|projets?)\b/.test(heading)) return 'forecast';
  return undefined;
}
