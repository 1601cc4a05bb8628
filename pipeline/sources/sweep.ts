import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../store/database.js';
import { keyOf } from './spool.js';

/**
 * What the spool itself writes: a download, whole or in part, with what the server said of it, and what was unpacked of an
 * archive. All else in the folder is somebody's own.
 */
const OURS =
  /^(?:[0-9a-f]{2}\/(?<download>[0-9a-f]{32})[^/]*|unpacked\/zip\/(?<archive>[0-9a-f]{32})\/[0-9a-f]{32}[^/]*)$/;

/**
 * Deletes downloads that no record of `db` points to and that have not changed since `before` (milliseconds): papers that
 * were forgotten, catalogues that are no source any more, parts that were never gone on with. Answers how many files went.
 */
export function sweepSpool(spool: string, db: Database, before: number): number {
  const kept = new Set<string>();
  for (const uri of db.prepare('select uri from places').pluck().iterate() as IterableIterator<string>) {
    kept.add(keyOf(uri));
    // The archive that it stands in, whose name or whose members' names may hold the mark between the two.
    for (let at = uri.indexOf('#'); at >= 0; at = uri.indexOf('#', at + 1)) kept.add(keyOf(uri.slice(0, at)));
  }
  let swept = 0;
  for (const name of readdirSync(spool, { recursive: true }) as string[]) {
    const { download, archive } = OURS.exec(name)?.groups ?? {};
    const key = download ?? archive;
    const path = join(spool, name);
    if (key === undefined || kept.has(key) || statSync(path).mtimeMs >= before) continue;
    rmSync(path);
    swept += 1;
  }
  return swept;
}
