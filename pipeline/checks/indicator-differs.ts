import { fileOf } from '../store/ids.js';
import { defineCheck } from './check.js';
import { figure, pages } from './say.js';
import { BY_INDICATOR } from './units.js';

interface Measured {
  document_id: string;
  label: string;
  unit: string | null;
  period: string;
  value: string;
  title: string | null;
  evidence_id: string;
  page: number;
}

/** Two documents give one indicator two values for one period. */
export default defineCheck<Measured[]>({
  id: 'indicator-differs',
  title: 'Un indicateur a la même valeur dans tous les documents, pour la même période',
  explanation:
    'Le rapport d’activité, le bilan et la délibération qui les reprend parlent des mêmes chiffres : deux valeurs pour un indicateur et une période ne peuvent être vraies toutes deux.',
  severity: 'warning',
  needs: ['le même indicateur, du même organisme et pour la même période, dans deux documents'],
  units: BY_INDICATOR,
  gather(look, unit) {
    const [issuer = '', ...rest] = unit.split(' ');
    const period = rest.at(-1) ?? '';
    const key = rest.slice(0, -1).join(' ');
    const measured = look.all<Measured>(
      `select i.document_id, i.label, i.unit, i.period, i.value, d.title, i.evidence_id, e.page
       from indicators i join documents d on d.id = i.document_id join evidence e on e.id = i.evidence_id
       where i.key = ? and i.period = ? and d.issuer_id = ? and i.qualifier = 'actual' and i.approximation = 'exact' and i.value_max is null
       order by i.document_id, e.page, e.start`,
      key,
      period,
      issuer,
    );
    return new Set(measured.map(({ document_id }) => fileOf(document_id))).size < 2 ? undefined : measured;
  },
  *find(measured) {
    // An indicator that one document gives several times, by place or by public, is no single figure.
    const single = measured.filter((one) =>
      measured.every((other) => other.document_id !== one.document_id || other.value === one.value),
    );
    const [first, ...others] = single;
    const other =
      first &&
      others.find(
        ({ value, document_id }) =>
          Number(value) !== Number(first.value) && fileOf(document_id) !== fileOf(first.document_id),
      );
    if (!first || !other) return;
    yield {
      message: `«\u00a0${first.label}\u00a0» vaut ${figure(first.value)} pour ${first.period} dans «\u00a0${first.title ?? first.document_id}\u00a0» (${pages([first.page])}) et ${figure(other.value)} dans «\u00a0${other.title ?? other.document_id}\u00a0» (${pages([other.page])}).`,
      evidence: [
        { id: first.evidence_id, role: 'said' },
        { id: other.evidence_id, role: 'contradicted by' },
      ],
      data: { label: first.label, period: first.period, values: [first.value, other.value] },
    };
  },
});
