import { Command } from 'commander';
import { paths } from '../../pipeline/sources/paths.js';
import { closeDatabase, openDatabase } from '../../pipeline/store/database.js';
import { releaseQuarantine } from '../../pipeline/store/quarantine.js';
import { type CommonOptions, settingsOf, withCommonOptions } from '../options.js';
import { runIngest } from '../run-ingest.js';

export const retryCommand = withCommonOptions(
  new Command('retry').description('read again what is in quarantine or partial'),
).action(async (options: CommonOptions) => {
  const db = openDatabase(settingsOf(options).db);
  try {
    const released = releaseQuarantine(db);
    if (released.length > 0) await runIngest(db, paths(released), 'retry', options);
    else if (!options.quiet) process.stdout.write('Nothing is in quarantine.\n');
  } finally {
    closeDatabase(db);
  }
});
