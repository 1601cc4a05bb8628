import type { nameKey } from '../../extractors/entities/name.js';
import type { Database } from './database.js';

/** Whose each document is, as a name's key: its issuer's, its container's, or that of the first act of its file. */
export function placesOf(db: Database, keyOf: typeof nameKey): Map<string, string> {
  const issuers = issuersOf(db, keyOf);
  const documents = db.prepare('select id, file_id, parent_id, issuer from documents order by id').raw().all() as [
    id: string,
    fileId: string,
    parentId: string | null,
    issuer: string | null,
  ][];
  const own = new Map<string, string>();
  const ofFile = new Map<string, string>();
  for (const [id, file, , issuer] of documents) {
    const key = issuer ? keyOf(issuer) : issuers.get(id);
    if (!key) continue;
    own.set(id, key);
    if (!ofFile.has(file)) ofFile.set(file, key);
  }
  const places = new Map<string, string>();
  for (const [id, file, parent] of documents) {
    const place = own.get(id) ?? (parent ? own.get(parent) : undefined) ?? ofFile.get(file);
    if (place) places.set(id, place);
  }
  return places;
}

/** The body that a document's parties say it comes from; one that gives money is such a body where no issuer is named. */
function issuersOf(db: Database, keyOf: typeof nameKey): Map<string, string> {
  const issuers = new Map<string, string>();
  const parties = db
    .prepare(
      `select document_id, name, role, kind from parties
       where role = 'issuer' or (role = 'grantor' and kind not in ('association', 'person')) order by document_id, rowid`,
    )
    .raw()
    .all() as [documentId: string, name: string, role: string, kind: never][];
  for (const [id, name, , kind] of parties) if (!issuers.has(id)) issuers.set(id, keyOf(name, kind));
  for (const [id, name, role, kind] of parties) if (role === 'issuer') issuers.set(id, keyOf(name, kind));
  return issuers;
}
