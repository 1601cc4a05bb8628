import { Command } from 'commander';
import { examine } from '../../pipeline/doctor.js';
import { type CommonOptions, settingsOf, withCommonOptions } from '../options.js';

export const doctorCommand = withCommonOptions(
  new Command('doctor').description('what this machine has, and what to do about what is missing'),
).action((options: CommonOptions) => {
  const findings = examine(settingsOf(options));
  for (const { what, ok, says } of findings) {
    process.stdout.write(`${ok ? 'ok  ' : 'MISS'}  ${what.padEnd(26)} ${says}\n`);
  }
  process.exitCode = findings.every(({ ok }) => ok) ? 0 : 1;
});
