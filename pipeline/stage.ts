import type { Settings } from './config.js';
import type { Ocr } from './reading/ocr/index.js';

/** What a stage may use of the world. */
export interface Tools {
  readonly settings: Settings;
  /** The thread's own OCR engine, started when first asked for. */
  readonly ocr: () => Ocr;
}

/**
 * A step of the pipeline, over plain data: it runs the same inline in a test, in a worker thread, or as a job of a
 * queue, and running it twice gives the same outcome. What concerns one file is a `Problem` in the outcome; what
 * concerns the run itself (no disk, no OCR data, bad settings) is thrown.
 */
export interface Stage<In, Out> {
  readonly id: string;
  run(item: In, tools: Tools): Promise<Out>;
}
