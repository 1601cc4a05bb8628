import { plain } from '../../extractors/acts/plain.js';
import type { Look } from './look.js';

/** What minutes note of somebody, and where their lists have the name. */
export interface Coming {
  text: string;
  about: string;
  evidence_id: string;
  page: number;
  /** Those of the meeting's list who bear the name. */
  listed: readonly Listed[];
}

interface Listed {
  name: string;
  evidence_id: string;
  page: number;
  /** What is printed after the name, in the list. */
  after: string;
}

/** What a file says of comings and goings, with those of the same meeting's lists who bear the names. */
export function comings(look: Look, file: string, kind: string, statuses: readonly string[]): Coming[] | undefined {
  const said = look.all<Omit<Coming, 'listed'> & { meeting: string }>(
    `select m.text, m.about, m.evidence_id, e.page, coalesce(d.parent_id, d.id) as meeting from mentions m
     join evidence e on e.id = m.evidence_id join documents d on d.id = m.document_id
     where d.file_id = ? and m.kind = ? order by e.page, e.start, m.id`,
    file,
    kind,
  );
  if (said.length === 0) return undefined;
  const lists = look.all<Listed & { meeting: string; status: string }>(
    `select a.name, a.status, a.evidence_id, e.page, substr(p.text, e.end + 1, 40) as after, coalesce(d.parent_id, d.id) as meeting
     from attendances a join evidence e on e.id = a.evidence_id join documents d on d.id = a.document_id
     join pages p on p.file_id = d.file_id and p.number = e.page where d.file_id = ? order by e.page, e.start, a.id`,
    file,
  );
  return said.map(({ meeting, ...one }) => ({
    ...one,
    listed: lists
      .filter((other) => other.meeting === meeting && statuses.includes(other.status) && bears(other.name, one.about))
      .map(({ name, evidence_id, page, after }) => ({ name, evidence_id, page, after: after.split(/[,;\n]/)[0]! })),
  }));
}

/** "Sophie PICHON" bears the name "Pichon". */
function bears(full: string, said: string): boolean {
  const words = new Set(fold(full));
  return fold(said).every((word) => words.has(word));
}

const fold = (name: string): string[] =>
  plain(name)
    .split(/[^a-z]+/)
    .filter((word) => word.length > 1 && !/^(?:mme|mr|monsieur|madame)$/.test(word));
