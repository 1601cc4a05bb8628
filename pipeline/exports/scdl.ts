import { join } from 'node:path';
import { bareWords } from '../../extractors/acts/plain.js';
import { GreffeError } from '../errors.js';
import type { Database } from '../store/database.js';
import type { Row, Value } from '../store/rows.js';
import type { ExportedFile, Exporter, ExportOptions, GivenSiret } from './export.js';
import { csv, writeChunks } from './files.js';
import { type Judge, judgeDeliberation, judgeSubvention } from './open-schemas.js';

interface OpenFile {
  readonly name: string;
  /** The view with `document_id` before the schema's columns. */
  readonly view: string;
  /** The column that holds the SIRET of the body that issued the act. */
  readonly issuer: string;
  /** The column that holds its name. */
  readonly body: string;
  readonly order: string;
  readonly judge: Judge;
}

const FILES: readonly OpenFile[] = [
  {
    name: 'deliberations',
    view: 'deliberations_by_document',
    issuer: 'COLL_SIRET',
    body: 'COLL_NOM',
    order: 'DELIB_DATE, DELIB_ID, document_id',
    judge: judgeDeliberation,
  },
  {
    name: 'subventions',
    view: 'subventions_by_document',
    issuer: 'idAttribuant',
    body: 'nomAttribuant',
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
  { name, view, issuer, body, order, judge }: OpenFile,
  options: ExportOptions,
): ExportedFile[] {
  const query = db.prepare(`select * from ${view} order by ${order}`);
  const columns = query
    .columns()
    .map((column) => column.name)
    .filter((column) => column !== 'document_id');
  const siretOf = giver(db, view, issuer, body, options.sirets ?? []);
  const complete: Row[] = [];
  const incomplete: Row[] = [];
  for (const read of query.iterate() as Iterable<Row>) {
    const masked = options.mask ? options.mask.row(view, read) : read;
    const given = masked[issuer] === null ? siretOf(masked[body]) : undefined;
    const row = given === undefined ? masked : { ...masked, [issuer]: given };
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

/** Which SIRET was given for a body. @throws GreffeError when one without a name could be that of several bodies. */
function giver(
  db: Database,
  view: string,
  issuer: string,
  body: string,
  sirets: readonly GivenSiret[],
): (name: Value | undefined) => string | undefined {
  const named = new Map(sirets.flatMap(({ body: of, siret }) => (of === undefined ? [] : [[bareWords(of), siret]])));
  const unnamed = sirets.find((given) => given.body === undefined)?.siret;
  if (unnamed !== undefined) {
    const lacking = (
      db
        .prepare(`select distinct ${body} from ${view} where ${issuer} is null and ${body} is not null order by 1`)
        .pluck()
        .all() as string[]
    ).filter((name) => !named.has(bareWords(name)));
    if (lacking.length > 1) {
      const some = lacking.slice(0, 3).join('", "');
      throw new GreffeError(
        `Several bodies print no SIRET ("${some}"${lacking.length > 3 ? ' …' : ''}): give each its own, as --siret "${lacking[0]}=${unnamed}".`,
        1,
      );
    }
  }
  return (name) => (typeof name === 'string' ? (named.get(bareWords(name)) ?? unnamed) : undefined);
}
