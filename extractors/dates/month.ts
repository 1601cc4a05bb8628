import { defineExtractor } from '../extractor.js';
import { frenchText } from '../french/text.js';
import { dateItems } from './items.js';

export default defineExtractor({
  id: 'dates/month',
  field: 'date',
  title: 'Mois et année',
  reads: {
    'en janvier 2022': { value: '2022-01', precision: 'month' },
    "fin d'octobre 2015": { value: '2015-10' },
    'le mois de mai deux mille vingt': { value: '2020-05' },
  },
  ignores: ['au mois de mai', 'en mars dernier'],
  *extract(text) {
    for (const { start, end, form, value } of dateItems(frenchText(text))) {
      if (form === 'month' && value) yield { start, end, value };
    }
  },
});
