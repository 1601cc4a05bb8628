import { Decimal } from 'decimal.js';
import { defineCheck, type Severity } from './check.js';
import { figure, pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

interface Term {
  role: string;
  value: string;
  evidence_id: string;
  page: number;
  text: string;
  legibility: number;
  extractor: string;
}
interface Failing {
  kind: string;
  statement: string;
  expected: string;
  observed: string;
  difference: string;
  tolerance: string;
  terms: Term[];
}

/** Sums that a document states and that its own figures do not make. */
export default defineCheck<Failing[]>({
  id: 'total-fails',
  title: 'Le total imprimé est la somme de ses parties',
  explanation:
    'Un document qui donne un total et son détail se vérifie lui-même : on refait l’addition avec les chiffres imprimés, en tenant compte de leurs arrondis.',
  severity: 'error',
  needs: ['une somme énoncée avec ses parties'],
  units: BY_DOCUMENT,
  gather(look, document) {
    const relations = look.all<Failing & { id: string; holds: number }>(
      `select id, kind, statement, holds, expected, observed, difference, tolerance from relations where document_id = ? and kind = 'sum' order by id`,
      document,
    );
    if (relations.length === 0) return undefined;
    return relations
      .filter(({ holds }) => holds === 0)
      .map((relation) => ({
        ...relation,
        terms: look.all<Term>(
          `select t.role, t.value, t.evidence_id, e.page, e.text, e.legibility, e.extractor from relation_terms t join evidence e on e.id = t.evidence_id
           where t.relation_id = ? order by t.position`,
          relation.id,
        ),
      }));
  },
  *find(relations) {
    for (const { statement, expected, observed, difference, tolerance, terms } of relations) {
      const parts = terms.filter(({ role }) => role === 'part');
      const gap = new Decimal(difference).abs();
      yield {
        message: `Le total imprimé est ${figure(observed)}, mais ses ${parts.length} parties (${shown(parts)}) font ${figure(expected)} : l’écart est de ${figure(gap)} (${pages(terms.map(({ page }) => page))}).`,
        evidence: terms.map(({ evidence_id, role }) => ({ id: evidence_id, role })),
        data: { statement, expected, observed, difference, tolerance },
        severity: severityOf(terms, gap, new Decimal(observed), new Decimal(tolerance)),
      };
    }
  },
});

const shown = (parts: readonly Term[]): string =>
  parts.length <= 12
    ? parts
        .map(({ value }, index) => (index === 0 || value.startsWith('-') ? figure(value) : `+ ${figure(value)}`))
        .join(' ')
    : `${figure(parts[0]!.value)} + … + ${figure(parts.at(-1)!.value)}`;

/** Doubtful reading, shares and gaps that look like another way of counting are likely, not certain. */
function severityOf(terms: readonly Term[], gap: Decimal, observed: Decimal, tolerance: Decimal): Severity {
  if (gap.lessThanOrEqualTo(tolerance.times(2)) || (gap.lessThanOrEqualTo(1) && observed.abs().greaterThan(100)))
    return 'note';
  if (terms.some(({ legibility }) => legibility < 0.9)) return 'warning';
  if (terms.some(({ text }) => text.includes('%'))) return 'warning';
  return gap.greaterThan(observed.abs().times('0.3')) && !oneSlip(observed, gap) ? 'warning' : 'error';
}

/** A gap with one digit that counts (30 000, 900): what one wrong digit makes. */
const oneSlip = (observed: Decimal, gap: Decimal): boolean =>
  /^[1-9]0*$/.test(gap.toFixed().replace('.', '')) && gap.lessThan(observed.abs().times(10));
