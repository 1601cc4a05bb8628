import { Decimal } from 'decimal.js';
import { defineCheck } from './check.js';
import { figure, pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

interface Counted {
  value: string;
  unit: string;
  label: string;
  evidence_id: string;
  page: number;
  start: number;
  /** What is printed around it. */
  around: string;
}

interface Average {
  readonly said: Counted;
  readonly all: Counted;
  readonly among: Counted;
}

/** Totals stand near the average that they make. */
const PAGES = 2;
/** An average is rounded, and may leave some out. */
const SLACK = 0.25;

/** An average that the two totals printed with it do not make. */
export default defineCheck<Average[]>({
  id: 'average',
  title: 'Une moyenne est le rapport des deux totaux donnés avec elle',
  explanation:
    'Un bilan qui donne une moyenne par personne, le total et le nombre de personnes se vérifie lui-même. Les totaux peuvent ne pas compter les mêmes cas que la moyenne : c’est une remarque.',
  severity: 'note',
  needs: ['une moyenne par personne', 'le total de ce qui est compté', 'le nombre de personnes'],
  units: BY_DOCUMENT,
  gather(look, document) {
    const counted = look.all<Counted>(
      `select i.value, i.unit, i.label, i.evidence_id, e.page, e.start,
         substr(p.text, max(1, e.start - 90), 230) as around
       from indicators i join evidence e on e.id = i.evidence_id join documents d on d.id = i.document_id
       join pages p on p.file_id = d.file_id and p.number = e.page
       where i.document_id = ? and i.value is not null and i.unit is not null and i.label is not null
       order by e.page, e.start, i.id`,
      document,
    );
    const averages = counted
      .filter(({ label }) => /\ben moyenne\b/i.test(label))
      .flatMap((said) => averageOf(said, counted));
    return averages.length === 0 ? undefined : averages;
  },
  *find(averages) {
    for (const { said, all, among } of averages) {
      const made = new Decimal(all.value).div(among.value);
      if (
        made
          .minus(said.value)
          .abs()
          .lessThanOrEqualTo(Decimal.max(SLACK, new Decimal(said.value).times(SLACK)))
      )
        continue;
      yield {
        message: `Le document annonce ${figure(said.value)} ${said.unit} en moyenne par personne (${pages([said.page])}), mais ${figure(all.value)} ${all.label} pour ${figure(among.value)} ${among.label} (${pages([all.page, among.page])}) en font ${figure(made.toDecimalPlaces(1))}.`,
        evidence: [
          { id: said.evidence_id, role: 'said' },
          { id: all.evidence_id, role: 'contradicted by' },
          { id: among.evidence_id, role: 'contradicted by' },
        ],
        data: { said: said.value, all: all.value, among: among.value },
      };
    }
  },
});

/** The one total of what is averaged, and the number of people printed nearest to it. */
function averageOf(said: Counted, counted: readonly Counted[]): Average[] {
  const person = /\b(?:chaque|par) (\p{L}{4,})/iu.exec(said.around)?.[1];
  if (person === undefined) return [];
  const near = counted.filter(
    (one) => one !== said && Math.abs(one.page - said.page) <= PAGES && Number(one.value) > 0,
  );
  const [all, another] = near.filter(({ unit }) => stem(unit.split(' ')[0]!) === stem(said.unit.split(' ')[0]!));
  if (!all || another || Number(all.value) <= Number(said.value)) return [];
  const apart = (one: Counted): number => Math.abs((one.page - all.page) * 100_000 + one.start - all.start);
  const [among] = near
    .filter(({ unit }) => stem(unit.split(' ')[0]!) === stem(person))
    .toSorted((a, b) => apart(a) - apart(b));
  return among ? [{ said, all, among }] : [];
}

const stem = (word: string): string => word.toLowerCase().replace(/[sx]$/, '');
