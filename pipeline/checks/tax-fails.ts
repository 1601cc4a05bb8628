import { Decimal } from 'decimal.js';
import { defineCheck } from './check.js';
import { evidenceOf, failing, poorlyRead, type Stated, termOf } from './relations.js';
import { money, pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

/** A price without and with VAT that no rate of VAT ties together. */
export default defineCheck<Stated[]>({
  id: 'tax-fails',
  title: 'Le prix TTC est le prix HT augmenté de la TVA',
  explanation:
    'Entre un prix hors taxes et le même prix toutes taxes comprises, il y a un taux légal de TVA (code général des impôts, articles 278 à 281 nonies et 294 à 297) : aucun ne donne ces deux montants.',
  severity: 'error',
  needs: ['un prix HT et le même prix TTC, côte à côte'],
  units: BY_DOCUMENT,
  gather: (look, document) => failing(look, document, ({ extractor }) => extractor === 'arithmetic/taxes'),
  *find(relations) {
    for (const { statement, expected, observed, difference, tolerance, terms } of relations) {
      const [result, base] = [termOf(terms, 'result'), termOf(terms, 'base')];
      if (!result || !base) continue;
      const other = new Decimal(result.value).div('1.2').toDecimalPlaces(2);
      yield {
        message: `${money(base.value)} HT font ${money(expected)} TTC à 20\u00a0%, mais le document imprime ${money(observed)} TTC, qui correspondent à ${money(other)} HT (${pages(terms.map(({ page }) => page))}).`,
        evidence: evidenceOf(terms),
        data: { statement, expected, observed, difference, tolerance },
        ...(poorlyRead(terms) ? { severity: 'warning' as const } : {}),
      };
    }
  },
});
