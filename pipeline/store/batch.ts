import Sqlite from 'better-sqlite3';
import { quarantined } from './rows.js';
import type { Loaded, Writer } from './write.js';

/** A transaction costs more than a small file's rows: this many files share one … */
const FILES = 64;
/** … unless a file has waited so long (ms): a stop at any moment repeats what was read since, and no more. */
const PATIENCE = 250;

/** Files that were read, on their way into the database together. */
export class Batch {
  #waiting: Loaded[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** `written` hears of each file once it is in the database, `failed` of what keeps the database from being written. */
  constructor(
    readonly writer: Writer,
    readonly written: (file: Loaded) => void,
    readonly failed: (error: unknown) => void,
  ) {}

  add(file: Loaded): void {
    this.#waiting.push(file);
    if (this.#waiting.length >= FILES) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), PATIENCE);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const files = this.#waiting;
    this.#waiting = [];
    if (files.length === 0 || this.#write(files) === undefined) return;
    // One file must not take its neighbours down: each by itself, and what fails again goes to quarantine.
    for (const file of files) {
      const error = this.#write([file]);
      if (error === undefined) continue;
      const lasting = ofDatabase(error) ? error : this.#write([refused(file, error)]);
      if (lasting !== undefined) this.failed(lasting);
    }
  }

  /** What went wrong, if anything did: then nothing is written. */
  #write(files: readonly Loaded[]): unknown {
    try {
      this.writer.load(files);
    } catch (error) {
      return error;
    }
    for (const file of files) this.written(file);
    return undefined;
  }
}

/** Whether no file could be written: a full disk, a lock, a database that is damaged or not ours. */
const ofDatabase = (error: unknown): boolean =>
  error instanceof Sqlite.SqliteError && !/^SQLITE_(?:CONSTRAINT|MISMATCH|TOOBIG|RANGE)/.test(error.code);

/** A file whose rows the database refuses. */
function refused(file: Loaded, error: unknown): Loaded {
  const detail = `What was read in the file cannot be written (${String(error)}): please report it.`;
  return { ...file, rows: quarantined(file.rows.file, { stage: 'load', code: 'unwritable', detail }) };
}
