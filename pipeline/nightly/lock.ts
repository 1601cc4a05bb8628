import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { GreffeError } from '../errors.js';

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
}

/**
 * Takes the lock at `path`, so that two passes never overlap; answers how to give it back.
 * A lock whose process is gone from this machine is stale and is taken over.
 *
 * @throws GreffeError when another pass holds it.
 */
export function takeLock(path: string, now: string): () => void {
  const mine: Holder = { pid: process.pid, host: hostname(), since: now };
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(path, JSON.stringify(mine), { flag: 'wx' });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = readHolder(path);
    if (holder && !isStale(holder)) {
      throw new GreffeError(
        `Another pass is running since ${holder.since} (process ${holder.pid} on ${holder.host}): wait for its end, or remove ${path} if it is dead.`,
        3,
      );
    }
    rmSync(path, { force: true });
  }
  throw new GreffeError(`The lock ${path} cannot be taken: another pass was quicker.`, 3);
}

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    // Unreadable: left by a machine that stopped while it wrote.
    return undefined;
  }
}

/** Only a process of this machine can be asked whether it lives. */
function isStale({ pid, host }: Holder): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
