import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Settings } from '../../pipeline/config.js';
import { StageLost } from '../../pipeline/runners/runner.js';
import { threadRunner } from '../../pipeline/runners/threads.js';
import { corpus } from '../../scripts/bench/corpus.js';

const FOLDER = corpus('hostile');
const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.pdf')) : [];

describe.skipIf(files.length === 0)(`broken and deceptive PDFs (skipped without ${FOLDER})`, () => {
  const settings = Settings.parse({ ocr: 'never', jobs: 2, cache: null });
  const runner = threadRunner(settings, new URL('../../dist/pipeline/runners/worker.js', import.meta.url));
  afterAll(() => runner.close());

  it.each(files)('%s comes back as sheets or as problems, in time', async (name) => {
    const began = performance.now();
    const read = await runner.run('read', { path: join(FOLDER, name) }, 30_000).catch((error: unknown) => {
      if (!(error instanceof StageLost)) throw error;
      return error;
    });
    expect(performance.now() - began).toBeLessThan(30_000);
    expect(read).not.toBeInstanceOf(StageLost);
    if ('sheets' in read) expect(read.sheets.length + read.problems.length).toBeGreaterThan(0);
  });
});
