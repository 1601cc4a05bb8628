import { defineCheck } from './check.js';
import { pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

interface Visa {
  text: string;
  about: string;
  reference: string | null;
  evidence_id: string;
  page: number;
}

/** A decision that rests on a code whose matter none of its words touches. */
export default defineCheck<Visa[]>({
  id: 'foreign-visa',
  title: 'Le code visé est celui de la matière décidée',
  explanation:
    'Les visas donnent le fondement de l’acte. Un code qui ne règle qu’une matière, visé par un acte dont aucun mot n’y touche, vient d’ordinaire d’un autre acte que l’on a recopié.',
  severity: 'note',
  needs: [
    'un code visé qui ne règle qu’une matière : fonction publique, commande publique, éducation, urbanisme, élections',
  ],
  units: BY_DOCUMENT,
  gather(look, document) {
    const visas = look.all<Visa>(
      `select m.text, m.about, d.reference, m.evidence_id, e.page from mentions m join evidence e on e.id = m.evidence_id
       join documents d on d.id = m.document_id where m.document_id = ? and m.kind = 'visa' order by e.page, e.start, m.id`,
      document,
    );
    return visas.length === 0 ? undefined : visas;
  },
  *find(visas) {
    for (const { text, about, reference, evidence_id, page } of visas) {
      if (about !== 'foreign') continue;
      yield {
        message: `${reference === null ? 'L’acte' : `L’acte n°\u00a0${reference}`} vise le «\u00a0${text}\u00a0» (${pages([page])}), mais rien de ce qu’il décide n’en relève.`,
        evidence: [{ id: evidence_id, role: 'said' }],
        data: { said: text, reference },
      };
    }
  },
});
