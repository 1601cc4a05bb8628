import { defineExtractor } from '../extractor.js';
import { frenchText } from '../french/text.js';
import { citedActs, type Habit } from './cited.js';

const HABIT: Habit = {
  kind: 'other',
  words: new Set([
    'circulaire',
    'circulaires',
    'decision',
    'instruction',
    'marche',
    'acte',
    'attestation',

    'courrier',
  ]),
  byDate: true,
  bare: false,
  unless: /^[ \n](?:modificative|budgetaire|de principe)/,
};

export default defineExtractor({
  id: 'citations/other',
  field: 'citation',
  title: 'Autre acte : circulaire, directive, décision, marché',
  reads: {
    'circulaire du 29 septembre 2015': { act: 'other', date: '2015-09-29' },
  },
  ignores: ['le marché du samedi'],
  extract: (text) => citedActs(frenchText(text), HABIT),
});
