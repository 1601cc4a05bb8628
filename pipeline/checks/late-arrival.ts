import { defineCheck } from './check.js';
import { type Coming, comings } from './comings.js';
import { list, pages } from './say.js';
import { BY_FILE } from './units.js';

/** Somebody counted as present from the beginning, whose arrival is noted later. */
export default defineCheck<Coming[]>({
  id: 'late-arrival',
  title: 'Qui arrive en cours de séance n’est pas compté présent dès le début',
  explanation:
    'Le quorum et les voix se comptent à chaque délibération : un membre arrivé après le début ne participe pas aux premiers votes.',
  severity: 'note',
  needs: ['une arrivée en cours de séance', 'la liste des présents'],
  units: BY_FILE,
  gather: (look, file) => comings(look, file, 'arrival', ['present']),
  *find(arrivals) {
    for (const { text, evidence_id, page, listed } of arrivals) {
      if (listed.length === 0 || listed.some(({ after }) => /arriv|\d\s?h/i.test(after))) continue;
      yield {
        message: `«\u00a0${text}\u00a0» est noté en cours de séance (${pages([page])}), mais la liste des présents compte déjà ${list(listed.map(({ name }) => name))} (${pages(listed.map((one) => one.page))}).`,
        evidence: [
          { id: evidence_id, role: 'said' },
          ...listed.map((one) => ({ id: one.evidence_id, role: 'contradicted by' })),
        ],
        data: { said: text, listed: listed.map(({ name }) => name) },
      };
    }
  },
});
