import { defineExtractor } from '../extractor.js';
import { frenchText } from '../french/text.js';
import { citedActs, type Habit } from './cited.js';

/** What a council did in a session told by its date is a deliberation, though the word is missing. */
const HABIT: Habit = {
  kind: 'deliberation',
  words: new Set(['seance']),
  byDate: true,
  bare: false,
  unless:
    /^(?![^.;]{0,60}\d{4},?[ \n](?:a|avait|ont|il a ete)[ \n](?:adopte|approuve|autorise|decide|vote|delibere|valide|accepte))/,
};

export default defineExtractor({
  id: 'citations/session',
  field: 'citation',
  title: 'Décision prise dans une séance passée',
  reads: {
    'Le conseil municipal, lors de sa séance du 29 mars 2010, a adopté': { act: 'deliberation', date: '2010-03-29' },
  },
  ignores: ['Séance du 29 septembre 2010', 'la séance du 3 mai 2021 est ouverte'],
  *extract(source) {
    for (const match of citedActs(frenchText(source), HABIT)) yield match;
  },
});
