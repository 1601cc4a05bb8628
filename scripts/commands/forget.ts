import { Command } from 'commander';
import { GreffeError } from '../../pipeline/errors.js';
import { closeDatabase, openDatabase } from '../../pipeline/store/database.js';
import { relate } from '../../pipeline/store/relate.js';
import { show } from '../../pipeline/store/show.js';
import { Writer } from '../../pipeline/store/write.js';
import { type CommonOptions, settingsOf, withCommonOptions } from '../options.js';

export const forgetCommand = withCommonOptions(
  new Command('forget')
    .description('take a file and all that was read in it out of the database')
    .argument('<file>', "the file's name, path or id"),
).action((wanted: string, options: CommonOptions) => {
  const { db: path } = settingsOf(options);
  const db = openDatabase(path);
  try {
    const found = show(db, wanted);
    if (!found) throw new GreffeError(`${path} holds no file called ${wanted}: give a name, a path or an id.`, 1);
    new Writer(db).forgetFile(String(found.file.id));
    relate(db);
    if (!options.quiet) {
      process.stdout.write(
        `Forgot ${found.file.name}. It is read again if an ingest meets it: move it out of the folders that are ingested.\n`,
      );
    }
  } finally {
    closeDatabase(db);
  }
});
