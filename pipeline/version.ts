import { readFileSync } from 'node:fs';
import type { Settings } from './config.js';
import { MIGRATIONS } from './store/migrations/index.js';

/** The program's version, as package.json says it. */
export const VERSION: string = findVersion();

/** What a file's records depend on besides its bytes: read again when it changes. */
export const readWith = (settings: Pick<Settings, 'ocr'>): string =>
  `${VERSION} schema ${MIGRATIONS.at(-1)?.id} ocr ${settings.ocr}`;

/** From sources, package.json stands one folder up; from dist, two. */
function findVersion(): string {
  for (const up of ['..', '../..']) {
    try {
      const found = JSON.parse(readFileSync(new URL(`${up}/package.json`, import.meta.url), 'utf8'));
      if (found.name === 'greffe') return found.version;
    } catch {}
  }
  throw new Error('package.json of greffe is not where it should be: install the package again.');
}
