import type { FieldValues } from '../../models/fields.js';
import { isNextDay, isoDate } from '../french/calendar.js';
import type { FrenchText } from '../french/text.js';
import type { Point } from './point.js';
import { pointsIn } from './points.js';
import { yearPoints } from './years.js';

/** A date or a range of dates, read as a whole. */
export interface DateItem {
  readonly start: number;
  readonly end: number;
  readonly form: 'day' | 'numeric' | 'month' | 'year' | 'range';
  /** Absent where the text nowhere says the year. */
  readonly value?: FieldValues['date'];
  /** What is known of a date without its year: the first and the last of a range. */
  readonly first: Point;
  readonly last?: Point;
}

const JOINT =
  /^[ \n]{0,2}(?:(?:au|a|jusqu'au|jusqu'a|jusqu'en|-|\/|et|et le|et jusqu'au|et l'annee|a l'annee|et au)[ \n]{0,2})(?:(?:le|la|l'|fin|mois de|mois d'|de|d')[ \n]?)?$/;
const AND = /^[ \n]{0,2}et/;
const BETWEEN = /(?:^|[^a-z])(?:entre|compris entre)[ \n](?:les?[ \n]|la[ \n]|l'annee[ \n]|l'|debut[ \n]|fin[ \n])?$/;
const LEAD = /(?:^|[^a-z])(?:du|de|d'|des?|entre|les|courant du)[ \n](?:le[ \n])?$/;

/** "rue du 8 mai 1945" is a place. */
const STREET =
  /(?:^|[^a-z])(?:rue|avenue|av\.|boulevard|bd|place|pl\.|square|quai|impasse|allee|cours|ecole|salle|stade|espace|residence|esplanade|parvis|faubourg|groupe scolaire)[ \n](?:du|le)[ \n]$/;

let lastText: FrenchText | undefined;
let lastItems: DateItem[] = [];

/** All dates of a text, in order, those that share parts joined. The last text's are kept: several rules ask. */
export function dateItems(text: FrenchText): DateItem[] {
  if (text !== lastText) {
    lastItems = join(text);
    lastText = text;
  }
  return lastItems;
}

function join(text: FrenchText): DateItem[] {
  const points = withYears(pointsIn(text), yearPoints(text));
  const items: DateItem[] = [];
  for (let i = 0; i < points.length; i += 1) {
    const first = points[i]!;
    if (first.day !== undefined && STREET.test(text.folded.slice(Math.max(0, first.start - 24), first.start))) continue;
    const next = points[i + 1];
    const range = next && rangeOf(text.folded, first, next);
    if (range) {
      i += 1;
      let whole = range;
      for (
        let more = goesOn(text.folded, whole, points[i + 1]);
        more;
        more = goesOn(text.folded, whole, points[i + 1])
      ) {
        whole = more;
        i += 1;
      }
      items.push(whole);
    } else {
      const item = single(first);
      if (item) items.push(item);
    }
  }
  return items;
}

/** Years that stand alone, among the days and months; those inside a day or month are its own. */
function withYears(points: readonly Point[], years: readonly Point[]): Point[] {
  const all: Point[] = [];
  let end = 0;
  let y = 0;
  const yearsBefore = (limit: number): void => {
    for (; y < years.length && years[y]!.start < limit; y += 1) if (years[y]!.start >= end) all.push(years[y]!);
  };
  for (const point of points) {
    if (point.start < end) continue;
    yearsBefore(point.start);
    all.push(point);
    end = point.end;
  }
  yearsBefore(Number.POSITIVE_INFINITY);
  return all;
}

function single(point: Point): DateItem | undefined {
  if (point.form === 'impossible') return undefined;
  const { start, end, year, month, day, weekday } = point;
  const form =
    point.form === 'numeric' ? 'numeric' : day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
  if (year === undefined) return { start, end, form, first: point };
  if (point.nextYear !== undefined) {
    const value = {
      value: isoDate(year),
      endValue: isoDate(point.nextYear),
      precision: 'year',
      certainty: 'stated',
    } as const;
    return { start, end, form: 'range', first: point, value };
  }
  return {
    start,
    end,
    form,
    first: point,
    value: {
      value: isoDate(year, month, day),
      precision: day !== undefined ? 'day' : month !== undefined ? 'month' : 'year',
      certainty: 'stated',
      ...(weekday !== undefined && { weekday }),
    },
  };
}

function rangeOf(folded: string, a: Point, b: Point): DateItem | undefined {
  if (a.form === 'impossible' || b.form === 'impossible') return undefined;
  if (a.nextYear !== undefined || b.nextYear !== undefined) return undefined;
  const gap = b.start - a.end;
  if (gap < 0 || gap > 24 || rank(a) !== rank(b)) return undefined;
  const between = folded.slice(a.end, b.start);
  if (!JOINT.test(between) && !yearsSideBySide(folded, a, b, between)) return undefined;
  const before = folded.slice(Math.max(0, a.start - 20), a.start);
  const lead = LEAD.test(before);
  if (AND.test(between) && !BETWEEN.test(before)) {
    // "les 6 et 7 mai" is one stretch, "les 17 et 24 décembre" are two days.
    if (a.day === undefined || b.day === undefined || !(a.shares || a.year === undefined)) return undefined;
    if (!isNextDay(a.day, a.month!, b.day, b.month!)) return undefined;
  }
  if (rank(a) === 'year' && !yearsJoin(folded, a, b, between)) return undefined;
  if (rank(a) !== 'year' && /^[ \n]*\/[ \n]*$/.test(between) && a.form === 'numeric') return undefined;
  // "12/04/2023 - 13/04/2023" and "au 12 avril 2023 à 18 h" are told apart by the second date being one.
  const last: Point = { ...b };
  let firstYear = a.year ?? b.year;
  let lastYear = b.year;
  let implied = false;
  if (a.year === undefined && b.year !== undefined && order(a, b) > 0) {
    firstYear = b.year - 1;
    implied = true;
  }
  if (b.year === undefined && a.year !== undefined) {
    lastYear = order(a, b) > 0 ? a.year + 1 : a.year;
    implied = true;
  }
  const start = lead && /(?:^|[^a-z])du[ \n]$/.test(before) ? a.start - 3 : a.start;
  if (firstYear === undefined || lastYear === undefined) return { start, end: b.end, form: 'range', first: a, last };
  const value = isoDate(firstYear, a.month, a.day);
  const endValue = isoDate(lastYear, b.month, b.day);
  if (endValue <= value) return undefined;
  return {
    start,
    end: b.end,
    form: 'range',
    first: a,
    last,
    value: { value, endValue, precision: rank(a), certainty: implied ? 'implied' : 'stated' },
  };
}

/** "Années 2018 – 2019 - 2020": year after year, with dashes between them, is one range. */
function goesOn(folded: string, range: DateItem, next: Point | undefined): DateItem | undefined {
  const { value, last } = range;
  if (next?.form !== 'year' || next.nextYear !== undefined || last?.form !== 'year' || value === undefined)
    return undefined;
  if (next.year !== last.year! + 1 || !/^ ?- ?$/.test(folded.slice(range.end, next.start))) return undefined;
  return { ...range, end: next.end, last: next, value: { ...value, endValue: isoDate(next.year) } };
}

/** "stratégie 2021 2026": the dash was lost; but the heads of a table's columns are years apart. */
function yearsSideBySide(folded: string, a: Point, b: Point, between: string): boolean {
  if (between !== ' ' || a.form !== 'year' || b.form !== 'year') return false;
  const span = b.year! - a.year!;
  if (span < 2 || span > 12 || /^ (?:19|20)\d\d/.test(folded.slice(b.end, b.end + 5))) return false;
  return /[a-z] $/.test(folded.slice(a.start - 2, a.start));
}

const rank = (point: Point): 'day' | 'month' | 'year' =>
  point.day !== undefined ? 'day' : point.month !== undefined ? 'month' : 'year';

const order = (a: Point, b: Point): number => (a.month ?? 0) - (b.month ?? 0) || (a.day ?? 0) - (b.day ?? 0);

/** "2014 à 2021", "2020/2021", "entre 2022 et 2023": the later year second, and not "n° 2015-2016". */
function yearsJoin(folded: string, a: Point, b: Point, between: string): boolean {
  if (b.year === undefined || a.year === undefined || b.year <= a.year || b.year - a.year > 60) return false;
  if (/^[ \n]*et/.test(between)) return true;
  const tight = /^[/-]$/.test(between);
  return !(tight && /n[°o]s? ?$/.test(folded.slice(Math.max(0, a.start - 5), a.start)));
}
