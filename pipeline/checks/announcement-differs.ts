import { defineCheck } from './check.js';
import type { Look } from './look.js';
import { day, list, pages } from './say.js';
import { BY_FILE, numberKey } from './units.js';

interface Announced {
  reference: string | null;
  date: string | null;
  votes_for: number | null;
  votes_against: number | null;
  abstentions: number | null;
}

interface Act {
  reference: string | null;
  date: string | null;
  /** Where its session is dated, else where it begins. */
  evidence: string;
  page: number;
  votes: readonly Vote[];
}

interface Vote {
  votes_for: number | null;
  votes_against: number | null;
  abstentions: number | null;
  evidence: string;
  page: number;
}

/** What a catalogue says of an act is what the act says: its number, its date, its vote. */
export default defineCheck<{ announced: Announced[]; acts: Act[] }>({
  id: 'announcement-differs',
  title: 'L’acte dit ce que dit le catalogue qui l’annonce',
  explanation:
    'Un catalogue de données ouvertes (SCDL) donne le numéro, la date et le vote de chaque délibération : s’il ne dit pas la même chose que l’acte, l’un des deux est faux, ou le lien mène à un autre acte.',
  severity: 'warning',
  needs: ['un acte trouvé par un catalogue', 'son numéro, sa date ou son vote'],
  units: BY_FILE,
  gather(look, file) {
    const announced = look.all<Announced>(
      `select distinct a.reference, a.date, a.votes_for, a.votes_against, a.abstentions
       from announcements a join places p on p.uri = a.uri where p.file_id = ? order by a.uri`,
      file,
    );
    return announced.length === 0 ? undefined : { announced, acts: actsOf(look, file) };
  },
  *find({ announced, acts }) {
    for (const said of announced) {
      const numbered = acts.filter(({ reference }) => reference !== null);
      if (said.reference !== null && numbered.length > 0 && !numbered.some((act) => sameNumber(act, said.reference!))) {
        const [first] = numbered;
        yield {
          message: `Le catalogue annonce l’acte n°\u00a0${said.reference}, mais le fichier contient ${list(numbered.map(({ reference }) => `le n°\u00a0${reference}`).slice(0, 5))} (${pages([first!.page])}).`,
          evidence: [{ id: first!.evidence, role: 'said' }],
          data: { announced: said.reference, found: numbered.map(({ reference }) => reference) },
          severity: 'note',
        };
      }
      const own = acts.filter((act) => said.reference !== null && sameNumber(act, said.reference));
      const meant = own.length > 0 ? own : acts;
      const dated = meant.filter(({ date }) => date?.length === 10);
      if (said.date !== null && dated.length > 0 && !dated.some(({ date }) => date === said.date)) {
        const [first] = dated;
        yield {
          message: `Le catalogue date l’acte du ${day(said.date)}, mais l’acte est daté du ${day(first!.date!)} (${pages([first!.page])}).`,
          evidence: [{ id: first!.evidence, role: 'said' }],
          data: { announced: said.date, found: dated.map(({ date }) => date) },
        };
      }
      const votes = meant.length === 1 ? meant[0]!.votes : [];
      if (votes.length !== 1) continue;
      const [vote] = votes;
      const differing = COUNTS.filter(
        ({ column }) => said[column] !== null && vote![column] !== null && said[column] !== vote![column],
      );
      if (differing.length === 0) continue;
      yield {
        message: `Le catalogue donne ${list(differing.map(({ column, words }) => `${said[column]} ${words}`))}, mais l’acte dit ${list(differing.map(({ column, words }) => `${vote![column]} ${words}`))} (${pages([vote!.page])}).`,
        evidence: [{ id: vote!.evidence, role: 'said' }],
        data: Object.fromEntries(
          differing.map(({ column }) => [column, { announced: said[column], found: vote![column] }]),
        ),
      };
    }
  },
});

const COUNTS = [
  { column: 'votes_for', words: 'voix pour' },
  { column: 'votes_against', words: 'voix contre' },
  { column: 'abstentions', words: 'abstentions' },
] as const;

/** Catalogues write a number with more or less round it: "DEL-2024-031" is "2024-031". */
function sameNumber({ reference }: Pick<Act, 'reference'>, announced: string): boolean {
  if (reference === null) return false;
  const [a, b] = [numberKey(reference), numberKey(announced)];
  return a === b || `-${a}`.endsWith(`-${b}`) || `-${b}`.endsWith(`-${a}`);
}

function actsOf(look: Look, file: string): Act[] {
  const acts = look.all<Omit<Act, 'votes'> & { id: string }>(
    `select d.id, d.reference, d.date, e.id as evidence, e.page from documents d
     join evidence e on e.id = coalesce(
       (select t.evidence_id from dates t where t.document_id = d.id and t.role = 'session' and t.value = d.date order by t.id limit 1),
       (select one.id from evidence one where one.document_id = d.id order by one.page, one.start, one.id limit 1)
     )
     where d.file_id = ? and d.kind = 'deliberation' order by d.ordinal`,
    file,
  );
  return acts.map((act) => ({
    ...act,
    votes: look.all<Vote>(
      `select v.votes_for, v.votes_against, v.abstentions, e.id as evidence, e.page
       from votes v join evidence e on e.id = v.evidence_id where v.document_id = ? order by e.page, e.start`,
      act.id,
    ),
  }));
}
