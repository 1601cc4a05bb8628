import type { Indicator } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import type { Grid } from './grid.js';
import { measureOf } from './label.js';
import { yearOfHeading } from './period.js';
import { trimmed } from './phrase.js';
import { qualifierIn } from './qualifier.js';

/** Heads and titles of columns that hold money. */
const MONEY =
  /€|\beuros?\b|\bmontants?\b|\bbudgets?\b|\bdepenses?\b|\brecettes?\b|\bcouts?\b|\bcharges\b|\bproduits\b|\bsubventions?\b|\bcredits\b|\btarifs?\b|\bprix\b(?! et (?:de )?(?:la )?qualite)|\bh\.?t\.?\b|\bt\.?t\.?c\.?\b|\bsolde\b|\bcotisations?\b|\bloyers?\b|\bbp 20|\bca 20|\bfinancements?\b/;
const VARIATION = /\b(?:variations?|evolutions?|ecarts?|progressions?|differences?)\b|^\s*(?:var|evol)\.?\b/;
const COUNT_WORDS =
  /\b(?:nbre|nb|nombre|effectifs?|total|quantite|qte|volume|valeur|realises?|en %|%|taux|part|pourcentage|annee|exercice|saison|en nombre)\b\.?/g;
const DATE = /(?:\b(?:au|le|fin)\s)?\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d\b/g;
const YEARS = /\b(?:19|20)\d\d(?:\s?[-/]\s?(?:20)?\d\d)?\b/g;

/** What stands over a column of figures. */
export interface Heads {
  /** Without years and words that only say that it counts. */
  readonly words: string;
  readonly year: string | undefined;
  readonly percent: boolean;
  readonly money: boolean;
  readonly variation: boolean;
  /** "2019/2020" over a variation: the year that it is measured from. */
  readonly base: string | undefined;
  readonly unit: string | undefined;
  readonly qualifier: Indicator['qualifier'] | undefined;
}

export function headsOf(grid: Grid, col: number): Heads {
  const parts = grid.headParts(col);
  const folded = plain(parts.join(' – '));
  const variation = VARIATION.test(folded);
  const year = yearOfHeading(folded);
  const words = parts
    .map((part) => trimmed(part.replace(DATE, ' ').replace(YEARS, ' ')))
    .filter((part) => VARIATION.test(plain(part)) || saysWhat(part))
    .join(' – ');
  return {
    words,
    year: variation && year?.includes('/') ? year.slice(-4) : year,
    percent: /%|\btaux\b|\bpourcentage\b|\bpart\b/.test(folded),
    money: saysMoney(folded),
    variation,
    base: variation && year?.includes('/') ? year.slice(0, 4) : undefined,
    unit: unitIn(folded),
    qualifier: qualifierIn(folded),
  };
}

/** Whether a head or a title, plain, speaks of money. */
export const saysMoney = (folded: string): boolean => MONEY.test(folded);

/** "Nbre", "En %", "2021": heads that say no more than that they count. */
export const saysWhat = (head: string): boolean => /\p{L}{2}/u.test(plain(head).replace(COUNT_WORDS, ' '));

/** "Flux (en tonnes)", "volume prélevé en m³", "indice [m³/km/jour]": the unit that a head or a title gives. */
export function unitIn(text: string): string | undefined {
  for (const [, given] of text.matchAll(/(?:[([]\s?(?:en )?|\ben )([^\s)\],;]+)/giu)) {
    const unit = measureOf(given!);
    if (unit !== undefined && unit.length === given!.length) return unit;
  }
  const bare = measureOf(text.trim().split(/\s+/).at(-1) ?? '');
  return bare?.includes('/') ? bare : undefined;
}
