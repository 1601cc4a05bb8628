import { Command } from 'commander';
import { runChecks } from '../../pipeline/checks/index.js';
import { closeDatabase, openDatabase } from '../../pipeline/store/database.js';
import { relate } from '../../pipeline/store/relate.js';
import { type CommonOptions, settingsOf, withCommonOptions } from '../options.js';
import { many } from '../summary.js';

export const checkCommand = withCommonOptions(
  new Command('check').description('run the consistency checks again over what the database holds'),
).action((options: CommonOptions) => {
  const db = openDatabase(settingsOf(options).db);
  try {
    // What a stopped run wrote is related first: its files count as checked afterwards.
    relate(db);
    const { bySeverity, added, gone } = runChecks(db, undefined, new Date().toISOString());
    if (options.quiet) return;
    const counts = Object.entries(bySeverity).map(([severity, count]) => many(count, severity));
    process.stdout.write(`${counts.join(', ')}; ${added} new, ${gone} gone.\n`);
  } finally {
    closeDatabase(db);
  }
});
