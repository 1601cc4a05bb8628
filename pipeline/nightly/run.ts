import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type IngestOptions, ingest } from '../ingest.js';
import type { Source } from '../sources/source.js';
import { sweepSpool } from '../sources/sweep.js';
import { closeDatabase, type Database, openDatabase } from '../store/database.js';
import { writeAtomically } from '../write-atomically.js';
import { asAtom } from './atom.js';
import type { NightlyConfig } from './config.js';
import { takeLock } from './lock.js';
import { asMarkdown } from './markdown.js';
import { ping } from './ping.js';
import { asPrometheus } from './prometheus.js';
import { findingsSince, type Report, report } from './report.js';

/** How far back the feed of findings goes: long enough for a reader that was away. */
const FEED_DAYS = 30;
/** Milliseconds. */
const DAY = 86_400_000;

/**
 * One unattended pass: under a lock, the sources into the database, the checks, then the reports.
 * @throws GreffeError when another pass runs, or when the run itself fails; the watch service hears of both.
 */
export async function nightly(
  config: NightlyConfig,
  source: Source,
  options: Omit<IngestOptions, 'command'>,
): Promise<Report> {
  const startedAt = options.now();
  const release = takeLock(`${config.db}.lock`, startedAt);
  try {
    await ping(config.ping, 'start');
    const db = openDatabase(config.db);
    try {
      const outcome = await ingest(db, source, { ...options, command: 'nightly' });
      const swept = outcome.interrupted ? 0 : sweep(config, db, startedAt);
      const told = report(db, outcome, swept, startedAt, options.now());
      const since = new Date(Date.parse(startedAt) - FEED_DAYS * DAY).toISOString();
      publish(config, told, asAtom(findingsSince(db, since), told.endedAt));
      await ping(config.ping, 'success', JSON.stringify(told.run));
      return told;
    } finally {
      closeDatabase(db);
    }
  } catch (error) {
    await ping(config.ping, 'fail', String(error));
    throw error;
  } finally {
    release();
  }
}

/** Downloads that nothing points to go where that is wished. */
const sweep = ({ downloads, keepDownloads }: NightlyConfig, db: Database, now: string): number =>
  keepDownloads === undefined || !existsSync(downloads)
    ? 0
    : sweepSpool(downloads, db, Date.parse(now) - keepDownloads * DAY);

function publish({ reports, prometheus }: NightlyConfig, told: Report, feed: string): void {
  mkdirSync(reports, { recursive: true });
  writeAtomically(join(reports, 'summary.md'), asMarkdown(told));
  writeAtomically(join(reports, 'summary.json'), `${JSON.stringify(told, null, 2)}\n`);
  writeAtomically(join(reports, 'findings.atom'), feed);
  if (prometheus !== undefined) {
    mkdirSync(dirname(prometheus), { recursive: true });
    writeAtomically(prometheus, asPrometheus(told));
  }
}
