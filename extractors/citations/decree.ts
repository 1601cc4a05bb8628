import { defineExtractor } from '../extractor.js';
import { frenchText } from '../french/text.js';
import { citedActs, type Habit } from './cited.js';

const HABIT: Habit = {
  kind: 'decree',
  words: new Set(['decret', 'decrets']),
  byDate: true,
  bare: true,
};

export default defineExtractor({
  id: 'citations/decree',
  field: 'citation',
  title: 'Décret',
  reads: {
    'le décret n°2001-495 du 6 juin 2001': { act: 'decree', number: '2001-495', date: '2001-06-06' },
  },
  ignores: ['par décret'],
  extract: (text) => citedActs(frenchText(text), HABIT),
});
