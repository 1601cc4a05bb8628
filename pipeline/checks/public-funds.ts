import { Decimal } from 'decimal.js';
import { defineCheck } from './check.js';
import { list, money, pages } from './say.js';
import { BY_BENEFICIARY_AND_YEAR } from './units.js';

interface Given {
  value: string;
  name: string;
  payer: string | null;
  year: number;
  evidence_id: string;
  page: number;
}

/** Above this sum of public grants a year, in euros, an association publishes its accounts (code de commerce, L612-4 and D612-5). */
const THRESHOLD = 153_000;

/** What all payers grant one association for one year. */
export default defineCheck<Given[]>({
  id: 'public-funds',
  title: 'Au-delà de 153 000 € de subventions publiques par an, une association publie ses comptes',
  explanation:
    'Le seuil s’apprécie toutes collectivités confondues : l’association nomme alors un commissaire aux comptes et publie ses comptes (code de commerce, L612-4 et D612-5). C’est une remarque.',
  severity: 'note',
  needs: ['des subventions votées à une association pour une année'],
  units: BY_BENEFICIARY_AND_YEAR,
  gather(look, unit) {
    const [beneficiary = '', year = ''] = unit.split(' ');
    const given = look.all<Given>(
      `select a.value, a.beneficiary as name, coalesce(d.issuer_id, a.payer_id) as payer, ? as year, a.evidence_id, e.page
       from amounts a join documents d on d.id = a.document_id join evidence e on e.id = a.evidence_id
       join entities n on n.id = a.beneficiary_id
       where a.beneficiary_id = ? and coalesce(a.fiscal_year, d.year) = ? and a.nature = 'grant' and a.currency = 'EUR'
         and a.approximation = 'exact' and d.kind = 'deliberation' and n.kind = 'association'
         and coalesce(d.issuer_id, a.payer_id) is not null and (a.payer_id is null or d.issuer_id is null or a.payer_id = d.issuer_id) order by a.cents desc, a.id`,
      Number(year),
      beneficiary,
      Number(year),
    );
    return given.length === 0 ? undefined : given;
  },
  *find(given) {
    // What each assembly votes itself, and of that the largest: the parts of a grant, and the grant told again, are in it.
    const largest = given.filter((one, i) => given.findIndex(({ payer }) => payer === one.payer) === i);
    const all = largest.reduce((sum, { value }) => sum.plus(value), new Decimal(0));
    if (all.lessThanOrEqualTo(THRESHOLD)) return;
    const { name, year } = largest[0]!;
    yield {
      message: `${name} reçoit au moins ${money(all)} de subventions pour ${year} (${list(largest.map(({ value, page }) => `${money(value)}, ${pages([page])}`))}), plus que les 153\u00a0000\u00a0€ au-delà desquels une association publie ses comptes.`,
      evidence: largest.map(({ evidence_id }) => ({ id: evidence_id, role: 'said' })),
      data: { beneficiary: name, year, total: all.toFixed(2) },
    };
  },
});
