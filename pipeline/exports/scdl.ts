import { join } from 'node:path';
import type { Database } from '../store/database.js';
import type { Row } from '../store/rows.js';
import type { ExportedFile, Exporter, ExportOptions } from './export.js';
import { csv, writeChunks } from './files.js';
import { type Judge, judgeDeliberation, judgeSubvention } from './open-schemas.js';

interface OpenFile {
  readonly name: string;
  /** The view with `document_id` before the schema's columns. */
  readonly view: string;
  /** The column that holds the SIRET of the body that issued the act. */
  readonly issuer: string;
  readonly order: string;
  readonly judge: Judge;
}

const FILES: readonly OpenFile[] = [
  {
    name: 'deliberations',
    view: 'deliberations_by_document',
    issuer: 'COLL_SIRET',
    order: 'DELIB_DATE, DELIB_ID, document_id',
    judge: judgeDeliberation,
  },
  {
    name: 'subventions',
    view: 'subventions_by_document',
    issuer: 'idAttribuant',
    order: 'dateConvention, referenceDecision, nomBeneficiaire, montant, document_id',
    judge: judgeSubvention,
  },
];

/**
 * The two SCDL files. A row that lacks what its schema requires would make the whole file fail: it goes to
 * `<name>-incompletes.csv` instead, with the reasons, for a clerk to complete.
 */
export const scdlExporter: Exporter = {
  format: 'scdl',
  title: 'deliberations.csv and subventions.csv in the SCDL schemas',
  write: (db, options) => FILES.flatMap((file) => writeOpenFile(db, file, options)),
};

function writeOpenFile(
  db: Database,
  { name, view, issuer, order, judge }: OpenFile,
  options: ExportOptions,
): ExportedFile[] {
  const query = db.prepare(`select * from ${view} order by ${order}`);
  const columns = query
    .columns()
    .map((column) => column.name)
    .filter((column) => column !== 'document_id');
  const complete: Row[] = [];
  const incomplete: Row[] = [];
  for (const read of query.iterate() as Iterable<Row>) {
    const masked = options.mask ? options.mask.row(view, read) : read;
    const row = masked[issuer] === null && options.siret ? { ...masked, [issuer]: options.siret } : masked;
    const reasons = judge(row);
    if (reasons.length === 0) complete.push(row);
    else incomplete.push({ ...row, RAISONS: reasons.join(' ; ') });
  }
  const main = writeChunks(join(options.to, `${name}.csv`), csv(columns, complete));
  const rest = writeChunks(
    join(options.to, `${name}-incompletes.csv`),
    csv(['document_id', ...columns, 'RAISONS'], incomplete),
  );
  return [
    { path: main.path, rows: complete.length },
    {
      path: rest.path,
      rows: incomplete.length,
      ...(incomplete.length > 0 ? { note: 'à compléter : le schéma exige ce que ces actes ne disent pas' } : {}),
    },
  ];
}
