import { ingest, type RunOutcome } from '../pipeline/ingest.js';
import { threadRunner } from '../pipeline/runners/threads.js';
import type { Source } from '../pipeline/sources/source.js';
import type { Database } from '../pipeline/store/database.js';
import { type Holdings, holdings, problemLines } from '../pipeline/store/queries.js';
import { type CommonOptions, settingsOf } from './options.js';
import { progressReport } from './progress.js';
import { summary } from './summary.js';

/**
 * Ingests with progress and a summary, and sets the exit status: 0 all done, 2 some files are not whole, 130 stopped.
 */
export async function runIngest(db: Database, source: Source, command: string, options: CommonOptions): Promise<void> {
  const settings = settingsOf(options);
  const runner = threadRunner(settings);
  const progress = progressReport(options);
  const stop = stopOnSignals();
  const started = performance.now();
  try {
    const outcome = await ingest(db, source, {
      settings,
      runner,
      now: () => new Date().toISOString(),
      command,
      signal: stop.signal,
      onProgress: (report) => progress.update(report),
    });
    progress.stop();
    const held = holdings(db);
    if (!options.quiet) {
      const seconds = (performance.now() - started) / 1000;
      const problems = problemLines(db, Number.MAX_SAFE_INTEGER);
      process.stdout.write(summary(outcome, seconds, held, problems, options.verbose ? problems.length : 20));
    }
    process.exitCode = exitStatusOf(outcome, held);
  } finally {
    progress.stop();
    stop.release();
    await runner.close();
  }
}

/** 0: all done; 2: some files are not whole; 130: stopped on request. */
export function exitStatusOf(outcome: RunOutcome, held: Holdings): number {
  if (outcome.interrupted) return 130;
  return outcome.filesQuarantined > 0 || held.files.some(({ name }) => name !== 'loaded') ? 2 : 0;
}

/** The first Ctrl-C lets the files in flight finish; the second ends at once, and loses nothing that was written. */
export function stopOnSignals(): { signal: AbortSignal; release(): void } {
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
