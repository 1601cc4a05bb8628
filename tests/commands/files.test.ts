import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../pipeline/store/database.js';
import { findFile } from '../../pipeline/store/find-file.js';
import { toRows } from '../../pipeline/store/rows.js';
import { Writer } from '../../pipeline/store/write.js';
import { fileOf, NOW } from '../checks/base.js';
import { zipOf } from '../sources/zip-file.js';
import { writePaper } from '../support/papers.js';
import { greffe } from '../support/program.js';

describe('what a user calls a file', () => {
  const db = openDatabase(':memory:');
  const writer = new Writer(db);
  const ids = [
    '/nord/2023/vœux.pdf',
    '/sud/2023/vœux.pdf',
    '/nord/2023/Séance_1.PDF',
    '/nord/2023/SéanceX1.pdf',
    'https://ville.example/actes/d%C3%A9lib.pdf?version=2',
    '/nord/lot.zip#mars/budget.pdf',
  ].map((uri) => {
    const records = fileOf(uri, uri, {});
    const place = { uri, bytes: 1, modifiedMs: 0 };
    const rows = toRows({ ...records, file: { ...records.file, uri } });
    writer.load([{ rows, places: [place], readWith: 'tests', at: NOW }]);
    return rows.file.id;
  });

  it.each([
    ['/nord/2023/vœux.pdf', 0],
    ['sud/2023/vœux.pdf', 1],
    ['séance_1.pdf', 2],
    ['se\u0301ance_1', 2],
    ['délib.pdf', 4],
    ['délib', 4],
    ['budget.pdf', 5],
    ['budget', 5],
    ['lot.zip#mars/budget.pdf', 5],
  ])('%s', (wanted, nth) => expect(findFile(db, wanted)).toEqual({ fileId: ids[nth] }));

  it('is its id, or that of a document', () => {
    expect(findFile(db, ids[3]!)).toEqual({ fileId: ids[3] });
    expect(findFile(db, `${ids[3]}-1`)).toEqual({ fileId: ids[3], documentId: `${ids[3]}-1` });
  });

  it('may be several files, which are told, or none', () => {
    expect(() => findFile(db, 'vœux')).toThrow(/^2 files are called vœux: .*\n {2}\w{16} {2}\/nord\/2023\/vœux\.pdf\n/);
    expect(() => findFile(db, 'séance')).toThrow(/holds nothing called séance/);
  });
});

it('a run leaves nothing in the folder for temporary files', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'greffe-files-'));
  const paper = await writePaper(folder, 1);
  writeFileSync(join(folder, 'lot.zip'), zipOf({ name: 'a.pdf', data: readFileSync(paper) }));
  writeFileSync(join(folder, 'broken.pdf'), '%PDF-1.4 and no more');
  const before = process.env.TMPDIR;
  const temporary = join(folder, 'temporary');
  mkdirSync(temporary);
  process.env.TMPDIR = temporary;
  try {
    const places = [
      join(folder, 'lot.zip'),
      join(folder, 'broken.pdf'),
      'fixtures/scans/deliberation-subventions-scan-gris.pdf',
    ];
    const options = ['--db', join(folder, 'x.sqlite'), '--downloads', join(folder, 'downloads'), '--jobs', '2'];
    expect((await greffe('ingest', ...places, ...options)).status).toBe(2);
    expect((await greffe('ingest', 'nowhere.pdf', ...options)).status).toBe(1);
    expect(readdirSync(temporary)).toEqual([]);
  } finally {
    process.env.TMPDIR = before;
  }
});
