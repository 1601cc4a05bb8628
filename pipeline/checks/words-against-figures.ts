import { defineCheck } from './check.js';
import { money, pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

interface Written {
  value: string;
  in_words: string | null;
  currency: string;
  evidence_id: string;
  page: number;
}

/** "quinze mille euros (16 000 €)". */
export default defineCheck<Written[]>({
  id: 'words-against-figures',
  title: 'La somme en lettres est la somme en chiffres',
  explanation:
    'Une somme écrite en lettres et en chiffres l’est pour qu’on ne puisse pas s’y tromper ; quand les deux diffèrent, c’est d’ordinaire la somme en lettres qui engage.',
  severity: 'error',
  needs: ['une somme écrite en lettres et en chiffres qui diffèrent'],
  units: BY_DOCUMENT,
  gather(look, document) {
    const written = look.all<Written>(
      `select a.value, a.in_words, a.currency, a.evidence_id, e.page from amounts a
       join evidence e on e.id = a.evidence_id where a.document_id = ? and a.in_words is not null order by a.id`,
      document,
    );
    return written.length === 0 ? undefined : written;
  },
  *find(written) {
    for (const one of written) {
      if (one.in_words === null || Number(one.in_words) === Number(one.value)) continue;
      yield {
        message: `La somme est de ${money(one.value, one.currency)} en chiffres et de ${money(one.in_words, one.currency)} en lettres (${pages([one.page])}).`,
        evidence: [{ id: one.evidence_id, role: 'said' }],
        data: { figures: one.value, words: one.in_words },
      };
    }
  },
});
