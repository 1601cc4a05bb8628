import { defineCheck } from './check.js';
import { type Mentioned, mentioned } from './mentioned.js';
import { pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

/** A convention that speaks of several years and is concluded for one. */
export default defineCheck<Mentioned[]>({
  id: 'convention-term',
  title: 'Une convention dite pluriannuelle couvre plusieurs années',
  explanation:
    'Une convention pluriannuelle engage les budgets de plusieurs exercices : si elle ne vaut que pour une année, son titre ou son préambule vient d’un autre texte.',
  severity: 'warning',
  needs: ['une convention qui dit sa durée et se dit pluriannuelle'],
  units: BY_DOCUMENT,
  gather: (look, document) => mentioned(look, document, 'term'),
  *find(termed) {
    for (const { text, about, evidence_id, page } of termed) {
      yield {
        message: `La convention parle de «\u00a0${text}\u00a0» (${pages([page])}), mais ne vaut que pour un an au plus.`,
        evidence: [{ id: evidence_id, role: 'said' }],
        data: { said: text, term: about },
        // Other conventions may be meant.
        ...(/conventions/i.test(text) ? { severity: 'note' as const } : {}),
      };
    }
  },
});
