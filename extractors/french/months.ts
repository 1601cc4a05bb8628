/** Months by name, abbreviation and Roman numeral. Folded. */

const MONTHS: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'jan'],
  ['fevrier', 'fevr', 'fev'],
  ['mars'],
  ['avril', 'avr'],
  ['mai'],
  ['juin'],
  ['juillet', 'juil', 'juill'],
  ['aout'],
  ['septembre', 'sept', 'sep'],
  ['octobre', 'oct', '8bre'],
  ['novembre', 'nov', '9bre'],
  ['decembre', 'dec'],
];

const NUMBERS = new Map(MONTHS.flatMap((names, i) => names.map((name) => [name, i + 1] as const)));

export const MONTH_WORDS: Iterable<string> = [...NUMBERS.keys()].filter((name) => /^[a-z]/.test(name));

/** 1 to 12; nothing for a word that is no month. */
export const monthNumber = (word: string): number | undefined => NUMBERS.get(word);

/** Source of a pattern for a month in words. */
export const MONTH = [...NUMBERS.keys()].sort((a, b) => b.length - a.length).join('|');

export const ROMAN_MONTHS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'] as const;

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const SHORT_WEEKDAYS = ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim'];

/** Source of a pattern for a weekday. */
export const WEEKDAY = `(?:${WEEKDAYS.join('|')}|(?:${SHORT_WEEKDAYS.join('|')})\\.)`;

/** 1 (Monday) to 7 (Sunday). */
export function weekdayNumber(word: string): number {
  const full = WEEKDAYS.indexOf(word);
  return 1 + (full >= 0 ? full : SHORT_WEEKDAYS.indexOf(word.slice(0, 3)));
}
