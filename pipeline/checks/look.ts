import type { Database } from '../store/database.js';
import { Statements } from '../store/statements.js';

type Argument = string | number | null;

/** What checks ask of the database. */
export class Look {
  readonly #statements: Statements;

  constructor(readonly db: Database) {
    this.#statements = new Statements(db);
  }

  all<Row>(sql: string, ...args: readonly Argument[]): Row[] {
    return this.#statements.of(sql).all(...args) as Row[];
  }

  one<Row>(sql: string, ...args: readonly Argument[]): Row | undefined {
    return this.#statements.of(sql).get(...args) as Row | undefined;
  }

  run(sql: string, ...args: readonly Argument[]): void {
    this.#statements.of(sql).run(...args);
  }
}
