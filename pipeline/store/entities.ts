import type { Statement } from 'better-sqlite3';
import { clusterEntities, type Entity } from '../../extractors/entities/cluster.js';
import { nameKeys } from '../../extractors/entities/name.js';
import type { Database } from './database.js';
import { entityId } from './ids.js';
import { type Carried, mentionsIn } from './mentions.js';

/**
 * Who is who across all documents: `entities`, `entity_names` and every column that points at an entity, made anew from
 * the names that the documents carry, and written where they differ. The outcome depends on the documents alone, not on
 * the order in which they came; what no document names any more goes. Returns the files whose records now point elsewhere.
 */
export function relateEntities(db: Database): Set<string> {
  const keyOf = nameKeys();
  const mentions = mentionsIn(db, keyOf);
  const entities = clusterEntities(mentions, keyOf).map((entity) => ({ ...entity, id: entityId(entity.key) }));
  const gone = writeEntities(db, entities);
  const pointer = new Pointer(db);
  const identified = new Map<string, string>();
  for (const { id, siren, rna, mentions: indexes } of entities) {
    for (const index of indexes) pointer.point(mentions[index]!, id);
    if (siren) identified.set(siren, id);
    if (rna) identified.set(rna, id);
  }
  pointer.identify(identified);
  writeNames(db, entities);
  const drop = db.prepare('delete from entities where id = ?');
  for (const id of gone) drop.run(id);
  const file = db.prepare('select file_id from documents where id = ?').pluck();
  return new Set([...pointer.moved].map((id) => file.get(id) as string));
}

type Known = Entity & { readonly id: string };

/** Writes what each entity is, where it is new or differs; answers those that are no more. */
function writeEntities(db: Database, entities: readonly Known[]): Iterable<string> {
  const before = new Map<string, string>();
  for (const [id, ...said] of db
    .prepare('select id, kind, name, siren, siret, rna, insee_code, address from entities')
    .raw()
    .iterate() as IterableIterator<[string, ...(string | null)[]]>)
    before.set(id, said.join('\n'));
  const upsert = db.prepare(
    `insert into entities (id, kind, name, siren, siret, rna, insee_code, address) values (?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (id) do update set kind = excluded.kind, name = excluded.name, siren = excluded.siren,
       siret = excluded.siret, rna = excluded.rna, insee_code = excluded.insee_code, address = excluded.address`,
  );
  for (const { id, kind, name, siren, siret, rna, insee, address } of entities) {
    const said = [kind, name, siren ?? null, siret ?? null, rna ?? null, insee ?? null, address ?? null];
    if (before.get(id) !== said.join('\n')) upsert.run(id, ...said);
    before.delete(id);
  }
  return before.keys();
}

/** Lets the rows that carry a name point at its entity. */
class Pointer {
  /** Documents of rows that pointed elsewhere. */
  readonly moved = new Set<string>();
  readonly #party: Statement;
  readonly #issuer: Statement;
  readonly #payer: Statement;
  readonly #beneficiary: Statement;

  constructor(readonly db: Database) {
    this.#party = db.prepare('update parties set entity_id = ? where rowid = ?');
    this.#issuer = db.prepare('update documents set issuer_id = ? where id = ?');
    this.#payer = db.prepare('update amounts set payer_id = ? where document_id = ? and payer = ?');
    this.#beneficiary = db.prepare('update amounts set beneficiary_id = ? where document_id = ? and beneficiary = ?');
  }

  point({ carrier, documentId, name, partyRow, entityId: before }: Carried, id: string): void {
    if (before === id) return;
    this.moved.add(documentId);
    if (carrier === 'party') this.#party.run(id, partyRow);
    else if (carrier === 'issuer') this.#issuer.run(id, documentId);
    else {
      this.#payer.run(id, documentId, name);
      this.#beneficiary.run(id, documentId, name);
    }
  }

  /** Numbers of bodies point at the body whose number they are. */
  identify(identified: ReadonlyMap<string, string>): void {
    const numbers = this.db
      .prepare(
        "select id, document_id, kind, value, entity_id from identifiers where kind in ('siren', 'siret', 'rna')",
      )
      .all() as { id: string; document_id: string; kind: string; value: string; entity_id: string | null }[];
    const update = this.db.prepare('update identifiers set entity_id = ? where id = ?');
    for (const { id, document_id: documentId, kind, value, entity_id: before } of numbers) {
      const entity = identified.get(kind === 'siret' ? value.slice(0, 9) : value) ?? null;
      if (entity === before) continue;
      this.moved.add(documentId);
      update.run(entity, id);
    }
  }
}

/** Every way in which a document writes each entity. */
function writeNames(db: Database, entities: readonly Known[]): void {
  const keyOf = (id: string, name: string): string => `${id} ${name}`;
  const before = new Map<string, number>();
  for (const [id, name, occurrences] of db
    .prepare('select entity_id, name, occurrences from entity_names')
    .raw()
    .iterate() as IterableIterator<[string, string, number]>)
    before.set(keyOf(id, name), occurrences);
  const write = db.prepare(
    'insert into entity_names values (?, ?, ?) on conflict do update set occurrences = excluded.occurrences',
  );
  for (const { id, names } of entities) {
    for (const { name, occurrences } of names) {
      const key = keyOf(id, name);
      if (before.get(key) !== occurrences) write.run(id, name, occurrences);
      before.delete(key);
    }
  }
  const drop = db.prepare('delete from entity_names where entity_id = ? and name = ?');
  for (const key of before.keys()) drop.run(key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1));
}
