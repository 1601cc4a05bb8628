import { nameKey } from '../../extractors/entities/name.js';
import type { FileTable, Row } from './rows.js';

/**
 * Whose each document of a file is, as a name's key: its issuer's, its container's, or that of the first act of its file
 * that says; absent where none does.
 */
export function placesOf({
  documents,
  parties,
}: Readonly<Record<Extract<FileTable, 'documents' | 'parties'>, readonly Row[]>>): Map<string, string> {
  const own = new Map<string, string>();
  for (const { id, issuer } of documents) {
    const key = issuer ? nameKey(String(issuer)) : giverIn(parties.filter((party) => party.document_id === id));
    if (key) own.set(String(id), key);
  }
  function giverIn(its: readonly Row[]): string | undefined {
    const said =
      its.findLast(({ role }) => role === 'issuer') ??
      // One that gives money is such a body where no issuer is named.
      its.find(({ role, kind }) => role === 'grantor' && kind !== 'association' && kind !== 'person');
    return said && nameKey(String(said.name), said.kind as Parameters<typeof nameKey>[1]);
  }
  const [first] = own.values();
  const places = new Map<string, string>();
  for (const { id, parent_id: parent } of documents) {
    const place = own.get(String(id)) ?? (parent ? own.get(String(parent)) : undefined) ?? first;
    if (place) places.set(String(id), place);
  }
  return places;
}
