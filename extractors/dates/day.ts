import { defineExtractor } from '../extractor.js';
import { frenchText } from '../french/text.js';
import { dateItems } from './items.js';

export default defineExtractor({
  id: 'dates/day',
  field: 'date',
  title: 'Jour, mois et année en toutes lettres ou abrégés',
  reads: {
    'le mercredi 27 mai 2020': { value: '2020-05-27', weekday: 3 },
    'Séance du 12 AVRIL 2023': { value: '2023-04-12', precision: 'day', certainty: 'stated' },
    'le 1er juillet 1901': { value: '1901-07-01' },
    'à compter du 01er janvier 2025': { value: '2025-01-01' },
    '28 AVR. 2023': { value: '2023-04-28' },
    '13-avr.-23': { value: '2023-04-13' },
    'le 12 avril\n2023': { value: '2023-04-12' },
    'le 01°" janvier 2025': { value: '2025-01-01' },
    'le ler janvier 2025': { value: '2025-01-01' },
    'au I er juillet 2024': { value: '2024-07-01' },
    'délibération du 26 octobre 1 994, VU': { value: '1994-10-26' },
    'six avril deux mille vingt-trois': { value: '2023-04-06' },
  },
  ignores: [
    'le 13 avril',
    'le 31 février 2022',
    'le 26 octobre 1 994 €',
    'les 12 avenues',
    'avril et mai',
    'les er mai 2024',
  ],
  *extract(text) {
    for (const { start, end, form, value } of dateItems(frenchText(text))) {
      if (form === 'day' && value) yield { start, end, value };
    }
  },
});
