import { type EntityKind, isPublicBody } from '../../models/records.js';
import { defineCheck } from './check.js';
import { money, pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

interface Charged {
  value: string;
  account: string;
  name: string;
  entity: EntityKind;
  evidence_id: string;
  page: number;
}

/** A grant charged to the account of another kind of body. */
export default defineCheck<Charged[]>({
  id: 'account',
  title: 'Le compte d’imputation est celui du genre de bénéficiaire',
  explanation:
    'Dans les nomenclatures M14 et M57, les subventions de fonctionnement aux personnes de droit privé sont au compte 6574, celles aux organismes publics au compte 6573.',
  severity: 'note',
  needs: ['une subvention avec son compte et son bénéficiaire'],
  units: BY_DOCUMENT,
  gather(look, document) {
    const charged = look.all<Charged>(
      `select a.value, a.account, a.beneficiary as name, n.kind as entity, a.evidence_id, e.page
       from amounts a join evidence e on e.id = a.evidence_id join entities n on n.id = a.beneficiary_id
       where a.document_id = ? and (a.account like '6573%' or a.account like '6574%') order by e.page, e.start, a.id`,
      document,
    );
    return charged.length === 0 ? undefined : charged;
  },
  *find(charged) {
    for (const { value, account, name, entity, evidence_id, page } of charged) {
      const toPrivate = account.startsWith('6574');
      if (toPrivate ? !isPublicBody(entity) : entity !== 'association' && entity !== 'company') continue;
      yield {
        message: `${money(value)} pour ${name} sont imputés au compte ${account} (${pages([page])}), celui des subventions aux ${toPrivate ? 'personnes de droit privé' : 'organismes publics'}.`,
        evidence: [{ id: evidence_id, role: 'said' }],
        data: { account, beneficiary: name, kind: entity, value },
      };
    }
  },
});
