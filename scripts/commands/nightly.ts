import { Command } from 'commander';
import { Settings } from '../../pipeline/config.js';
import { GreffeError } from '../../pipeline/errors.js';
import { readNightlyConfig } from '../../pipeline/nightly/config.js';
import { asMarkdown } from '../../pipeline/nightly/markdown.js';
import { nightly } from '../../pipeline/nightly/run.js';
import { sourcesOf } from '../../pipeline/nightly/sources.js';
import { threadRunner } from '../../pipeline/runners/threads.js';
import { since as onlySince } from '../../pipeline/sources/since.js';
import { type TellingOptions, withTellingOptions } from '../options.js';
import { progressReport } from '../progress.js';
import { exitStatusOf, stopOnSignals } from '../run-ingest.js';

interface NightlyOptions extends TellingOptions {
  readonly config: string;
  readonly since?: string;
}

export const nightlyCommand = withTellingOptions(
  new Command('nightly')
    .description('one unattended pass over the configured sources')
    .requiredOption('--config <file>', 'where papers come from and where reports go: greffe.yaml')
    .option('--since <day>', 'look only at papers from this day on (YYYY-MM-DD)'),
).action(async ({ config: path, since, ...telling }: NightlyOptions) => {
  if (since !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(since)) {
    throw new GreffeError(`--since takes a day as YYYY-MM-DD, not ${since}.`, 1);
  }
  const config = readNightlyConfig(path);
  const settings = Settings.parse({ db: config.db, jobs: config.jobs, ocr: config.ocr });
  const stop = stopOnSignals();
  const all = sourcesOf(config, stop.signal);
  const runner = threadRunner(settings);
  const progress = progressReport(telling);
  try {
    const told = await nightly(config, since === undefined ? all : onlySince(all, since), {
      settings,
      runner,
      now: () => new Date().toISOString(),
      signal: stop.signal,
      onProgress: (report) => progress.update(report),
    });
    progress.stop();
    if (!telling.quiet) process.stdout.write(asMarkdown(told));
    process.exitCode = exitStatusOf(told.run, told.holdings);
  } finally {
    progress.stop();
    stop.release();
    await runner.close();
  }
});
