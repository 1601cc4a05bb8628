import { existsSync, statSync } from 'node:fs';
import { Command, Option } from 'commander';
import { GreffeError } from '../../pipeline/errors.js';
import { BankMask, EXPORTERS, type GivenSiret } from '../../pipeline/exports/index.js';
import { closeDatabase, openDatabase, openForReading } from '../../pipeline/store/database.js';
import { type CommonOptions, withCommonOptions } from '../options.js';

interface ExportCommandOptions extends CommonOptions {
  readonly format: string;
  readonly to: string;
  readonly bankDetails: boolean;
  readonly siret: readonly GivenSiret[];
}

export const exportCommand = withCommonOptions(
  new Command('export')
    .description("files for people who don't open SQLite, and copies for those who do")
    .addOption(
      new Option('--format <format>', EXPORTERS.map(({ format, title }) => `${format}: ${title}`).join('; '))
        .choices(EXPORTERS.map(({ format }) => format))
        .makeOptionMandatory(),
    )
    .requiredOption('--to <folder>', 'where the files go; files of the same names are replaced')
    .option('--bank-details', 'show IBAN and RIB, which are masked otherwise', false)
    .addOption(
      new Option(
        '--siret <siret>',
        'scdl: SIRET of the body that issued the acts, where they do not print it; "Name=SIRET" for each of several',
      )
        .argParser((text: string, before: readonly GivenSiret[]) => [...before, givenSiret(text)])
        .default([], 'none'),
    ),
).action(({ db: path, format, to, bankDetails, siret, quiet }: ExportCommandOptions) => {
  if (existsSync(to) && !statSync(to).isDirectory())
    throw new GreffeError(`${to} is a file: name a folder with --to.`, 1);
  // An older database lacks the views that exports read: opening it for writing brings it up to date.
  const db = existsSync(path) ? openDatabase(path) : openForReading(path);
  try {
    const exporter = EXPORTERS.find((one) => one.format === format)!;
    const written = exporter.write(db, { to, mask: bankDetails ? undefined : new BankMask(db), sirets: siret });
    if (quiet) return;
    for (const { path: file, rows, note } of written) {
      process.stdout.write(`${file}${rows === undefined ? '' : `  ${rows} rows`}${note ? `  (${note})` : ''}\n`);
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EACCES' || code === 'EROFS' || code === 'ENOSPC' || code === 'ENOTDIR') {
      throw new GreffeError(
        `${to} cannot be written (${code}): check the folder, its rights and the space on its disk.`,
        3,
        { cause: error },
      );
    }
    throw error;
  } finally {
    closeDatabase(db);
  }
});

/** "21…", or "Ville de X=21…". */
function givenSiret(text: string): GivenSiret {
  const [, body, siret] = /^(?:(.+)=)?\s*(\d{14})$/.exec(text.trim()) ?? [];
  if (siret === undefined) throw new GreffeError(`--siret takes fourteen digits, or Name=SIRET, not ${text}.`, 1);
  return { body: body?.trim(), siret };
}
