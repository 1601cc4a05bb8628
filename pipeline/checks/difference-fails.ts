import { Decimal } from 'decimal.js';
import { defineCheck } from './check.js';
import { evidenceOf, failing, type Stated } from './relations.js';
import { pages, teller } from './say.js';
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
    const told = new Set<string>();
    for (const { statement, expected, observed, difference, tolerance, terms } of relations) {
      const [result, base, taken] = terms;
      if (!result || !base) continue;
      // A balance is held against both feet of its table, which may err alike.
      const compared = `${result.evidence_id} ${base.value} ${taken?.value}`;
      if (told.has(compared)) continue;
      told.add(compared);
      const tell = teller(terms.map(({ text }) => text));
      const gap = new Decimal(difference).abs();
      const small = gap.lessThanOrEqualTo(new Decimal(tolerance).times(2)) || gap.lessThanOrEqualTo(1);
      yield {
        message: `${
          taken
            ? `Le document imprime ${tell(observed)}, mais ${tell(base.value)} moins ${tell(taken.value)} font ${tell(expected)}`
            : `Le document annonce un équilibre, mais imprime ${tell(observed)} et ${tell(base.value)}`
        } : l’écart est de ${tell(gap)} (${pages(terms.map(({ page }) => page))}).`,
        evidence: evidenceOf(terms),
        data: { statement, expected, observed, difference, tolerance },
        // Where arithmetic shows that a figure was misread, the document may well be right.
        ...(small || terms.some(({ misread }) => misread === 1) ? { severity: 'note' as const } : {}),
      };
    }
  },
});
