import { plain } from '../acts/plain.js';
import type { Place } from './place.js';

/**
 * Sums that nobody pays and nobody receives: bounds ("d'un montant inférieur à 5 000 €"), above which a law makes something due ("lorsque la subvention dépasse un
 * montant annuel de 23 000 €, une convention est obligatoire"), and a company's capital.
 */
export function isNobodys({ wholeLeft, right }: Place, value: string): boolean {
  const before = plain(wholeLeft).replace(/\s+/g, ' ');
  if (/\bau capital (?:social )?(?:variable )?(?:de )?$/.test(before)) return true;
  if (/\b(?:inferieure?s?|superieure?s?) (?:ou egale?s? )?a $/.test(before)) return true;
  const exceeds = EXCEEDS.test(before) || BOUND.test(plain(right));
  return exceeds && (IN_FRANCE.has(value) || LAW.test(before));
}

const EXCEEDS = /\b(?:depass\w*|exced\w*|superieure?s?|au-?dela|a partir|seuil|plus)\b[^.;]{0,50}$/;
const BOUND = /^ ?(?:par an |annuels? )?(?:et plus|ou plus|au moins)\b/;
const LAW = /\b(?:loi|lois|decret|code|ordonnance|reglementation)\b/;

/** Thresholds of the law on grants (décret 2001-495, code de commerce L612-4) and of grants in kind. */
const IN_FRANCE: ReadonlySet<string> = new Set(['23000.00', '75000.00', '153000.00']);
