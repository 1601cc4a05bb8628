import { join } from 'node:path';

/** Where papers stand that are not ours to ship. */
const HOME = process.env.GREFFE_CORPUS ?? '../shared/corpus';

/**
 * A folder of papers that are not shipped: `pdf` and `real` (papers of councils), `scans` (of those in `pdf`), `hostile`
 * (broken and deceptive files), `cases` (peers' test cases). What wants them is skipped where they are absent.
 */
export const corpus = (folder: 'pdf' | 'real' | 'scans' | 'hostile' | 'cases'): string => join(HOME, folder);
