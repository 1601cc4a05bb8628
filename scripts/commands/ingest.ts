import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { GreffeError } from '../../pipeline/errors.js';
import { Fetcher, placesSource, type SourceTools } from '../../pipeline/sources/index.js';
import { closeDatabase, openDatabase } from '../../pipeline/store/database.js';
import { type CommonOptions, settingsOf, withCommonOptions } from '../options.js';
import { runIngest } from '../run-ingest.js';

interface IngestCommandOptions extends CommonOptions {
  readonly downloads?: string;
  readonly allowPrivateNetwork: boolean;
}

export const ingestCommand = withCommonOptions(
  new Command('ingest')
    .description('read every PDF below the paths, then run the checks')
    .argument('<path...>', 'files, folders, ZIP archives, URLs, or - for a list of them on stdin')
    .option('--downloads <folder>', 'where fetched papers are kept (default: beside what OCR read)')
    .option('--allow-private-network', 'fetch from addresses of the private network, too', false),
).action(async (paths: string[], options: IngestCommandOptions) => {
  const wanted = paths.length === 1 && paths[0] === '-' ? await pathsOnStdin() : paths;
  const db = openDatabase(settingsOf(options).db);
  try {
    await runIngest(
      db,
      placesSource(wanted, toolsOf(options)),
      `ingest ${wanted.length > 20 ? `(${wanted.length} paths)` : wanted.join(' ')}`,
      options,
    );
  } finally {
    closeDatabase(db);
  }
});

function toolsOf({ downloads, allowPrivateNetwork, ...common }: IngestCommandOptions): SourceTools {
  const spool = downloads ?? join(settingsOf(common).cache ?? tmpdir(), 'downloads');
  return {
    fetcher: new Fetcher({ spool, privateHosts: allowPrivateNetwork ? ['*'] : [] }),
    spool: join(spool, 'unpacked'),
  };
}

async function pathsOnStdin(): Promise<string[]> {
  const paths: string[] = [];
  for await (const line of createInterface({ input: process.stdin })) if (line.trim() !== '') paths.push(line.trim());
  if (paths.length === 0) throw new GreffeError('No path came on stdin: give one a line.', 1);
  return paths;
}
