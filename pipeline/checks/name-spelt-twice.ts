import { defineCheck } from './check.js';
import { type Mentioned, mentioned } from './mentioned.js';
import { pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

/** A name that the act writes in two ways. */
export default defineCheck<Mentioned[]>({
  id: 'name-spelt-twice',
  title: 'Un nom est écrit d’une seule façon',
  explanation:
    'Une personne, un organisme, une action ou une rue dont le nom change au fil d’un acte peut être pris pour un autre ; dans une décision, c’est le nom exact qui engage.',
  severity: 'warning',
  needs: ['un nom écrit de deux façons'],
  units: BY_DOCUMENT,
  gather: (look, document) => mentioned(look, document, 'variant'),
  *find(variants) {
    for (const { text, about, evidence_id, page, legibility } of variants) {
      yield {
        message: `Le document écrit «\u00a0${text}\u00a0» (${pages([page])}), et ailleurs «\u00a0${about}\u00a0».`,
        evidence: [{ id: evidence_id, role: 'said' }],
        data: { said: text, elsewhere: about },
        ...(legibility < 1 ? { severity: 'note' as const } : {}),
      };
    }
  },
});
