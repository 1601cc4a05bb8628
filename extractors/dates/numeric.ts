import { defineExtractor } from '../extractor.js';
import { frenchText } from '../french/text.js';
import { dateItems } from './items.js';

export default defineExtractor({
  id: 'dates/numeric',
  field: 'date',
  title: 'Date en chiffres',
  reads: {
    'CM du 06.04.2022': { value: '2022-04-06' },
    'le 24/02/2022': { value: '2022-02-24' },
    '11/02/21': { value: '2021-02-11' },
    'les 13/09 et 29/11/2021': [{ value: '2021-09-13' }, { value: '2021-11-29' }],
    '2022-03-31': { value: '2022-03-31' },
    'lundi 24/10/2022': { value: '2022-10-24', weekday: 1 },
  },
  ignores: ['03.20.28.82.20', '31/02/2023', 'article 2.1.16', '32/10/1993', '127.0.0.1'],
  *extract(text) {
    for (const { start, end, form, value } of dateItems(frenchText(text))) {
      if (form === 'numeric' && value) yield { start, end, value };
    }
  },
});
