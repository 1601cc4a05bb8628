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
    if (released.length === 0) process.stdout.write('Nothing is in quarantine.\n');
    else await runIngest(db, paths(released), 'retry', options);
  } finally {
    closeDatabase(db);
  }
});
