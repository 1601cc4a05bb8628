import type { RunOutcome } from '../pipeline/ingest.js';
import type { Count, Holdings, ProblemLine } from '../pipeline/store/queries.js';

/** The end of a run as a person would tell it, with the first `most` of what could not be read. */
export function summary(
  run: RunOutcome,
  seconds: number,
  held: Holdings,
  problems: readonly ProblemLine[],
  most: number,
): string {
  const lines: string[] = [];
  const read = run.filesNew - run.filesQuarantined;
  lines.push(
    run.filesNew === 0
      ? `Nothing new: ${many(run.filesUnchanged, 'file')} unchanged.`
      : `Read ${many(read, 'file')} (${many(run.pagesRead, 'page')}${run.pagesOcr ? `, ${run.pagesOcr} by OCR` : ''}) in ${duration(seconds)}${
          run.filesUnchanged ? `; ${run.filesUnchanged} unchanged` : ''
        }.`,
  );
  if (run.interrupted) lines.push('Stopped on request: run the same command again to go on.');
  lines.push('', 'The database holds');
  lines.push(...table('documents', held.documents));
  lines.push(
    ...table(
      'records',
      held.records.filter(({ count }) => count > 0),
    ),
  );
  if (held.relations > 0) {
    lines.push(row('arithmetic', `${held.relations} recomputed, ${held.relationsThatHold} hold`));
  }
  lines.push(
    row(
      'findings',
      held.findings.length === 0 ? 'none' : held.findings.map(({ name, count }) => many(count, name)).join(', '),
    ),
  );
  if (problems.length > 0) {
    lines.push('', 'Could not be read');
    for (const { name, page, code, detail, status } of problems.slice(0, most)) {
      const where = page === null ? name : `${name}, page ${page}`;
      lines.push(
        `  ${where} — ${status === 'quarantined' || status === null ? 'in quarantine' : 'partial'} (${code})`,
        `    ${detail}`,
      );
    }
    if (problems.length > most) lines.push(`  … and ${problems.length - most} more: --verbose tells them all.`);
  }
  return `${lines.join('\n')}\n`;
}

const table = (title: string, counts: readonly Count[]): string[] =>
  counts.length === 0
    ? [row(title, 'none')]
    : [row(title, counts.map(({ name, count }) => `${count} ${name.replace('_', ' ')}`).join(', '))];

const row = (title: string, text: string): string => `  ${title.padEnd(11)} ${text}`;

/** "1 file", "2 files": of regular English nouns. */
export const many = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const duration = (seconds: number): string =>
  seconds < 60
    ? `${seconds.toFixed(1)} s`
    : `${Math.floor(seconds / 60)} min ${String(Math.round(seconds % 60)).padStart(2, '0')} s`;
