import { plain } from '../../extractors/acts/plain.js';
import { defineCheck } from './check.js';
import { list, pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

interface Attended {
  name: string;
  status: string;
  evidence_id: string;
  page: number;
  legibility: number;
  /** What is printed before the name, on its page. */
  before: string;
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
      `select a.name, a.status, a.evidence_id, e.page, e.legibility,
         case when a.status = 'proxy' then substr(p.text, max(1, e.start - 1500), min(1500, e.start)) else '' end as before
       from attendances a join evidence e on e.id = a.evidence_id join documents d on d.id = a.document_id
       join pages p on p.file_id = d.file_id and p.number = e.page
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
      if (!there) {
        if (one.status !== 'proxy' || !underPresent(one.before)) continue;
        yield {
          message: `${one.name} a donné pouvoir, mais son nom est dans la liste des «\u00a0Présents\u00a0» (${pages([one.page])}).`,
          evidence: [{ id: one.evidence_id, role: 'said' }],
          data: { name: one.name, statuses: ['present', one.status] },
          severity: 'note',
        };
        continue;
      }
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

const HEADING =
  /(?:^|\n)[^\n\p{L}]{0,6}(?:[ée]taient\s+|sont\s+|membres?\s+|conseillers?\s+)*(pr[ée]sente?s?|absente?s?|excus[ée]e?s?|repr[ée]sent[ée]e?s?|pouvoirs?|procurations?|ont donn[ée])\b([^\n]{0,40})/giu;

/** Whether the last heading of a list before a name is that of those present, and of them alone. */
function underPresent(before: string): boolean {
  const last = [...before.matchAll(HEADING)].at(-1);
  if (!last || !/^pr[ée]sent/i.test(last[1]!)) return false;
  const list = before.slice(last.index);
  return !/repr[ée]sent|\bayant donn|\bont donn|\babsent|\bexcus|pouvoirs?\s*:|procurations?\s*:|\n\s*\n[^\n]*\n\s*\n/i.test(
    list,
  );
}

const fold = (name: string): string =>
  plain(name)
    .split(/[^a-z]+/)
    .filter(Boolean)
    .toSorted()
    .join(' ');
