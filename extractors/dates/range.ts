import { defineExtractor } from '../extractor.js';
import { frenchText } from '../french/text.js';
import { dateItems } from './items.js';

export default defineExtractor({
  id: 'dates/range',
  field: 'date',
  title: 'Période : deux jours, deux mois ou deux années',
  reads: {
    'du 1er janvier 2022 au 31 décembre 2022': { value: '2022-01-01', endValue: '2022-12-31', precision: 'day' },
    'du er janvier 2022 au 31 décembre 2022': { value: '2022-01-01', endValue: '2022-12-31' },
    'du 3 au 12 avril 2023': { value: '2023-04-03', endValue: '2023-04-12' },
    'les 6 et 7 mai 2022': { value: '2022-05-06', endValue: '2022-05-07' },
    'les 30 avril et 1er mai 2022': { value: '2022-04-30', endValue: '2022-05-01' },
    'du lundi 3 au vendredi 7 avril 2023': { value: '2023-04-03', endValue: '2023-04-07' },
    '28 mai-2 juin 2023': { value: '2023-05-28', endValue: '2023-06-02' },
    '12-14 mai 2023': { value: '2023-05-12', endValue: '2023-05-14' },
    'du 13/09 au 29/11/2021': { value: '2021-09-13', endValue: '2021-11-29' },
    'exercices 2014 à 2021': { value: '2014', endValue: '2021', precision: 'year' },
    'années 2018 – 2019 - 2020': { value: '2018', endValue: '2020', precision: 'year' },
    'année scolaire 2020/2021': { value: '2020', endValue: '2021' },
    'entre juillet 2020 et décembre 2022': { value: '2020-07', endValue: '2022-12', precision: 'month' },
    'de janvier à juillet 2022': { value: '2022-01', endValue: '2022-07' },
    'du 1er décembre au 31 janvier 2023': { value: '2022-12-01', endValue: '2023-01-31', certainty: 'implied' },
  },
  ignores: ['en 2022 et 2023', 'du 1er juillet au 31 août', 'délibération n° 2015-2016 bis'],
  *extract(text) {
    for (const { start, end, form, value } of dateItems(frenchText(text))) {
      if (form === 'range' && value) yield { start, end, value };
    }
  },
});
