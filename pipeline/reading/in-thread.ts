import { inflateSync } from 'node:zlib';

interface Message {
  /** A part of a stream: of a page's operators, for instance. */
  readonly chunk?: object;
}

interface Listening {
  readonly signal: AbortSignal;
}

/**
 * Where the two halves of pdf.js talk to each other when both run in this thread: messages are handed over. The port that
 * it would make itself copies them, down to each letter of each page.
 */
export class InThreadPort {
  readonly #listeners = new Set<(event: { readonly data: object }) => void>();

  addEventListener(_: 'message', listener: (event: { readonly data: object }) => void, { signal }: Listening): void {
    this.#listeners.add(listener);
    signal.addEventListener('abort', () => this.#listeners.delete(listener));
  }

  postMessage({ chunk, ...message }: Message): void {
    const data = chunk ? { ...message, chunk: sealed(chunk) } : message;
    void Promise.resolve().then(() => this.#listeners.forEach((listener) => void listener({ data })));
  }
}

/** A part as it is now: its sender goes on to empty the lists that it has sent. */
const sealed = (chunk: object): object =>
  Object.fromEntries(Object.entries(chunk).map(([key, value]) => [key, Array.isArray(value) ? [...value] : value]));

/** Bytes that a stream may unpack to. Bombs are refused before a file is opened, but not those that are encrypted. */
const MOST = 2 ** 28;

/**
 * As much of `DecompressionStream` as pdf.js uses, without the machinery of streams, which costs more than the content of a
 * page does. What is damaged throws, and pdf.js then reads as much of it as it can.
 */
export class Inflation {
  #packed = new Uint8Array();
  readonly readable = this.#unpacked();
  readonly writable = {
    getWriter: () => ({
      ready: undefined,
      write: async (bytes: Uint8Array<ArrayBuffer>) => {
        this.#packed = bytes;
      },
      close: () => undefined,
    }),
  };

  constructor(
    format: string,
    readonly most = MOST,
  ) {
    if (format !== 'deflate') throw new TypeError(`Unpacks no ${format}`);
  }

  *#unpacked() {
    try {
      yield inflateSync(this.#packed, { maxOutputLength: this.most });
    } catch (error) {
      // Told empty: pdf.js would unpack what throws in its own way, without end.
      if ((error as { code?: string }).code !== 'ERR_BUFFER_TOO_LARGE') throw error;
      console.warn(`Skipping stream: it unpacks to more than ${this.most} bytes`);
    }
  }
}
