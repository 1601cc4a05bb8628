import type { Figure } from '../figures.js';
import type { Found } from '../found.js';
import type { Sentence } from './sentence.js';

const COMPARES = "contre|au lieu de|face a|compare(?:e|s|es)? a|par rapport a|qu'en";
const OPENS = new RegExp(String.raw`\b(?:${COMPARES})(?: (?:seulement|environ|pres de|plus de))? $`);
const HOLDS = new RegExp(String.raw`\b(?:${COMPARES})\b`);
const YEAR_BEFORE =
  /^[^.;,)]{0,30}\b(?:l'(?:an|annee|exercice) (?:dernier|derniere|passee?|precedente?)|un an (?:plus tot|auparavant|avant)|n ?- ?1)\b/;

/** "(287 en 2018)", "(22,2 abonnés/km au 31/12/2020)", "(835 120 pour l'exercice 2020)". */
const DATED_BRACKET =
  /^[^();,]{0,24}? (?:en|pour|fin|a fin|au|pour l'exercice) (?:\d{1,2}[/. ])?(?:\d{1,2}[/.]|[a-z]+ )?(?:19|20)\d\d ?\)/;

const DATE = String.raw`(?:en|pour|fin|a fin|au|sur)? ?(?:l'annee |la saison )?(?:\d{1,2}[/. ](?:er )?)?(?:\d{1,2}[/.]|[a-z]+ )?(?:19|20)\d\d(?:[-/](?:20)?\d\d)?`;
/** "23 % en 2012, 21 % en 2013 et 18 % en 2014", "40 % en 2013 pour arriver à 26 %": one thing from year to year. */
const NEXT_YEAR = new RegExp(`^ ?${DATE} ?(?:[,;&]|et|puis|, puis|, et) ?(?:de |a )?$`);
const DATED = new RegExp(`^ ?${DATE}`);
const ARRIVES = new RegExp(
  `^ ?${DATE},? pour (?:arriver|atteindre|passer|s'etablir|retomber|remonter) ?(?:cette annee )?(?:a )?$`,
);

/** The figure that this one is set against: "345 adhérents contre 312 en 2020", "345 adhérents (312 en 2020)". */
export function setAgainst({ plain, start }: Sentence, figure: Figure, previous: Found | undefined): Found | undefined {
  if (previous === undefined || (previous.unit === '%') !== (figure.form === 'percent')) return undefined;
  const gap = plain.slice(previous.end - start, figure.start);
  if (gap.length > 120 || gap.includes(';')) return undefined;
  if (OPENS.test(gap)) return previous.against ?? previous;
  const after = plain.slice(figure.end);
  if (ARRIVES.test(gap) || (NEXT_YEAR.test(gap) && DATED.test(after))) return previous.against ?? previous;
  const inBracket = /\( ?$/.test(gap) && DATED_BRACKET.test(after);
  return inBracket ? previous : undefined;
}

/** Whether a stretch of plain text leads to what something is compared with. */
export const compares = (plain: string): boolean => HOLDS.test(plain);

/** "L'an dernier, 730 repas": the year or season before `period`, where the sentence opens with it. */
export const lastYear = ({ plain }: Sentence, period: string | undefined): string | undefined =>
  /^\W*l'(?:an|annee|hiver|ete) (?:dernier|derniere|passee?)\b/.test(plain) ? before(period) : undefined;

const before = (period: string | undefined): string | undefined =>
  /^\d{4}(?:\/\d{4})?/.exec(period ?? '')?.[0].replace(/\d{4}/g, (one) => String(Number(one) - 1));

/** "contre 312 l'année précédente": the year or season before `period`. */
export function yearBefore({ plain }: Sentence, figure: Figure, period: string | undefined): string | undefined {
  return YEAR_BEFORE.test(plain.slice(figure.end)) ? before(period) : undefined;
}
