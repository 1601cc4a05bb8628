import type { Settings } from '../config.js';
import { createOcr, type Ocr } from '../reading/ocr/index.js';
import type { Tools } from '../stage.js';

/** Tools for one thread; `close` ends what was started. */
export function createTools(settings: Settings): Tools & { close(): Promise<void> } {
  let ocr: Ocr | undefined;
  return {
    settings,
    ocr: () =>
      (ocr ??= createOcr({
        cacheDir: settings.cache,
        maxImagePixels: settings.maxImagePixels,
        // The recogniser gives up first: its page is then lost with a reason, and the thread is not.
        pageDeadlineMs: Math.round(settings.ocrDeadline * 0.85),
      })),
    close: async () => ocr?.close(),
  };
}
