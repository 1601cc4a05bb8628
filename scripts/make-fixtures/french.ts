/**
 * French as the fixtures print it. It shares nothing with the grammar that reads it: that is what makes it a test of
 * it.
 */

// biome-ignore format: a table
const MONTHS = [
  'janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre',
  'décembre',
];
const WEEKDAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
// biome-ignore format: a table
const UNITS = [
  'zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze', 'treize',
  'quatorze', 'quinze', 'seize', 'dix-sept', 'dix-huit', 'dix-neuf',
];
// biome-ignore format: a table
const TENS = [
  '', '', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante', 'soixante', 'quatre-vingt', 'quatre-vingt',
];

const NBSP = '\u00a0';

/**
 * 12500 → "12 500", groups parted by no-break spaces; `decimals` places where the value has a fraction or they are
 * asked for.
 */
export function grouped(value: number, decimals = Number.isInteger(value) ? 0 : 2, space = NBSP): string {
  const [whole, fraction] = Math.abs(value).toFixed(decimals).split('.');
  const digits = whole!.replace(/\B(?=(\d{3})+$)/g, space);
  return `${value < 0 ? '-' : ''}${digits}${fraction ? `,${fraction}` : ''}`;
}

/** "12 500 €" */
export const euros = (value: number, decimals?: number): string => `${grouped(value, decimals)}${NBSP}€`;

const parts = (iso: string): [year: number, month: number, day: number] =>
  iso.split('-').map(Number) as [number, number, number];

export const weekdayOf = (iso: string): string => WEEKDAYS[new Date(`${iso}T00:00:00Z`).getUTCDay()]!;

/** "11 avril 2024", "1er janvier 2024" */
export function longDate(iso: string): string {
  const [year, month, day] = parts(iso);
  return `${day === 1 ? '1er' : day} ${MONTHS[month - 1]} ${year}`;
}

/** "jeudi 11 avril 2024" */
export const fullDate = (iso: string): string => `${weekdayOf(iso)} ${longDate(iso)}`;

/** "11/04/2024" */
export const shortDate = (iso: string): string => iso.split('-').reverse().join('/');

/** "deux mille vingt-quatre, le onze avril" */
export function dateInWords(iso: string): string {
  const [year, month, day] = parts(iso);
  return `${inWords(year)}, le ${day === 1 ? 'premier' : inWords(day)} ${MONTHS[month - 1]}`;
}

/** A whole number from 0 to 999 999, in the traditional spelling. */
export function inWords(value: number): string {
  if (value < 20) return UNITS[value]!;
  if (value < 100) {
    const ten = Math.floor(value / 10);
    const rest = value - (ten === 7 || ten === 9 ? (ten - 1) * 10 : ten * 10);
    if (rest === 0) return ten === 8 ? 'quatre-vingts' : TENS[ten]!;
    const and = (rest === 1 || rest === 11) && ten < 8;
    return `${TENS[ten]}${and ? ' et ' : '-'}${UNITS[rest]}`;
  }
  if (value < 1000) {
    const hundreds = Math.floor(value / 100);
    const rest = value % 100;
    const head = hundreds === 1 ? 'cent' : `${UNITS[hundreds]} cent${rest === 0 ? 's' : ''}`;
    return rest === 0 ? head : `${head} ${inWords(rest)}`;
  }
  const thousands = Math.floor(value / 1000);
  const rest = value % 1000;
  const head = thousands === 1 ? 'mille' : `${inWords(thousands).replace(/(cent|vingt)s$/, '$1')} mille`;
  return rest === 0 ? head : `${head} ${inWords(rest)}`;
}
