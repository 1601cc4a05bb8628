import { Decimal } from 'decimal.js';
import { defineCheck } from './check.js';
import { evidenceOf, failing, type Stated } from './relations.js';
import { figure, list, pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

/** Differences, results and balances that the figures beside them do not make. */
export default defineCheck<Stated[]>({
  id: 'difference-fails',
  title: 'La différence imprimée est celle des chiffres : résultat, variation, équilibre',
  explanation:
    'Recettes moins dépenses font le résultat, cette année moins l’année passée font la variation, et une section équilibrée a le même total partout où il est imprimé.',
  severity: 'warning',
  needs: ['une différence énoncée avec ses deux termes'],
  units: BY_DOCUMENT,
  gather: (look, document) => failing(look, document, ({ kind }) => kind === 'difference'),
  *find(relations) {
    for (const { statement, expected, observed, difference, tolerance, terms } of relations) {
      const [result, ...others] = terms;
      if (!result) continue;
      const gap = new Decimal(difference).abs();
      const small = gap.lessThanOrEqualTo(new Decimal(tolerance).times(2)) || gap.lessThanOrEqualTo(1);
      yield {
        message: `Le document imprime ${figure(observed)} ; avec les autres chiffres qu’il donne (${list(others.map(({ value }) => figure(value)))}), on attend ${figure(expected)} : l’écart est de ${figure(gap)} (${pages(terms.map(({ page }) => page))}).`,
        evidence: evidenceOf(terms),
        data: { statement, expected, observed, difference, tolerance },
        // Where arithmetic shows that a figure was misread, the document may well be right.
        ...(small || terms.some(({ misread }) => misread === 1) ? { severity: 'note' as const } : {}),
      };
    }
  },
});
