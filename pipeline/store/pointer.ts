import { fileOf } from './ids.js';
import type { Statements } from './statements.js';

interface Carrier {
  readonly document: string;
  readonly carrier: string;
  readonly name: string;
  readonly entity: string;
}

const CARRIERS = `select carriers.document_id as document, carrier, name, entity_id as entity
  from carriers join names on names.id = name_id`;

/** Lets the records that carry a name or a number point at the entity whose it is. */
export class Pointer {
  /** Files of records that pointed elsewhere. */
  readonly moved = new Set<string>();

  constructor(readonly statements: Statements) {}

  /** All names in a file. */
  pointFile(fileId: string): void {
    const sql = `${CARRIERS} where document_id >= ? || '-' and document_id < ? || '.'`;
    for (const carrier of this.statements.of(sql).all(fileId, fileId) as Carrier[]) this.#point(carrier);
  }

  /** A name wherever it stands. */
  pointName(nameId: string): void {
    for (const carrier of this.statements.of(`${CARRIERS} where name_id = ?`).all(nameId) as Carrier[]) {
      this.#point(carrier);
    }
  }

  /** Numbers of bodies point at the body whose number they are, where there is one. */
  identify(numbers: Iterable<string>, identified: ReadonlyMap<string, string>): void {
    for (const number of new Set(numbers)) {
      const entity = identified.get(number) ?? null;
      for (const documents of [
        this.#ofKind('siren', entity, number, number),
        this.#ofKind('rna', entity, number, number),
        this.#ofKind('siret', entity, number, `${number}:`),
      ])
        for (const document of documents) this.moved.add(fileOf(document));
    }
  }

  #ofKind(kind: string, entity: string | null, first: string, last: string): string[] {
    return this.statements
      .of(
        `update identifiers set entity_id = @entity
         where kind = @kind and value between @first and @last and entity_id is not @entity returning document_id`,
      )
      .pluck()
      .all({ kind, entity, first, last }) as string[];
  }

  #point({ document, carrier, name, entity }: Carrier): void {
    const of = this.statements.of.bind(this.statements);
    const { changes } =
      carrier === 'issuer'
        ? of('update documents set issuer_id = ? where id = ? and issuer_id is not ?').run(entity, document, entity)
        : carrier === 'amounts'
          ? of(
              `update amounts set payer_id = iif(payer = @name, @entity, payer_id),
                 beneficiary_id = iif(beneficiary = @name, @entity, beneficiary_id)
               where document_id = @document
                 and (payer = @name and payer_id is not @entity or beneficiary = @name and beneficiary_id is not @entity)`,
            ).run({ document, name, entity })
          : of('update parties set entity_id = ? where id = ? and entity_id <> ?').run(entity, carrier, entity);
    if (changes > 0) this.moved.add(fileOf(document));
  }
}
