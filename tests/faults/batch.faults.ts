import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Settings } from '../../pipeline/config.js';
import { ingest } from '../../pipeline/ingest.js';
import { threadRunner } from '../../pipeline/runners/threads.js';
import { paths } from '../../pipeline/sources/paths.js';
import { openDatabase } from '../../pipeline/store/database.js';
import { corpus } from '../../scripts/bench/corpus.js';
import { dump } from '../support/dump.js';
import { ended, greffe, rowsOf, startGreffe } from '../support/program.js';

const folder = mkdtempSync(join(tmpdir(), 'greffe-faults-'));
const archive = join(folder, 'archive');
const undisturbed = join(folder, 'undisturbed.sqlite');
let expected: string[];

beforeAll(async () => {
  execFileSync(process.execPath, ['dist/scripts/make-fixtures/archive.js', '300', archive, '7']);
  execFileSync('cp', ['-r', 'fixtures', archive]);
  await greffe('ingest', archive, '--db', undisturbed);
  expected = rowsOf(undisturbed);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Whole, and equal to an undisturbed run, row by row. */
function expectUndisturbed(path: string): void {
  const db = new Sqlite(path, { readonly: true });
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.pragma('foreign_key_check')).toEqual([]);
  db.close();
  expect(rowsOf(path)).toEqual(expected);
}

function filesIn(path: string): number {
  const db = openDatabase(path);
  const { n } = db.prepare('select count(*) as n from files').get() as { n: number };
  db.close();
  return n;
}

/** A small generator of pseudo-random numbers in [0, 1), the same in every run (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('a batch', () => {
  it('that is killed 50 times at random points loses nothing', async () => {
    const path = join(folder, 'killed.sqlite');
    const roll = dice(42);
    let kills = 0;
    while (kills < 50) {
      const child = startGreffe('ingest', archive, '--db', path, '--progress', 'plain');
      const writing = new Promise((resolve) => child.stderr?.once('data', resolve));
      // Every other time it is starting, else it has begun to write, however slow the machine is.
      const point = kills % 2 === 0 ? wait(150 + roll() * 700) : writing.then(() => wait(roll() * 700));
      await Promise.race([ended(child), point]);
      // One that came to its end first is begun anew.
      if (child.exitCode === null) kills += 1;
      else rmSync(path, { force: true });
      child.kill('SIGKILL');
      await ended(child);
    }
    expect(filesIn(path)).toBeGreaterThan(0);
    await greffe('ingest', archive, '--db', path);
    expectUndisturbed(path);
  });

  it('that is stopped by Ctrl-C ends gracefully and is continued', async () => {
    const path = join(folder, 'stopped.sqlite');
    const child = startGreffe('ingest', archive, '--db', path, '--progress', 'plain');
    // By its first word it has begun to read, however slow the machine is.
    await new Promise((resolve) => child.stderr?.once('data', resolve));
    child.kill('SIGINT');
    await ended(child);
    expect(child.exitCode).toBe(130);
    await greffe('ingest', archive, '--db', path);
    expectUndisturbed(path);
  });

  it('that finds its database locked from outside says so, and is continued', async () => {
    const path = join(folder, 'locked.sqlite');
    openDatabase(path).close();
    const rival = new Sqlite(path);
    rival.exec('begin exclusive');
    const { status, stderr } = await greffe('ingest', archive, '--db', path, '--progress', 'none');
    expect(stderr).toMatch(/locked by another program/);
    expect(status).toBe(3);
    rival.exec('rollback');
    rival.close();
    await greffe('ingest', archive, '--db', path);
    expectUndisturbed(path);
  });

  it.skipIf(process.getuid?.() !== 0)('that fills its disk says so, and is continued elsewhere', async () => {
    const small = join(folder, 'small');
    mkdirSync(small);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1500k', 'tmpfs', small]);
    try {
      const { status, stderr } = await greffe('ingest', archive, '--db', join(small, 'x.sqlite'), '--progress', 'none');
      expect(stderr).toMatch(/is full/);
      expect(status).toBe(3);
      const saved = join(folder, 'saved.sqlite');
      for (const suffix of ['', '-wal', '-shm']) {
        const part = join(small, `x.sqlite${suffix}`);
        if (existsSync(part)) execFileSync('cp', [part, `${saved}${suffix}`]);
      }
      await greffe('ingest', archive, '--db', saved);
      expectUndisturbed(saved);
    } finally {
      execFileSync('umount', [small]);
    }
  });

  it('whose threads die of memory goes on, and what they read is retried', async () => {
    const path = join(folder, 'starved.sqlite');
    const db = openDatabase(path);
    const starved = Settings.parse({ db: path, jobs: 2, threadMemory: 24 });
    const runner = threadRunner(starved, new URL('../../dist/pipeline/runners/worker.js', import.meta.url));
    const outcome = await ingest(db, paths([join(archive, 'fixtures')]), {
      settings: starved,
      runner,
      now: () => '2024-01-01T00:00:00Z',
      command: 'test',
    });
    await runner.close();
    expect(outcome.filesQuarantined).toBeGreaterThan(0);
    db.close();
    await greffe('retry', '--db', path);
    await greffe('ingest', archive, '--db', path);
    expectUndisturbed(path);
  });
});

const hostile = corpus('hostile');
it.skipIf(!existsSync(hostile))(`hostile files (${hostile}) harm nothing but themselves`, async () => {
  const path = join(folder, 'hostile.sqlite');
  await greffe('ingest', archive, hostile, '--db', path);
  const db = openDatabase(path);
  const lost = db.prepare(
    "select name from files where status = 'quarantined' and id not in (select file_id from problems)",
  );
  expect(lost.all()).toEqual([]);
  expect(dump(db)).toEqual(expect.arrayContaining(expected.filter((row) => row.startsWith('amounts '))));
  db.close();
});
