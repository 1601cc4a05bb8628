import { clusterEntities } from '../../extractors/entities/cluster.js';
import type { Database } from './database.js';
import { entityId } from './ids.js';
import { mentionsIn } from './mentions.js';

/**
 * Who is who across all documents: `entities`, `entity_names` and every column that points at an entity, made anew from
 * the names that the documents carry. The outcome depends on the documents alone, not on the order in which they came;
 * what no document names any more goes. Returns the files whose records now point elsewhere.
 */
export function relateEntities(db: Database): Set<string> {
  const mentions = mentionsIn(db);
  const entities = clusterEntities(mentions).map((entity) => ({ ...entity, id: entityId(entity.key) }));

  const upsert = db.prepare(
    `insert into entities (id, kind, name, siren, siret, rna, insee_code, address) values (?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (id) do update set kind = excluded.kind, name = excluded.name, siren = excluded.siren,
       siret = excluded.siret, rna = excluded.rna, insee_code = excluded.insee_code, address = excluded.address`,
  );
  const party = db.prepare(
    'update parties set entity_id = ? where id = ? and entity_id is not ? returning document_id as id',
  );
  const issuer = db.prepare('update documents set issuer_id = ? where id = ? and issuer_id is not ? returning id');
  const payer = db.prepare(
    'update amounts set payer_id = ? where document_id = ? and payer = ? and payer_id is not ? returning document_id as id',
  );
  const beneficiary = db.prepare(
    'update amounts set beneficiary_id = ? where document_id = ? and beneficiary = ? and beneficiary_id is not ? returning document_id as id',
  );
  const moved = new Set<string>();
  const note = (rows: unknown[]): void => {
    for (const { id } of rows as { id: string }[]) moved.add(id);
  };
  db.prepare('delete from entity_names').run();
  const name = db.prepare('insert into entity_names values (?, ?, ?)');
  const identified = new Map<string, string>();
  for (const { id, kind, name: canonical, siren, siret, rna, insee, address, names, mentions: indexes } of entities) {
    upsert.run(id, kind, canonical, siren ?? null, siret ?? null, rna ?? null, insee ?? null, address ?? null);
    for (const written of names) name.run(id, written.name, written.occurrences);
    for (const index of indexes) {
      const { carrier, documentId, name: as, partyId } = mentions[index]!;
      if (carrier === 'party') note(party.all(id, partyId, id));
      else if (carrier === 'issuer') note(issuer.all(id, documentId, id));
      else {
        note(payer.all(id, documentId, as, id));
        note(beneficiary.all(id, documentId, as, id));
      }
    }
    if (siren) identified.set(siren, id);
    if (rna) identified.set(rna, id);
  }
  note(identify(db, identified));
  db.prepare(`delete from entities where id not in (select entity_id from entity_names)`).run();
  const files = db.prepare('select distinct file_id as id from documents where id = ?');
  return new Set([...moved].flatMap((id) => (files.all(id) as { id: string }[]).map((file) => file.id)));
}

/** Numbers of bodies point at the body whose number they are. */
function identify(db: Database, identified: ReadonlyMap<string, string>): unknown[] {
  const numbers = db
    .prepare("select id, kind, value, entity_id from identifiers where kind in ('siren', 'siret', 'rna')")
    .all() as { id: string; kind: string; value: string; entity_id: string | null }[];
  const update = db.prepare('update identifiers set entity_id = ? where id = ? returning document_id as id');
  return numbers.flatMap(({ id, kind, value, entity_id: before }) => {
    const entity = identified.get(kind === 'siret' ? value.slice(0, 9) : value) ?? null;
    return entity === before ? [] : update.all(entity, id);
  });
}
