import { singular, wordsOf } from '../../extractors/mentions/words.js';
import { defineCheck } from './check.js';
import { list, pages } from './say.js';
import { BY_FILE } from './units.js';

interface Spelt {
  text: string;
  about: string;
  evidence_id: string;
  page: number;
}

/** One acronym, two long forms. */
export default defineCheck<Spelt[]>({
  id: 'acronym-expanded-twice',
  title: 'Un sigle est développé d’une seule façon',
  explanation:
    'Quand un même document donne deux développements d’un sigle, l’un des deux est inexact, et le lecteur ne sait plus de quel organisme ou dispositif il s’agit.',
  severity: 'warning',
  needs: ['un sigle développé au moins deux fois'],
  units: BY_FILE,
  gather(look, file) {
    const spelt = look.all<Spelt>(
      `select m.text, m.about, m.evidence_id, e.page from mentions m join evidence e on e.id = m.evidence_id
       join documents d on d.id = m.document_id where d.file_id = ? and m.kind = 'acronym' order by e.page, e.start, m.id`,
      file,
    );
    return spelt.length < 2 ? undefined : spelt;
  },
  *find(spelt) {
    for (const acronym of new Set(spelt.map(({ text }) => text))) {
      const forms = spelt.filter(({ text }) => text === acronym);
      const distinct = forms.filter((form, i) => forms.findIndex((other) => sameForm(other.about, form.about)) === i);
      if (distinct.length < 2) continue;
      yield {
        message: `Le sigle ${acronym} est développé de ${distinct.length} façons : ${list(distinct.map(({ about, page }) => `«\u00a0${about}\u00a0» (${pages([page])})`))}.`,
        evidence: distinct.map(({ evidence_id }, i) => ({
          id: evidence_id,
          role: i === 0 ? 'said' : 'contradicted by',
        })),
        data: { acronym, forms: distinct.map(({ about }) => about) },
      };
    }
  },
});

/** The same words, whatever their number, their order and the small words between them. */
function sameForm(a: string, b: string): boolean {
  const words = (text: string): string[] =>
    wordsOf(text)
      .map((word) => singular(word).slice(0, 6))
      .toSorted();
  return words(a).join() === words(b).join();
}
