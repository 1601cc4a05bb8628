import { defineCheck } from './check.js';
import { evidenceOf, failing, poorlyRead, type Stated, termOf } from './relations.js';
import { figure, pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

/** Sums by head and years of debt that the figures beside them do not make. */
export default defineCheck<Stated[]>({
  id: 'ratio-fails',
  title: 'Un montant par habitant ou une capacité de désendettement se recalcule',
  explanation:
    'Un ratio imprimé avec les deux chiffres qu’il rapporte l’un à l’autre se vérifie, aux arrondis près. La population retenue peut être une autre que celle qui est imprimée : c’est une alerte, pas une erreur.',
  severity: 'warning',
  needs: ['un ratio, et les deux chiffres qui le donnent'],
  units: BY_DOCUMENT,
  gather: (look, document) => failing(look, document, ({ kind }) => kind === 'ratio'),
  *find(relations) {
    for (const { statement, expected, observed, difference, tolerance, terms } of relations) {
      const [part, base] = ['part', 'base'].map((role) => termOf(terms, role)?.text.replace(/\s+/g, ' ').trim());
      yield {
        message: `${part} rapportés à ${base} font ${figure(Number(expected).toFixed(2))}, mais le document imprime ${figure(observed)} (${pages(terms.map(({ page }) => page))}).`,
        evidence: evidenceOf(terms),
        data: { statement, expected, observed, difference, tolerance },
        ...(poorlyRead(terms) ? { severity: 'note' as const } : {}),
      };
    }
  },
});
