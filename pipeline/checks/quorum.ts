import { defineCheck } from './check.js';
import { pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

interface Session {
  members_in_office: number;
  present: number;
  evidence_id: string;
  page: number;
}

/** Half of the members, or fewer, were there. */
export default defineCheck<Session[]>({
  id: 'quorum',
  title: 'Plus de la moitié des membres en exercice est présente',
  explanation:
    'Le conseil ne délibère que si la majorité de ses membres en exercice est présente ; les pouvoirs ne comptent pas (CGCT, L2121-17). Après une première convocation restée sans quorum, la seconde n’en demande pas.',
  severity: 'warning',
  needs: ['le nombre de membres en exercice', 'le nombre de présents'],
  units: BY_DOCUMENT,
  gather(look, document) {
    const sessions = look.all<Session>(
      `select s.members_in_office, s.present, s.evidence_id, e.page from sessions s join evidence e on e.id = s.evidence_id
       where s.document_id = ? and s.members_in_office > 0 and s.present > 0 order by s.id`,
      document,
    );
    return sessions.length === 0 ? undefined : sessions;
  },
  *find(sessions) {
    for (const { members_in_office: members, present, evidence_id, page } of sessions) {
      const needed = Math.floor(members / 2) + 1;
      const over = present > members;
      if (present >= needed && !over) continue;
      yield {
        message: over
          ? `${present} membres sont dits présents pour ${members} en exercice (${pages([page])}).`
          : `${present} membres sur ${members} en exercice sont présents (${pages([page])}) : il en faut ${needed} pour délibérer.`,
        evidence: [{ id: evidence_id, role: 'said' }],
        data: { members, present, needed },
      };
    }
  },
});
