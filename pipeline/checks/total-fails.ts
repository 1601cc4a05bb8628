import { Decimal } from 'decimal.js';
import { defineCheck, type Severity } from './check.js';
import { evidenceOf, failing, type Stated, type Term } from './relations.js';
import { pages, teller } from './say.js';
import { BY_DOCUMENT } from './units.js';

/** Sums that a document states and that its own figures do not make. */
export default defineCheck<Stated[]>({
  id: 'total-fails',
  title: 'Le total imprimé est la somme de ses parties',
  explanation:
    'Un document qui donne un total et son détail se vérifie lui-même : on refait l’addition avec les chiffres imprimés, en tenant compte de leurs arrondis.',
  severity: 'error',
  needs: ['une somme énoncée avec ses parties'],
  units: BY_DOCUMENT,
  gather: (look, document) =>
    failing(look, document, ({ kind, extractor }) => kind === 'sum' && extractor !== 'arithmetic/attendance'),
  *find(relations) {
    for (const { statement, expected, observed, difference, tolerance, extractor, terms } of relations) {
      const parts = terms.filter(({ role }) => role === 'part');
      const gap = new Decimal(difference).abs();
      const tell = teller(terms.map(({ text }) => text));
      yield {
        message: `${
          extractor === 'arithmetic/shares'
            ? `Les ${parts.length} parts d’un même tout (${shown(parts, tell)}) font ${tell(expected)} au lieu de ${tell(observed)}`
            : `Le total imprimé est ${tell(observed)}, mais ses ${parts.length} parties (${shown(parts, tell)}) font ${tell(expected)}`
        } : l’écart est de ${tell(gap).replace('%', gap.lessThan(2) ? 'point' : 'points')} (${pages(terms.map(({ page }) => page))}).`,
        evidence: evidenceOf(terms),
        data: { statement, expected, observed, difference, tolerance },
        severity: severityOf(terms, extractor, gap, new Decimal(observed), new Decimal(tolerance)),
      };
    }
  },
});

/** "1 200 + 800 - 50", with the cents that are printed. */
function shown(parts: readonly Term[], tell: (value: string) => string): string {
  const bare = parts.map(({ value }) => tell(value).replace(/\u00a0(?:[kM]?€|%)$/, ''));
  if (bare.length > 12) return `${bare[0]} + … + ${bare.at(-1)}`;
  return bare.join(' + ').replaceAll('+ -', '- ');
}

/** Shares and gaps that look like another way of counting are likely, not certain. */
function severityOf(
  terms: readonly Term[],
  extractor: string,
  gap: Decimal,
  observed: Decimal,
  tolerance: Decimal,
): Severity {
  if (gap.lessThanOrEqualTo(tolerance.times(2)) || (gap.lessThanOrEqualTo(1) && observed.abs().greaterThan(100))) {
    return 'note';
  }
  // Arithmetic shows which digit was misread: it is suggested there, and the document may well be right.
  if (terms.some(({ misread }) => misread === 1)) return 'note';
  if (terms.some(({ text }) => text.includes('%'))) return 'warning';
  // A result may leave out what the account tells elsewhere; who answers a poll may choose twice.
  if (extractor === 'arithmetic/results' || extractor === 'arithmetic/voices') return 'warning';
  return gap.greaterThan(observed.abs().times('0.3')) && !oneSlip(observed, gap) ? 'warning' : 'error';
}

/** A gap with one digit that counts (30 000, 900): what one wrong digit makes. */
const oneSlip = (observed: Decimal, gap: Decimal): boolean =>
  /^[1-9]0*$/.test(gap.toFixed().replace('.', '')) && gap.lessThan(observed.abs().times(10));
