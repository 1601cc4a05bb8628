import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CANNED_QUERIES } from '../../pipeline/exports/canned-queries.js';
import { closeDatabase, openForReading } from '../../pipeline/store/database.js';
import { madeArchive } from './made-archive.js';

const PROGRAM = fileURLToPath(new URL('../greffe.js', import.meta.url));
/** Files of an archive that is read with all threads only. */
const LARGE = 10_000;

interface Run {
  readonly seconds: number;
  /** Processor seconds of all its threads: readers, writer, and those of V8 that compile and collect garbage. */
  readonly cpu: number;
  /** Of them, those of the main thread, which writes. */
  readonly writing: number;
  /** Megabytes. */
  readonly peak: number;
}

/**
 * Whole runs of the program over archives of distinct files: scaling with the threads, memory, size, a run with nothing
 * new, a hundred new files in the archive, and the journalists' queries on the exported copy. `sizes`: files an archive.
 */
export async function benchArchives(print: (line: string) => void, sizes: readonly number[] = [1000]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'greffe-bench-'));
  try {
    for (const size of sizes) await benchArchive(print, folder, size);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchArchive(print: (line: string) => void, folder: string, size: number): Promise<void> {
  const archive = await madeArchive(size, 1);
  const fresh = await madeArchive(100, 2);
  const cores = availableParallelism();
  let alone: Run | undefined;
  let pages = 0;
  const path = join(folder, `archive-${size}.sqlite`);
  // A large archive takes an hour with one thread: how the threads scale is seen on the small ones.
  for (const jobs of size > LARGE ? [4] : [1, 2, 4]) {
    remove(path);
    const run = await ingest([archive], path, jobs);
    if (jobs === 1) alone = run;
    pages = count(path, 'pages');
    print(
      `${size} files, ${jobs} jobs of ${cores} cores: ${(size / run.seconds).toFixed(0)} files/s, ` +
        `${(pages / run.seconds).toFixed(0)} pages/s, ${jobs === 1 || !alone ? '' : `${(alone.seconds / run.seconds).toFixed(2)} × one job, `}` +
        `${((run.cpu / pages) * 1000).toFixed(1)} CPU ms/page (${((run.writing / pages) * 1000).toFixed(1)} of the writer), ` +
        `${(run.cpu / run.seconds).toFixed(1)} cores busy, peak ${run.peak.toFixed(0)} MB`,
    );
  }
  if (alone) {
    const beside = await Promise.all(
      Array.from({ length: cores }, (_, nth) => ingest([archive], join(folder, `beside-${size}-${nth}.sqlite`), 1)),
    );
    const slowest = Math.max(...beside.map(({ seconds }) => seconds));
    print(
      `${size} files, ${cores} runs of one job beside each other, which share nothing: ` +
        `${((cores * alone.seconds) / slowest).toFixed(2)} × one alone is what this machine gives`,
    );
  }
  print(`${size} files: ${(statSync(path).size / pages / 1024).toFixed(1)} kB of database a page`);
  const again = await ingest([archive], path, 4);
  print(`${size} files, nothing new: ${told(again)}`);
  const more = await ingest([archive, fresh], path, 4);
  print(`100 new files into ${size}, checks included: ${told(more)}`);
  const slowest = cannedQueries(path, join(folder, `export-${size}`));
  print(
    `${size} files, canned queries: ${slowest.map(({ id, ms }) => `${id} ${ms.toFixed(0)} ms`).join(', ')}, as Datasette runs them`,
  );
}

const told = ({ seconds, cpu, peak }: Run): string =>
  `${seconds.toFixed(2)} s, ${cpu.toFixed(1)} CPU s, peak ${peak.toFixed(0)} MB`;

/** How long each canned query takes on the copy that Datasette serves, the slowest first; the better of two runs. */
function cannedQueries(path: string, to: string): { id: string; ms: number }[] {
  execFileSync(process.execPath, [PROGRAM, 'export', '--format', 'datasette', '--to', to, '--db', path], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const db = openForReading(join(to, 'greffe.sqlite'));
  try {
    return CANNED_QUERIES.map(({ id, sql, params }) => {
      const asked = Object.fromEntries(params.map((name) => [name, name === 'texte' ? 'subvention' : '']));
      const query = db.prepare(sql);
      const time = (): number => {
        const started = performance.now();
        query.all(asked);
        return performance.now() - started;
      };
      return { id, ms: Math.min(time(), time()) };
    }).toSorted((a, b) => b.ms - a.ms);
  } finally {
    closeDatabase(db);
  }
}

/** Runs the program and watches its memory. */
async function ingest(archives: readonly string[], path: string, jobs: number): Promise<Run> {
  const started = performance.now();
  const child = spawn(
    PROGRAM,
    ['ingest', ...archives, '--db', path, '--jobs', String(jobs), '--progress', 'none', '--quiet'],
    { stdio: 'inherit' },
  );
  let seen = { peak: 0, cpu: 0, writing: 0 };
  const watch = setInterval(() => {
    seen = look(child.pid) ?? seen;
  }, 50);
  const status = await new Promise<number | null>((resolve, reject) =>
    child.on('exit', resolve).on('error', reject),
  ).finally(() => clearInterval(watch));
  if (status !== 0) throw new Error(`greffe ingest ended with status ${status}`);
  return { seconds: (performance.now() - started) / 1000, ...seen };
}

/** What Linux says of a process; nothing elsewhere, and of one that has ended. */
function look(pid: number | undefined): Omit<Run, 'seconds'> | undefined {
  try {
    const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
    return { peak, cpu: cpuOf(`/proc/${pid}/stat`), writing: cpuOf(`/proc/${pid}/task/${pid}/stat`) };
  } catch {
    return undefined;
  }
}

/** utime and stime, in clock ticks, of which Linux counts a hundred a second. */
function cpuOf(stat: string): number {
  const fields = readFileSync(stat, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function count(path: string, table: string): number {
  const db = openForReading(path);
  const { n } = db.prepare(`select count(*) as n from ${table}`).get() as { n: number };
  closeDatabase(db);
  return n;
}

const remove = (path: string): void => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
};
