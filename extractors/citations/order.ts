import { defineExtractor } from '../extractor.js';
import { frenchText } from '../french/text.js';
import { citedActs, type Habit } from './cited.js';

const HABIT: Habit = {
  kind: 'order',
  words: new Set(['arrete', 'arretes', 'ordonnance', 'ordonnances']),
  byDate: true,
  bare: true,
};

export default defineExtractor({
  id: 'citations/order',
  field: 'citation',
  title: 'Arrêté, ordonnance',
  reads: {
    'arrêté de Monsieur le Maire en date du 21 juillet 2020': { act: 'order', date: '2020-07-21' },
    'arrêté n° 2020-118': { number: '2020-118' },
  },
  ignores: ['le compte est arrêté à la somme de 12 €', 'arrêté au 31 décembre 2021'],
  extract: (text) => citedActs(frenchText(text), HABIT),
});
