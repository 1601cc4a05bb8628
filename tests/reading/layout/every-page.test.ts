import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { layout } from '../../../pipeline/reading/layout/index.js';
import { corpus } from '../../../scripts/bench/corpus.js';
import { sheetsOf } from '../drawn.js';
import { expectTrue } from './truths.js';

const FOLDERS = ['fixtures/consistent', 'fixtures/contradicting', corpus('pdf'), corpus('real')];

describe.each(FOLDERS)('every page of %s (skipped where the folder is absent)', (folder) => {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.pdf')) : [];
  it.skipIf(files.length === 0).each(files.length > 0 ? files : ['none'])(
    '%s loses and doubles nothing',
    async (name) => {
      const sheets = await sheetsOf(new Uint8Array(readFileSync(join(folder, name))));
      expectTrue(sheets, layout(sheets));
    },
  );
});
