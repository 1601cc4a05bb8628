import { fileOf } from '../store/ids.js';
import { defineCheck } from './check.js';
import { day, pages } from './say.js';
import { BY_CITED_NUMBER, writtenAs } from './units.js';

interface Act {
  id: string;
  issuer_id: string | null;
  date: string;
  reference: string;
  evidence_id: string | null;
}
interface Cited {
  document_id: string;
  number: string;
  date: string;
  raw: string;
  evidence_id: string;
  page: number;
}
interface Facts {
  acts: Act[];
  cited: Cited[];
  /** Who takes part in each document that cites. */
  involved: ReadonlyMap<string, ReadonlySet<string>>;
}

/** An act is cited with a date that is not its own, or under two dates. */
export default defineCheck<Facts>({
  id: 'cited-act-date',
  title: 'Un acte cité porte sa date',
  explanation:
    'Un visa désigne un acte par son numéro et sa date : si la date n’est pas celle de l’acte, on ne sait plus lequel est visé.',
  severity: 'error',
  needs: [
    'une délibération ou une convention citée par son numéro et sa date',
    'le même acte dans la base, ou cité une autre fois avec sa date',
  ],
  units: BY_CITED_NUMBER,
  gather(look, unit) {
    const written = writtenAs(unit);
    const cited = look.all<Cited>(
      `select c.document_id, c.number, c.date, c.raw, c.evidence_id, e.page from citations c join evidence e on e.id = c.evidence_id
         where c.number in (?, ?, ?, ?, ?, ?) and length(c.date) = 10 and c.kind in ('deliberation', 'convention', 'order') order by c.document_id, e.page, e.start`,
      ...written,
    );
    const acts = look.all<Act>(
      `select d.id, d.issuer_id, d.date, d.reference,
           (select t.evidence_id from dates t where t.document_id = d.id and t.value = d.date order by t.role = 'session' desc, t.id limit 1) as evidence_id
         from documents d where d.reference in (?, ?, ?, ?, ?, ?) and length(d.date) = 10 order by d.id`,
      ...written,
    );
    if (cited.length === 0 || cited.length + acts.length < 2) return undefined;
    const involved = new Map<string, Set<string>>();
    for (const { document_id } of cited) {
      const parties = look.all<{ id: string }>(
        'select distinct entity_id as id from parties where document_id = ? union select issuer_id from documents where id = ? and issuer_id is not null',
        document_id,
        document_id,
      );
      involved.set(document_id, new Set(parties.map(({ id }) => id)));
    }
    return { acts, cited, involved };
  },
  *find({ acts, cited, involved }) {
    for (const citation of cited) {
      const act = acts.find(
        ({ id, issuer_id, date }) =>
          date !== citation.date &&
          id !== citation.document_id &&
          (fileOf(id) === fileOf(citation.document_id) ||
            (issuer_id !== null && involved.get(citation.document_id)?.has(issuer_id))),
      );
      // The same number in another year's series is another act.
      if (!act || act.date.slice(0, 4) !== citation.date.slice(0, 4)) continue;
      yield {
        message: `Le document cite «\u00a0${citation.raw.replace(/\s+/g, ' ')}\u00a0» (${pages([citation.page])}), mais l’acte ${act.reference} est du ${day(act.date)}.`,
        evidence: [
          { id: citation.evidence_id, role: 'said' },
          ...(act.evidence_id ? [{ id: act.evidence_id, role: 'contradicted by' }] : []),
        ],
        data: { number: citation.number, said: citation.date, actual: act.date },
      };
    }
    for (const [i, citation] of cited.entries()) {
      const other = cited
        .slice(0, i)
        .find(
          ({ document_id, date }) => fileOf(document_id) === fileOf(citation.document_id) && date !== citation.date,
        );
      if (!other) continue;
      yield {
        message: `Le même acte n° ${citation.number} est cité du ${day(other.date)} (${pages([other.page])}) puis du ${day(citation.date)} (${pages([citation.page])}).`,
        evidence: [
          { id: other.evidence_id, role: 'said' },
          { id: citation.evidence_id, role: 'contradicted by' },
        ],
        data: { number: citation.number, dates: [other.date, citation.date] },
        severity: 'warning',
      };
    }
  },
});
