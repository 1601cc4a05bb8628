import { bareWords } from '../../extractors/acts/plain.js';
import { fileOf } from '../store/ids.js';
import { defineCheck } from './check.js';
import { day } from './say.js';
import { BY_REFERENCE } from './units.js';

interface Act {
  id: string;
  kind: string;
  reference: string;
  title: string | null;
  date: string | null;
  name: string;
  evidence_id: string | null;
  /** Its rank among the decisions of its minutes, from 0; nothing where it stands alone. */
  rank: number | null;
}

/** One number, two acts; or one act, sent twice. */
export default defineCheck<Act[]>({
  id: 'same-number',
  title: 'Un numéro d’acte ne désigne qu’un acte',
  explanation:
    'Les actes d’un émetteur sont numérotés sans doublon : deux actes sous un même numéro sont une erreur de numérotation, ou le même acte transmis deux fois. Un procès-verbal gardé deux fois se signale une fois, à sa première délibération ; l’extrait d’une délibération de ce procès-verbal n’est pas un double.',
  severity: 'warning',
  needs: ['deux délibérations du même émetteur avec le même numéro'],
  units: BY_REFERENCE,
  gather(look, unit) {
    const at = unit.indexOf(' ');
    const [issuer, reference] = [unit.slice(0, at), unit.slice(at + 1)];
    if (issuer === '') return undefined;
    const acts = look.all<Act>(
      `select d.id, d.kind, d.reference, d.title, d.date, f.name,
         coalesce(
           (select m.evidence_id from mentions m where m.document_id = d.id and m.kind = 'number'),
           (select e.id from evidence e where e.document_id = d.id order by e.page, e.start, e.id limit 1)
         ) as evidence_id,
         case d.parent_relation when 'part_of' then
           (select count(*) from documents b where b.parent_id = d.parent_id and b.ordinal < d.ordinal) end as rank
       from documents d join files f on f.id = d.file_id
       where d.reference = ? and d.issuer_id = ? and d.kind = 'deliberation' order by d.id`,
      reference,
      issuer,
    );
    return acts.length < 2 ? undefined : acts;
  },
  *find(acts) {
    const [first, ...others] = acts;
    for (const act of others) {
      if (!first?.evidence_id || !act.evidence_id) continue;
      const same = act.date === first.date && bareWords(act.title ?? '') === bareWords(first.title ?? '');
      // In one file, an act whose head comes again is one act; two objects are two.
      const again = same || first.title === null || act.title === null || act.evidence_id === first.evidence_id;
      if (again && fileOf(act.id) === fileOf(first.id)) continue;
      const isTold = first.rank === act.rank && (act.rank ?? 0) === 0;
      if (same && !isTold) continue;
      yield {
        message: same
          ? `${act.rank === null ? `La délibération ${act.reference}` : `Le procès-verbal qui s’ouvre sur la délibération ${act.reference}`} est dans deux fichiers : ${first.name} et ${act.name}.`
          : `Deux délibérations portent le numéro ${act.reference} : «\u00a0${first.title ?? first.name}\u00a0»${said(first.date)} et «\u00a0${act.title ?? act.name}\u00a0»${said(act.date)}.`,
        evidence: [
          { id: first.evidence_id, role: 'said' },
          { id: act.evidence_id, role: same ? 'again' : 'contradicted by' },
        ],
        data: { reference: act.reference, titles: [first.title, act.title], dates: [first.date, act.date] },
        ...(same ? { severity: 'note' as const } : {}),
      };
    }
  },
});

const said = (date: string | null): string => (date === null ? '' : ` (${day(date)})`);
