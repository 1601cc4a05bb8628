import { csvExporter, datapackageExporter, ndjsonExporter } from './csv.js';
import { datasetteExporter } from './datasette.js';
import type { Exporter } from './export.js';
import { scdlExporter } from './scdl.js';
import { sqliteExporter } from './sqlite.js';

export type { Exporter, ExportOptions, GivenSiret } from './export.js';
export { BankMask } from './mask.js';

/** Every way of handing the database on. */
export const EXPORTERS: readonly Exporter[] = [
  scdlExporter,
  csvExporter,
  ndjsonExporter,
  datapackageExporter,
  sqliteExporter,
  datasetteExporter,
];
