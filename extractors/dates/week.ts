import { defineExtractor } from '../extractor.js';
import { daysIn, isoDate, weekdayOf } from '../french/calendar.js';
import { frenchText } from '../french/text.js';
import { dateItems } from './items.js';

const WEEK_BEFORE =
  /(?:(?<![a-z])(premiere|deuxieme|seconde|troisieme|derniere)|(?<![a-z\d])([1-3])[ ]?(?:ere|eme|e))[ \n]semaine[ \n](?:de |d'|du mois de |du mois d')$/;
const RANKS: Record<string, number> = { premiere: 1, deuxieme: 2, seconde: 2, troisieme: 3, derniere: -1 };

export default defineExtractor({
  id: 'dates/week',
  field: 'date',
  title: "Semaine d'un mois : la première est la première entière, du lundi au dimanche",
  reads: {
    "la première semaine d'octobre 2014": { value: '2014-10-06', endValue: '2014-10-12', certainty: 'implied' },
    'dernière semaine de septembre 2014': { value: '2014-09-22', endValue: '2014-09-28' },
  },
  ignores: ["une semaine d'octobre 2014", 'la première semaine de mai'],
  *extract(source) {
    const text = frenchText(source);
    for (const { start, end, form, first } of dateItems(text)) {
      if (form !== 'month' || first.year === undefined) continue;
      const before = WEEK_BEFORE.exec(text.folded.slice(Math.max(0, start - 40), start));
      if (!before) continue;
      const { year, month = 1 } = first;
      const rank = before[1] ? RANKS[before[1]]! : Number(before[2]);
      const days = daysIn(year, month);
      const monday =
        rank > 0
          ? ((8 - weekdayOf(year, month, 1)) % 7) + 1 + 7 * (rank - 1)
          : days - (weekdayOf(year, month, days) % 7) - 6;
      yield {
        start: start - before[0].length,
        end,
        value: {
          value: isoDate(year, month, monday),
          endValue: isoDate(year, month, monday + 6),
          precision: 'day',
          certainty: 'implied',
        },
      };
    }
  },
});
