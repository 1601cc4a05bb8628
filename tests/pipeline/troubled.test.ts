import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Settings } from '../../pipeline/config.js';
import { ingest } from '../../pipeline/ingest.js';
import { inlineRunner } from '../../pipeline/runners/inline.js';
import type { Found } from '../../pipeline/sources/source.js';
import { closeDatabase, openDatabase } from '../../pipeline/store/database.js';
import { writePaper } from '../support/papers.js';

it('a paper that could not be had, and then can, is a problem no more', async () => {
  const path = await writePaper(mkdtempSync(join(tmpdir(), 'greffe-troubled-')), 1);
  const uri = 'https://ville.example/1.pdf';
  const settings = Settings.parse({ jobs: 1, cache: null, ocr: 'never' });
  const runner = inlineRunner(settings);
  const db = openDatabase(':memory:');
  const night = async (found: Found): Promise<unknown> => {
    await ingest(db, { find: () => [found] }, { settings, runner, now: () => '2024-01-01T00:00:00Z', command: 'test' });
    return db.prepare('select uri, code from problems').all();
  };
  try {
    const failing: Found = { uri, problem: { stage: 'intake', code: 'http-503', detail: 'Try again later.' } };
    expect(await night(failing)).toEqual([{ uri, code: 'http-503' }]);
    expect(await night({ uri, path })).toEqual([]);
    // A failure of one night takes nothing of what was read before; a paper that did not change solves it, too.
    expect(await night(failing)).toHaveLength(1);
    expect(db.prepare('select count(*) from files').pluck().get()).toBe(1);
    expect(await night({ uri, path })).toEqual([]);
  } finally {
    await runner.close();
    closeDatabase(db);
  }
});
