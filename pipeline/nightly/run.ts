import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type IngestOptions, ingest } from '../ingest.js';
import type { Source } from '../sources/source.js';
import { closeDatabase, openDatabase } from '../store/database.js';
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
      const told = report(db, outcome, startedAt, options.now());
      const since = new Date(Date.parse(startedAt) - FEED_DAYS * 86_400_000).toISOString();
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
