import type { Database } from './database.js';

export interface FindingRow {
  readonly id: string;
  readonly check: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly title: string;
  readonly message: string;
  readonly firstSeenAt: string;
  /** The places that the finding compares, in the order of files and pages. */
  readonly evidence: readonly {
    readonly file: string;
    readonly page: number;
    readonly role: string;
    readonly quote: string;
  }[];
}

/** What the checks noticed, the gravest first; of one severity alone where it is given. */
export function findingRows(db: Database, severity?: string): FindingRow[] {
  const findings = db
    .prepare(
      `select id, check_id as "check", severity, title, message, first_seen_at as firstSeenAt from findings
       where ? is null or severity = ?
       order by case severity when 'error' then 1 when 'warning' then 2 else 3 end, check_id, message, id`,
    )
    .all(severity ?? null, severity ?? null) as Omit<FindingRow, 'evidence'>[];
  const evidence = db.prepare(
    `select files.name as file, e.page, x.role, e.text as quote
     from finding_evidence x
     join evidence e on e.id = x.evidence_id
     join documents d on d.id = e.document_id
     join files on files.id = d.file_id
     where x.finding_id = ?
     order by files.name, e.page, e.start, x.role`,
  );
  return findings.map((finding) => ({ ...finding, evidence: evidence.all(finding.id) as FindingRow['evidence'] }));
}
