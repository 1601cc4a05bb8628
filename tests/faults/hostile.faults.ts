import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { corpus } from '../../scripts/bench/corpus.js';
import { ended, startGreffe } from '../support/program.js';

const FOLDER = corpus('hostile');
const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.pdf')) : [];
const folder = mkdtempSync(join(tmpdir(), 'greffe-hostile-'));
// Nothing that OCR read before may make it look faster.
process.env.XDG_CACHE_HOME = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MEGABYTE = 1024;

/** The program's run over a path: how long, how much memory at its height (MB), and what each file became. */
async function run(path: string, db: string) {
  const began = performance.now();
  const child = startGreffe('ingest', path, '--db', db, '--progress', 'none');
  let peak = 0;
  const watch = setInterval(() => {
    try {
      const high = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
      peak = Math.max(peak, Number(high?.[1] ?? 0) / MEGABYTE);
    } catch {
      // It has just ended.
    }
  }, 50);
  await ended(child);
  clearInterval(watch);
  const rows = new Sqlite(db, { readonly: true });
  const states = rows.prepare('select id, status from files').all() as { id: string; status: string }[];
  const reasons = rows.prepare('select file_id as id, code from problems').all() as { id: string; code: string }[];
  rows.close();
  return { seconds: (performance.now() - began) / 1000, peak, status: child.exitCode, states, reasons };
}

function expectKnown({ states, reasons }: Awaited<ReturnType<typeof run>>): void {
  for (const { id, status } of states) {
    expect(['loaded', 'partial', 'quarantined']).toContain(status);
    if (status !== 'loaded') expect(reasons.some((reason) => reason.id === id)).toBe(true);
  }
}

describe.skipIf(files.length === 0)(`broken and deceptive PDFs (skipped without ${FOLDER})`, () => {
  it.each(files)('%s ends in a known state, within 30 s and 1.5 GB', async (name) => {
    const outcome = await run(join(FOLDER, name), join(folder, `${name}.sqlite`));
    expect([0, 2]).toContain(outcome.status);
    expect(outcome.states).toHaveLength(1);
    expectKnown(outcome);
    expect(outcome.seconds).toBeLessThan(30);
    expect(outcome.peak).toBeLessThan(1500);
  });

  it('all together, within 1.5 GB, no one harming another', async () => {
    const outcome = await run(FOLDER, join(folder, 'all.sqlite'));
    expect(outcome.states).toHaveLength(files.length);
    expectKnown(outcome);
    expect(outcome.peak).toBeLessThan(1500);
  });
});
