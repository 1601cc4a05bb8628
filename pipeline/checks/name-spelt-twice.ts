import { defineCheck } from './check.js';
import { pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

interface Variant {
  text: string;
  about: string;
  evidence_id: string;
  page: number;
  legibility: number;
}

/** A name that the act writes in two ways. */
export default defineCheck<Variant[]>({
  id: 'name-spelt-twice',
  title: 'Un nom est écrit d’une seule façon',
  explanation:
    'Une personne, un organisme, une action ou une rue dont le nom change au fil d’un acte peut être pris pour un autre ; dans une décision, c’est le nom exact qui engage.',
  severity: 'warning',
  needs: ['un nom écrit de deux façons'],
  units: BY_DOCUMENT,
  gather(look, document) {
    const variants = look.all<Variant>(
      `select m.text, m.about, m.evidence_id, e.page, e.legibility from mentions m join evidence e on e.id = m.evidence_id
       where m.document_id = ? and m.kind = 'variant' order by m.id`,
      document,
    );
    return variants.length === 0 ? undefined : variants;
  },
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
