/** The calendar: which days exist, and years written with two digits. */

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Any leap year: the longest February. */
const LEAP = 2000;

/** Whether a date is one of the calendar's; without a year, 29 February is. */
export function dayExists(day: number, month: number, year?: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year ?? LEAP, month);
}

/** 00 to 49 are this century's, 50 to 99 the last one's. */
export const fullYear = (written: string): number => {
  const year = Number(written);
  return written.length > 2 ? year : year < 50 ? 2000 + year : 1900 + year;
};

/** Years that an administrative document may name. */
export const isYear = (year: number): boolean => year >= 1000 && year <= 2199;

const two = (n: number): string => String(n).padStart(2, '0');

/** YYYY, YYYY-MM or YYYY-MM-DD, as precise as what is given. */
export const isoDate = (year: number, month?: number, day?: number): string =>
  `${String(year).padStart(4, '0')}${month === undefined ? '' : `-${two(month)}`}${day === undefined || month === undefined ? '' : `-${two(day)}`}`;

/** 1 (Monday) to 7 (Sunday). */
export const weekdayOf = (year: number, month: number, day: number): number =>
  ((new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7) + 1;

/** How many days a month (1 to 12) of a year has. */
export const daysIn = (year: number, month: number): number => DAYS[month - 1]! + (month === 2 && isLeap(year) ? 1 : 0);

/** Whether the second day comes right after the first, in one month or over its end. */
export function isNextDay(day: number, month: number, nextDay: number, nextMonth: number): boolean {
  return month === nextMonth
    ? nextDay === day + 1
    : nextDay === 1 && nextMonth === (month % 12) + 1 && !dayExists(day + 1, month);
}

/** Whether a text is a year and nothing else: it stands in heads and titles more often than it counts something. */
export const writesYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text);
