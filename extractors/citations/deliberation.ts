import { defineExtractor } from '../extractor.js';
import { frenchText } from '../french/text.js';
import { citedActs, type Habit } from './cited.js';

const HABIT: Habit = {
  kind: 'deliberation',
  words: new Set(['deliberation', 'deliberations', 'delib', 'delibere']),
  byDate: true,
  bare: true,
  unless: /^[ \n]modificative/,
};

export default defineExtractor({
  id: 'citations/deliberation',
  field: 'citation',
  title: 'Délibération',
  reads: {
    'délibération n°2022.39': { act: 'deliberation', number: '2022.39' },
    'la délibération 23/80 du 3 février 2023': { number: '23/80', date: '2023-02-03' },
    'délibération du Conseil Municipal en date du 15 novembre 2021': { date: '2021-11-15' },
    'délibérations des 12 mars 2020 et 3 avril 2021': [{ date: '2020-03-12' }, { date: '2021-04-03' }],
    'Délib. n° 2023-45': { number: '2023-45' },
    'délibérations n°s 05/732 du 20 juin 2005 et 06/930 du 2 octobre 2006': [
      { number: '05/732', date: '2005-06-20' },
      { number: '06/930', date: '2006-10-02' },
    ],
  },
  ignores: ['la présente délibération', 'délibération jointe. Le 3 mai 2022'],
  extract: (text) => citedActs(frenchText(text), HABIT),
});
