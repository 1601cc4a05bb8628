import { defineCheck } from './check.js';
import { money, pages } from './say.js';
import { BY_BENEFICIARY_AND_YEAR } from './units.js';

interface Voted {
  value: string;
  cents: number;
  name: string;
  payer: string | null;
  payer_id: string | null;
  year: number;
  kind: string;
  entity: string;
  issuer: string | null;
  evidence_id: string;
  page: number;
}

/** Above this sum a year, in cents, a grant to a private body needs an agreement (décret 2001-495, article 1). */
const THRESHOLD = 23_000_00;

/** A grant above 23 000 € for which the database holds no agreement. */
export default defineCheck<{ voted: Voted[]; conventions: number }>({
  id: 'grant-without-convention',
  title: 'Au-delà de 23 000 € par an, une convention accompagne la subvention',
  explanation:
    'L’autorité qui attribue plus de 23 000 € par an à un organisme privé conclut avec lui une convention (loi 2000-321, article 10 ; décret 2001-495, article 1). Elle peut exister sans être dans la base : c’est une remarque.',
  severity: 'note',
  needs: ['une subvention votée de plus de 23 000 €'],
  units: BY_BENEFICIARY_AND_YEAR,
  gather(look, unit) {
    const [beneficiary = '', year = ''] = unit.split(' ');
    const voted = look.all<Voted>(
      `select a.value, a.cents, a.beneficiary as name, a.payer, a.payer_id, ? as year, d.kind, n.kind as entity, i.name as issuer, a.evidence_id, e.page
       from amounts a join documents d on d.id = a.document_id join evidence e on e.id = a.evidence_id
       join entities n on n.id = a.beneficiary_id left join entities i on i.id = d.issuer_id
       where a.beneficiary_id = ? and coalesce(a.fiscal_year, d.year) = ? and a.nature = 'grant' and a.currency = 'EUR'
         and d.kind = 'deliberation' and n.kind in ('association', 'company') order by a.cents desc, a.id`,
      Number(year),
      beneficiary,
      Number(year),
    );
    if (voted.length === 0) return undefined;
    const conventions = look.one<{ n: number }>(
      `select count(*) as n from parties p join documents d on d.id = p.document_id
       where p.entity_id = ? and d.kind = 'convention' and (d.year is null or abs(d.year - ?) <= 3)`,
      beneficiary,
      Number(year),
    );
    return { voted, conventions: conventions?.n ?? 0 };
  },
  *find({ voted, conventions }) {
    if (conventions > 0) return;
    const payers = new Set<string>();
    for (const { value, cents, name, payer, payer_id, issuer, year, evidence_id, page } of voted) {
      if (cents <= THRESHOLD || payers.has(payer_id ?? '')) continue;
      if (isNamedAfter(name, payer) || isNamedAfter(name, issuer)) continue;
      payers.add(payer_id ?? '');
      yield {
        message: `${name} reçoit ${money(value)}${payer ? ` de ${payer}` : ''} pour ${year} (${pages([page])}), plus que les 23\u00a0000\u00a0€ au-delà desquels une convention est obligatoire ; la base n’en contient pas.`,
        evidence: [{ id: evidence_id, role: 'said' }],
        data: { beneficiary: name, payer, year, value },
      };
    }
  },
});

/** "Arval" beside "Ville d'Arval": a town grants nothing to itself, its name was read in the words around. */
const isNamedAfter = (name: string, other: string | null): boolean =>
  other !== null && ` ${words(other)} `.includes(` ${words(name)} `);

const words = (name: string): string => name.toLowerCase().replace(/[^\p{L}\d]+/gu, ' ');
