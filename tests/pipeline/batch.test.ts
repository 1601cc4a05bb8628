import { afterEach, beforeEach, expect, it } from 'vitest';
import { Batch } from '../../pipeline/store/batch.js';
import type { Database } from '../../pipeline/store/database.js';
import { toRows } from '../../pipeline/store/rows.js';
import { type Loaded, Writer } from '../../pipeline/store/write.js';
import { emptyDatabase, fileOf, NOW } from '../checks/base.js';

let db: Database;
beforeEach(() => {
  db = emptyDatabase();
});
afterEach(() => db.close());

const loaded = (name: string): Loaded => ({
  rows: toRows(fileOf(name, 'Le conseil décide.', {})),
  places: [{ uri: `/${name}`, bytes: 1, modifiedMs: 1 }],
  readWith: 'tests',
  at: NOW,
});

/** A problem without words breaks the schema. */
const unwritable = (name: string): Loaded => {
  const file = loaded(name);
  const wordless = { page: null, stage: 'read', code: 'late', detail: null as unknown as string };
  return { ...file, rows: { ...file.rows, problems: [wordless] } };
};

const names = (): unknown[] => db.prepare('select name from files order by name').pluck().all();

function batchOf() {
  const written: string[] = [];
  const failures: unknown[] = [];
  const batch = new Batch(
    new Writer(db),
    ({ rows }) => written.push(rows.file.name),
    (error) => failures.push(error),
  );
  return { batch, written, failures };
}

it('a file that cannot be written goes to quarantine and takes none of those that wait with it away', () => {
  const { batch, written, failures } = batchOf();
  batch.add(loaded('a.pdf'));
  batch.add(unwritable('b.pdf'));
  batch.add(loaded('c.pdf'));
  expect(names()).toEqual([]);
  batch.flush();
  expect(written).toEqual(['a.pdf', 'b.pdf', 'c.pdf']);
  expect(failures).toEqual([]);
  expect(db.prepare('select name, status from files order by name').raw().all()).toEqual([
    ['a.pdf', 'loaded'],
    ['b.pdf', 'quarantined'],
    ['c.pdf', 'loaded'],
  ]);
  expect(db.prepare('select stage, code, detail from problems').raw().all()).toEqual([
    ['load', 'unwritable', expect.stringContaining('problems.detail')],
  ]);
});

it('a database that cannot be written stops the run: no file is to blame', () => {
  const { batch, written, failures } = batchOf();
  batch.add(loaded('a.pdf'));
  db.pragma('query_only = on');
  batch.flush();
  expect(written).toEqual([]);
  expect(String(failures[0])).toContain('readonly');
});

it('nothing waits for ever: what was read is written though no other file comes', async () => {
  await new Promise<void>((resolve, reject) => {
    new Batch(new Writer(db), () => resolve(), reject).add(loaded('alone.pdf'));
  });
  expect(names()).toEqual(['alone.pdf']);
});
