import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * All that tests, and the programs that they start, leave in the folder for temporary files stands in one folder of it,
 * which goes with the run.
 */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'greffe-tests-'));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
