import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { GreffeError } from '../../pipeline/errors.js';
import { paths as pathSource } from '../../pipeline/sources/paths.js';
import { closeDatabase, openDatabase } from '../../pipeline/store/database.js';
import { type CommonOptions, settingsOf, withCommonOptions } from '../options.js';
import { runIngest } from '../run-ingest.js';

export const ingestCommand = withCommonOptions(
  new Command('ingest')
    .description('read every PDF below the paths, then run the checks')
    .argument('<path...>', 'files, folders, or - for a list of paths on stdin'),
).action(async (paths: string[], options: CommonOptions) => {
  const wanted = paths.length === 1 && paths[0] === '-' ? await pathsOnStdin() : paths;
  const db = openDatabase(settingsOf(options).db);
  try {
    await runIngest(
      db,
      pathSource(wanted),
      `ingest ${wanted.length > 20 ? `(${wanted.length} paths)` : wanted.join(' ')}`,
      options,
    );
  } finally {
    closeDatabase(db);
  }
});

async function pathsOnStdin(): Promise<string[]> {
  const paths: string[] = [];
  for await (const line of createInterface({ input: process.stdin })) if (line.trim() !== '') paths.push(line.trim());
  if (paths.length === 0) throw new GreffeError('No path came on stdin: give one a line.', 1);
  return paths;
}
