import { defineCheck } from './check.js';
import { pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

interface Opened {
  text: string;
  about: string;
  evidence_id: string;
  page: number;
}

/** Sundays that a mayor may open in one year (Code du travail, L3132-26). */
const MOST = 12;

/** A list that opens more Sundays than the law allows. */
export default defineCheck<Opened[]>({
  id: 'sundays',
  title: 'Le maire n’ouvre pas plus de 12 dimanches par an',
  explanation:
    'Le maire peut supprimer le repos dominical des commerces de détail douze dimanches par an au plus (code du travail, L3132-26).',
  severity: 'warning',
  needs: ['une liste de dimanches'],
  units: BY_DOCUMENT,
  gather(look, document) {
    const opened = look.all<Opened>(
      `select m.text, m.about, m.evidence_id, e.page from mentions m join evidence e on e.id = m.evidence_id
       where m.document_id = ? and m.kind = 'sundays' order by m.id`,
      document,
    );
    return opened.length === 0 ? undefined : opened;
  },
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
