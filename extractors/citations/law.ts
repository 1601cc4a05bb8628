import { defineExtractor } from '../extractor.js';
import { frenchText } from '../french/text.js';
import { citedActs, type Habit } from './cited.js';

const HABIT: Habit = {
  kind: 'law',
  words: new Set(['loi', 'lois']),
  byDate: true,
  bare: true,
};

export default defineExtractor({
  id: 'citations/law',
  field: 'citation',
  title: 'Loi',
  reads: {
    'la loi n° 2000-321 du 12 avril 2000': { act: 'law', number: '2000-321', date: '2000-04-12' },
    'association régie par la loi du 1er juillet 1901': { date: '1901-07-01' },
    'loi 82-213 du 2 mars 1982': { number: '82-213' },
  },
  ignores: ['la loi prévoit que le 3 mai 2022'],
  extract: (text) => citedActs(frenchText(text), HABIT),
});
