import { defineExtractor } from '../extractor.js';
import { frenchText } from '../french/text.js';
import { dateItems } from './items.js';

export default defineExtractor({
  id: 'dates/year',
  field: 'date',
  title: 'Année seule',
  reads: {
    "pour l'année 2024": { value: '2024', precision: 'year' },
    "Convention d'objectifs 2022": { value: '2022' },
    'Résultats\t2021\t2020': [{ value: '2021' }, { value: '2020' }],
  },
  ignores: ['2000 habitants', '2000 €', 'n° 2022.39', '50990 BRÉCOURT', 'D-2023-118', '2 022 heures'],
  *extract(text) {
    for (const { start, end, form, value } of dateItems(frenchText(text))) {
      if (form === 'year' && value) yield { start, end, value };
    }
  },
});
