import { defineCheck } from './check.js';
import { pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

interface Vote {
  outcome: string;
  unanimous: number | null;
  votes_for: number | null;
  votes_against: number | null;
  abstentions: number | null;
  voters: number | null;
  members: number | null;
  evidence_id: string;
  page: number;
}

/** A vote whose counts contradict its outcome, its voters or the assembly. */
export default defineCheck<Vote[]>({
  id: 'vote-counts',
  title: 'Les voix comptées donnent le résultat annoncé',
  explanation:
    'Pour, contre et abstentions ne dépassent pas les votants ni les membres en exercice ; une décision est prise à la majorité absolue des suffrages exprimés, sans compter les abstentions (CGCT, L2121-20) ; un vote unanime n’a pas de voix contre.',
  severity: 'error',
  needs: ['un vote avec ses voix'],
  units: BY_DOCUMENT,
  gather(look, document) {
    const votes = look.all<Vote>(
      `select v.outcome, v.unanimous, v.votes_for, v.votes_against, v.abstentions, v.voters, v.evidence_id, e.page,
         (select max(s.members_in_office) from sessions s where s.document_id in (d.id, d.parent_id)) as members
       from votes v join evidence e on e.id = v.evidence_id join documents d on d.id = v.document_id
       where v.document_id = ? and (v.votes_for is not null or v.votes_against is not null) order by v.id`,
      document,
    );
    return votes.length === 0 ? undefined : votes;
  },
  *find(votes) {
    for (const {
      outcome,
      unanimous,
      votes_for,
      votes_against,
      abstentions,
      voters,
      members,
      evidence_id,
      page,
    } of votes) {
      const [yes, no, none] = [votes_for ?? 0, votes_against ?? 0, abstentions ?? 0];
      const counted = yes + no + none;
      const said: string[] = [];
      if (voters !== null && counted > voters) said.push(`les voix (${counted}) dépassent les ${voters} votants`);
      if (members !== null && counted > members)
        said.push(`les voix (${counted}) dépassent les ${members} membres en exercice`);
      if (unanimous === 1 && no > 0) said.push(`le vote est dit unanime, avec ${no} voix contre`);
      if (outcome === 'adopted' && votes_for !== null && votes_against !== null && yes < no) {
        said.push(`la décision est dite adoptée, avec moins de voix pour que de voix contre`);
      }
      if (outcome === 'rejected' && votes_for !== null && votes_against !== null && yes > no) {
        said.push(`la décision est dite rejetée, avec plus de voix pour que de voix contre`);
      }
      for (const what of said) {
        yield {
          message: `${yes} pour, ${no} contre, ${none} abstention${none > 1 ? 's' : ''} : ${what} (${pages([page])}).`,
          evidence: [{ id: evidence_id, role: 'said' }],
          data: { outcome, for: yes, against: no, abstentions: none, voters, members },
        };
        break;
      }
    }
  },
});
