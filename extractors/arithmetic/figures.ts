import { Decimal } from 'decimal.js';
import { type Act, readingsOf } from '../../models/act.js';
import { writesYear } from '../french/calendar.js';

/** A figure as it is printed: what it is worth, and how finely it is written. */
export interface Figure {
  /** Offsets into the act's passage (or into the text given); sign and unit are inside. */
  readonly start: number;
  readonly end: number;
  /** Where the digits begin, after the sign. */
  readonly digits: number;
  /** In plain units: "2 375k€" is 2375000. */
  readonly value: Decimal;
  /** What one unit of the last printed digit is worth: 1000 for "2 375k€", 0.01 for "43,84 %". */
  readonly step: Decimal;
  /** 1000 for "2 375k€", 1 for what is printed in full. */
  readonly scale: number;
  /** EUR or another currency, "%", "" for what is counted. */
  readonly unit: string;
  /** A "+" or "-" is printed before it. */
  readonly signed: boolean;
  /** It may be the name of a year: four digits, no unit, no space. */
  readonly yearLike: boolean;
}

const MONTHS =
  'janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre|janv|f[ée]vr|avr|juil|sept|oct|nov|d[ée]c';

/** What stands before a number that names something instead of counting it. Looked for backwards from the number. */
const NAMED =
  /(?<=(?:\bn\s?[°ºo]s?|\bnum[ée]ros?|\barticles?|\bart\.|\bchapitres?|\bfonctions?|\bop[ée]rations?|\bnatures?|\bpages?|\bp\.|\bB\.?P\.?|\bCS|\bsiret|\bsiren|\btva|\balin[ée]as?|\bannexes?|\bloi|\bd[ée]cret|\bd[ée]lib[ée]ration|\blot|\btranche|\bligne|\bcode|\bguichet|\bT[ée]l\.?|\bfax|\b[LRD]\.?)[ \u00a0:]*)$/iu;

const SPACE = '[ \\u00a0\\u202f\\u2009]';
const MONTH_BEHIND = new RegExp(`^${SPACE}(?:${MONTHS})(?![\\p{L}])`, 'iu');
const MONTH_BEFORE = new RegExp(`(?<=(?:${MONTHS})\\.?${SPACE})$`, 'iu');
const NUMBER = new RegExp(
  `(?=[+\\-−–\\d])(?<sign>[+\\-−–]${SPACE}?)?(?<![\\p{L}\\d/_@#])(?<![\\d][.,'’/-])(?<digits>\\d{1,3}(?:(?<sep>[ .'’\\u00a0\\u202f\\u2009])\\d{3})(?:\\k<sep>\\d{3})*(?!\\d)|\\d+)(?<decimals>[.,]\\d{1,4}(?!\\d)(?![.,]\\d))?(?<unit>${SPACE}{0,2}(?:(?<scale>[kKM]|Md|mds|milliers d['’]|millions?(?: d['’]| de)?|milliards?(?: d['’]| de)?)${SPACE}?(?<scaled>€|[eE]uros?|EUR|F(?![\\p{L}])|francs?)|(?<plain>€|[eE]uros?(?![\\p{L}])|EUR(?![\\p{L}])|%|pour cent|VND(?![\\p{L}])|USD(?![\\p{L}])|CHF(?![\\p{L}])|francs?(?![\\p{L}])|F(?![\\p{L}\\d-]))))?`,
  'gu',
);

const SCALES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mds: 1e9, md: 1e9 };

/** Every figure of a text, in order. Dates, times, years of acts, numbers of articles and phones are left out. */
export function figuresIn(
  text: string,
  skip: (start: number, end: number) => boolean = () => false,
  /** The text is one cell: a dash at its beginning is a sign. */
  whole = false,
): Figure[] {
  const figures: Figure[] = [];
  if (!/\d/.test(text)) return figures;
  for (const match of text.matchAll(NUMBER)) {
    const { sign = '', digits = '', decimals = '', unit = '', scale, scaled, plain } = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    const from = start + sign.length;
    if (skip(from, end)) continue;
    const currency = unitOf(scaled ?? plain ?? '');
    if (currency === '' && isLabel(text, from, from + digits.length + decimals.length)) continue;
    // A dash that ties two words or opens a list item signs nothing.
    const printed = sign.trim();
    const dash = printed !== '' && printed !== '+';
    const spaced = printed !== sign;
    const before = text.slice(Math.max(0, start - 4), start);
    const tied = spaced ? /[\p{L}\d)%€»][ \u00a0]*$/u.test(before) : /[\p{L}\d)]$/u.test(before);
    const opens = dash && spaced && !whole && /(?:^|\n)[ \u00a0]*$/.test(before);
    const signed = printed !== '' && !(dash && tied) && !opens;
    const number = new Decimal(`${digits.replace(/\D/g, '')}${decimals.replace(',', '.')}`);
    const factor = scale === undefined ? 1 : (SCALES[scale.toLowerCase()] ?? scaleInWords(scale));
    const value = number.times(factor);
    figures.push({
      start: signed ? start : from,
      end,
      digits: from,
      value: signed && dash ? value.negated() : value,
      step: new Decimal(10).pow(-Math.max(0, decimals.length - 1)).times(factor),
      scale: factor,
      unit: currency,
      signed,
      yearLike: currency === '' && unit === '' && decimals === '' && writesYear(digits),
    });
  }
  return figures;
}

/** The figures of an act, without those that are parts of dates, identifiers and citations. */
export function figuresOf(act: Act): Figure[] {
  const taken = act.readings
    .filter(({ field }) => field === 'date' || field === 'identifier' || field === 'citation' || field === 'duration')
    .map(({ start, end }) => ({ start, end }));
  let next = 0;
  const printed = figuresIn(act.passage.text, (start, end) => {
    while (next < taken.length && taken[next]!.end <= start) next += 1;
    const hit = taken[next];
    return hit !== undefined && hit.start < end && hit.end > start;
  });
  const broken = overLines(act);
  const whole = printed.filter(({ start, end }) => !broken.some((one) => one.start < end && one.end > start));
  return [...whole, ...broken, ...inWords(act)].sort((a, b) => a.start - b.start);
}

/** Amounts that a line's end cuts in two: "113" and "760 €". */
const overLines = (act: Act): Figure[] =>
  readingsOf(act, 'amount')
    .filter(({ start, end }) => /\d\n\d{3}/.test(act.passage.text.slice(start, end)))
    .map(({ start, end, value }) => ({
      start,
      end,
      digits: start,
      value: new Decimal(value.value),
      step: new Decimal(/\d,\d/.test(act.passage.text.slice(start, end)) ? '0.01' : 1),
      scale: 1,
      unit: value.currency,
      signed: /^[+-]/.test(act.passage.text.slice(start, end)),
      yearLike: false,
    }));

/** Numbers written in letters: "trois parrains". One is nearly always an article, and zero is part of names. */
const inWords = (act: Act): Figure[] =>
  readingsOf(act, 'number')
    .filter(
      ({ start, end, value }) =>
        !/\d/.test(act.passage.text.slice(start, end)) && value.value !== '1' && value.value !== '0',
    )
    .map(({ start, end, value }) => ({
      start,
      end,
      digits: start,
      value: new Decimal(value.value),
      step: new Decimal(1),
      scale: 1,
      unit: '',
      signed: false,
      yearLike: false,
    }));

/** The one figure that a table cell holds; nothing when it holds words that are more than its unit, or several. */
export function figureOfCell(text: string): Figure | undefined {
  const folded = text.trim();
  if (!/\d/.test(folded)) return undefined;
  const found = figuresIn(text, undefined, true);
  if (found.length === 1) {
    const rest = (text.slice(0, found[0]!.start) + text.slice(found[0]!.end)).trim();
    return /^[^\p{L}\d]*(?:ETP|HT|TTC|jours?|heures?|h|x)?[^\p{L}\d]*$/iu.test(rest) ? found[0] : undefined;
  }
  return irregular(text);
}

/** A figure whose groups of digits are not three by three, as damaged print leaves it: "3142 210,00". */
function irregular(text: string): Figure | undefined {
  const match =
    /^\s*(?<sign>[+\-−–]\s?)?(?<digits>\d[\d \u00a0\u202f.]*\d)(?<decimals>,\d{1,2})?\s*(?<unit>€|%)?\s*$/u.exec(text);
  if (!match?.groups) return undefined;
  const { sign = '', digits = '', decimals = '', unit = '' } = match.groups;
  const plain = digits.replace(/\D/g, '');
  if (plain.length > 12) return undefined;
  const start = match[0].length - match[0].trimStart().length;
  const value = new Decimal(`${plain}${decimals.replace(',', '.')}`);
  const negative = sign !== '' && sign.trim() !== '+';
  return {
    start,
    end: match[0].trimEnd().length,
    digits: start + sign.length,
    value: negative ? value.negated() : value,
    step: new Decimal(10).pow(-Math.max(0, decimals.length - 1)),
    scale: 1,
    unit: unitOf(unit),
    signed: sign !== '',
    yearLike: false,
  };
}

function unitOf(printed: string): string {
  if (printed === '') return '';
  if (/^(?:€|eur)/i.test(printed)) return 'EUR';
  if (printed === '%' || printed === 'pour cent') return '%';
  if (/^f/i.test(printed)) return 'FRF';
  return printed;
}

function scaleInWords(scale: string): number {
  if (scale.startsWith('million')) return 1e6;
  if (scale.startsWith('milliard')) return 1e9;
  return 1e3;
}

/** Whether the bare number at [start, end) names an article, a date, a time, a street … */
function isLabel(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 14);
  if (NAMED.test(before)) return true;
  // "au compte 6574", but not "l'association compte 312 adhérents".
  const account = /(?:^|[^\p{L}\s]\s?|\b(?:aux?|du|des|les?|de)\s)comptes?[ \u00a0]$/iu;
  if (
    /\bcomptes?[ \u00a0]$/i.test(before) &&
    (account.test(before) ? /^\d{3,}$/ : /^\d{4,}$/).test(text.slice(start, end))
  )
    return true;
  if (/^[./-]\d/.test(after) || /\d[./-]$/.test(before) || /[°@#]$/.test(before)) return true;
  if (/^(?:er|ère|[eè]me|nd|nde|ème|°|\s?[hH](?:\d|\b)(?!eures))/.test(after)) return true;
  if (MONTH_BEHIND.test(after)) return true;
  if (/^\d{4}$/.test(text.slice(start, end)) && MONTH_BEFORE.test(before)) return true;
  return /^,?\s(?:rue|avenue|av\.|bd|boulevard|place|allée|chemin|impasse|route|quai|cours|ans\b(?! d['’]))(?!\p{L})/iu.test(
    after,
  );
}
