import { defineExtractor } from '../extractor.js';
import { dayExists, fullYear, isoDate, isYear } from '../french/calendar.js';
import { fold } from '../french/fold.js';

const THREE = /^[ ]{0,2}(?:le )?((\d{1,2})([ ./-])(\d{1,2})\3(\d{4}|\d{2}))[ ]{0,2}$/;
const YEAR_MONTH = /^[ ]{0,2}((\d{4})[-/.](\d{1,2}))[ ]{0,2}$/;
const MONTH_YEAR = /^[ ]{0,2}((\d{1,2})[ ]{0,2}[/-][ ]{0,2}(\d{4}))[ ]{0,2}$/;

export default defineExtractor({
  id: 'dates/alone',
  field: 'date',
  title: "Chiffres qui ne sont une date que s'ils sont seuls",
  reads: {
    'le 20 02 14': { value: '2014-02-20' },
    '3-7-07': { value: '2007-07-03' },
    '2016-11': { value: '2016-11', precision: 'month' },
    '11 / 2016': { value: '2016-11' },
  },
  ignores: ['20 02 14 36', 'délibération 2016-11', '20 13 14', '2016-13'],
  *extract(source) {
    // A cell, a field of a form: longer texts hold such figures for other reasons.
    if (source.length > 24) return;
    const text = fold(source);
    const three = THREE.exec(text);
    if (three) {
      const [day, month, year] = [Number(three[2]), Number(three[4]), fullYear(three[5]!)];
      if (!dayExists(day, month, year)) return;
      yield at(text, three[1]!, isoDate(year, month, day), 'day');
    }
    const yearFirst = YEAR_MONTH.exec(text);
    const match = yearFirst ?? MONTH_YEAR.exec(text);
    if (!match) return;
    const [year, month] = yearFirst ? [Number(match[2]), Number(match[3])] : [Number(match[3]), Number(match[2])];
    if (month < 1 || month > 12 || !isYear(year)) return;
    yield at(text, match[1]!, isoDate(year, month), 'month');
  },
});

function at(text: string, written: string, value: string, precision: 'day' | 'month') {
  const start = text.indexOf(written);
  return { start, end: start + written.length, value: { value, precision, certainty: 'stated' as const } };
}
