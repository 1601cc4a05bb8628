import type { Database } from './database.js';
import { fileOf } from './ids.js';
import { Statements } from './statements.js';

interface Cited {
  readonly id: string;
  readonly document_id: string;
  readonly number: string | null;
  readonly date: string | null;
  readonly target: string | null;
}

/**
 * Which act of the database each citation cites, and which act of another file an annex belongs to. Asked anew of the
 * citations that what came or went can answer, and of no others: the outcome is that of asking all of them. Returns the
 * files whose records changed.
 *
 * An act is found by its number, or by its date where no number is cited, among those of the same body; two that answer
 * alike leave the citation without a target rather than with a guess.
 */
export function relateActs(db: Database): Set<string> {
  const statements = new Statements(db);
  const moved = new Set<string>();
  const asked = statements
    .of(
      `select distinct c.id, c.document_id, c.number, c.date, c.target_document_id as target
       from unlinked join citation_keys using (key) join citations c on c.id = citation_id`,
    )
    .all() as Cited[];
  for (const citation of asked) {
    const target = targetOf(citation, statements);
    if (target === citation.target) continue;
    statements.of('update citations set target_document_id = ? where id = ?').run(target, citation.id);
    moved.add(fileOf(citation.document_id));
  }
  for (const document of new Set(asked.map((citation) => citation.document_id))) {
    if (annex(document, statements)) moved.add(fileOf(document));
  }
  statements.of('delete from unlinked').run();
  return moved;
}

function targetOf({ id, document_id, number, date }: Cited, statements: Statements): string | null {
  const acts = statements
    .of(
      `select distinct d.id, d.date from citation_keys join act_keys using (key) join documents d on d.id = document_id
       where citation_id = ?`,
    )
    .all(id) as { id: string; date: string | null }[];
  const found = number
    ? acts.filter((act) => act.id !== document_id && (!date || !act.date || act.date === date))
    : acts;
  return found.length === 1 && found[0]!.id !== document_id ? found[0]!.id : null;
}

/** Lets a document that says that it is annexed to an act of another file belong to it; whether anything changed. */
function annex(id: string, statements: Statements): boolean {
  const act = statements.of('select kind, parent_id, parent_relation from documents where id = ?').get(id) as {
    kind: string;
    parent_id: string | null;
    parent_relation: string | null;
  };
  // What stands in one file was told by the file itself.
  if (act.parent_id !== null && fileOf(act.parent_id) === fileOf(id)) return false;
  if (act.kind === 'deliberation' || act.kind === 'minutes') return false;
  const cited = statements
    .of(
      `select target_document_id as target, substr(p.text, max(1, e.start - 39), min(40, e.start)) as before
       from citations c join evidence e on e.id = evidence_id join pages p on p.file_id = ? and p.number = e.page
       where c.document_id = ? and target_document_id is not null`,
    )
    .all(fileOf(id), id) as { target: string; before: string }[];
  const targets = new Set(
    cited
      .filter(({ target, before }) => fileOf(target) !== fileOf(id) && ANNEXED_TO.test(before))
      .map(({ target }) => target),
  );
  const wanted = targets.size === 1 ? [...targets][0]! : null;
  if (act.parent_id === wanted && (wanted !== null) === (act.parent_relation !== null)) return false;
  statements
    .of('update documents set parent_id = ?, parent_relation = ? where id = ?')
    .run(wanted, wanted && 'annexed_to', id);
  return true;
}

/** What stands before the act that an annex belongs to. */
const ANNEXED_TO = /annex\S*\s+(?:\S+\s+){0,2}(?:à|a|de)\s+la\s*$/iu;
