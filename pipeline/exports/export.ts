import type { Database } from '../store/database.js';
import type { BankMask } from './mask.js';

export interface ExportOptions {
  /** The folder that the files go to; made where it is absent. */
  readonly to: string;
  /** Hides bank details; absent: they are shown. */
  readonly mask: BankMask | undefined;
  /** For SCDL: SIRETs of bodies that the documents do not print; without a name, of the only body that lacks one. */
  readonly sirets?: readonly GivenSiret[] | undefined;
}

export interface GivenSiret {
  readonly body?: string | undefined;
  readonly siret: string;
}

export interface ExportedFile {
  readonly path: string;
  /** Absent where rows have no meaning. */
  readonly rows?: number;
  /** What a reader must know of it, in one French sentence. */
  readonly note?: string;
}

/** One way of handing the database on. */
export interface Exporter {
  readonly format: string;
  /** What it gives, for the help text. */
  readonly title: string;
  write(db: Database, options: ExportOptions): ExportedFile[];
}
