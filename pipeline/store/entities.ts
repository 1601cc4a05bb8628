import { clusterEntities } from '../../extractors/entities/cluster.js';
import type { Entity } from '../../extractors/entities/entity.js';
import { sirenOf } from '../../extractors/entities/mention.js';
import type { Database } from './database.js';
import { entityId } from './ids.js';
import { Names, type StoredName } from './name-groups.js';
import { Pointer } from './pointer.js';
import { Statements } from './statements.js';

/**
 * Who is who across all documents: `entities`, `entity_names` and every column that points at an entity. Names whose
 * carriers changed are asked anew, with all names that they may share a body with, and no others: the outcome is that of
 * asking all of them, whatever the order in which documents came and went. What no document names any more goes.
 * Returns the files whose records now point elsewhere.
 */
export function relateEntities(db: Database): Set<string> {
  const statements = new Statements(db);
  const names = new Names(statements);
  const pointer = new Pointer(statements);
  const changed = statements.of('select file_id from unchecked').pluck().all() as string[];
  const settled = new Set<string>();
  for (const seed of [...names.unsettled(), ...changed.flatMap((file) => names.numberedIn(file))]) {
    if (settled.has(seed)) continue;
    const group = names.around(seed);
    for (const { id } of group) settled.add(id);
    settle(group, statements, names, pointer);
  }
  for (const file of changed) pointer.pointFile(file);
  statements.of('delete from unsettled').run();
  dropNobodies(statements);
  return pointer.moved;
}

type Known = Entity & { readonly id: string };

/** Who is who among names that are compared with no others. */
function settle(group: readonly StoredName[], statements: Statements, names: Names, pointer: Pointer): void {
  const carried = group.filter(({ mention }) => mention.records! > 0);
  const entities = clusterEntities(carried.map(({ mention }) => mention)).map(
    (entity): Known => ({ ...entity, id: entityId(entity.key) }),
  );
  for (const entity of entities) {
    writeEntity(entity, statements);
    for (const index of entity.mentions) {
      const { id, entityId: before } = carried[index]!;
      if (before === entity.id) continue;
      statements.of('update names set entity_id = ? where id = ?').run(entity.id, id);
      // The records of a name that is new are those of files that changed: they are pointed together.
      if (before !== null) pointer.pointName(id);
    }
  }
  writeNames(
    entities,
    group.flatMap(({ entityId: before }) => before ?? []),
    statements,
  );
  pointer.identify(
    group.flatMap(({ mention }) => [sirenOf(mention) ?? [], mention.rna ?? []].flat()),
    new Map(entities.flatMap(({ id, siren, rna }) => [siren ?? [], rna ?? []].flat().map((number) => [number, id]))),
  );
  for (const name of group) if (name.mention.records === 0) names.drop(name);
}

const COLUMNS = ['kind', 'name', 'siren', 'siret', 'rna', 'insee_code', 'address'] as const;

/** Writes what an entity is, where it is new or differs. */
function writeEntity({ id, insee, ...told }: Known, statements: Statements): void {
  const values = COLUMNS.map((column) => (column === 'insee_code' ? insee : told[column]) ?? null);
  statements
    .of(
      `insert into entities (id, ${COLUMNS.join(', ')}) values (?, ${COLUMNS.map(() => '?').join(', ')})
       on conflict (id) do update set ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}
       where (${COLUMNS.map((column) => `entities.${column}`).join(', ')}) is not (${COLUMNS.map((column) => `excluded.${column}`).join(', ')})`,
    )
    .run(id, ...values);
}

/** Every way in which a document writes each entity. `before`: entities that the names were of. */
function writeNames(entities: readonly Known[], before: readonly string[], statements: Statements): void {
  const wanted = new Map(entities.map(({ id, names }) => [id, names]));
  for (const id of new Set([...before, ...wanted.keys()])) {
    const there = new Map(
      statements.of('select name, occurrences from entity_names where entity_id = ?').raw().all(id) as [
        string,
        number,
      ][],
    );
    for (const { name, occurrences } of wanted.get(id) ?? []) {
      if (there.get(name) !== occurrences)
        statements
          .of('insert into entity_names values (?, ?, ?) on conflict do update set occurrences = excluded.occurrences')
          .run(id, name, occurrences);
      there.delete(name);
    }
    for (const name of there.keys())
      statements.of('delete from entity_names where entity_id = ? and name = ?').run(id, name);
  }
}

/** Entities that nothing names: those of names that went, and those that parties had until they were related. */
function dropNobodies(statements: Statements): void {
  const pointers = ['names.entity_id', 'parties.entity_id', 'documents.issuer_id', 'amounts.payer_id'];
  const nobody = [...pointers, 'amounts.beneficiary_id', 'identifiers.entity_id']
    .map((column) => `not exists (select 1 from ${column.split('.')[0]} where ${column} = entities.id)`)
    .join(' and ');
  statements.of(`delete from entity_names where entity_id in (select id from entities where ${nobody})`).run();
  statements.of(`delete from entities where ${nobody}`).run();
}
