import { defineCheck } from './check.js';
import { pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

interface Passage {
  kind: string;
  text: string;
  about: string;
  evidence_id: string;
  page: number;
}

/** A section number used twice, a passage copied twice. */
export default defineCheck<Passage[]>({
  id: 'copied-passage',
  title: 'Un numéro de section ne sert qu’une fois, un passage n’est pas imprimé deux fois de suite',
  explanation: 'Ce sont des restes de copie : un renvoi devient ambigu, ou une phrase perd sa construction.',
  severity: 'warning',
  needs: ['un numéro de section ou un passage répétés'],
  units: BY_DOCUMENT,
  gather(look, document) {
    const passages = look.all<Passage>(
      `select m.kind, m.text, m.about, m.evidence_id, e.page from mentions m join evidence e on e.id = m.evidence_id
       where m.document_id = ? and m.kind in ('heading', 'repeat') order by m.id`,
      document,
    );
    return passages.length === 0 ? undefined : passages;
  },
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
