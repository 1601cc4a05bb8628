import { defineCheck } from './check.js';
import { pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

interface Named {
  text: string;
  about: string;
  own: string;
  evidence_id: string;
  page: number;
}

/** An act of one assembly that says that it is put to another. */
export default defineCheck<Named[]>({
  id: 'assembly-named',
  title: 'L’acte est proposé à l’assemblée qui le vote',
  explanation:
    'Un acte du conseil communautaire « proposé au conseil municipal » reprend le plus souvent le texte d’une autre assemblée : on ne sait plus qui décide.',
  severity: 'warning',
  needs: ['l’assemblée qui siège', 'celle à qui l’acte est proposé'],
  units: BY_DOCUMENT,
  gather(look, document) {
    const named = look.all<Named>(
      `select m.text, m.about, lower(s.body) as own, m.evidence_id, e.page from mentions m
       join evidence e on e.id = m.evidence_id join documents d on d.id = m.document_id
       join sessions s on s.id = (select min(one.id) from sessions one where one.document_id = d.id and one.body is not null)
       where m.document_id = ? and m.kind = 'body' and d.kind = 'deliberation' order by e.page, e.start, m.id`,
      document,
    );
    return named.length === 0 ? undefined : named;
  },
  *find(named) {
    // Where the act mostly names that other assembly, it is its heading that was misread.
    const strange = named.filter(({ own, about }) => /^conseil \p{L}+$/u.test(own) && fold(own) !== fold(about));
    if (strange.length * 2 > named.length) return;
    for (const { text, own, evidence_id, page } of strange) {
      yield {
        message: `Cet acte du ${own} dit : «\u00a0${text}\u00a0» (${pages([page])}).`,
        evidence: [{ id: evidence_id, role: 'said' }],
        data: { body: own, said: text },
      };
    }
  },
});

const fold = (body: string): string => body.normalize('NFD').replace(/\p{M}/gu, '');
