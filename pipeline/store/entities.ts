import type { Database } from './database.js';
import { contentId } from './ids.js';

/** Gives an entity to each name that the documents' parties, amounts and headings carry. */
export function linkEntities(db: Database, documentIds: readonly string[]): void {
  const entity = db.prepare('insert into entities (id, kind, name) values (?, ?, ?) on conflict (id) do nothing');
  const known = new Map<string, string>();
  const idOf = (name: string): string => contentId('entity', nameKey(name));
  for (const documentId of documentIds) {
    const parties = db.prepare('select id, name, kind from parties where document_id = ?').all(documentId) as {
      id: string;
      name: string;
      kind: string;
    }[];
    for (const party of parties) {
      entity.run(idOf(party.name), party.kind, party.name);
      known.set(idOf(party.name), party.name);
      db.prepare('update parties set entity_id = ? where id = ?').run(idOf(party.name), party.id);
    }
  }
}

/** Case, accents and punctuation folded away. */
const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
