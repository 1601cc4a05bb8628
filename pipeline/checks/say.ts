import { Decimal } from 'decimal.js';
import { dayExists, weekdayOf } from '../../extractors/french/calendar.js';
import { MONTHS, WEEKDAYS } from '../../extractors/french/months.js';

/** "1 250 800", "13,31": a decimal as French prints it, with non-breaking spaces. */
export function figure(value: string | number | Decimal): string {
  const [whole = '', decimals = ''] = new Decimal(value).abs().toFixed().split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  const sign = new Decimal(value).isNegative() ? '-' : '';
  return `${sign}${grouped}${decimals === '' ? '' : `,${decimals}`}`;
}

/** "872 100 €", "150 840,42 €". */
export function money(value: string | number | Decimal, currency = 'EUR'): string {
  const text = figure(new Decimal(value).toDecimalPlaces(2)).replace(/,(\d)$/, ',$10');
  return `${text}\u00a0${currency === 'EUR' ? '€' : currency}`;
}

/**
 * How a document's own figures are told: "895 978 €", "302 k€", "68 %" where they are printed so, bare where they are.
 * `printed`: the figures as they stand on the page; the values told are on their scale.
 */
export function teller(printed: readonly string[]): (value: string | number | Decimal) => string {
  const units = new Set<string>();
  for (const text of printed) {
    const unit = /(?<scale>[kKM]?)\s?(?:€|euros?\b)|%/i.exec(text);
    if (unit) units.add(unit[0] === '%' ? '%' : `${unit.groups?.scale?.replace('K', 'k')}€`);
  }
  const [unit] = units;
  if (unit === undefined || units.size > 1) return figure;
  return (value) => (unit === '%' ? `${figure(value)}\u00a0%` : money(value, unit));
}

/** "12 avril 2023", "avril 2023", "2023". */
export function day(iso: string): string {
  const [year, month, date] = iso.split('-');
  if (month === undefined) return year!;
  const name = MONTHS[Number(month) - 1];
  return date === undefined ? `${name} ${year}` : `${Number(date) === 1 ? '1er' : Number(date)} ${name} ${year}`;
}

/** "lundi": 1 (Monday) to 7 (Sunday) by name. */
export const weekdayName = (weekday: number): string => WEEKDAYS[weekday - 1]!;

/** 1 (Monday) to 7 (Sunday) of an ISO date; nothing for one that is no day of the calendar. */
export function weekdayOfDate(iso: string): number | undefined {
  const [year = 0, month = 0, date = 0] = iso.split('-').map(Number);
  return dayExists(date, month, year) ? weekdayOf(year, month, date) : undefined;
}

/** "a, b et c". */
export const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} et ${items.at(-1)}`;

/** "p. 3", "p. 1 et 2". */
export const pages = (numbers: readonly number[]): string =>
  `p.\u00a0${list([...new Set(numbers)].sort((a, b) => a - b).map(String))}`;
