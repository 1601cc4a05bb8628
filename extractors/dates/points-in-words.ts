import { dayExists, fullYear, isYear } from '../french/calendar.js';
import { isLetter } from '../french/fold.js';
import { monthNumber } from '../french/months.js';
import type { FrenchText } from '../french/text.js';
import { indexOfFigure, type Point } from './point.js';
import { weekdayBefore } from './weekday.js';

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
/** What OCR makes of "1er": "ler", "I er", or "er" alone. */
const FIRST_MISREAD = '(?:(?<![a-z])[il][ ]?er|(?<=(?<![a-z])(?:le|du|au) )er)';
const DAY_BEFORE = new RegExp(
  `(?:(?:(?<![\\d.,/a-z-])|(?<=(?<![\\d.,/a-z-])\\d{1,2}[-/])|(?<=(?:^|[a-z])-))(\\d{1,2})(?:[ ]?${FIRST_MARK}(?:${TO_MONTH})?|${TO_MONTH})|(?<![a-z])(${DAY_WORD})${TO_MONTH}|(${FIRST_MISREAD})${TO_MONTH})$`,
);
/** The "3" of "3 au 12 avril", the "6" of "6 et 7 mai", the "lundi 3" of "du lundi 3 au vendredi 7 avril". */
const SHARED_BEFORE =
  /(?<![\d.,/a-z°-])(\d{1,2})(?:[ ]?(?:er|ier|°))?(?:(?:[ \n]{1,2}(?:au|a|et|ou|jusqu'au|et le|et du|&)|,)[ \n]{1,2}(?:le[ \n])?|[ ]?[-/][ ]?)$/;
const YEAR_AFTER =
  /(?:(?:\.?[ ]?[-/.][ ]?|\.?[ ,\n]{1,3}(?:de (?:l'an(?:nee)? )?|l'an )?)'?(\d{4}|1 9\d\d)(?![\d]|[.,/-]\d)|(?:\.?[ ]?[-/.][ ]?|\.?[ ]{1,2}'?|')(\d{2})(?![\d]|[.,/-]\d)|\.?[ ,\n]{1,3}(?:de (?:l'an(?:nee)? )?|l'an )?((?:deux|mille?)[ -]))/y;

/** Days and months whose month is a word, in order. */
export function pointsInWords(text: FrenchText): Point[] {
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
    const day = dayMatch ? dayIn(dayMatch) : undefined;
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
    const start = at - dayMatch![0].length;
    const own = weekdayBefore(folded, start, floor);
    const given = { month, ...(year !== undefined && { year }), form: 'words' as const };
    points.push(...sharingDays(folded, own?.start ?? start, floor, given), {
      ...given,
      start: own?.start ?? start,
      end,
      day,
      ...(own && { weekday: own.weekday }),
    });
    floor = end;
  }
  return points;
}

/** Days before `start` that have their month and year from the one that stands there: "les 3, 4 et 12 avril 2024". */
function sharingDays(
  folded: string,
  start: number,
  floor: number,
  given: { readonly month: number; readonly year?: number; readonly form: 'words' },
): Point[] {
  const days: Point[] = [];
  let reach = start;
  for (let guard = 0; guard < 31; guard += 1) {
    const match = SHARED_BEFORE.exec(folded.slice(Math.max(floor, reach - 24), reach));
    if (!match || !dayExists(Number(match[1]), given.month, given.year)) break;
    const from = reach - match[0].length;
    const digitsEnd = from + match[1]!.length;
    const weekday = weekdayBefore(folded, from, floor);
    reach = weekday?.start ?? from;
    days.unshift({
      ...given,
      start: reach,
      end: folded.startsWith('er', digitsEnd) ? digitsEnd + 2 : digitsEnd,
      day: Number(match[1]),
      ...(weekday && { weekday: weekday.weekday }),
      shares: true,
    });
  }
  return days;
}

/** The day that `DAY_BEFORE` matched: in figures, in words, or misread. */
const dayIn = ([, figures, words]: readonly (string | undefined)[]): number =>
  figures ? Number(figures) : words ? dayNumber(words) : 1;

function dayNumber(words: string): number {
  return (
    DAY_WORDS.indexOf(
      words.replaceAll('-', ' ').replace(/^(dix|vingt) (sept|huit|neuf|deux|trois|quatre|cinq|six)$/, '$1-$2'),
    ) + 1
  );
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
