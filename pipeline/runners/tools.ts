import type { Settings } from '../config.js';
import { createOcr, type Ocr } from '../reading/ocr/index.js';
import type { Tools } from '../stage.js';

/** Tools for one thread; `close` ends what was started. */
export function createTools(settings: Settings): Tools & { close(): Promise<void> } {
  let ocr: Ocr | undefined;
  return {
    settings,
    ocr: () => (ocr ??= createOcr({ cacheDir: settings.cache })),
    close: async () => ocr?.close(),
  };
}
