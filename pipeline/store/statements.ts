import type { Statement } from 'better-sqlite3';
import type { Database } from './database.js';

/** The statements of one database, each prepared once: to prepare one costs more than most of them do. */
export class Statements {
  readonly #prepared = new Map<string, Statement>();

  constructor(readonly db: Database) {}

  of(sql: string): Statement {
    let statement = this.#prepared.get(sql);
    if (!statement) {
      statement = this.db.prepare(sql);
      this.#prepared.set(sql, statement);
    }
    return statement;
  }
}
