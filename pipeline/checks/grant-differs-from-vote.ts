import { fileOf } from '../store/ids.js';
import { defineCheck } from './check.js';
import { list, money, pages } from './say.js';
import { BY_BENEFICIARY_AND_YEAR, numberKey } from './units.js';

interface Given {
  document_id: string;
  kind: string;
  reference: string | null;
  parent_id: string | null;
  value: string;
  evidence_id: string;
  page: number;
  name: string;
  year: number;
}
interface Facts {
  given: Given[];
  /** The numbers that each convention cites, folded. */
  cites: ReadonlyMap<string, ReadonlySet<string>>;
  /** Every amount that each deliberation prints, in whatever role. */
  printed: ReadonlyMap<string, ReadonlySet<number>>;
}

/** The agreement does not carry the grant that was voted. */
export default defineCheck<Facts>({
  id: 'grant-differs-from-vote',
  title: 'Le montant de la convention est celui qui a été voté',
  explanation:
    'La convention met en œuvre une délibération : elle ne peut porter un autre montant que celui que l’assemblée a accordé (loi 2000-321, article 10 ; décret 2001-495).',
  severity: 'error',
  needs: [
    'une subvention votée',
    'la convention du même bénéficiaire pour la même année, qui cite la délibération ou lui est annexée',
  ],
  units: BY_BENEFICIARY_AND_YEAR,
  gather(look, unit) {
    const [beneficiary = '', year = ''] = unit.split(' ');
    const given = look.all<Given>(
      `select a.document_id, d.kind, d.reference, d.parent_id, a.value, a.evidence_id, e.page, a.beneficiary as name, ? as year
       from amounts a join documents d on d.id = a.document_id join evidence e on e.id = a.evidence_id
       where a.beneficiary_id = ? and coalesce(a.fiscal_year, d.year) = ? and a.nature in ('grant', 'total')
         and a.currency = 'EUR' and d.kind in ('deliberation', 'convention') order by a.document_id, e.page, e.start`,
      Number(year),
      beneficiary,
      Number(year),
    );
    const conventions = new Set(
      given.filter(({ kind }) => kind === 'convention').map(({ document_id }) => document_id),
    );
    if (conventions.size === 0 || given.every(({ kind }) => kind === 'convention')) return undefined;
    const cites = new Map<string, Set<string>>();
    for (const document of conventions) {
      const numbers = look.all<{ number: string }>(
        'select number from citations where document_id = ? and number is not null',
        document,
      );
      cites.set(document, new Set(numbers.map(({ number }) => numberKey(number))));
    }
    const printed = new Map<string, Set<number>>();
    for (const { kind, document_id } of given) {
      if (kind !== 'deliberation' || printed.has(document_id)) continue;
      const values = look.all<{ value: string }>(
        'select distinct value from amounts where document_id = ?',
        document_id,
      );
      printed.set(document_id, new Set(values.map(({ value }) => Number(value))));
    }
    return { given, cites, printed };
  },
  *find({ given, cites, printed }) {
    for (const [convention, numbers] of cites) {
      const agreed = given.filter(({ document_id }) => document_id === convention);
      const votes = given.filter(
        ({ kind, document_id, reference }) =>
          kind === 'deliberation' &&
          ((reference !== null && numbers.has(numberKey(reference))) || fileOf(document_id) === fileOf(convention)),
      );
      if (votes.length === 0) continue;
      if (agreed.some((one) => votes.some((vote) => printed.get(vote.document_id)?.has(Number(one.value))))) continue;
      const [grant] = agreed;
      const vote = votes[0]!;
      const cited = votes.some(({ reference }) => reference !== null && numbers.has(numberKey(reference)));
      const distinct = [...new Map(votes.map((one) => [one.value, one])).values()];
      yield {
        message: `La convention accorde ${money(grant!.value)} à ${grant!.name} pour ${grant!.year} (${pages([grant!.page])}), mais la délibération${vote.reference ? ` ${vote.reference}` : ''} a voté ${list(distinct.map(({ value }) => money(value)))} (${pages(distinct.map(({ page }) => page))}).`,
        evidence: [
          { id: grant!.evidence_id, role: 'said' },
          ...distinct.map(({ evidence_id }) => ({ id: evidence_id, role: 'contradicted by' })),
        ],
        data: {
          convention: grant!.value,
          voted: distinct.map(({ value }) => value),
          beneficiary: grant!.name,
          year: grant!.year,
        },
        ...(cited && agreed.length === 1 && distinct.length === 1 ? {} : { severity: 'warning' as const }),
      };
    }
  },
});
