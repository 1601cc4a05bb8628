import { defineCheck } from './check.js';
import { evidenceOf, failing, poorlyRead, type Stated } from './relations.js';
import { figure, money, pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

/** A price by a quantity, a base by a rate, that do not make what is printed. */
export default defineCheck<Stated[]>({
  id: 'product-fails',
  title: 'Le montant imprimé est le prix par la quantité, ou la base par le taux',
  explanation:
    'Un document qui donne un prix, une quantité et le montant, ou une base d’imposition, un taux et le produit attendu, se vérifie lui-même.',
  severity: 'warning',
  needs: ['un prix, une quantité et leur montant, ou une base, un taux et leur produit'],
  units: BY_DOCUMENT,
  gather: (look, document) =>
    failing(look, document, ({ kind, extractor }) => kind === 'product' && extractor !== 'arithmetic/taxes'),
  *find(relations) {
    for (const { statement, expected, observed, difference, tolerance, terms } of relations) {
      const factors = terms.filter(({ role }) => role !== 'total');
      yield {
        message: `Le montant imprimé est ${money(observed)}, mais ${factors.map(({ value, text }) => `${figure(value)}${text.includes('%') ? '\u00a0%' : ''}`).join(' × ')} font ${money(expected)} (${pages(terms.map(({ page }) => page))}).`,
        evidence: evidenceOf(terms),
        data: { statement, expected, observed, difference, tolerance },
        ...(poorlyRead(terms) ? { severity: 'note' as const } : {}),
      };
    }
  },
});
