import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { GreffeError } from '../../pipeline/errors.js';
import { ingest } from '../../pipeline/ingest.js';
import { threadRunner } from '../../pipeline/runners/threads.js';
import { closeDatabase, openDatabase } from '../../pipeline/store/database.js';
import { holdings, problemLines } from '../../pipeline/store/queries.js';
import { type CommonOptions, settingsOf, withCommonOptions } from '../options.js';
import { progressReport } from '../progress.js';
import { summary } from '../summary.js';

export const ingestCommand = withCommonOptions(
  new Command('ingest')
    .description('read every PDF below the paths, then run the checks')
    .argument('<path...>', 'files, folders, or - for a list of paths on stdin'),
).action(async (paths: string[], options: CommonOptions) => {
  const settings = settingsOf(options);
  const wanted = paths.length === 1 && paths[0] === '-' ? await pathsOnStdin() : paths;
  const db = openDatabase(settings.db);
  const runner = threadRunner(settings);
  const progress = progressReport(options);
  const stop = stopOnSignals();
  const started = performance.now();
  try {
    const outcome = await ingest(db, wanted, {
      settings,
      runner,
      now: () => new Date().toISOString(),
      command: `ingest ${wanted.length > 20 ? `(${wanted.length} paths)` : wanted.join(' ')}`,
      signal: stop.signal,
      onProgress: (report) => progress.update(report),
    });
    progress.stop();
    if (!options.quiet) {
      const seconds = (performance.now() - started) / 1000;
      process.stdout.write(summary(outcome, seconds, holdings(db), problemLines(db, 20)));
    }
    const incomplete = holdings(db).files.some(({ name }) => name !== 'loaded');
    process.exitCode = outcome.interrupted ? 130 : incomplete || outcome.filesQuarantined > 0 ? 2 : 0;
  } finally {
    progress.stop();
    stop.release();
    await runner.close();
    closeDatabase(db);
  }
});

async function pathsOnStdin(): Promise<string[]> {
  const paths: string[] = [];
  for await (const line of createInterface({ input: process.stdin })) if (line.trim() !== '') paths.push(line.trim());
  if (paths.length === 0) throw new GreffeError('No path came on stdin: give one a line.', 1);
  return paths;
}

/** The first Ctrl-C lets the files in flight finish; the second ends at once, and loses nothing that was written. */
function stopOnSignals(): { signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(130);
    process.stderr.write('\nFinishing the files in hand; press Ctrl-C again to stop at once.\n');
    controller.abort();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  return {
    signal: controller.signal,
    release: () => process.off('SIGINT', onSignal).off('SIGTERM', onSignal),
  };
}
