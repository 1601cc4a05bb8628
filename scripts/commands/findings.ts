import { Command, Option } from 'commander';
import { stringify } from 'csv-stringify/sync';
import { closeDatabase, openForReading } from '../../pipeline/store/database.js';
import { type FindingRow, findingRows } from '../../pipeline/store/findings.js';
import { type CommonOptions, withCommonOptions } from '../options.js';

interface FindingsOptions extends CommonOptions {
  readonly severity?: string;
  readonly format: keyof typeof FORMATS;
}

const FORMATS = { table: asTable, json: asJson, csv: asCsv, md: asMarkdown } as const;

export const findingsCommand = withCommonOptions(
  new Command('findings')
    .description('what the checks noticed, with file, page and quote')
    .addOption(new Option('--severity <severity>', 'these alone').choices(['error', 'warning', 'note']))
    .addOption(new Option('--format <format>').choices(Object.keys(FORMATS)).default('table')),
).action(({ db: path, severity, format }: FindingsOptions) => {
  const db = openForReading(path);
  try {
    process.stdout.write(FORMATS[format](findingRows(db, severity)));
  } finally {
    closeDatabase(db);
  }
});

const fold = (text: string, length = 60): string => {
  const folded = text.replace(/\s+/g, ' ').trim();
  return folded.length > length ? `${folded.slice(0, length - 1)}…` : folded;
};

const where = ({ file, page }: FindingRow['evidence'][number]): string => `${file}, p. ${page}`;

/** Each finding as a paragraph: a terminal is too narrow for its sentences side by side. */
function asTable(findings: readonly FindingRow[]): string {
  if (findings.length === 0) return 'Aucun constat.\n';
  return findings
    .map(({ severity, check, message, evidence }) => {
      const places = evidence.map((piece) => `    ${where(piece)}  « ${fold(piece.quote)} »\n`);
      return `${severity.toUpperCase()}  ${check}\n  ${message}\n${[...new Set(places)].join('')}`;
    })
    .join('\n');
}

function asJson(findings: readonly FindingRow[]): string {
  return `${JSON.stringify(findings, null, 1)}\n`;
}

function asCsv(findings: readonly FindingRow[]): string {
  const rows = findings.flatMap(({ id, severity, check, title, message, firstSeenAt, evidence }) =>
    evidence.map(({ file, page, role, quote }) => [
      id,
      severity,
      check,
      title,
      message,
      firstSeenAt,
      file,
      page,
      role,
      quote,
    ]),
  );
  const columns = [
    'finding',
    'severity',
    'check',
    'title',
    'message',
    'first_seen_at',
    'file',
    'page',
    'role',
    'quote',
  ];
  return stringify([columns, ...rows]);
}

function asMarkdown(findings: readonly FindingRow[]): string {
  if (findings.length === 0) return 'Aucun constat.\n';
  const escaped = (text: string): string => fold(text, 1000).replace(/[\\`*_[\]<>|]/g, '\\$&');
  return findings
    .map(({ severity, message, evidence }) => {
      const [first] = evidence;
      return `- **${severity}** — ${escaped(message)}${first ? ` (${escaped(where(first))})` : ''}\n`;
    })
    .join('');
}
