import { plain } from '../../extractors/acts/plain.js';
import { kindOfBody } from '../../extractors/entities/bodies.js';
import type { Mention } from '../../extractors/entities/cluster.js';
import { type nameKey, nameKeys } from '../../extractors/entities/name.js';
import type { EntityKind } from '../../models/records.js';
import type { Database } from './database.js';
import { placesOf } from './places.js';

/** A mention, the rows that carry its name, and the entity that they point at now. */
export interface Carried extends Mention {
  readonly carrier: 'party' | 'issuer' | 'amount';
  /** Of a party: its row. */
  readonly partyRow?: number;
  /** Nothing where they point at none, or not all at the same. */
  readonly entityId: string | null;
}

/** Every name of a body or person that the documents carry: their parties, issuers, payers and beneficiaries. */
export function mentionsIn(db: Database, keyOf: typeof nameKey = nameKeys()): Carried[] {
  // A hundred thousand documents write the same names: each is held once.
  const once = remembering((text) => text);
  const entity = (id: string | null): string | null => (id === null ? null : once(id));
  const kindOf = remembering((name) => kindOfBody(plain(name)));
  const places = placesOf(db, keyOf);
  const parties = new ByDocument<PartyRow>(
    db,
    `select document_id, rowid, name, kind, siren, siret, rna, address, aliases, entity_id
     from parties order by document_id, rowid`,
  );
  const sides = new ByDocument<SideRow>(
    db,
    `select document_id, payer, payer_id, beneficiary, beneficiary_id
     from amounts where payer is not null or beneficiary is not null order by document_id, rowid`,
  );
  const mentions: Carried[] = [];
  for (const [documentId, issuer, issuerId] of db
    .prepare('select id, issuer, issuer_id from documents order by id')
    .raw()
    .iterate() as IterableIterator<[string, string | null, string | null]>) {
    const place = places.get(documentId);
    const kinds = new Map<string, EntityKind>();
    const kindAt = (name: string): EntityKind | undefined => kinds.get(keyOf(name)) ?? kinds.get(keyOf(name, 'person'));
    for (const [, partyRow, name, kind, siren, siret, rna, address, aliases, entityId] of parties.of(documentId)) {
      kinds.set(keyOf(name, kind), kind);
      mentions.push({
        carrier: 'party',
        partyRow,
        entityId: once(entityId),
        documentId,
        name: once(name),
        kind,
        aliases: aliases === '[]' ? NONE : (JSON.parse(aliases) as string[]),
        siren: siren ?? undefined,
        siret: siret ?? undefined,
        rna: rna ?? undefined,
        address: address ?? undefined,
        place,
      });
    }
    if (issuer) {
      const kind = kindAt(issuer) ?? kindOf(issuer) ?? 'public_body';
      mentions.push({
        carrier: 'issuer',
        documentId,
        name: once(issuer),
        kind,
        aliases: NONE,
        entityId: entity(issuerId),
        place,
      });
    }
    for (const [name, { occurrences, entityId }] of named(sides.of(documentId))) {
      const known = kindAt(name);
      // "3 394 jeunes", "des partenaires locaux": a crowd is nobody.
      if (!known && !/^\p{Lu}/u.test(name) && !kindOf(name)) continue;
      const kind = known ?? kindOf(name) ?? 'association';
      mentions.push({
        carrier: 'amount',
        documentId,
        name: once(name),
        kind,
        aliases: NONE,
        occurrences,
        entityId: entity(entityId),
        place,
      });
    }
  }
  return mentions;
}

const NONE: readonly string[] = [];

type PartyRow = [
  documentId: string,
  row: number,
  name: string,
  kind: EntityKind,
  siren: string | null,
  siret: string | null,
  rna: string | null,
  address: string | null,
  aliases: string,
  entityId: string,
];

type SideRow = [
  documentId: string,
  payer: string | null,
  payerId: string | null,
  beneficiary: string | null,
  beneficiaryId: string | null,
];

/** The names of payers and beneficiaries, how often each stands there, and the entity that all of its rows point at. */
function named(rows: readonly SideRow[]): Map<string, { occurrences: number; entityId: string | null }> {
  const found = new Map<string, { occurrences: number; entityId: string | null }>();
  const add = (name: string | null, entityId: string | null): void => {
    if (name === null) return;
    const known = found.get(name);
    if (!known) found.set(name, { occurrences: 1, entityId });
    else {
      known.occurrences += 1;
      if (known.entityId !== entityId) known.entityId = null;
    }
  };
  for (const [, payer, payerId, beneficiary, beneficiaryId] of rows) {
    add(payer, payerId);
    add(beneficiary, beneficiaryId);
  }
  return found;
}

/** The rows of one document after the other, as the query gives them: by `document_id`, its first column. */
class ByDocument<Row extends [string, ...unknown[]]> {
  readonly #rows: IterableIterator<Row>;
  #next: Row | undefined;

  constructor(db: Database, sql: string) {
    this.#rows = db.prepare(sql).raw().iterate() as IterableIterator<Row>;
    this.#advance();
  }

  /** Documents are asked for in the order of their ids. */
  of(documentId: string): Row[] {
    const rows: Row[] = [];
    for (; this.#next?.[0] === documentId; this.#advance()) rows.push(this.#next);
    return rows;
  }

  #advance(): void {
    const { value, done } = this.#rows.next();
    this.#next = done ? undefined : value;
  }
}

function remembering<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, { value: Value }>();
  return (text) => {
    let found = known.get(text);
    if (!found) {
      found = { value: read(text) };
      known.set(text, found);
    }
    return found.value;
  };
}
