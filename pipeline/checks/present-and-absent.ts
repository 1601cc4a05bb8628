import { defineCheck } from './check.js';
import { list, pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

interface Attended {
  name: string;
  status: string;
  evidence_id: string;
  page: number;
  legibility: number;
}

const SAID: Readonly<Record<string, string>> = {
  present: '«\u00a0Présents\u00a0»',
  proxy: 'ceux qui ont donné pouvoir',
  excused: '«\u00a0Excusés\u00a0»',
  absent: '«\u00a0Absents\u00a0»',
};

/** Somebody who is present and absent at once. */
export default defineCheck<Attended[]>({
  id: 'present-and-absent',
  title: 'Nul n’est à la fois présent et représenté ou absent',
  explanation:
    'Qui donne pouvoir n’est pas là : le compter parmi les présents fausse le quorum (CGCT, L2121-17 et L2121-20).',
  severity: 'warning',
  needs: ['la liste des présents et celle des absents ou des pouvoirs'],
  units: BY_DOCUMENT,
  gather(look, document) {
    const attended = look.all<Attended>(
      `select a.name, a.status, a.evidence_id, e.page, e.legibility from attendances a join evidence e on e.id = a.evidence_id
       where a.document_id = ? and a.status in ('present', 'proxy', 'excused', 'absent') order by e.page, e.start, a.id`,
      document,
    );
    return new Set(attended.map(({ status }) => status)).size < 2 ? undefined : attended;
  },
  *find(attended) {
    const present = new Map(attended.filter(({ status }) => status === 'present').map((one) => [fold(one.name), one]));
    for (const one of attended) {
      if (one.status === 'present') continue;
      const there = present.get(fold(one.name));
      if (!there) continue;
      yield {
        message: `${one.name} est dans la liste des «\u00a0Présents\u00a0» (${pages([there.page])}) et parmi ${list([SAID[one.status] ?? one.status])} (${pages([one.page])}).`,
        evidence: [
          { id: there.evidence_id, role: 'said' },
          { id: one.evidence_id, role: 'contradicted by' },
        ],
        data: { name: one.name, statuses: ['present', one.status] },
        ...(one.legibility < 0.9 || !/\s/.test(one.name.trim()) ? { severity: 'note' as const } : {}),
      };
    }
  },
});

const fold = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean)
    .toSorted()
    .join(' ');
