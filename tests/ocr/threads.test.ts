import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdf } from '../reading/drawn.js';
import { greffe, rowsOf } from '../support/program.js';
import { scanned } from './scanned.js';

const folder = mkdtempSync(join(tmpdir(), 'greffe-scans-'));
const papers = join(folder, 'papers');

/** Six small scans, askew and not, with little and with much on them: threads come to them in different orders. */
beforeAll(async () => {
  mkdirSync(papers);
  for (let number = 1; number <= 6; number += 1) {
    const act = await pdf(
      (document) => {
        document.text(`Délibération n° 2023-0${number} du ${number + 3} mars 2023`).moveDown();
        for (let line = 0; line < number; line += 1) {
          document.text(`Le conseil attribue ${1000 * number + 50 * line} € à l'association du Moulin n° ${line + 1}.`);
        }
      },
      { size: [420, 300], margin: 30 },
    );
    writeFileSync(join(papers, `scan-${number}.pdf`), await scanned(act, { skew: (number % 3) - 1 }));
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

async function rowsWith(jobs: string): Promise<string[]> {
  // Each run has a cache of its own: what one has read must not answer for the other.
  process.env.XDG_CACHE_HOME = join(folder, `cache-${jobs}`);
  const db = join(folder, `${jobs}.sqlite`);
  const { status, stderr } = await greffe('ingest', papers, '--db', db, '--jobs', jobs, '--progress', 'none');
  expect(status, stderr).toBe(0);
  return rowsOf(db);
}

describe('scans', () => {
  it('give the same rows with one thread and with four', async () => {
    const rows = await rowsWith('1');
    expect(rows.filter((row) => /6250/.test(row))).not.toEqual([]);
    expect(await rowsWith('4')).toEqual(rows);
  });
});
