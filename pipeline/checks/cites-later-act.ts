import { defineCheck } from './check.js';
import { day, pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

interface Cited {
  raw: string;
  date: string;
  own: string;
  evidence_id: string;
  page: number;
  legibility: number;
}

/** An act that rests on one that was not there yet. */
export default defineCheck<Cited[]>({
  id: 'cites-later-act',
  title: 'Un acte ne vise que des actes antérieurs',
  explanation:
    'Une convention se signe après la délibération qui l’autorise, et un visa renvoie à un texte qui existe déjà : l’une des deux dates est fausse.',
  severity: 'warning',
  needs: ['la date de l’acte', 'une délibération, un arrêté, une loi ou un décret cités avec leur date'],
  units: BY_DOCUMENT,
  gather(look, document) {
    const cited = look.all<Cited>(
      `select c.raw, c.date, d.date as own, c.evidence_id, e.page, e.legibility from citations c
       join evidence e on e.id = c.evidence_id join documents d on d.id = c.document_id
       where c.document_id = ? and length(c.date) = 10 and length(d.date) = 10
         and c.kind in ('deliberation', 'order', 'law', 'decree') and d.kind in ('deliberation', 'convention')
       order by e.page, e.start, c.id`,
      document,
    );
    return cited.length === 0 ? undefined : cited;
  },
  *find(cited) {
    for (const { raw, date, own, evidence_id, page, legibility } of cited) {
      if (date <= own) continue;
      yield {
        message: `L’acte est daté du ${day(own)}, mais il cite «\u00a0${raw.replace(/\s+/g, ' ')}\u00a0» (${pages([page])}), qui lui est postérieur.`,
        evidence: [{ id: evidence_id, role: 'said' }],
        data: { own, cited: date },
        ...(legibility < 0.9 ? { severity: 'note' as const } : {}),
      };
    }
  },
});
