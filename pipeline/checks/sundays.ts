import { defineCheck } from './check.js';
import { type Mentioned, mentioned } from './mentioned.js';
import { pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

/** Sundays that a mayor may open in one year (Code du travail, L3132-26). */
const MOST = 12;

/** A list that opens more Sundays than the law allows. */
export default defineCheck<Mentioned[]>({
  id: 'sundays',
  title: 'Le maire n’ouvre pas plus de 12 dimanches par an',
  explanation:
    'Le maire peut supprimer le repos dominical des commerces de détail douze dimanches par an au plus (code du travail, L3132-26).',
  severity: 'warning',
  needs: ['une liste de dimanches'],
  units: BY_DOCUMENT,
  gather: (look, document) => mentioned(look, document, 'sundays'),
  *find(opened) {
    for (const { text, about, evidence_id, page } of opened) {
      if (Number(about) <= MOST) continue;
      yield {
        message: `La liste compte ${about} dimanches (${pages([page])}), plus que les ${MOST} que la loi permet par an.`,
        evidence: [{ id: evidence_id, role: 'said' }],
        data: { list: text, count: Number(about), most: MOST },
      };
    }
  },
});
