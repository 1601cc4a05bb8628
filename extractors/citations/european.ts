import { defineExtractor } from '../extractor.js';
import { frenchText } from '../french/text.js';
import { citedActs, type Habit } from './cited.js';

const HABIT: Habit = {
  kind: 'other',
  words: new Set(['reglement', 'reglements', 'directive', 'directives']),
  byDate: false,
  bare: true,
};

export default defineExtractor({
  id: 'citations/european',
  field: 'citation',
  title: 'Règlement ou directive',
  reads: {
    'le règlement (UE) n° 1407/2013 de la Commission du 18 décembre 2013': {
      act: 'other',
      number: '1407/2013',
      date: '2013-12-18',
    },
    'la directive 2014/24/UE': { act: 'other', number: '2014/24/UE' },
  },
  ignores: ['le règlement intérieur', 'le règlement du 3 mai 2022', 'règlement de 1 500 €'],
  extract: (text) => citedActs(frenchText(text), HABIT),
});
