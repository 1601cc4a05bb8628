import { linkKeys, type Mention, primaryKey } from '../../extractors/entities/mention.js';
import { isSlipKey, misread } from '../../extractors/entities/slips.js';
import { keyNumber } from './ids.js';
import { mentionOf } from './names.js';
import type { Row } from './rows.js';
import type { Statements } from './statements.js';

/** A name of the database, how many records carry it, and who it was found to be. */
export interface StoredName {
  readonly id: string;
  readonly mention: Mention;
  readonly entityId: string | null;
}

/** The names of the database, by what they share. */
export class Names {
  constructor(readonly statements: Statements) {}

  /** Those whose carriers changed. */
  unsettled(): string[] {
    return this.statements.of('select name_id from unsettled order by name_id').pluck().all() as string[];
  }

  /** Those of the bodies whose numbers a file holds. */
  numberedIn(fileId: string): string[] {
    // The plus keeps SQLite from going through all numbers of these kinds.
    const numbers = this.statements
      .of(
        `select distinct case kind when 'siret' then 'siren:' || substr(value, 1, 9) else kind || ':' || value end from identifiers
         where document_id >= ? || '-' and document_id < ? || '.' and +kind in ('siren', 'siret', 'rna')`,
      )
      .pluck()
      .all(fileId, fileId) as string[];
    return numbers.flatMap((number) => this.#sharing(number));
  }

  /** All names that may be one body's with this one, directly or through others; of a name that is gone, none. */
  around(seed: string): StoredName[] {
    const found = new Map<string, StoredName>();
    const asked = new Set<string>();
    const open = [seed];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const name = found.has(id) ? undefined : this.#read(id);
      if (!name) continue;
      found.set(id, name);
      const primary = primaryKey(name.mention);
      for (const key of linkKeys(name.mention)) {
        const slip = isSlipKey(key);
        // Many names have one key, and differ in what else is said of them: what is a slip away is asked once.
        const question = slip ? `${key} ${primary}` : key;
        if (asked.has(question)) continue;
        asked.add(question);
        open.push(...(slip ? this.#misread(key, primary) : this.#sharing(key)));
      }
    }
    return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Takes back a name that nothing carries. */
  drop({ id, mention }: StoredName): void {
    for (const key of linkKeys(mention)) {
      this.statements.of('delete from name_keys where key = ? and name_id = ?').run(keyNumber(key), id);
    }
    this.statements.of('delete from names where id = ?').run(id);
  }

  #sharing(key: string): string[] {
    return this.statements.of('select name_id from name_keys where key = ?').pluck().all(keyNumber(key)) as string[];
  }

  /** Of the many that share what slips leave of a name, those that are a slip away from it. */
  #misread(slip: string, primary: string): string[] {
    const alike = this.statements
      .of('select id, name, kind, place, aliases from name_keys join names on id = name_id where key = ?')
      .all(keyNumber(slip)) as Row[];
    return alike.filter((row) => misread(primary, primaryKey(mentionOf(row)))).map(({ id }) => String(id));
  }

  #read(id: string): StoredName | undefined {
    const row = this.statements
      .of(
        `select names.*, count(carriers.name_id) as records, sum(carriers.occurrences) as occurrences
         from names left join carriers on carriers.name_id = names.id where names.id = ?`,
      )
      .get(id) as Row;
    return row.id === null ? undefined : { id, mention: mentionOf(row), entityId: row.entity_id as string | null };
  }
}
