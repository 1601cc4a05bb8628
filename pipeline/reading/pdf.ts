import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Inflation, InThreadPort } from './in-thread.js';

export type { PDFDocumentProxy, PDFPageProxy };

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

export type UnreadableCode = 'not-a-pdf' | 'empty-file' | 'truncated' | 'encrypted' | 'no-pages' | 'damaged';

/** A file that no page can be read of; `detail` is one sentence that says what to do. */
export class UnreadablePdf extends Error {
  constructor(
    readonly code: UnreadableCode,
    readonly detail: string,
  ) {
    super(detail);
    this.name = 'UnreadablePdf';
  }
}

/** What to do about each way of being unreadable. */
const DETAILS: Record<UnreadableCode, string> = {
  'not-a-pdf': 'The file does not hold a PDF; check what was published under this name and fetch it again.',
  'empty-file': 'The file is empty; fetch it again from its source.',
  truncated: 'The file ends before its PDF does; fetch it again from its source.',
  encrypted: 'The file is locked by a password; ask its publisher for an unlocked copy.',
  'no-pages': 'The PDF has no page; ask its publisher for a complete copy.',
  damaged: 'The PDF is damaged beyond repair; open it in a PDF reader, save it again, or ask for another copy.',
};

const unreadable = (code: UnreadableCode): UnreadablePdf => new UnreadablePdf(code, DETAILS[code]);

interface Halves {
  readonly pdfjs: PdfJs;
  /** The half that reads; pdf.js would have it in a thread of its own. */
  readonly reader: { initializeFromPort(port: InThreadPort): void };
}

let halves: Promise<Halves> | undefined;

/** pdf.js, loaded once a thread. */
export const pdfJs = async (): Promise<PdfJs> => (await loaded()).pdfjs;

const loaded = (): Promise<Halves> => (halves ??= load());

/**
 * pdf.js brings polyfills that replace methods of Array for good; a slow `push` alone costs a quarter of its time,
 * and the rest of the program's too; so does their JSON, written in JavaScript.
 */
async function load(): Promise<Halves> {
  const { push } = Array.prototype;
  const { parse, stringify } = JSON;
  const pdfjs: PdfJs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const { WorkerMessageHandler } = await import('pdfjs-dist/legacy/build/pdf.worker.mjs' as string);
  Object.defineProperty(Array.prototype, 'push', { value: push, writable: true, configurable: true });
  Object.assign(JSON, { parse, stringify });
  const scope = globalThis as { FontFace?: unknown; DecompressionStream: unknown };
  scope.FontFace ??= class {};
  scope.DecompressionStream = Inflation;
  return { pdfjs, reader: WorkerMessageHandler };
}

/** Paths to the library's data end in a separator; on the file system, nothing is fetched. */
const DATA_FOLDERS = (() => {
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const folder = (name: string): string => `${home}${sep}${name}${sep}`;
  return {
    cMapUrl: folder('cmaps'),
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
  };
})();

export interface OpenOptions {
  readonly password?: string;
  /** Pictures with more pixels are left out, and complained of. */
  readonly maxImagePixels?: number;
  /** Whether pdf.js tells on the console what it could not do. */
  readonly complains?: boolean;
  /** Whether no page will be drawn: the shapes of letters, a quarter of the time that text takes, are left alone. */
  readonly textOnly?: boolean;
}

/**
 * pdf.js compiles the outline of every letter unless the page's owner can load fonts itself: this one says that it can,
 * and does nothing. The fourteen fonts that a PDF need not bring along are not loaded either: it says how wide they run.
 */
const WITHOUT_SHAPES = {
  disableFontFace: false,
  ownerDocument: { fonts: { add() {}, delete() {} } } as never,
  standardFontDataUrl: null as never,
};

/**
 * Opens a PDF. Its bytes are read as pages are asked for, and must not change until then. Destroy `document.loadingTask` after use.
 * @throws UnreadablePdf
 */
export async function openPdf(bytes: Uint8Array, options: OpenOptions = {}): Promise<PDFDocumentProxy> {
  if (bytes.length === 0) throw unreadable('empty-file');
  const shape = shapeOf(bytes);
  const { pdfjs, reader } = await loaded();
  const verbosity = options.complains ? pdfjs.VerbosityLevel.WARNINGS : pdfjs.VerbosityLevel.ERRORS;
  const port = new InThreadPort();
  reader.initializeFromPort(port);
  const task = pdfjs.getDocument({
    data: bytes,
    worker: new pdfjs.PDFWorker({ port: port as never, verbosity }),
    ...DATA_FOLDERS,
    cMapPacked: true,
    useWorkerFetch: false,
    useSystemFonts: false,
    isEvalSupported: false,
    verbosity,
    maxImageSize: options.maxImagePixels ?? -1,
    ...(options.password === undefined ? {} : { password: options.password }),
    ...(options.textOnly ? WITHOUT_SHAPES : {}),
  });
  try {
    const document = await task.promise;
    if (document.numPages === 0) throw unreadable('no-pages');
    return document;
  } catch (error) {
    await task.destroy().catch(() => undefined);
    throw error instanceof UnreadablePdf ? error : unreadable(codeOf(error, shape));
  }
}

interface Shape {
  readonly begins: boolean;
  readonly ends: boolean;
}

/** Whether the bytes begin and end like a PDF: the header may follow junk, the end may be followed by some. */
function shapeOf(bytes: Uint8Array): Shape {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024));
  const tail = Buffer.from(
    bytes.buffer,
    bytes.byteOffset + Math.max(0, bytes.length - 2048),
    Math.min(2048, bytes.length),
  );
  return { begins: head.includes('%PDF-'), ends: tail.includes('%%EOF') };
}

function codeOf(error: unknown, shape: Shape): UnreadableCode {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  if (name === 'PasswordException' || /encrypt|password/i.test(message)) return 'encrypted';
  if (!shape.begins) return 'not-a-pdf';
  if (!shape.ends) return 'truncated';
  return 'damaged';
}
