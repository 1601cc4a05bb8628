import { Command } from 'commander';
import { forget } from '../../pipeline/forget.js';
import { closeDatabase, openDatabase } from '../../pipeline/store/database.js';
import { type CommonOptions, settingsOf, withCommonOptions } from '../options.js';

export const forgetCommand = withCommonOptions(
  new Command('forget')
    .description('take a file and all that was read in it out of the database')
    .argument('<file>', "the file's name (its extension may be left out), path or id"),
).action((wanted: string, options: CommonOptions) => {
  const db = openDatabase(settingsOf(options).db);
  try {
    const name = forget(db, wanted, new Date().toISOString());
    if (options.quiet) return;
    process.stdout.write(
      `Forgot ${name}. It is read again if an ingest meets it: move it out of the folders that are ingested.\n`,
    );
  } finally {
    closeDatabase(db);
  }
});
