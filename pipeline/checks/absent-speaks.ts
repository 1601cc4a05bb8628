import { defineCheck } from './check.js';
import { type Coming, comings } from './comings.js';
import { pages } from './say.js';
import { BY_FILE } from './units.js';

/** Somebody listed as absent, who speaks. */
export default defineCheck<Coming[]>({
  id: 'absent-speaks',
  title: 'Qui est absent ne prend pas la parole',
  explanation:
    'Un membre noté absent ou représenté à qui le compte rendu prête des propos est arrivé sans que ce soit dit, ou la liste est fausse : le quorum et les votes en dépendent.',
  severity: 'note',
  needs: ['la liste des absents ou des pouvoirs', 'des propos prêtés à l’un d’eux'],
  units: BY_FILE,
  gather: (look, file) => comings(look, file, 'speaker', ['absent', 'excused', 'proxy']),
  *find(speakers) {
    for (const { text, about, evidence_id, page, listed } of speakers) {
      if (listed.length === 0) continue;
      yield {
        message: `Les listes comptent ${about} parmi les absents ou représentés (${pages(listed.map((one) => one.page))}), mais «\u00a0${text}\u00a0» (${pages([page])}).`,
        evidence: [
          { id: evidence_id, role: 'said' },
          ...listed.map((one) => ({ id: one.evidence_id, role: 'contradicted by' })),
        ],
        data: { name: about, said: text },
      };
    }
  },
});
