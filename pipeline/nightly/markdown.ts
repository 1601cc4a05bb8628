import type { Report } from './report.js';

/** The pass as a page to read in the morning. */
export function asMarkdown({
  startedAt,
  endedAt,
  run,
  downloadsDeleted,
  holdings,
  newFindings,
  newFindingsCount,
  problems,
}: Report): string {
  const lines = [
    `# greffe, ${startedAt.slice(0, 10)}`,
    '',
    `From ${startedAt} to ${endedAt}.`,
    '',
    '| | |',
    '|---|---:|',
    `| files seen | ${run.filesSeen} |`,
    `| new | ${run.filesNew} |`,
    `| unchanged | ${run.filesUnchanged} |`,
    `| vanished | ${run.filesVanished} |`,
    `| in quarantine | ${run.filesQuarantined} |`,
    `| partial | ${run.filesPartial} |`,
    `| pages read | ${run.pagesRead} |`,
    `| of them by OCR | ${run.pagesOcr} |`,
    ...(downloadsDeleted > 0 ? [`| downloads deleted | ${downloadsDeleted} |`] : []),
    ...holdings.findings.map(({ name, count }) => `| findings: ${name} | ${count} |`),
  ];
  lines.push('', `## New findings (${newFindingsCount})`, '');
  for (const { severity, title, message, file, page } of newFindings) {
    lines.push(
      `- **${severity}** — ${escapeMarkdown(title)}. ${escapeMarkdown(message)} (${escapeMarkdown(file)}, p. ${page})`,
    );
  }
  const more = newFindingsCount - newFindings.length;
  if (more > 0) lines.push(`- … and ${more} more: \`greffe findings\` lists them all.`);
  if (problems.length > 0) {
    lines.push('', `## Could not be read (${problems.length})`, '');
    for (const { name, page, code, detail } of problems) {
      lines.push(
        `- ${escapeMarkdown(name)}${page === null ? '' : `, page ${page}`}: ${code}. ${escapeMarkdown(detail)}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

/** What Markdown would take for its own. */
const escapeMarkdown = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|]/g, '\\$&');
