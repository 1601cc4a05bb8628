import { Decimal } from 'decimal.js';
import { defineCheck } from './check.js';
import { evidenceOf, failing, type Stated, type Term, termOf } from './relations.js';
import { figure, money, pages } from './say.js';
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
  gather: (look, document) => failing(look, document, ({ kind }) => kind === 'percentage'),
  *find(relations) {
    for (const { statement, expected, observed, difference, tolerance, terms } of relations) {
      // A figure that was cut instead of rounded is off by less than one unit of its last digit.
      const slack = new Decimal(difference).abs().lessThan(new Decimal(tolerance).times(2));
      yield {
        message: `${sentence(new Decimal(expected), observed, terms)} (${pages(terms.map(({ page }) => page))}).`,
        evidence: evidenceOf(terms),
        data: { statement, expected, observed, difference, tolerance },
        ...(slack ? { severity: 'note' as const } : {}),
      };
    }
  },
});

/** What was computed of what, with the figures as they are printed. */
function sentence(expected: Decimal, observed: string, terms: readonly Term[]): string {
  const [rate, part, total, base, result] = ['rate', 'part', 'total', 'base', 'result'].map((role) => {
    const term = termOf(terms, role);
    return term?.text.replace(/\s+/g, ' ').trim();
  });
  if (terms[0]?.role === 'result' && rate !== undefined)
    return `${rate} de ${base} font ${money(expected)}, mais le document imprime ${result}`;
  const made = `${figure(expected.toDecimalPlaces(2))}\u00a0%, mais le document imprime ${figure(observed)}\u00a0%`;
  if (base !== undefined) return `De ${base} à ${result}, l’évolution est de ${made}`;
  if (result !== undefined) return `Une variation de ${part} qui mène à ${result} est de ${made}`;
  return `${part} sur ${total} font ${made}`;
}
