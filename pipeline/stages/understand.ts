import { interpretFile } from '../../extractors/interpret.js';
import type { SourceFile } from '../../models/document.js';
import type { Problem } from '../../models/problem.js';
import type { FileRecords } from '../../models/records.js';
import { layout } from '../reading/layout/index.js';
import type { Sheet } from '../reading/sheet.js';
import type { Stage } from '../stage.js';
import { type FileRows, toRows } from '../store/rows.js';

export interface Understandable {
  readonly file: SourceFile;
  readonly sheets: readonly Sheet[];
  readonly problems: readonly Problem[];
}

/** Sheets → pages → acts → what they state → rows. */
export const understand: Stage<Understandable, FileRows> = {
  id: 'understand',
  async run({ file, sheets, problems }) {
    const pages = layout(sheets);
    const found = [...problems];
    const documents = interpretFile(pages, ({ ordinal, first }, error) =>
      found.push({
        page: first.page,
        stage: 'extract',
        code: 'rule-failed',
        detail: `Act ${ordinal} could not be interpreted (${String(error)}): report it with the file.`,
      }),
    );
    return toRows({ file, status: statusOf(pages.length, found), pages, documents, problems: found });
  },
};

/** Quarantined when no page could be read, partial when something is missing. */
function statusOf(pages: number, problems: readonly Problem[]): FileRecords['status'] {
  if (pages === 0) return 'quarantined';
  return problems.length > 0 ? 'partial' : 'loaded';
}
