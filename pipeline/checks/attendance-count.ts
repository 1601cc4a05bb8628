import { defineCheck } from './check.js';
import { evidenceOf, failing, type Stated } from './relations.js';
import { figure, pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

/** Present, represented, excused and absent do not make the members in office. */
export default defineCheck<Stated[]>({
  id: 'attendance-count',
  title: 'Présents, représentés, excusés et absents font les membres en exercice',
  explanation:
    'Chaque membre en exercice est présent, représenté, excusé ou absent : la somme des listes est le nombre de membres en exercice.',
  severity: 'note',
  needs: ['le nombre de membres en exercice', 'la liste des présents et celle des absents ou des pouvoirs'],
  units: BY_DOCUMENT,
  gather: (look, document) => failing(look, document, ({ extractor }) => extractor === 'arithmetic/attendance'),
  *find(relations) {
    for (const { statement, expected, observed, terms } of relations) {
      const parts = terms.filter(({ role }) => role === 'part').map(({ value }) => figure(value));
      yield {
        message: `Le document annonce ${figure(observed)} membres en exercice, mais ses listes en nomment ${figure(expected)} (${parts.join(' + ')}) (${pages(terms.map(({ page }) => page))}).`,
        evidence: evidenceOf(terms),
        data: { statement, expected, observed },
      };
    }
  },
});
