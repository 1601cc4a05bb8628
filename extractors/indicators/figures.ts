import { Decimal } from 'decimal.js';
import type { Approximation } from '../../models/fields.js';
import { writesYear } from '../french/calendar.js';

/** A figure in a plain text, before anyone knows whether it measures anything. */
export interface Figure {
  readonly start: number;
  /** After the sign "%" or the word "millions" where there is one. */
  readonly end: number;
  /** Where the words about it begin: behind the "de" of "1,2 million de jeunes", if it has one. */
  readonly after: number;
  /** Decimal point, signed where the text signs it: "88.71", "-16.98"; a fraction as printed: "2/3". */
  readonly value: string;
  readonly max?: string;
  readonly form: 'number' | 'percent' | 'fraction';
  readonly signed: boolean;
  readonly inWords: boolean;
  readonly approximation: Approximation;
}

const DIGITS = String.raw`\d{1,3}(?:[ .\u00a0\u202f]\d{3})+(?:,\d+)?(?![\d.,]\d|\d)|\d+(?:[.,]\d+)?`;
const FIGURE = new RegExp(
  String.raw`(?<![\p{L}\d#/_-]|\d[.,]|\p{L}[+])(?:(?<low>${DIGITS})\s?(?:a|-|ou)\s?(?=\d))?(?<sign>[+-]\s?)?(?<digits>${DIGITS})(?<rest>\s?%|\s?pour cent\b|/\d{1,3}(?![\d/])|\s(?:millions?|milliards?)(?!\p{L}))?(?=(?:kg|km[2²]?|ha|[kmgt]wh|m[23²³]|ml|t|etp)(?![\p{L}\d])|(?![\p{L}\d]))`,
  'gu',
);

const WORDS: Readonly<Record<string, string>> = {
  un: '1', une: '1', deux: '2', trois: '3', quatre: '4', cinq: '5', six: '6', sept: '7', huit: '8', neuf: '9', dix: '10',
  onze: '11', douze: '12', treize: '13', quatorze: '14', quinze: '15', seize: '16', 'dix-sept': '17', 'dix-huit': '18',
  'dix-neuf': '19', vingt: '20', trente: '30', quarante: '40', cinquante: '50', soixante: '60', cent: '100',
}; // biome-ignore format: a table
const ROUND: Readonly<Record<string, string>> = {
  dizaine: '10', douzaine: '12', quinzaine: '15', vingtaine: '20', trentaine: '30', quarantaine: '40',
  cinquantaine: '50', soixantaine: '60', centaine: '100', millier: '1000',
}; // biome-ignore format: a table
const PARTS: Readonly<Record<string, string>> = {
  'la moitie': '1/2', 'un tiers': '1/3', 'le tiers': '1/3', 'deux tiers': '2/3', 'un quart': '1/4', 'le quart': '1/4',
  'trois quarts': '3/4', 'un cinquieme': '1/5',
}; // biome-ignore format: a table

const alternatives = (table: Readonly<Record<string, string>>): string =>
  Object.keys(table)
    .sort((a, b) => b.length - a.length)
    .join('|');

const IN_WORDS = new RegExp(
  String.raw`(?<![\p{L}\d-]|[^d]')(?:(?<part>${alternatives(PARTS)})|une? (?<round>${alternatives(ROUND)})(?= d)|(?<word>${alternatives(WORDS)}))(?![\p{L}\d'-])`,
  'gu',
);

/** Every figure of `plain` (lower case, no accents), in order, in digits and in words. */
export function scanFigures(plain: string): Figure[] {
  const figures: Figure[] = [];
  for (const match of plain.matchAll(FIGURE)) {
    const { low: first, sign, digits, rest } = match.groups as Record<string, string | undefined>;
    const low = first !== undefined && isRange(plain, match.index, first, digits!) ? first : undefined;
    let start = match.index;
    const end = start + match[0].length;
    // "est passé de 312 à 345": two figures.
    if (first !== undefined && low === undefined) {
      figures.push(plainFigure(plain, start, first));
      start = end - (rest?.length ?? 0) - digits!.length;
    }
    const outOf = rest?.startsWith('/') ? rest.slice(1) : undefined;
    const value = decimal(digits!);
    if (outOf !== undefined && !/^(?:[2-9]|10|20|100|120)$/.test(outOf)) continue;
    // A sign glued to a word or a figure is a hyphen or a dash; "2020 - 15 jeunes" has two figures and no minus.
    const dash =
      (/^- /.test(sign ?? '') && rest === undefined && /[^\s(=:\t]\s*$/.test(plain.slice(0, start))) ||
      opensItem(plain, start, end);
    const signed = sign !== undefined && low === undefined && !dash && !/[\p{L}\d)]\s?$/u.test(plain.slice(0, start));
    if (sign !== undefined && !signed && low === undefined) start += sign.length;
    const negative = signed && sign!.startsWith('-');
    const fraction = outOf !== undefined && outOf !== '100';
    const scale = /milli(?:on|ard)/.exec(rest ?? '')?.[0];
    const whole = (digits: string): string => (scale === undefined ? decimal(digits) : scaled(digits, scale));
    figures.push({
      start,
      end,
      after: scale !== undefined && /^\sd(?:e |')/.test(plain.slice(end)) ? end + 3 : end,
      value: fraction ? `${value}/${outOf}` : `${negative ? '-' : ''}${whole(low ?? digits!)}`,
      ...(low === undefined ? {} : { max: whole(digits!) }),
      form: fraction
        ? 'fraction'
        : rest !== undefined && outOf === undefined && scale === undefined
          ? 'percent'
          : 'number',
      signed,
      inWords: false,
      approximation:
        signed && !negative && rest === undefined && !/^\s*\)/.test(plain.slice(end)) && Number(value) >= 100
          ? 'at_least'
          : approximationAt(plain, start, end),
    });
  }
  for (const match of plain.matchAll(IN_WORDS)) {
    const { part, round, word } = match.groups as Record<string, string | undefined>;
    const start = match.index;
    const end = start + match[0].length;
    figures.push({
      start,
      end,
      after: round ? end + 3 : end,
      value: part ? PARTS[part]! : round ? ROUND[round]! : WORDS[word!]!,
      form: part ? 'fraction' : 'number',
      signed: false,
      inWords: true,
      approximation: round ? 'about' : approximationAt(plain, start, end),
    });
  }
  return figures.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** "est passé de 312 à 345", "passant de 18 % à 21 %": what stands before the first figure. */
export const MOVED_FROM = /\bpass(?:e(?:e|s|es|nt)?|ant) (?:de |d')$/;

/** "10 à 12 ateliers" is a range; "passé de 312 à 345", "en 2020 à 345" are two figures. */
function isRange(plain: string, at: number, low: string, high: string): boolean {
  if (MOVED_FROM.test(plain.slice(Math.max(0, at - 14), at))) return false;
  // "en 2021 à 22 815"
  if (writesYear(low) && /\b(?:en|fin|annee|depuis) $/.test(plain.slice(Math.max(0, at - 8), at))) return false;
  return new Decimal(decimal(low)).lessThan(decimal(high));
}

const plainFigure = (plain: string, start: number, digits: string): Figure => ({
  start,
  end: start + digits.length,
  after: start + digits.length,
  value: decimal(digits),
  form: 'number',
  signed: false,
  inWords: false,
  approximation: approximationAt(plain, start, start + digits.length),
});

const COMPARES =
  /^ ?(?:d'evolution|de (?:baisse|hausse|croissance|variation)|par rapport|sur (?:un|l')|en un an|entre\b|depuis|vs\b|contre|que |points?\b|pts?\b)/;

/** "- 36 % sans diplôme": the dash in front of an item of a list, not a minus; a minus has no words behind it, or compares. */
export function opensItem(plain: string, start: number, end: number): boolean {
  if (!/^- ?\d/.test(plain.slice(start, start + 3)) || /\S/.test(plain.slice(Math.max(0, start - 40), start)))
    return false;
  const after = plain.slice(end, end + 40);
  if (plain[start + 1] !== ' ' && /\bpar rapport\b|\/ ?20\d\d|\ben un an\b/.test(after)) return false;
  return /^ ?\(?["«]? ?[a-z]/.test(after) && !COMPARES.test(after);
}

const AT_LEAST =
  /(?:plus d[e']s?|au moins|a minima|au minimum|minimum de|superieure?s? a|pas moins de|depasse(?:nt)?) ?$/;
const AT_MOST = /(?:jusqu'a|au plus|maximum d[e']|au maximum|maximale? de|moins de|inferieure?s? a) ?$/;
const ABOUT =
  /(?:pres d[e']|environ|autour de|quelques?|presque|de l'ordre de|approximativement|aux alentours de|quasi(?:ment)?) ?$/;

function approximationAt(plain: string, start: number, end: number): Approximation {
  const before = plain.slice(Math.max(0, start - 24), start).replace(/\n/g, ' ');
  if (AT_LEAST.test(before) || /^ ?(?:au minimum|au moins|minimum\b|et plus\b)/.test(plain.slice(end, end + 14)))
    return 'at_least';
  if (AT_MOST.test(before) || /^ ?(?:au maximum|au plus|maximum\b)/.test(plain.slice(end, end + 14))) return 'at_most';
  if (ABOUT.test(before) || /^ ?environ\b/.test(plain.slice(end, end + 9))) return 'about';
  return 'exact';
}

/** "1,2" and "million" → "1200000". */
const scaled = (digits: string, scale: string): string =>
  new Decimal(decimal(digits)).times(scale === 'million' ? 1_000_000 : 1_000_000_000).toFixed();

/** "1 027" → "1027", "900.000" → "900000", "27,4" → "27.4", "78.40" → "78.40". */
function decimal(digits: string): string {
  const joined = digits.replace(/[ \u00a0\u202f]/g, '');
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(joined)) return joined.replace(/\./g, '').replace(',', '.');
  return joined.replace(',', '.');
}
