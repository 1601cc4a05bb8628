import type { FieldValues, Reading } from '../../models/fields.js';
import { dayExists, isoDate, weekdayOf } from '../french/calendar.js';
import { type FrenchText, frenchText } from '../french/text.js';
import { type DateItem, dateItems } from './items.js';
import type { Point } from './point.js';

const LAST = /^[ \n](?:derniers?|dernieres?|passes?|ecoules?)(?![a-z])/;
const NEXT = /^[ \n](?:prochains?|prochaines?)(?![a-z])/;
/** Every year's, or another year's: not this one's. */
const RECURRENT =
  /^[ \n]?(?:\(?inclus\)?[ \n])?(?:de[ \n]chaque|chaque|de[ \n]l'annee|de[ \n]l'exercice|n(?:[+-]\d)?(?![a-z])|de[ \n]la[ \n]meme[ \n]annee|suivant|precedent)/;
const RECURRENT_BEFORE = /(?:chaque annee|tous les ans|annuellement)[^.;]{0,30}$/;
/** A month alone is a date only where it bounds something: "fin février", "début mars". */
const BOUND =
  /(?:^|[^a-z])(?:fin|debut|mi|courant|d'ici|d'ici a|jusqu'a|jusqu'en|depuis|fin du mois de|a la fin du mois de)[ \n-](?:de[ \n]|d')?$/;
/** How far back a year that was just told still holds, in characters. */
const MEMORY = 900;

/**
 * Dates whose year must be taken from what surrounds them: "le 13 avril", "le 17 décembre dernier". Their certainty is
 * `implied`. `reference` (ISO day): the act's own date, where it is known; otherwise the first day that the text names.
 * Nothing is given where no year can be found.
 */
export function yearlessDates(source: string, reference?: string): Reading<'date'>[] {
  const text = frenchText(source);
  const items = dateItems(text);
  const anchor =
    reference ?? items.find(({ value, form }) => value?.precision === 'day' && form !== 'range')?.value?.value;
  const readings: Reading<'date'>[] = [];
  let told: { year: number; at: number } | undefined;
  for (const item of items) {
    if (item.value) {
      // "pour l'année 2025" says what year is spoken of; the day of a cited act does not.
      if (item.value.precision !== 'day' || item.value.endValue)
        told = { year: Number(item.value.value.slice(0, 4)), at: item.end };
      continue;
    }
    const value = completed(text, item, anchor, told && item.start - told.at <= MEMORY ? told.year : undefined);
    if (value) readings.push({ field: 'date', extractor: 'dates/yearless', start: item.start, end: item.end, value });
  }
  return readings;
}

function completed(
  text: FrenchText,
  item: DateItem,
  anchor: string | undefined,
  told: number | undefined,
): FieldValues['date'] | undefined {
  const { first, last } = item;
  const after = text.folded.slice(item.end, item.end + 30);
  const before = text.folded.slice(Math.max(0, item.start - 50), item.start);
  if (RECURRENT.test(after) || RECURRENT_BEFORE.test(before)) return undefined;
  const past = LAST.test(after);
  const future = NEXT.test(after);
  if (first.day === undefined && (last || !BOUND.test(before)) && !past && !future) return undefined;
  const year = yearOf(first, anchor, told, past, future);
  if (year === undefined || !exists(first, year)) return undefined;
  const precision = first.day === undefined ? 'month' : 'day';
  const value = isoDate(year, first.month, first.day);
  if (!last) {
    return { value, precision, certainty: 'implied', ...(first.weekday !== undefined && { weekday: first.weekday }) };
  }
  const turns = isoDate(year, last.month, last.day) < value;
  const endYear = turns ? year + 1 : year;
  return exists(last, endYear)
    ? { value, endValue: isoDate(endYear, last.month, last.day), precision, certainty: 'implied' }
    : undefined;
}

function yearOf(
  point: Point,
  anchor: string | undefined,
  told: number | undefined,
  past: boolean,
  future: boolean,
): number | undefined {
  if (past || future) {
    if (anchor === undefined) return undefined;
    const year = Number(anchor.slice(0, 4));
    const same = isoDate(year, point.month, point.day);
    const reach = anchor.slice(0, same.length);
    if (past) return same < reach ? year : year - 1;
    return same > reach ? year : year + 1;
  }
  const year = told ?? (anchor === undefined ? undefined : Number(anchor.slice(0, 4)));
  if (year === undefined || point.weekday === undefined) return year;
  return (
    [year, year + 1, year - 1].find((candidate) => weekdayOf(candidate, point.month!, point.day!) === point.weekday) ??
    year
  );
}

const exists = ({ day, month }: Point, year: number): boolean => day === undefined || dayExists(day, month!, year);
