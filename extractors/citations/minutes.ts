import { defineExtractor } from '../extractor.js';
import { frenchText } from '../french/text.js';
import { citedActs, type Habit } from './cited.js';

const HABIT: Habit = {
  kind: 'other',
  words: new Set(['compte', 'comptes', 'proces', 'pv']),
  byDate: true,
  bare: false,
  titles: true,
  unless: /^(?![ -](?:rendus?|verba)|[ ](?:de la|du)[ ])/,
};

export default defineExtractor({
  id: 'citations/minutes',
  field: 'citation',
  title: 'Compte rendu ou procès-verbal',
  reads: {
    'compte rendu de la séance du 13 novembre 2023': { act: 'other', date: '2023-11-13' },
    'le procès-verbal de la réunion du 22 janvier 2010': { act: 'other', date: '2010-01-22' },
  },
  ignores: ['le compte administratif du 3 mai 2022', 'compte rendu ci-joint'],
  extract: (text) => citedActs(frenchText(text), HABIT),
});
