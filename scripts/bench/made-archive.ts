import { execFile } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The program that makes archives: count, folder, seed, first. */
export const MAKER = fileURLToPath(new URL('../make-fixtures/archive.js', import.meta.url));
const PART = 1000;

/**
 * The folder of an archive of `size` distinct acts. It is made once, by all cores, and stays in the system's folder for
 * temporary files for the benches that follow: 100 000 acts take minutes to make.
 */
export async function madeArchive(size: number, seed: number): Promise<string> {
  const folder = join(tmpdir(), 'greffe-bench-archives', `${size}-${seed}`);
  const whole = join(folder, 'whole');
  if (existsSync(whole)) return folder;
  rmSync(folder, { recursive: true, force: true });
  const parts = Array.from({ length: Math.ceil(size / PART) }, (_, part) => part * PART);
  const make = async (): Promise<void> => {
    for (let first = parts.shift(); first !== undefined; first = parts.shift()) {
      const count = Math.min(PART, size - first);
      await promisify(execFile)(process.execPath, [MAKER, String(count), folder, String(seed), String(first)]);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, make));
  writeFileSync(whole, '');
  return folder;
}
