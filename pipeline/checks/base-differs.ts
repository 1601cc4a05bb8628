import { Decimal } from 'decimal.js';
import { fileOf } from '../store/ids.js';
import { defineCheck } from './check.js';
import { figure, pages } from './say.js';
import { BY_INDICATOR_AND_BASE } from './units.js';

interface Measured {
  document_id: string;
  label: string;
  value: string;
  delta: string | null;
  delta_base: string | null;
  period: string;
  evidence_id: string;
  page: number;
}

/** What a report says has changed since last year, against what last year's report said. */
export default defineCheck<{ changed: Measured[]; bases: Measured[] }>({
  id: 'base-differs',
  title: 'L’évolution part du chiffre publié l’année précédente',
  explanation:
    'Un chiffre et son évolution donnent celui dont on part : s’il n’est pas celui du rapport de l’année précédente, l’un des deux a été corrigé, ou le périmètre a changé.',
  severity: 'warning',
  needs: ['un indicateur avec son évolution', 'le même indicateur dans le document de l’année de départ'],
  units: BY_INDICATOR_AND_BASE,
  gather(look, unit) {
    const [issuer = '', ...rest] = unit.split(' ');
    const period = rest.at(-1) ?? '';
    const key = rest.slice(0, -1).join(' ');
    const from = `select i.document_id, i.label, i.value, i.delta, i.delta_base, i.period, i.evidence_id, e.page
      from indicators i join documents d on d.id = i.document_id join evidence e on e.id = i.evidence_id
      where i.key = ? and d.issuer_id = ? and i.qualifier = 'actual' and i.approximation = 'exact' and i.value_max is null`;
    const order = 'order by i.document_id, e.page, e.start';
    const changed = look.all<Measured>(
      `${from} and i.delta_base = ? and i.delta is not null and i.period is not null ${order}`,
      key,
      issuer,
      period,
    );
    if (changed.length === 0) return undefined;
    const bases = look.all<Measured>(`${from} and i.period = ? ${order}`, key, issuer, period);
    return bases.length === 0 ? undefined : { changed, bases };
  },
  *find({ changed, bases }) {
    // A figure that its document gives several times, by place or by public, starts from several figures.
    const single = (all: readonly Measured[]): Measured[] =>
      all.filter((one) =>
        all.every(({ document_id, value }) => document_id !== one.document_id || value === one.value),
      );
    for (const now of single(changed)) {
      const base = single(bases).find(({ document_id }) => fileOf(document_id) !== fileOf(now.document_id));
      const start = base && startOf(now);
      if (!base || !start || start.value.minus(base.value).abs().lessThanOrEqualTo(start.slack)) continue;
      yield {
        message: `«\u00a0${now.label}\u00a0» : ${figure(now.value)} pour ${now.period}, soit ${now.delta} depuis ${now.delta_base} (${pages([now.page])}), part de ${figure(start.value.toDecimalPlaces(0))} ; le document de ${now.delta_base} donnait ${figure(base.value)} (${pages([base.page])}).`,
        evidence: [
          { id: now.evidence_id, role: 'said' },
          { id: base.evidence_id, role: 'contradicted by' },
        ],
        data: { label: now.label, value: now.value, delta: now.delta, base: base.value },
      };
      return;
    }
  },
});

/** The figure that a change starts from, and how far the rounding of a percentage may lead from it. */
function startOf({ value, delta }: Measured): { value: Decimal; slack: Decimal } | undefined {
  const match = /^([+-]\d+(?:\.(\d+))?)(%?)$/.exec(delta ?? '');
  if (!match || !/^-?\d+(?:\.\d+)?$/.test(value)) return undefined;
  const [, change = '0', decimals = '', percent = ''] = match;
  if (percent === '') return { value: new Decimal(value).minus(change), slack: new Decimal(0) };
  const rate = new Decimal(change).div(100).plus(1);
  if (rate.lessThanOrEqualTo('0.05')) return undefined;
  const start = new Decimal(value).div(rate);
  // Cut percentages are off by less than one unit of their last digit; what is counted by less than one.
  return {
    value: start,
    slack: start
      .times(new Decimal(10).pow(-2 - decimals.length))
      .div(rate)
      .plus(1),
  };
}
