import { fold } from './fold.js';

/** The names of months and weekdays, as printed and folded, and the ways in which they are shortened. */

// biome-ignore format: a table
export const MONTHS = [
  'janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre',
] as const;
// biome-ignore format: a table
const SHORT_MONTHS: readonly (readonly string[])[] = [
  ['janv', 'jan'], ['fevr', 'fev'], [], ['avr'], [], [], ['juil', 'juill'], [], ['sept', 'sep'], ['oct', '8bre'],
  ['nov', '9bre'], ['dec'],
];
// biome-ignore format: a table
export const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;

const NUMBERS = new Map(
  MONTHS.flatMap((name, i) => [fold(name), ...SHORT_MONTHS[i]!].map((written) => [written, i + 1] as const)),
);

/** Sources of patterns for whole names: of months, folded and as printed, and of weekdays, which have no accents. */
export const MONTH = `(?:${MONTHS.map(fold).join('|')})`;
export const PRINTED_MONTH = `(?:${MONTHS.join('|')})`;
export const DAY = `(?:${WEEKDAYS.join('|')})`;

/** All the ways of writing a month that begin with a letter, folded. */
export const MONTH_WORDS: Iterable<string> = [...NUMBERS.keys()].filter((name) => /^[a-z]/.test(name));

/** 1 to 12; nothing for a word that is no month. */
export const monthNumber = (word: string): number | undefined => NUMBERS.get(word);

/** "12-III-98": the months in their order. */
export const ROMAN_MONTHS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'] as const;

const SHORT_WEEKDAYS = ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim'];

/** Source of a pattern for a weekday, whole or shortened. */
export const WEEKDAY = `(?:${DAY}|(?:${SHORT_WEEKDAYS.join('|')})\\.)`;

/** 1 (Monday) to 7 (Sunday) of a word that `WEEKDAY` matched. */
export function weekdayNumber(word: string): number {
  const full = WEEKDAYS.indexOf(word as (typeof WEEKDAYS)[number]);
  return 1 + (full >= 0 ? full : SHORT_WEEKDAYS.indexOf(word.slice(0, 3)));
}
