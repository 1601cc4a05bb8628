import { defineExtractor } from '../extractor.js';
import { frenchText } from '../french/text.js';
import { citedActs, type Habit } from './cited.js';

const HABIT: Habit = {
  kind: 'convention',
  words: new Set(['convention', 'conventions', 'contrat', 'contrats', 'accord', 'accords', 'bail', 'protocole']),
  byDate: true,
  bare: false,
};

export default defineExtractor({
  id: 'citations/convention',
  field: 'citation',
  title: 'Convention, contrat, protocole',
  reads: {
    'la convention signée le 12 mars 2021': { act: 'convention', date: '2021-03-12' },
    'la convention n° 2019-14 du 3 mai 2019': { number: '2019-14', date: '2019-05-03' },
  },
  ignores: ['la présente convention', 'convention 2022'],
  extract: (text) => citedActs(frenchText(text), HABIT),
});
