import { type Command, Option } from 'commander';
import { Settings } from '../pipeline/config.js';
import { GreffeError } from '../pipeline/errors.js';

/** How a run tells how far it is; `auto` is a bar on a terminal and plain lines elsewhere. */
export type ProgressStyle = 'auto' | 'plain' | 'json' | 'none';

export interface CommonOptions {
  readonly db: string;
  readonly jobs?: number;
  readonly ocr: 'auto' | 'never' | 'always';
  readonly progress: ProgressStyle;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

/** The options that every command knows. */
export const withCommonOptions = (command: Command): Command =>
  command
    .option('--db <file>', 'the database', 'greffe.sqlite')
    .addOption(new Option('--jobs <n>', 'how many threads read side by side (default: the cores)').argParser(whole))
    .addOption(
      new Option('--ocr <when>', 'read pages as pictures').choices(['auto', 'never', 'always']).default('auto'),
    )
    .addOption(
      new Option('--progress <style>', 'how to tell how far a run is')
        .choices(['auto', 'plain', 'json', 'none'])
        .default('auto'),
    )
    .option('--quiet', 'say nothing but errors', false)
    .option('--verbose', 'say more', false);

function whole(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new GreffeError(`--jobs takes a whole number from 1, not ${text}.`, 1);
  return number;
}

/** The settings that the options ask for. @throws GreffeError when one is out of bounds. */
export function settingsOf({ db, jobs, ocr }: CommonOptions): Settings {
  const parsed = Settings.safeParse({ db, ocr, ...(jobs === undefined ? {} : { jobs }) });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new GreffeError(`--${String(issue?.path[0])}: ${issue?.message}.`, 1);
}
