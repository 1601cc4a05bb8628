import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDatabase, type Database, openForReading } from '../../pipeline/store/database.js';

const PROGRAM = join('dist', 'scripts', 'greffe.js');
/** What the pages call the database of the fixtures. */
const NAME = 'fixtures.sqlite';

export interface FixtureDatabase {
  readonly path: string;
  readonly db: Database;
}

/** The pages whose questions are answered by a run over the fixtures. */
export const answeringPages = (): string[] => [
  'README.md',
  'README.fr.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** Ingests the fixtures into a database of its own and hands it over. */
export async function withFixtures<T>(work: (fixtures: FixtureDatabase) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'greffe-docs-'));
  const path = join(folder, NAME);
  try {
    const ingest = ['ingest', 'fixtures', '--db', path, '--quiet', '--progress', 'none'];
    // Every file must have been read, or the answers would be those of fewer: any other status than 0 is thrown.
    execFileSync(process.execPath, [PROGRAM, ...ingest]);
    const db = openForReading(path);
    try {
      return await work({ path, db });
    } finally {
      closeDatabase(db);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A page with its answers made anew: a `text` block right after a `sql` block is what the query answers over the
 * fixtures; in a `console` block, what follows a line `$ npx greffe …` is what the command prints.
 */
export function withAnswers(page: string, fixtures: FixtureDatabase): string {
  return page
    .replace(
      /(```sql\n([\s\S]*?)```\n\n```text\n)[\s\S]*?```/g,
      (_, before: string, query: string) => `${before}${asTable(fixtures.db, query)}\`\`\``,
    )
    .replace(
      /(```console\n\$ (npx greffe [^\n]*)\n)[\s\S]*?```/g,
      (_, before: string, command: string) => `${before}${run(command, fixtures.path)}\`\`\``,
    );
}

function asTable(db: Database, query: string): string {
  const rows = db.prepare(query).all() as Record<string, unknown>[];
  const [first] = rows;
  if (!first) return '(no row)\n';
  const columns = Object.keys(first);
  const cells = [columns, ...rows.map((row) => columns.map((name) => String(row[name] ?? '').replace(/\s+/g, ' ')))];
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => [...line[index]!].length)));
  const lines = cells.map((line) =>
    line
      .map((cell, index) => cell + ' '.repeat(widths[index]! - [...cell].length))
      .join('  ')
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map((width) => '-'.repeat(width)).join('  '));
  return `${lines.join('\n')}\n`;
}

/** What a command prints; an exit status of 2 (some files are not whole) is an answer. */
function run(command: string, database: string): string {
  const here = command.replaceAll('npx greffe', `"${process.execPath}" ${PROGRAM}`).replaceAll(NAME, database);
  try {
    return execFileSync('sh', ['-c', here], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string };
    if (status !== 2) throw error;
    return stdout;
  }
}
