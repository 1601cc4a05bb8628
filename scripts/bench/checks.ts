import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkChanged, runChecks } from '../../pipeline/checks/index.js';
import { closeDatabase, type Database, openDatabase } from '../../pipeline/store/database.js';
import { MAKER } from './made-archive.js';

const PROGRAM = fileURLToPath(new URL('../greffe.js', import.meta.url));
/** Files that count as new. */
const NEW = 100;
const NOW = '2024-01-01T00:00:00Z';

/**
 * The checks alone, over databases of several sizes: after a hundred new files their time follows what is new, and not
 * what is there.
 */
export async function benchChecks(
  print: (line: string) => void,
  sizes: readonly number[] = [300, 1500],
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'greffe-bench-checks-'));
  try {
    let first: number | undefined;
    for (const size of sizes) {
      const db = openDatabase(archiveOf(size, folder));
      try {
        const whole = timed(() => runChecks(db, undefined, NOW));
        const some = timed(() => checkAgain(db));
        first ??= some;
        print(
          `${size} files: all of them ${whole.toFixed(0)} ms, ${NEW} new ones ${some.toFixed(0)} ms, ` +
            `${(some / first).toFixed(2)} × that among ${sizes[0]}`,
        );
      } finally {
        closeDatabase(db);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A database of so many distinct files. */
function archiveOf(size: number, folder: string): string {
  const archive = join(folder, `archive-${size}`);
  const path = join(folder, `archive-${size}.sqlite`);
  execFileSync(process.execPath, [MAKER, String(size), archive, '1']);
  execFileSync(process.execPath, [PROGRAM, 'ingest', archive, '--db', path, '--progress', 'none', '--quiet']);
  return path;
}

/** The checks after a run that read a hundred files, spread over the archive. */
function checkAgain(db: Database): void {
  db.prepare(
    `insert or ignore into unchecked select id from
       (select id, row_number() over (order by id) as n, count(*) over () as total from files) where n % max(1, total / ?) = 0 limit ?`,
  ).run(NEW, NEW);
  checkChanged(db, NOW);
}

/** Milliseconds, the better of two runs. */
function timed(run: () => unknown): number {
  const once = (): number => {
    const started = performance.now();
    run();
    return performance.now() - started;
  };
  return Math.min(once(), once());
}
