import { dayExists, fullYear, isYear } from '../french/calendar.js';
import { isDigit, isLetter } from '../french/fold.js';
import { monthNumber, ROMAN_MONTHS, WEEKDAY, weekdayNumber } from '../french/months.js';
import type { FrenchText } from '../french/text.js';

/** A day, a month or a year as it is written, perhaps without its year. */
export interface Point {
  readonly start: number;
  readonly end: number;
  readonly day?: number;
  readonly month?: number;
  readonly year?: number;
  readonly weekday?: number;
  /** "2020/21": the year after, written short. */
  readonly nextYear?: number;
  /** How it is written. */
  readonly form: 'words' | 'numeric' | 'year' | 'impossible';
  /** Its month (or year) is that of the next point: the "3" of "du 3 au 12 avril". */
  readonly shares?: true;
}

const DAY_WORDS = [
  'premier', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze', 'treize',
  'quatorze', 'quinze', 'seize', 'dix-sept', 'dix-huit', 'dix-neuf', 'vingt', 'vingt et un', 'vingt-deux',
  'vingt-trois', 'vingt-quatre', 'vingt-cinq', 'vingt-six', 'vingt-sept', 'vingt-huit', 'vingt-neuf', 'trente',
  'trente et un',
]; // biome-ignore format: a table
const DAY_WORD = [...DAY_WORDS]
  .sort((a, b) => b.length - a.length)
  .map((word) => word.replace(/[ -]/g, '[ -]'))
  .join('|');

/** Between a day and its month; OCR reads the small "er" of "1er" as a quotation mark, a star, a degree. */
const TO_MONTH = "(?:[ ]{1,2}|[ ]?\\n|-|\\.|/|[ ]?-[ ]|[ \\n]du[ \\n]mois[ \\n]d(?:e[ \\n]|'))";
const FIRST_MARK = '(?:er|ier|[°"\'*]{1,2})';
const DAY_BEFORE = new RegExp(
  `(?:(?:(?<![\\d.,/a-z-])|(?<=(?<![\\d.,/a-z-])\\d{1,2}[-/])|(?<=(?:^|[a-z])-))(\\d{1,2})(?:[ ]?${FIRST_MARK}(?:${TO_MONTH})?|${TO_MONTH})|(?<![a-z])(${DAY_WORD})${TO_MONTH})$`,
);
/** The "3" of "3 au 12 avril", the "6" of "6 et 7 mai", the "lundi 3" of "du lundi 3 au vendredi 7 avril". */
const SHARED_BEFORE =
  /(?<![\d.,/a-z°-])(\d{1,2})(?:[ ]?(?:er|ier|°))?(?:(?:[ \n]{1,2}(?:au|a|et|ou|jusqu'au|et le|et du|&)|,)[ \n]{1,2}(?:le[ \n])?|[ ]?[-/][ ]?)$/;
const WEEKDAY_BEFORE = new RegExp(`(?<![a-z])(${WEEKDAY}),?[ \\n](?:le[ \\n])?$`);
const YEAR_AFTER =
  /(?:(?:\.?[ ]?[-/.][ ]?|\.?[ ,\n]{1,3}(?:de (?:l'an(?:nee)? )?|l'an )?)'?(\d{4}|1 9\d\d)(?![\d]|[.,/-]\d)|(?:\.?[ ]?[-/.][ ]?|\.?[ ]{1,2}'?|')(\d{2})(?![\d]|[.,/-]\d)|\.?[ ,\n]{1,3}(?:de (?:l'an(?:nee)? )?|l'an )?((?:deux|mille?)[ -]))/y;
const NUMERIC = new RegExp(
  `(\\d{1,2})(?:er)?([ ]?[./-][ ]?)(\\d{1,2}|${ROMAN_MONTHS.join('|')})([ ]?[./-][ ]?)(\\d{4}|\\d{2})(?![\\da-z]|[./-]\\d)`,
  'y',
);
const YEAR_FIRST = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|[./-]\d)/y;
const SPACED = /(\d{1,2}) (\d{1,2}) ((?:19|20|18)\d\d)(?! ?[\d€%]|[.,/-]\d| ?[kK]?€| [a-z]{2})/y;

/** Days and months of a text in order: those in words, those in figures. Years alone are not here. */
export function pointsIn(text: FrenchText): Point[] {
  const inWords = monthPoints(text);
  const inFigures = numericPoints(text);
  return [...inWords, ...inFigures].sort((a, b) => a.start - b.start || b.end - a.end);
}

function monthPoints(text: FrenchText): Point[] {
  const points: Point[] = [];
  const { folded } = text;
  let floor = 0;
  for (const at of text.words.month) {
    if (at < floor) continue;
    let wordEnd = at;
    while (isLetter(folded.charCodeAt(wordEnd))) wordEnd += 1;
    const word = folded.slice(at, wordEnd);
    const month = monthNumber(word)!;
    const { end, year } = yearAfter(text, wordEnd);
    // "sept" is seven more often than September.
    if (word === 'sept' && year === undefined && folded[wordEnd] !== '.') continue;
    const before = folded.slice(Math.max(floor, at - 36), at);
    const dayMatch = DAY_BEFORE.exec(before);
    // "2020/sep/23": an order that nobody here writes.
    if (/\d{4}[/-]$/.test(before)) continue;
    const day = dayMatch ? (dayMatch[1] ? Number(dayMatch[1]) : dayNumber(dayMatch[2]!)) : undefined;
    if (day === undefined) {
      // "il a été décidé en mars" is a month; "sept" and "dec" alone are not.
      if (year === undefined && (word.length < 4 || word === 'sept' || word === 'janv') && word !== 'mai') continue;
      points.push({ start: at, end, month, ...(year !== undefined && { year }), form: 'words' });
      floor = end;
      continue;
    }
    if (!dayExists(day, month, year)) {
      // "31 février 2022": no day, and its year is not to be read alone either.
      points.push({ start: at - dayMatch![0].length, end, form: 'impossible' });
      floor = end;
      continue;
    }
    let start = at - dayMatch![0].length;
    const shared: Point[] = [];
    const own = weekdayBefore(folded, start, floor);
    let reach = own?.start ?? start;
    for (let guard = 0; guard < 31; guard += 1) {
      const match = SHARED_BEFORE.exec(folded.slice(Math.max(floor, reach - 24), reach));
      if (!match || !dayExists(Number(match[1]), month, year)) break;
      const sharedStart = reach - match[0].length;
      const sharedWeekday = weekdayBefore(folded, sharedStart, floor);
      const digitsEnd = sharedStart + match[1]!.length;
      shared.unshift({
        start: sharedWeekday?.start ?? sharedStart,
        end: folded.startsWith('er', digitsEnd) ? digitsEnd + 2 : digitsEnd,
        day: Number(match[1]),
        month,
        ...(year !== undefined && { year }),
        ...(sharedWeekday && { weekday: sharedWeekday.weekday }),
        form: 'words',
        shares: true,
      });
      reach = sharedWeekday?.start ?? sharedStart;
    }
    start = own?.start ?? start;
    points.push(...shared, {
      start,
      end,
      day,
      month,
      ...(year !== undefined && { year }),
      ...(own && { weekday: own.weekday }),
      form: 'words',
    });
    floor = end;
  }
  return points;
}

function dayNumber(words: string): number {
  return (
    DAY_WORDS.indexOf(
      words.replaceAll('-', ' ').replace(/^(dix|vingt) (sept|huit|neuf|deux|trois|quatre|cinq|six)$/, '$1-$2'),
    ) + 1
  );
}

function weekdayBefore(folded: string, start: number, floor: number): { start: number; weekday: number } | undefined {
  const match = WEEKDAY_BEFORE.exec(folded.slice(Math.max(floor, start - 16), start));
  return match ? { start: start - match[0].length, weekday: weekdayNumber(match[1]!) } : undefined;
}

function yearAfter(text: FrenchText, monthEnd: number): { end: number; year?: number } {
  const { folded } = text;
  YEAR_AFTER.lastIndex = monthEnd;
  const match = YEAR_AFTER.exec(folded);
  const alone = { end: monthEnd };
  if (!match) return alone;
  const end = YEAR_AFTER.lastIndex;
  if (match[3] !== undefined) {
    const start = end - match[3].length;
    const figure = text.figures[indexOfFigure(text, start)];
    if (figure?.start !== start || figure.form !== 'words' || !isYear(Number(figure.value))) return alone;
    return { end: figure.end, year: Number(figure.value) };
  }
  // OCR parts "1 994"
  const written = (match[1] ?? match[2]!).replace(' ', '');
  // "le 3 mai 25 personnes", "le 3 mai 14h": two digits are a year only where nothing is counted by them.
  if (
    written.length === 2 &&
    /^(?: ?[a-z%€]|[ ]?h|:\d)/.test(folded.slice(end, end + 3)) &&
    !/^ (?:et|au|a|ou|de|en|par)\b/.test(folded.slice(end, end + 5))
  ) {
    return alone;
  }
  const year = fullYear(written);
  if (!isYear(year)) return alone;
  // "12 avril 2000 €"
  if (/^ ?(?:€|euros?\b)/.test(folded.slice(end, end + 7))) return alone;
  return { end, year };
}

/** Index of the first figure that starts at or after an offset. */
export function indexOfFigure(text: FrenchText, offset: number): number {
  let low = 0;
  let high = text.figures.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (text.figures[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function numericPoints(text: FrenchText): Point[] {
  const points: Point[] = [];
  const { folded } = text;
  let floor = 0;
  for (const at of text.digitRuns) {
    if (at < floor) continue;
    const point = numericAt(folded, at);
    if (!point) continue;
    const own = point.day === undefined ? undefined : weekdayBefore(folded, at, floor);
    const shared = point.day === undefined ? undefined : sharedNumeric(folded, own?.start ?? at, floor, point.year!);
    if (shared) points.push(shared);
    points.push(own ? { ...point, start: own.start, weekday: own.weekday } : point);
    floor = point.end;
  }
  return points;
}

/** The "13/09" of "du 13/09 au 29/11/2021". */
const SHARED_NUMERIC = /(?<![\d.,/a-z-])(\d{1,2})[/.](\d{1,2})[ \n](?:au|a|et|et le|et du|-)[ \n](?:le[ \n])?$/;

function sharedNumeric(folded: string, start: number, floor: number, year: number): Point | undefined {
  const match = SHARED_NUMERIC.exec(folded.slice(Math.max(floor, start - 18), start));
  if (!match || !dayExists(Number(match[1]), Number(match[2]), year)) return undefined;
  const from = start - match[0].length;
  return {
    start: from,
    end: from + match[1]!.length + 1 + match[2]!.length,
    day: Number(match[1]),
    month: Number(match[2]),
    year,
    form: 'numeric',
    shares: true,
  };
}

function numericAt(folded: string, at: number): Point | undefined {
  const before = folded.charCodeAt(at - 1);
  if (
    isLetter(before) ||
    ((before === 46 || before === 47 || before === 45 || before === 44) && isDigit(folded.charCodeAt(at - 2)))
  ) {
    return undefined;
  }
  const runEnd = endOfRun(folded, at);
  const length = runEnd - at;
  if (length === 4) {
    YEAR_FIRST.lastIndex = at;
    const match = YEAR_FIRST.exec(folded);
    // "N° 2013-10-07" numbers an act
    if (/n ?[°o] ?$/.test(folded.slice(Math.max(0, at - 4), at))) return undefined;
    return match ? full(at, YEAR_FIRST.lastIndex, match[4]!, Number(match[3]), match[1]!) : undefined;
  }
  if (length > 2) return undefined;
  NUMERIC.lastIndex = at;
  const match = NUMERIC.exec(folded);
  if (match) {
    const [, day, first, monthWritten, second, year] = match as unknown as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    if (first.trim() !== second.trim()) return undefined;
    const roman = ROMAN_MONTHS.indexOf(monthWritten as (typeof ROMAN_MONTHS)[number]) + 1;
    // "2.1.16" numbers a section; "02.01.16" is a day.
    if (year.length === 2 && first.trim() !== '/' && (day.length < 2 || monthWritten.length < 2)) return undefined;
    if (/n[°o] ?$/.test(folded.slice(Math.max(0, at - 4), at))) return undefined;
    return full(at, NUMERIC.lastIndex, day, roman || Number(monthWritten), year);
  }
  if (before === 32 && isDigit(folded.charCodeAt(at - 2))) return undefined;
  SPACED.lastIndex = at;
  const spaced = SPACED.exec(folded);
  return spaced ? full(at, SPACED.lastIndex, spaced[1]!, Number(spaced[2]), spaced[3]!) : undefined;
}

function full(start: number, end: number, dayWritten: string, month: number, yearWritten: string): Point | undefined {
  const day = Number(dayWritten);
  const year = fullYear(yearWritten);
  return isYear(year) && dayExists(day, month, year) ? { start, end, day, month, year, form: 'numeric' } : undefined;
}

function endOfRun(folded: string, at: number): number {
  let end = at;
  while (isDigit(folded.charCodeAt(end))) end += 1;
  return end;
}
