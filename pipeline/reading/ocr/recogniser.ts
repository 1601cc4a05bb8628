import { createWorker, OEM, type Worker } from 'tesseract.js';
import { type Grey, toPgm } from './grey.js';
import type { OcrSettings } from './settings.js';

/** A letter as tesseract saw it. */
export interface Letter {
  readonly text: string;
  /** 0 to 100. */
  readonly confidence: number;
  readonly bbox: PixelBox;
}

export interface PixelBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface RawWord {
  readonly text: string;
  /** 0 to 100. */
  readonly confidence: number;
  readonly bbox: PixelBox;
  readonly symbols: readonly Letter[];
}

export interface RawLine {
  readonly words: readonly RawWord[];
  readonly bbox: PixelBox;
  /** Where the letters stand at the line's left and right ends. */
  readonly baseline: PixelBox;
  /** Height of its type, in pixels. */
  readonly rowHeight: number;
}

/** The recogniser did not answer in time, or its thread died. */
export class RecogniserFailed extends Error {}

/** Page segmentation: one column of text of variable sizes; one block; one line; scattered text. */
export type Segmentation = '4' | '6' | '7' | '11' | '3';

export interface Look {
  readonly segmentation: Segmentation;
  readonly digitsOnly?: boolean;
}

/**
 * One tesseract worker, started at first use, renewed after a number of pages and replaced when it fails.
 * Calls must follow each other.
 */
export class Recogniser {
  readonly #settings: OcrSettings;
  #worker: Worker | null = null;
  #failed: Promise<never> | null = null;
  #pages = 0;
  #digitsOnly = false;

  constructor(settings: OcrSettings) {
    this.#settings = settings;
  }

  /** Lines of a picture. Throws `RecogniserFailed` past `deadline` (milliseconds from now). */
  async lines(image: Grey, look: Look, dpi: number, deadline: number): Promise<RawLine[]> {
    const worker = await this.#ready(deadline);
    const recognised = (async () => {
      if ((look.digitsOnly ?? false) !== this.#digitsOnly) {
        this.#digitsOnly = look.digitsOnly ?? false;
        await worker.setParameters({ tessedit_char_whitelist: this.#digitsOnly ? '0123456789 .,-+%€()/' : '' });
      }
      return worker.recognize(
        toPgm(image),
        { tessedit_pageseg_mode: look.segmentation, user_defined_dpi: String(Math.round(dpi)) } as object,
        { blocks: true, text: false },
      );
    })();
    try {
      const { data } = await this.#within(recognised, deadline);
      return (data.blocks ?? []).flatMap((block) =>
        block.paragraphs.flatMap((paragraph) =>
          paragraph.lines.map(
            (line): RawLine => ({
              words: line.words,
              bbox: line.bbox,
              baseline: line.baseline,
              rowHeight: line.rowAttributes?.rowHeight ?? line.bbox.y1 - line.bbox.y0,
            }),
          ),
        ),
      );
    } catch (error) {
      await this.close();
      throw error instanceof RecogniserFailed ? error : new RecogniserFailed(String(error));
    }
  }

  /** Marks the end of a page; the next one may get a fresh worker. */
  async pageDone(): Promise<void> {
    this.#pages += 1;
    if (this.#pages >= this.#settings.pagesPerRecogniser) await this.close();
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    this.#failed = null;
    this.#pages = 0;
    this.#digitsOnly = false;
    await worker?.terminate();
  }

  async #ready(deadline: number): Promise<Worker> {
    if (this.#worker) return this.#worker;
    let fail: (reason: Error) => void = () => {};
    this.#failed = new Promise<never>((_, reject) => {
      fail = reject;
    });
    this.#failed.catch(() => {});
    const starting = createWorker('fra', OEM.LSTM_ONLY, {
      langPath: this.#settings.languageData,
      cacheMethod: 'none',
      gzip: true,
      // A dead thread leaves its promises pending and a bad picture rejects twice: both end here.
      errorHandler: (reason: unknown) => fail(new RecogniserFailed(String(reason))),
    });
    const worker = await this.#within(starting, deadline).catch((error: unknown) => {
      void starting.then((late) => late.terminate()).catch(() => {});
      throw new RecogniserFailed(`the recogniser did not start: ${String(error)}`);
    });
    const thread = (worker as unknown as { worker: import('node:worker_threads').Worker }).worker;
    thread.once('exit', () => fail(new RecogniserFailed('the recogniser thread ended')));
    thread.once('error', (error) => fail(new RecogniserFailed(String(error))));
    await this.#within(worker.setParameters({ tessedit_do_invert: '0', debug_file: '/dev/null' }), deadline);
    this.#worker = worker;
    return worker;
  }

  async #within<T>(work: Promise<T>, deadline: number): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new RecogniserFailed(`no answer within ${Math.round(deadline / 1000)} s`)),
        Math.max(1, deadline),
      );
    });
    try {
      return await Promise.race([work, late, ...(this.#failed ? [this.#failed] : [])]);
    } finally {
      clearTimeout(timer);
    }
  }
}
