import { plain } from '../../extractors/acts/plain.js';
import { kindOfBody } from '../../extractors/entities/bodies.js';
import { identifiedNearby, linkKeys, type Mention } from '../../extractors/entities/mention.js';
import { nameKey } from '../../extractors/entities/name.js';
import type { EntityKind } from '../../models/records.js';
import { contentId, keyNumber } from './ids.js';
import { placesOf } from './places.js';
import type { FileTable, Row, Value } from './rows.js';

type Tables = Readonly<Record<FileTable, readonly Row[]>>;

/** A name, the records of a file that carry it, and the keys that it may share with others; rows as `NAME` and `CARRIER` say. */
export interface NameRows {
  readonly id: string;
  readonly name: readonly Value[];
  readonly carriers: readonly (readonly Value[])[];
  readonly keys: readonly number[];
}

export const NAME = ['id', 'name', 'kind', 'aliases', 'siren', 'siret', 'rna', 'address', 'place', 'near'] as const;
export const CARRIER = ['document_id', 'carrier', 'name_id', 'occurrences'] as const;

/** A mention, and which rows of a document carry its name: a party's, by its id, its `issuer`, or its `amounts`. */
interface Carried {
  readonly mention: Mention;
  readonly carrier: string;
  readonly occurrences: number;
}

/** Every name of a body or person that a file's rows carry: parties, issuers, payers and beneficiaries. */
export function namesOf(tables: Tables): NameRows[] {
  const found = new Map<string, NameRows & { carriers: Value[][] }>();
  const places = placesOf(tables);
  for (const document of tables.documents) {
    const documentId = String(document.id);
    const carried = carriedBy(document, tables, places.get(documentId) ?? documentId);
    const mentions = identifiedNearby(carried.map(({ mention }) => mention));
    for (const [i, { carrier, occurrences }] of carried.entries()) {
      const mention = mentions[i]!;
      const told = toldBy(mention);
      const id = contentId('name', ...told);
      let known = found.get(id);
      if (!known) {
        known = { id, name: [id, ...told], carriers: [], keys: linkKeys(mention).map(keyNumber) };
        found.set(id, known);
      }
      known.carriers.push([documentId, carrier, id, occurrences]);
    }
  }
  return [...found.values()];
}

/** What the records of one document carry. */
function carriedBy(document: Row, tables: Tables, place: string): Carried[] {
  const of = (rows: readonly Row[]): Row[] => rows.filter((row) => row.document_id === document.id);
  const carried: Carried[] = [];
  const kinds = new Map<string, EntityKind>();
  for (const party of of(tables.parties)) {
    const mention = mentionOf({ ...party, place });
    kinds.set(nameKey(mention.name, mention.kind), mention.kind);
    carried.push({ mention, carrier: String(party.id), occurrences: 1 });
  }
  const kindAt = (name: string): EntityKind | undefined =>
    kinds.get(nameKey(name)) ?? kinds.get(nameKey(name, 'person')) ?? kindOfBody(plain(name));
  if (document.issuer) {
    const name = String(document.issuer);
    const mention = { name, kind: kindAt(name) ?? 'public_body', aliases: [], place };
    carried.push({ mention, carrier: 'issuer', occurrences: 1 });
  }
  const sums = new Map<string, number>();
  for (const name of of(tables.amounts).flatMap(({ payer, beneficiary }) => [payer, beneficiary])) {
    if (typeof name === 'string') sums.set(name, (sums.get(name) ?? 0) + 1);
  }
  for (const [name, occurrences] of sums) {
    const kind = kindAt(name);
    // "3 394 jeunes", "des partenaires locaux": a crowd is nobody.
    if (!kind && !/^\p{Lu}/u.test(name)) continue;
    carried.push({
      mention: { name, kind: kind ?? 'association', aliases: [], place },
      carrier: 'amounts',
      occurrences,
    });
  }
  return carried;
}

/** The columns of `NAME` behind its id. */
const toldBy = ({ name, kind, aliases, siren, siret, rna, address, place, near }: Mention) => [
  name,
  kind,
  JSON.stringify(aliases),
  siren ?? null,
  siret ?? null,
  rna ?? null,
  address ?? null,
  place,
  near ?? null,
];

/** A mention from a row of `names`, or of `parties` with its place. */
export const mentionOf = (row: Row): Mention => ({
  name: String(row.name),
  kind: row.kind as EntityKind,
  aliases: JSON.parse(String(row.aliases)) as string[],
  place: String(row.place),
  ...Object.fromEntries(
    ['siren', 'siret', 'rna', 'address', 'near', 'records', 'occurrences'].flatMap((column) =>
      row[column] === null || row[column] === undefined ? [] : [[column, row[column]]],
    ),
  ),
});
