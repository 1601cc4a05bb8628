import type { RunOutcome } from '../ingest.js';
import type { Database } from '../store/database.js';
import { type Holdings, holdings, type ProblemLine, problemLines } from '../store/queries.js';

export interface NewFinding {
  readonly id: string;
  readonly severity: string;
  readonly title: string;
  readonly message: string;
  readonly firstSeenAt: string;
  /** The file and page where it shows first. */
  readonly file: string;
  readonly page: number;
}

/** What one pass did and what the database holds after it, as plain data. */
export interface Report {
  readonly startedAt: string;
  readonly endedAt: string;
  readonly run: RunOutcome;
  /** Files of downloads that nothing pointed to. */
  readonly downloadsDeleted: number;
  readonly holdings: Holdings;
  /** The gravest of them; how many there are is in `newFindingsCount`. */
  readonly newFindings: readonly NewFinding[];
  readonly newFindingsCount: number;
  readonly problems: readonly ProblemLine[];
}

/** `startedAt`, `endedAt`: ISO 8601, UTC; findings first seen from the start on are new. */
export function report(
  db: Database,
  run: RunOutcome,
  downloadsDeleted: number,
  startedAt: string,
  endedAt: string,
): Report {
  return {
    startedAt,
    endedAt,
    run,
    downloadsDeleted,
    holdings: holdings(db),
    newFindings: findingsSince(db, startedAt),
    newFindingsCount: db
      .prepare('select count(*) from findings where first_seen_at >= ?')
      .pluck()
      .get(startedAt) as number,
    problems: problemLines(db, 200),
  };
}

/** As many findings as somebody may read in a morning: the first pass over an archive finds tens of thousands. */
const MOST = 1000;

/** The gravest findings first seen from `since` on, `most` of them at most. */
export const findingsSince = (db: Database, since: string, most = MOST): NewFinding[] =>
  db
    .prepare(
      `select f.id, f.severity, f.title, f.message, f.first_seen_at as firstSeenAt, files.name as file, min(e.page) as page
       from findings f
       join finding_evidence x on x.finding_id = f.id
       join evidence e on e.id = x.evidence_id
       join documents d on d.id = e.document_id
       join files on files.id = d.file_id
       where f.first_seen_at >= ?
       group by f.id
       order by case f.severity when 'error' then 1 when 'warning' then 2 else 3 end, f.first_seen_at desc, f.id limit ?`,
    )
    .all(since, most) as NewFinding[];
