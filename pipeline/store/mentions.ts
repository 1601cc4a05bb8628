import { plain } from '../../extractors/acts/plain.js';
import { kindOfBody } from '../../extractors/entities/bodies.js';
import type { Mention } from '../../extractors/entities/cluster.js';
import { nameKey } from '../../extractors/entities/name.js';
import type { EntityKind } from '../../models/records.js';
import type { Database } from './database.js';

/** A mention and the rows that carry its name. */
export interface Carried extends Mention {
  readonly carrier: 'party' | 'issuer' | 'amount';
  /** Of a party: its row. */
  readonly partyId?: string;
}

interface DocumentRow {
  readonly id: string;
  readonly file_id: string;
  readonly parent_id: string | null;
  readonly issuer: string | null;
}

interface PartyRow {
  readonly id: string;
  readonly document_id: string;
  readonly name: string;
  readonly role: string;
  readonly kind: EntityKind;
  readonly siren: string | null;
  readonly siret: string | null;
  readonly rna: string | null;
  readonly address: string | null;
  readonly aliases: string;
}

/** Every name of a body or person that the documents carry: their parties, issuers, payers and beneficiaries. */
export function mentionsIn(db: Database): Carried[] {
  const documents = db
    .prepare('select id, file_id, parent_id, issuer from documents order by id')
    .all() as DocumentRow[];
  const parties = db
    .prepare('select id, document_id, name, role, kind, siren, siret, rna, address, aliases from parties order by id')
    .all() as PartyRow[];
  const places = placesOf(documents, parties);
  const keys = new Map<string, string>();
  const keyed = (name: string, kind?: EntityKind): string => {
    const of = `${kind === 'person'}\n${name}`;
    let key = keys.get(of);
    if (key === undefined) {
      key = nameKey(name, kind);
      keys.set(of, key);
    }
    return key;
  };
  const kinds = new Map<string, EntityKind>();
  const mentions: Carried[] = [];
  for (const party of parties) {
    kinds.set(`${party.document_id} ${keyed(party.name, party.kind)}`, party.kind);
    mentions.push({
      carrier: 'party',
      partyId: party.id,
      documentId: party.document_id,
      name: party.name,
      kind: party.kind,
      aliases: JSON.parse(party.aliases) as string[],
      ...(party.siren ? { siren: party.siren } : {}),
      ...(party.siret ? { siret: party.siret } : {}),
      ...(party.rna ? { rna: party.rna } : {}),
      ...(party.address ? { address: party.address } : {}),
      ...placed(places, party.document_id),
    });
  }
  const kindAt = (documentId: string, name: string): EntityKind | undefined =>
    kinds.get(`${documentId} ${keyed(name)}`) ?? kinds.get(`${documentId} ${keyed(name, 'person')}`);
  for (const { id, issuer } of documents) {
    if (!issuer) continue;
    const kind = kindAt(id, issuer) ?? kindOfBody(plain(issuer)) ?? 'public_body';
    mentions.push({ carrier: 'issuer', documentId: id, name: issuer, kind, aliases: [], ...placed(places, id) });
  }
  const sides = db
    .prepare(
      `select document_id, name, count(*) as occurrences from (
         select document_id, payer as name from amounts where payer is not null
         union all select document_id, beneficiary from amounts where beneficiary is not null)
       group by document_id, name order by document_id, name`,
    )
    .all() as { document_id: string; name: string; occurrences: number }[];
  for (const { document_id: documentId, name, occurrences } of sides) {
    const known = kindAt(documentId, name);
    // "3 394 jeunes", "des partenaires locaux": a crowd is nobody.
    if (!known && !/^\p{Lu}/u.test(name) && !kindOfBody(plain(name))) continue;
    const kind = known ?? kindOfBody(plain(name)) ?? 'association';
    mentions.push({
      carrier: 'amount',
      documentId,
      name,
      kind,
      aliases: [],
      occurrences,
      ...placed(places, documentId),
    });
  }
  return mentions;
}

const placed = (places: ReadonlyMap<string, string>, id: string): { place?: string } => {
  const place = places.get(id);
  return place ? { place } : {};
};

/** Whose each document is, as a name's key: its issuer's, its container's, or that of the first act of its file. */
function placesOf(documents: readonly DocumentRow[], parties: readonly PartyRow[]): Map<string, string> {
  const issuers = new Map<string, string>();
  for (const { document_id: id, name, role, kind } of parties) {
    if ((role === 'issuer' || (role === 'grantor' && kind !== 'association' && kind !== 'person')) && !issuers.has(id))
      issuers.set(id, nameKey(name, kind));
  }
  for (const { document_id: id, name, role, kind } of parties)
    if (role === 'issuer') issuers.set(id, nameKey(name, kind));
  const own = new Map<string, string>();
  const ofFile = new Map<string, string>();
  for (const { id, file_id: file, issuer } of documents) {
    const key = issuer ? nameKey(issuer) : issuers.get(id);
    if (!key) continue;
    own.set(id, key);
    if (!ofFile.has(file)) ofFile.set(file, key);
  }
  const places = new Map<string, string>();
  for (const { id, file_id: file, parent_id: parent } of documents) {
    const place = own.get(id) ?? (parent ? own.get(parent) : undefined) ?? ofFile.get(file);
    if (place) places.set(id, place);
  }
  return places;
}
