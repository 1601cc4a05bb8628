import { createWorker, OEM, type Worker } from 'tesseract.js';
import { type Grey, toTiff } from './grey.js';
import type { OcrSettings } from './settings.js';

export interface PixelBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A letter where tesseract saw it. */
export interface Letter {
  readonly text: string;
  readonly bbox: PixelBox;
}

export interface RawWord {
  readonly text: string;
  /** 0 to 100: that of its worst letter. */
  readonly confidence: number;
  readonly bbox: PixelBox;
  /** Empty where tesseract's two answers do not tally. */
  readonly letters: readonly Letter[];
}

/** Words that tesseract saw on one line, from left to right. */
export type RawLine = readonly RawWord[];

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
        toTiff(image),
        { tessedit_pageseg_mode: look.segmentation, user_defined_dpi: String(Math.round(dpi)) } as object,
        // Words and letters as tables: the same as one tree costs a tenth of the whole recognition more.
        { text: false, tsv: true, box: true },
      );
    })();
    try {
      const { data } = await this.#within(recognised, deadline);
      return linesOf(data.tsv ?? '', data.box ?? '', image.height);
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

const WORD_LEVEL = '5';

/** Tesseract's table of words, each with its letters from its table of letters (whose y runs upwards). */
function linesOf(words: string, boxes: string, height: number): RawLine[] {
  const letters = boxes.split('\n').flatMap((row): Letter[] => {
    const cells = row.split(' ');
    if (cells.length < 6) return [];
    const [x0, bottom, x1, top] = cells.slice(-5, -1).map(Number) as [number, number, number, number];
    return [{ text: cells.slice(0, -5).join(' '), bbox: { x0, y0: height - top, x1, y1: height - bottom } }];
  });
  let next = 0;
  const lines: RawWord[][] = [];
  let line = '';
  for (const row of words.split('\n')) {
    const [level, page, block, paragraph, lineNumber, , left, top, width, high, confidence, ...rest] = row.split('\t');
    const text = rest.join('\t');
    if (level !== WORD_LEVEL || text === '') continue;
    const own: Letter[] = [];
    let seen = '';
    while (next < letters.length && seen.length < text.length && text.startsWith(seen + letters[next]!.text)) {
      seen += letters[next]!.text;
      own.push(letters[next]!);
      next += 1;
    }
    const [x0, y0] = [Number(left), Number(top)];
    const place = [page, block, paragraph, lineNumber].join();
    if (place !== line) lines.push([]);
    line = place;
    lines.at(-1)!.push({
      text,
      confidence: Number(confidence),
      bbox: { x0, y0, x1: x0 + Number(width), y1: y0 + Number(high) },
      letters: seen === text ? own : [],
    });
  }
  return lines;
}
