import type { Look } from './look.js';

/** Words of an act that state no fact of their own; what `text` and `about` hold depends on the kind (see `mentions`). */
export interface Mentioned {
  kind: string;
  text: string;
  about: string;
  evidence_id: string;
  page: number;
  legibility: number;
}

/** What a document mentions of these kinds, in the order of its pages; nothing when it mentions none of them. */
export function mentioned(look: Look, document: string, ...kinds: readonly string[]): Mentioned[] | undefined {
  const found = look.all<Mentioned>(
    `select m.kind, m.text, m.about, m.evidence_id, e.page, e.legibility
     from mentions m join evidence e on e.id = m.evidence_id
     where m.document_id = ? and m.kind in (select value from json_each(?)) order by e.page, e.start, m.id`,
    document,
    JSON.stringify(kinds),
  );
  return found.length === 0 ? undefined : found;
}
