import type { Statement } from 'better-sqlite3';
import type { Database } from '../store/database.js';

type Argument = string | number | null;

/** Reads of the database, each statement prepared once. */
export class Look {
  readonly #prepared = new Map<string, Statement>();

  constructor(readonly db: Database) {}

  all<Row>(sql: string, ...args: readonly Argument[]): Row[] {
    return this.#statement(sql).all(...args) as Row[];
  }

  one<Row>(sql: string, ...args: readonly Argument[]): Row | undefined {
    return this.#statement(sql).get(...args) as Row | undefined;
  }

  run(sql: string, ...args: readonly Argument[]): void {
    this.#statement(sql).run(...args);
  }

  #statement(sql: string): Statement {
    let statement = this.#prepared.get(sql);
    if (!statement) {
      statement = this.db.prepare(sql);
      this.#prepared.set(sql, statement);
    }
    return statement;
  }
}
