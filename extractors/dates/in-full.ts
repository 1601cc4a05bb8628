import { defineExtractor } from '../extractor.js';
import { isoDate } from '../french/calendar.js';
import { frenchText } from '../french/text.js';
import { dateItems } from './items.js';
import { indexOfFigure } from './point.js';

const OPENING = /l'an[ \n](?=deux mil|mil)/g;
const BETWEEN = /^,?[ \n]{1,2}(?:et[ \n])?(?:le[ \n])?$/;

export default defineExtractor({
  id: 'dates/in-full',
  field: 'date',
  title: "L'an deux mille vingt-trois, le douze avril",
  reads: {
    "L'an deux mille vingt-trois, le douze avril à dix-huit heures": {
      value: '2023-04-12',
      precision: 'day',
      certainty: 'stated',
    },
    'L’AN DEUX MILLE VINGT-TROIS, LE 12 AVRIL 2023': { value: '2023-04-12' },
    "L'an deux mille vingt et un et le mercredi trois mars": { value: '2021-03-03', weekday: 3 },
  },
  ignores: ["l'an prochain", "L'an deux mille vingt-trois, réuni le 3 mai 2024"],
  *extract(source) {
    const text = frenchText(source);
    const items = dateItems(text);
    let i = 0;
    for (const match of text.folded.matchAll(OPENING)) {
      const figure = text.figures[indexOfFigure(text, match.index + match[0].length)];
      if (!figure || figure.start !== match.index + match[0].length) continue;
      while (i < items.length && items[i]!.start < figure.end) i += 1;
      const day = items[i];
      if (!day || day.first.day === undefined || day.last || day.start - figure.end > 8) continue;
      if (!BETWEEN.test(text.folded.slice(figure.end, day.start))) continue;
      const year = Number(figure.value);
      if (day.first.year !== undefined && day.first.year !== year) continue;
      yield {
        start: match.index,
        end: day.end,
        value: {
          value: isoDate(year, day.first.month, day.first.day),
          precision: 'day',
          certainty: 'stated',
          ...(day.first.weekday !== undefined && { weekday: day.first.weekday }),
        },
      };
    }
  },
});
