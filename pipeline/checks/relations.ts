import type { Look } from './look.js';

export interface Term {
  role: string;
  value: string;
  evidence_id: string;
  page: number;
  text: string;
  legibility: number;
  /** 1: arithmetic shows that the figure was misread. */
  misread: number;
}

/** A relation that a document states, with its terms in order. */
export interface Stated {
  id: string;
  kind: string;
  statement: string;
  holds: number;
  expected: string;
  observed: string;
  difference: string;
  tolerance: string;
  /** The rule that stated it. */
  extractor: string;
  terms: Term[];
}

/** The relations of these kinds that a document states and that fail; nothing when it states none of them. */
export function failing(look: Look, document: string, wanted: (relation: Stated) => boolean): Stated[] | undefined {
  const relations = look.all<Stated>(
    `select r.id, r.kind, r.statement, r.holds, r.expected, r.observed, r.difference, r.tolerance,
       (select e.extractor from relation_terms t join evidence e on e.id = t.evidence_id
        where t.relation_id = r.id and t.position = 0) as extractor
     from relations r where r.document_id = ? order by r.id`,
    document,
  );
  const stated = relations.filter(wanted);
  if (stated.length === 0) return undefined;
  return stated
    .filter(({ holds }) => holds === 0)
    .map((relation) => ({
      ...relation,
      terms: look.all<Term>(
        `select t.role, t.value, t.evidence_id, e.page, e.text, e.legibility,
           exists (select 1 from amounts a join evidence s on s.id = a.evidence_id where a.document_id = e.document_id
             and a.suggested_value is not null and s.page = e.page and s.start < e.end and s.end > e.start) as misread
         from relation_terms t
         join evidence e on e.id = t.evidence_id where t.relation_id = ? order by t.position`,
        relation.id,
      ),
    }));
}

export const evidenceOf = (terms: readonly Term[]): { id: string; role: string }[] =>
  terms.map(({ evidence_id, role }) => ({ id: evidence_id, role }));

/** Read from a poor scan: what is wrong may be the reading. */
export const poorlyRead = (pieces: readonly { legibility: number; misread?: number }[]): boolean =>
  pieces.some(({ legibility, misread }) => legibility < 0.9 || misread === 1);

export const termOf = (terms: readonly Term[], role: string): Term | undefined =>
  terms.find((term) => term.role === role);
