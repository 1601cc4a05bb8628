import { plain } from '../../extractors/acts/plain.js';
import { defineCheck } from './check.js';
import { money, pages } from './say.js';
import { BY_FILE } from './units.js';

interface Said {
  value: string;
  evidence_id: string;
  page: number;
  start: number;
  end: number;
  legibility: number;
  /** It takes part in arithmetic that holds. */
  confirmed: boolean;
  before: string;
  after: string;
}

/** The same sum said twice, one digit apart. */
export default defineCheck<Said[]>({
  id: 'amount-stated-twice',
  title: 'Un même montant est le même partout où il est repris',
  explanation:
    'Deux montants qui ne diffèrent que d’un chiffre, ou de deux chiffres intervertis, sous les mêmes mots, sont d’ordinaire un seul montant mal recopié.',
  severity: 'warning',
  needs: ['deux montants qui diffèrent d’un chiffre, sous les mêmes mots'],
  units: BY_FILE,
  gather(look, file) {
    const said = look.all<Omit<Said, 'confirmed'>>(
      `select a.value, a.evidence_id, e.page, e.start, e.end, e.legibility,
         substr(p.text, max(1, e.start - 110), min(110, e.start)) as before, substr(p.text, e.end + 1, 40) as after
       from amounts a join evidence e on e.id = a.evidence_id join documents d on d.id = a.document_id
       join pages p on p.file_id = d.file_id and p.number = e.page
       where d.file_id = ? and a.currency = 'EUR' and abs(a.cents) >= 1000000 and a.approximation = 'exact' order by e.page, e.start`,
      file,
    );
    if (said.length < 2 || said.length > 1500) return undefined;
    const terms = look.all<{ page: number; start: number; end: number }>(
      `select e.page, e.start, e.end from documents d join relations r on r.document_id = d.id and r.holds = 1
       join relation_terms t on t.relation_id = r.id join evidence e on e.id = t.evidence_id where d.file_id = ?`,
      file,
    );
    // As `confirmed_amounts` has it, which looks at all terms for each amount. A sign or a unit may be inside the one and
    // outside the other.
    const edges = new Set(terms.flatMap(({ page, start, end }) => [`${page} from ${start}`, `${page} to ${end}`]));
    return said.map((one) => ({
      ...one,
      confirmed: edges.has(`${one.page} from ${one.start}`) || edges.has(`${one.page} to ${one.end}`),
    }));
  },
  *find(said) {
    const candidates = said.filter(({ value }) => digits(value).replace(/0+$/, '').length >= 4);
    const counts = new Map<string, number>();
    for (const { value } of said) counts.set(value, (counts.get(value) ?? 0) + 1);
    const buckets = new Map<string, Said[]>();
    for (const one of candidates) {
      for (const key of near(digits(one.value))) {
        const bucket = buckets.get(key);
        if (bucket) bucket.push(one);
        else buckets.set(key, [one]);
      }
    }
    const seen = new Set<string>();
    for (const bucket of buckets.values()) {
      for (let i = 0; i < bucket.length; i += 1) {
        for (let j = i + 1; j < bucket.length; j += 1) {
          const [a, b] = [bucket[i]!, bucket[j]!];
          if (digits(a.value) === digits(b.value) || a.value.startsWith('-') !== b.value.startsWith('-')) continue;
          // Each is what its own sum asks for.
          if (a.confirmed && b.confirmed) continue;
          if (a.page === b.page && Math.abs(a.start - b.start) < 120) continue;
          const pair = [a.value, b.value].toSorted().join();
          if (seen.has(pair) || shared(a, b) < 3) continue;
          seen.add(pair);
          yield {
            message: `Le document écrit ${money(a.value)} (${pages([a.page])}) et ${money(b.value)} (${pages([b.page])}) sous les mêmes mots («\u00a0${words(
              a,
            )
              .filter((word) => words(b).includes(word))
              .slice(0, 4)
              .join(', ')}\u00a0») : un chiffre les sépare.`,
            evidence: [
              { id: a.evidence_id, role: 'said' },
              { id: b.evidence_id, role: 'contradicted by' },
            ],
            data: { values: [a.value, b.value] },
            ...(a.legibility < 0.9 || b.legibility < 0.9 ? { severity: 'note' as const } : {}),
          };
        }
      }
    }
  },
});

const digits = (value: string): string => value.replace(/\.00$/, '').replace(/\D/g, '');

/** Keys that two figures share when one digit, or two neighbours in turn, set them apart. */
function near(figure: string): string[] {
  const keys: string[] = [];
  for (let i = 0; i < figure.length; i += 1) {
    keys.push(`${figure.slice(0, i)}_${figure.slice(i + 1)}`);
    if (i + 1 < figure.length && figure[i] !== figure[i + 1]) {
      const pair = [figure[i]!, figure[i + 1]!].toSorted().join('');
      keys.push(`${figure.slice(0, i)}(${pair})${figure.slice(i + 2)}`);
    }
  }
  return keys;
}

/** Of a table, the row; of running text, the paragraph so far, since the amount before. */
function ownLine(before: string): string {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return line.includes('\t')
    ? line
    : before
        .slice(before.lastIndexOf('\n\n') + 1)
        .split(AMOUNT)
        .at(-1)!;
}

const AMOUNT = /\d(?:,\d\d|[ \u00a0]?(?:€|euros))/u;

const COMMON = new Set('euros montant somme subvention total pour dont dans avec cette sont budget section'.split(' '));

/** The words around an amount that say what it is; codes of three digits are words too. */
const words = ({ before, after }: Said): string[] => [
  ...new Set(
    plain(`${ownLine(before)} ${after.split('\n')[0]}`)
      .split(/[^a-z0-9]+/)
      .filter((word) => (word.length >= 5 || /^\d{3}$/.test(word)) && !/^\d{4,}$/.test(word) && !COMMON.has(word))
      .map((word) => (/^\d/.test(word) ? word : word.slice(0, 6))),
  ),
];

const shared = (a: Said, b: Said): number => {
  const other = new Set(words(b));
  return words(a).filter((word) => other.has(word)).length;
};
