import { Command, Option } from 'commander';
import { CHECKS, SEVERITIES } from '../../pipeline/checks/index.js';

export const checksCommand = new Command('checks')
  .description('the catalogue of checks: id, title, what it needs, why it exists')
  .addOption(new Option('--format <format>', 'for a person or for a program').choices(['text', 'json']).default('text'))
  .action(({ format }: { format: 'text' | 'json' }) => {
    if (format === 'json') {
      const rows = CHECKS.map(({ id, title, explanation, severity, needs, units }) => ({
        id,
        title,
        severity,
        looks_at: units.title,
        needs,
        explanation,
      }));
      process.stdout.write(`${JSON.stringify(rows, null, 1)}\n`);
      return;
    }
    for (const { id, title, explanation, severity, needs, units } of CHECKS) {
      process.stdout.write(`${id}  (${SEVERITIES[severity]}, ${units.title})\n  ${title}.\n`);
      process.stdout.write(`  ${explanation}\n  Il lui faut : ${needs.join(' ; ')}.\n\n`);
    }
  });
