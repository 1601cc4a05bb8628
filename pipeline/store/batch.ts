import type { Loaded, Writer } from './write.js';

/** A transaction costs more than a small file's rows: this many files share one … */
const FILES = 64;
/** … unless a file has waited so long (ms): a stop at any moment repeats what was read since, and no more. */
const PATIENCE = 250;

/** Files that were read, on their way into the database together. */
export class Batch {
  #waiting: Loaded[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** `written` hears of each file once it is in the database, `failed` of what could not be written. */
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
    // One file must not take its neighbours down: each by itself, and only what fails again is lost.
    for (const file of files) {
      const error = this.#write([file]);
      if (error !== undefined) this.failed(error);
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
