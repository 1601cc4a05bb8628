import { defineCheck } from './check.js';
import { type Mentioned, mentioned } from './mentioned.js';
import { pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

/** A section number used twice, a passage copied twice. */
export default defineCheck<Mentioned[]>({
  id: 'copied-passage',
  title: 'Un numéro de section ne sert qu’une fois, un passage n’est pas imprimé deux fois de suite',
  explanation: 'Ce sont des restes de copie : un renvoi devient ambigu, ou une phrase perd sa construction.',
  severity: 'warning',
  needs: ['un numéro de section ou un passage répétés'],
  units: BY_DOCUMENT,
  gather: (look, document) => mentioned(look, document, 'heading', 'repeat'),
  *find(passages) {
    for (const { kind, text, about, evidence_id, page } of passages) {
      yield {
        message:
          kind === 'heading'
            ? `La section «\u00a0${text}\u00a0» (${pages([page])}) porte un numéro déjà donné à «\u00a0${about}\u00a0».`
            : `Le passage «\u00a0${text.slice(0, 160)}\u00a0» est imprimé deux fois de suite (${pages([page])}).`,
        evidence: [{ id: evidence_id, role: 'said' }],
        data: { text, first: about },
      };
    }
  },
});
