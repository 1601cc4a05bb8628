import { Command, Option } from 'commander';
import { Settings } from '../../pipeline/config.js';
import { GreffeError } from '../../pipeline/errors.js';
import { readNightlyConfig } from '../../pipeline/nightly/config.js';
import { asMarkdown } from '../../pipeline/nightly/markdown.js';
import { nightly } from '../../pipeline/nightly/run.js';
import { sourcesOf } from '../../pipeline/nightly/sources.js';
import { threadRunner } from '../../pipeline/runners/threads.js';
import { since as onlySince } from '../../pipeline/sources/since.js';
import type { ProgressStyle } from '../options.js';
import { progressReport } from '../progress.js';
import { exitStatusOf, stopOnSignals } from '../run-ingest.js';

interface NightlyOptions {
  readonly config: string;
  readonly since?: string;
  readonly progress: ProgressStyle;
  readonly quiet: boolean;
}

export const nightlyCommand = new Command('nightly')
  .description('one unattended pass over the configured sources')
  .requiredOption('--config <file>', 'where papers come from and where reports go: greffe.yaml')
  .option('--since <day>', 'look only at papers from this day on (YYYY-MM-DD)')
  .addOption(
    new Option('--progress <style>', 'what is told on stderr while it runs; json: one object a line')
      .choices(['auto', 'plain', 'json', 'none'])
      .default('auto'),
  )
  .option('--quiet', 'say nothing but errors', false)
  .action(async ({ config: path, since, progress: style, quiet }: NightlyOptions) => {
    if (since !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(since)) {
      throw new GreffeError(`--since takes a day as YYYY-MM-DD, not ${since}.`, 1);
    }
    const config = readNightlyConfig(path);
    const settings = Settings.parse({ db: config.db, jobs: config.jobs, ocr: config.ocr });
    const stop = stopOnSignals();
    const all = sourcesOf(config, stop.signal);
    const runner = threadRunner(settings);
    const progress = progressReport({ progress: style, quiet });
    try {
      const told = await nightly(config, since === undefined ? all : onlySince(all, since), {
        settings,
        runner,
        now: () => new Date().toISOString(),
        signal: stop.signal,
        onProgress: (report) => progress.update(report),
      });
      progress.stop();
      if (!quiet) process.stdout.write(asMarkdown(told));
      process.exitCode = exitStatusOf(told.run, told.holdings);
    } finally {
      progress.stop();
      stop.release();
      await runner.close();
    }
  });
