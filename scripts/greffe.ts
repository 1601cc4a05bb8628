#!/usr/bin/env -S node --single-threaded-gc
// Threads that read fill the cores: helpers of their garbage collection would take turns with them, for an eighth of
// all time.
import { Command, CommanderError } from 'commander';
import { GreffeError } from '../pipeline/errors.js';
import { explained } from '../pipeline/store/database.js';
import { VERSION } from '../pipeline/version.js';
import { checkCommand } from './commands/check.js';
import { checksCommand } from './commands/checks.js';
import { doctorCommand } from './commands/doctor.js';
import { exportCommand } from './commands/export.js';
import { findingsCommand } from './commands/findings.js';
import { forgetCommand } from './commands/forget.js';
import { ingestCommand } from './commands/ingest.js';
import { nightlyCommand } from './commands/nightly.js';
import { parseCommand } from './commands/parse.js';
import { retryCommand } from './commands/retry.js';
import { showCommand } from './commands/show.js';

/**
 * Exit status: 0 all done; 1 usage or configuration; 2 done, but files are in quarantine or partial; 3 the run failed.
 */
const program = new Command('greffe')
  .description('French administrative PDFs in, a SQLite database with evidence out')
  .version(VERSION)
  .showSuggestionAfterError()
  .addCommand(ingestCommand)
  .addCommand(retryCommand)
  .addCommand(forgetCommand)
  .addCommand(showCommand)
  .addCommand(checkCommand)
  .addCommand(findingsCommand)
  .addCommand(checksCommand)
  .addCommand(exportCommand)
  .addCommand(parseCommand)
  .addCommand(nightlyCommand)
  .addCommand(doctorCommand);

for (const command of [program, ...program.commands]) command.exitOverride();

// Who reads our output may stop early (`greffe show … | head`): that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  await program.parseAsync();
} catch (thrown) {
  const error = explained(thrown, 'The database');
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 1;
  } else if (error instanceof GreffeError) {
    process.stderr.write(`greffe: ${error.message}\n`);
    process.exitCode = error.exitCode;
  } else {
    process.stderr.write(`greffe: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 3;
  }
}
