import { dayExists, fullYear, isYear } from '../french/calendar.js';
import { isDigit, isLetter } from '../french/fold.js';
import { ROMAN_MONTHS } from '../french/months.js';
import type { FrenchText } from '../french/text.js';
import type { Point } from './point.js';
import { weekdayBefore } from './weekday.js';

const NUMERIC = new RegExp(
  `(\\d{1,2})(?:er)?([ ]?[./-][ ]?)(\\d{1,2}|${ROMAN_MONTHS.join('|')})([ ]?[./-][ ]?)(\\d{4}|\\d{2})(?![\\da-z]|[./-]\\d)`,
  'y',
);
const YEAR_FIRST = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|[./-]\d)/y;
const SPACED = /(\d{1,2}) (\d{1,2}) ((?:19|20|18)\d\d)(?! ?[\d€%]|[.,/-]\d| ?[kK]?€| [a-z]{2})/y;

/** Days and months in figures, in order: "03/04/2024", "13/09 au 29/11/2021", "12-III-98". */
export function pointsInFigures(text: FrenchText): Point[] {
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
