import { Decimal } from 'decimal.js';
import { defineCheck } from './check.js';
import { evidenceOf, failing, type Stated, termOf } from './relations.js';
import { figure, list, pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

/** Percentages, variations and averages that the figures beside them do not make. */
export default defineCheck<Stated[]>({
  id: 'percentage-fails',
  title: 'Le pourcentage imprimé est celui que donnent les chiffres',
  explanation:
    'Un taux ou une évolution imprimés à côté de leurs deux chiffres se recalculent ; seul l’arrondi des chiffres imprimés peut expliquer un écart.',
  severity: 'warning',
  needs: ['un pourcentage, une évolution ou une moyenne avec les chiffres qui les donnent'],
  units: BY_DOCUMENT,
  gather: (look, document) => failing(look, document, ({ kind }) => kind === 'percentage' || kind === 'ratio'),
  *find(relations) {
    for (const { kind, statement, expected, observed, difference, tolerance, terms } of relations) {
      const rate = termOf(terms, 'rate');
      const others = terms.filter((term) => term !== rate).map(({ value }) => figure(value));
      const computed = figure(new Decimal(expected).toDecimalPlaces(2));
      const unit = kind === 'percentage' && /%$/.test(statement) && !/×/.test(statement) ? '\u00a0%' : '';
      // A figure that was cut instead of rounded is off by less than one unit of its last digit.
      const slack = new Decimal(difference).abs().lessThan(new Decimal(tolerance).times(2));
      yield {
        message: `Le document imprime ${figure(observed)}${unit} ; les chiffres qu’il donne (${list(others)}) font ${computed}${unit} (${pages(terms.map(({ page }) => page))}).`,
        evidence: evidenceOf(terms),
        data: { statement, expected, observed, difference, tolerance },
        ...(slack ? { severity: 'note' as const } : {}),
      };
    }
  },
});
