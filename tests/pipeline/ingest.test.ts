import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, openForReading } from '../../pipeline/store/database.js';
import { writePaper, writePapers } from '../support/papers.js';
import { ended, greffe, rowsOf, startGreffe } from '../support/program.js';

const folder = mkdtempSync(join(tmpdir(), 'greffe-ingest-'));
const papers = join(folder, 'papers');
beforeAll(async () => {
  mkdirSync(papers);
  await writePapers(papers, 24);
});

const MORE_THAN_A_BATCH = 150;

describe('greffe ingest', () => {
  const reference = join(folder, 'reference.sqlite');
  beforeAll(async () => {
    expect((await greffe('ingest', papers, '--db', reference, '--jobs', '4')).status).toBe(0);
  });

  it('gives the same rows with one thread and with four', async () => {
    const alone = join(folder, 'alone.sqlite');
    await greffe('ingest', papers, '--db', alone, '--jobs', '1');
    expect(rowsOf(alone)).toEqual(rowsOf(reference));
  });

  it('changes nothing the second time, and says so', async () => {
    const before = rowsOf(reference);
    const { stdout, status } = await greffe('ingest', papers, '--db', reference);
    expect(stdout).toMatch(/^Nothing new: 24 files unchanged\./);
    expect(status).toBe(0);
    expect(rowsOf(reference)).toEqual(before);
  });

  it('is continued after SIGKILL by running it again', async () => {
    // Finished files are written together: more of them than one transaction takes.
    const many = join(folder, 'many');
    mkdirSync(many);
    await writePapers(many, MORE_THAN_A_BATCH);
    const undisturbed = join(folder, 'undisturbed.sqlite');
    await greffe('ingest', many, '--db', undisturbed);
    const killed = join(folder, 'killed.sqlite');
    const child = startGreffe('ingest', many, '--db', killed, '--jobs', '2', '--progress', 'plain');
    let lines = 0;
    child.stderr?.on('data', (data: Buffer) => {
      lines += data.toString().split('\n').length - 1;
      if (lines >= 5) child.kill('SIGKILL');
    });
    await ended(child);
    const db = openDatabase(killed);
    const { done } = db.prepare('select count(*) as done from files').get() as { done: number };
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(MORE_THAN_A_BATCH);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
    expect((await greffe('ingest', many, '--db', killed)).status).toBe(0);
    expect(rowsOf(killed)).toEqual(rowsOf(undisturbed));
  });

  it('quotes what stands at the offsets, inside the page', () => {
    const db = openForReading(reference);
    const rows = db
      .prepare(
        `select e.text, e.start, e."end", e.boxes, substr(p.text, e.start + 1, e."end" - e.start) as there, p.width, p.height
         from evidence e join documents d on d.id = e.document_id join pages p on p.file_id = d.file_id and p.number = e.page`,
      )
      .all() as { text: string; there: string; boxes: string; width: number; height: number }[];
    expect(rows.length).toBeGreaterThan(0);
    for (const { text, there, boxes, width, height } of rows) {
      expect(text).toBe(there);
      for (const [left, top, right, bottom] of JSON.parse(boxes)) {
        expect(left).toBeGreaterThanOrEqual(0);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(width + 1);
        expect(bottom).toBeLessThanOrEqual(height + 1);
      }
    }
    db.close();
  });

  it('reads a content once, whatever its names', async () => {
    const twins = join(folder, 'twins');
    mkdirSync(twins);
    const first = await writePaper(twins, 1);
    copyFileSync(first, join(twins, 'same-again.pdf'));
    const path = join(folder, 'twins.sqlite');
    await greffe('ingest', twins, '--db', path);
    const db = openForReading(path);
    expect(db.prepare('select name from files').all()).toEqual([{ name: 'deliberation-001.pdf' }]);
    expect(db.prepare('select count(*) as n from places').get()).toEqual({ n: 2 });
    db.close();
  });
});

describe('bad input', () => {
  it('goes to quarantine with a reason while the run goes on, and the run ends with status 2', async () => {
    const mixed = join(folder, 'mixed');
    mkdirSync(mixed);
    await writePaper(mixed, 1);
    writeFileSync(join(mixed, 'empty.pdf'), '');
    writeFileSync(join(mixed, 'page.pdf'), '<!DOCTYPE html><html><body>404</body></html>');
    const cut = await writePaper(mixed, 2);
    truncateSync(cut, 300);
    const path = join(folder, 'mixed.sqlite');
    const { status, stdout } = await greffe('ingest', mixed, '--db', path);
    expect(status).toBe(2);
    expect(stdout).toContain('in quarantine');
    const db = openForReading(path);
    const files = db
      .prepare('select f.name, f.status, p.code from files f left join problems p on p.file_id = f.id order by f.name')
      .all() as { name: string; status: string; code: string | null }[];
    db.close();
    expect(files).toContainEqual({ name: 'deliberation-001.pdf', status: 'loaded', code: null });
    expect(files).toContainEqual({ name: 'empty.pdf', status: 'quarantined', code: 'empty-file' });
    expect(files).toContainEqual({ name: 'page.pdf', status: 'quarantined', code: 'not-a-pdf' });
    expect(files.find(({ name }) => name === 'deliberation-002.pdf')).toMatchObject({ status: 'quarantined' });
  });

  it.each([
    [
      'a path that does not exist',
      ['ingest', 'nowhere/at/all', '--db', join(folder, 'x.sqlite')],
      1,
      /nowhere\/at\/all/,
    ],
    ['a folder for a database', ['ingest', '.', '--db', folder], 1, /is a folder/],
    [
      'a database in a folder that does not exist',
      ['ingest', '.', '--db', join(folder, 'no/x.sqlite')],
      1,
      /does not exist/,
    ],
    ['an option it does not know', ['ingest', '.', '--job', '2'], 1, /--jobs/],
    ['a number of threads that is none', ['ingest', '.', '--jobs', 'many'], 1, /whole number/],
  ])('%s is one clear sentence', async (_, args, expected, sentence) => {
    const { status, stderr } = await greffe(...args);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(status).toBe(expected);
  });

  it.skipIf(process.getuid?.() === 0)('a read-only folder is one clear sentence', async () => {
    const locked = join(folder, 'locked');
    mkdirSync(locked);
    chmodSync(locked, 0o500);
    const { status, stderr } = await greffe('ingest', papers, '--db', join(locked, 'x.sqlite'));
    expect(stderr).toMatch(/cannot be (opened|written)/);
    expect([1, 3]).toContain(status);
  });
});

describe('files that change or vanish', () => {
  it('take their old records along', async () => {
    const moving = join(folder, 'moving');
    mkdirSync(moving);
    const kept = await writePaper(moving, 3);
    const changed = await writePaper(moving, 4);
    const gone = await writePaper(moving, 5);
    const path = join(folder, 'moving.sqlite');
    await greffe('ingest', moving, '--db', path);
    copyFileSync(await writePaper(folder, 6), changed);
    rmSync(gone);
    await greffe('ingest', moving, '--db', path);

    const fresh = join(folder, 'fresh.sqlite');
    await greffe('ingest', moving, '--db', fresh);
    expect(rowsOf(path)).toEqual(rowsOf(fresh));
    expect(kept).toContain('003');
  });
});
