import { nameKey } from '../../extractors/entities/name.js';
import { writesYear } from '../../extractors/french/calendar.js';
import type { Database } from './database.js';

interface Act {
  readonly id: string;
  readonly file_id: string;
  readonly kind: string;
  readonly reference: string | null;
  readonly date: string | null;
  readonly issuer: string | null;
  readonly parent_id: string | null;
  readonly parent_relation: string | null;
}

interface Cited {
  readonly id: string;
  readonly document_id: string;
  readonly kind: string;
  readonly number: string | null;
  readonly date: string | null;
  readonly target: string | null;
  readonly before: string | null;
}

/**
 * Which act of the database each citation cites, and which act of another file an annex belongs to. Made anew from all
 * documents, so that it does not matter which of the two arrived first. Returns the files whose records changed.
 *
 * An act is found by its number, or by its date where no number is cited, among those of the same body; two that answer
 * alike leave the citation without a target rather than with a guess.
 */
export function relateActs(db: Database): Set<string> {
  const acts = db
    .prepare('select id, file_id, kind, reference, date, issuer, parent_id, parent_relation from documents order by id')
    .all() as Act[];
  const byId = new Map(acts.map((act) => [act.id, act]));
  const index = indexOf(acts, byId);
  const moved = new Set<string>();
  const cited = db
    .prepare(
      `select c.id, c.document_id, c.kind, c.number, c.date, c.target_document_id as target,
         (select substr(p.text, max(1, e.start - 39), min(40, e.start)) from evidence e
            join documents d on d.id = e.document_id join pages p on p.file_id = d.file_id and p.number = e.page
            where e.id = c.evidence_id) as before
       from citations c where c.kind in ('deliberation', 'convention', 'order', 'other') order by c.id`,
    )
    .all() as Cited[];
  const aim = db.prepare('update citations set target_document_id = ? where id = ?');
  /** Annexes, and the acts of other files that they say they are annexed to. */
  const annexed = new Map<string, Set<string>>();
  for (const citation of cited) {
    const from = byId.get(citation.document_id)!;
    const target = targetOf(citation, from, index, byId);
    if (citation.target !== (target?.id ?? null)) {
      aim.run(target?.id ?? null, citation.id);
      moved.add(from.file_id);
    }
    if (
      target &&
      target.file_id !== from.file_id &&
      /annex\S*\s+(?:\S+\s+){0,2}(?:à|a|de)\s+la\s*$/iu.test(citation.before ?? '')
    ) {
      const found = annexed.get(from.id);
      if (found) found.add(target.id);
      else annexed.set(from.id, new Set([target.id]));
    }
  }
  const adopt = db.prepare('update documents set parent_id = ?, parent_relation = ? where id = ?');
  for (const act of acts) {
    const parent = act.parent_id ? byId.get(act.parent_id) : undefined;
    // What stands in one file was told by the file itself.
    if (parent?.file_id === act.file_id || act.kind === 'deliberation' || act.kind === 'minutes') continue;
    const targets = annexed.get(act.id);
    const wanted = targets?.size === 1 ? [...targets][0]! : null;
    if (act.parent_id === wanted && (wanted !== null) === (act.parent_relation !== null)) continue;
    adopt.run(wanted, wanted ? 'annexed_to' : null, act.id);
    moved.add(act.file_id);
  }
  return moved;
}

interface Index {
  readonly byNumber: ReadonlyMap<string, readonly Act[]>;
  readonly byDate: ReadonlyMap<string, readonly Act[]>;
}

function indexOf(acts: readonly Act[], byId: ReadonlyMap<string, Act>): Index {
  const byNumber = new Map<string, Act[]>();
  const byDate = new Map<string, Act[]>();
  const add = (map: Map<string, Act[]>, key: string, act: Act): void => {
    const list = map.get(key);
    if (list) list.push(act);
    else map.set(key, [act]);
  };
  for (const act of acts) {
    const place = placeOf(act, byId);
    // A convention may carry the number of the deliberation that it is annexed to.
    if (act.reference) for (const key of numberKeys(act.reference)) add(byNumber, `${act.kind} ${place} ${key}`, act);
    if (act.date) add(byDate, `${act.kind} ${place} ${act.date}`, act);
  }
  return { byNumber, byDate };
}

/** The body whose act it is, its container's where it does not say; acts of unknown bodies are of their file's. */
function placeOf(act: Act, byId: ReadonlyMap<string, Act>): string {
  const issuer = act.issuer ?? (act.parent_id ? byId.get(act.parent_id)?.issuer : undefined);
  return issuer ? nameKey(issuer) : `file ${act.file_id}`;
}

const KINDS: Readonly<Record<string, readonly string[]>> = {
  deliberation: ['deliberation'],
  convention: ['convention'],
  order: ['other'],
  other: ['minutes', 'activity_report', 'budget'],
};

function targetOf(
  citation: Cited,
  from: Act,
  { byNumber, byDate }: Index,
  byId: ReadonlyMap<string, Act>,
): Act | undefined {
  const place = placeOf(from, byId);
  const kinds = KINDS[citation.kind] ?? [];
  const { number, date } = citation;
  if (number) {
    const found = unique(
      kinds.flatMap((kind) => numberKeys(number).flatMap((key) => byNumber.get(`${kind} ${place} ${key}`) ?? [])),
    );
    const others = found.filter((act) => act.id !== from.id && (!date || !act.date || act.date === date));
    return others.length === 1 ? others[0] : undefined;
  }
  if (!date || citation.kind === 'other') return undefined;
  const found = unique(kinds.flatMap((kind) => byDate.get(`${kind} ${place} ${date}`) ?? []));
  return found.length === 1 && found[0]!.id !== from.id ? found[0] : undefined;
}

const unique = (acts: readonly Act[]): Act[] => [...new Set(acts)];

/** A number whatever its signs, and with its year in two digits: "2023/080" and "23-80" are one. */
function numberKeys(number: string): string[] {
  const parts = number
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? part.replace(/^0+(?=\d)/, '') : part));
  const short = parts.map((part, i) =>
    i === 0 && writesYear(part) && parts.length > 1 ? String(Number(part.slice(2))) : part,
  );
  return [...new Set([parts.join('-'), short.join('-')])];
}
