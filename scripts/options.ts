import { type Command, Option } from 'commander';
import { Settings } from '../pipeline/config.js';
import { GreffeError } from '../pipeline/errors.js';

/** How a run tells how far it is; `auto` is a bar on a terminal and plain lines elsewhere. */
type ProgressStyle = 'auto' | 'plain' | 'json' | 'none';

/** What a run says while it is under way. */
export interface TellingOptions {
  readonly progress: ProgressStyle;
  readonly quiet: boolean;
}

export interface CommonOptions extends TellingOptions {
  readonly db: string;
  readonly jobs?: number;
  readonly ocr: 'auto' | 'never' | 'always';
  readonly verbose: boolean;
}

/** The options of every command that may run for long. */
export const withTellingOptions = (command: Command): Command =>
  command
    .addOption(
      new Option('--progress <style>', 'how to tell on stderr how far a run is; json: one object a line')
        .choices(['auto', 'plain', 'json', 'none'])
        .default('auto'),
    )
    .option('--quiet', 'say nothing but errors', false);

/** The options of every command that works on a database. */
export const withCommonOptions = (command: Command): Command =>
  withTellingOptions(
    command
      .option('--db <file>', 'the database', 'greffe.sqlite')
      .addOption(
        new Option('--jobs <n>', 'how many threads read side by side (default: the cores)').argParser(whole('--jobs')),
      )
      .addOption(
        new Option('--ocr <when>', 'read pages as pictures').choices(['auto', 'never', 'always']).default('auto'),
      ),
  ).option('--verbose', 'tell everything that could not be read, not only the latest', false);

/** A parser for an option that takes a whole number from 1. */
export const whole =
  (option: string) =>
  (text: string): number => {
    const number = Number(text);
    if (Number.isInteger(number) && number >= 1) return number;
    throw new GreffeError(`${option} takes a whole number from 1, not ${text}.`, 1);
  };

/** The settings that the options ask for. @throws GreffeError when one is out of bounds. */
export function settingsOf({ db, jobs, ocr }: CommonOptions): Settings {
  const parsed = Settings.safeParse({ db, ocr, ...(jobs === undefined ? {} : { jobs }) });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new GreffeError(`--${String(issue?.path[0])}: ${issue?.message}.`, 1);
}
