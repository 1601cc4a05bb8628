import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LiteParse } from '@llamaindex/liteparse';
import { Settings } from '../../pipeline/config.js';
import { ingest } from '../../pipeline/ingest.js';
import { inlineRunner } from '../../pipeline/runners/inline.js';
import { paths } from '../../pipeline/sources/paths.js';
import { closeDatabase, openDatabase } from '../../pipeline/store/database.js';
import { corpus } from './corpus.js';
import { MAKER } from './made-archive.js';

/**
 * The whole job, records and database included, beside a peer that gives the bare layout text of the same pages
 * (@llamaindex/liteparse), in one run: processor time of each, one after the other. On the fixtures, on an archive of
 * single acts, where what a file costs beside its pages weighs most, and on real papers where there are some.
 */
export async function benchBareText(print: (line: string) => void, papers = corpus('pdf')): Promise<void> {
  await compare((line) => print(`fixtures: ${line}`), 'fixtures/consistent', 15);
  const archive = mkdtempSync(join(tmpdir(), 'greffe-bench-'));
  try {
    execFileSync(process.execPath, [MAKER, '200', archive, '1'], { stdio: 'ignore' });
    await compare((line) => print(`archive: ${line}`), archive, 2);
  } finally {
    rmSync(archive, { recursive: true, force: true });
  }
  if (existsSync(papers)) await compare((line) => print(`${papers}: ${line}`), papers, 2);
  else print(`${papers}: skipped, it is not there`);
}

async function compare(print: (line: string) => void, folder: string, rounds: number): Promise<void> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => join(folder, name));
  const scratch = mkdtempSync(join(tmpdir(), 'greffe-bench-'));
  try {
    const settings = Settings.parse({ jobs: 1, cache: null });
    let pages = 0;
    const whole = async (round: number) => {
      const runner = inlineRunner(settings);
      const db = openDatabase(join(scratch, `${round}.sqlite`));
      const { pagesRead } = await ingest(db, paths(files), {
        settings,
        runner,
        now: () => '2024-01-01T00:00:00Z',
        command: 'bench',
      });
      pages = pagesRead;
      await runner.close();
      closeDatabase(db);
    };
    const parser = new LiteParse({ ocrEnabled: false, quiet: true });
    const bare = async () => {
      for (const path of files) await parser.parse(path);
    };
    // The first round of each warms up: compiled code and fonts are there from then on, as in a batch.
    await whole(0);
    await bare();
    const ours = await processorTime(async () => {
      for (let round = 1; round <= rounds; round += 1) await whole(round);
    });
    const theirs = await processorTime(async () => {
      for (let round = 0; round < rounds; round += 1) await bare();
    });
    const perPage = (total: number) => (total / rounds / pages).toFixed(1);
    print(
      `whole job ${perPage(ours)} CPU ms/page, bare layout text of liteparse ${perPage(theirs)}: ` +
        `ratio ${(ours / theirs).toFixed(2)} over ${pages} pages`,
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Milliseconds of processor that `work` takes, in all threads of this process. */
async function processorTime(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
