import { defineCheck } from './check.js';
import { pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

interface Session {
  present: number;
  represented: number;
  voters: number;
  evidence_id: string;
  page: number;
}

/** The voters that a meeting prints are not those who came and those who gave a power. */
export default defineCheck<Session[]>({
  id: 'voters-count',
  title: 'Les votants sont les présents et ceux qui ont donné pouvoir',
  explanation:
    'Un membre présent vote pour lui-même et pour celui qui lui a donné pouvoir (CGCT, L2121-20) : il n’y a pas plus de votants que de présents et de pouvoirs ; il y en a moins quand un membre ne prend pas part au vote.',
  severity: 'warning',
  needs: ['les nombres de présents, de pouvoirs et de votants'],
  units: BY_DOCUMENT,
  gather(look, document) {
    const sessions = look.all<Session>(
      `select s.present, s.represented, s.voters, s.evidence_id, e.page from sessions s join evidence e on e.id = s.evidence_id
       where s.document_id = ? and s.present is not null and s.represented is not null and s.voters is not null order by s.id`,
      document,
    );
    return sessions.length === 0 ? undefined : sessions;
  },
  *find(sessions) {
    for (const { present, represented, voters, evidence_id, page } of sessions) {
      if (voters === present + represented) continue;
      yield {
        message: `Le document annonce ${voters} votants, pour ${present} présents et ${represented} pouvoirs, qui font ${present + represented} (${pages([page])}).`,
        evidence: [{ id: evidence_id, role: 'said' }],
        data: { present, represented, voters },
        ...(voters < present + represented ? { severity: 'note' as const } : {}),
      };
    }
  },
});
