import { fileOf } from '../store/ids.js';
import type { Look } from './look.js';

/** How the database is cut into what a check looks at in one go. */
export interface Units {
  /** In French, for the catalogue: "chaque document". */
  readonly title: string;
  /** The units that a document takes part in; of a whole database, the union over its documents. */
  of(look: Look, documentId: string): string[];
  /** Whether units are named after the file that they stand in: then nothing is kept of who took part in them. */
  readonly own?: boolean;
}

/** Each document on its own: its id is the unit. */
export const BY_DOCUMENT: Units = { title: 'chaque document', own: true, of: (_, documentId) => [documentId] };

/** Each file, with all of its documents: a deliberation and what is annexed to it. */
export const BY_FILE: Units = { title: 'chaque fichier', own: true, of: (_, documentId) => [fileOf(documentId)] };

/** All that one beneficiary is granted for one year. */
export const BY_BENEFICIARY_AND_YEAR: Units = {
  title: 'chaque bénéficiaire, année par année',
  of: (look, documentId) =>
    look
      .all<{ unit: string }>(
        `select distinct a.beneficiary_id || ' ' || coalesce(a.fiscal_year, d.year) as unit
         from amounts a join documents d on d.id = a.document_id
         where a.document_id = ? and a.beneficiary_id is not null and coalesce(a.fiscal_year, d.year) is not null`,
        documentId,
      )
      .map(({ unit }) => unit),
};

/** The acts of one issuer that carry one number. */
export const BY_REFERENCE: Units = {
  title: 'chaque numéro d’acte d’un même émetteur',
  of: (look, documentId) =>
    look
      .all<{ unit: string }>(
        `select coalesce(issuer_id, '') || ' ' || reference as unit from documents where id = ? and reference is not null`,
        documentId,
      )
      .map(({ unit }) => unit),
};

/** The acts that carry one number and those that cite it, whoever issued them: the checks tell issuers apart. */
export const BY_CITED_NUMBER: Units = {
  title: 'chaque acte et ceux qui citent son numéro',
  of: (look, documentId) =>
    look
      .all<{ number: string }>(
        `select reference as number from documents where id = ? and reference is not null
         union select number from citations where document_id = ? and number is not null and kind in ('deliberation', 'convention', 'order')`,
        documentId,
        documentId,
      )
      .map(({ number }) => numberKey(number))
      .filter((key) => key.length >= 4),
};

/** What one body reports of one indicator for one period. */
export const BY_INDICATOR: Units = {
  title: 'chaque indicateur d’un même organisme, période par période',
  of: (look, documentId) =>
    look
      .all<{ unit: string }>(
        `select distinct d.issuer_id || ' ' || i.key || ' ' || i.period as unit from indicators i join documents d on d.id = i.document_id
         where i.document_id = ? and d.issuer_id is not null and i.key is not null and i.period is not null`,
        documentId,
      )
      .map(({ unit }) => unit),
};

/** What one body reports of one indicator, period by period, with what starts from that period. */
export const BY_INDICATOR_AND_BASE: Units = {
  title: 'chaque indicateur d’un même organisme, et ce qui en part',
  of: (look, documentId) =>
    look
      .all<{ unit: string }>(
        `select d.issuer_id || ' ' || i.key || ' ' || i.period as unit from indicators i join documents d on d.id = i.document_id
         where i.document_id = ? and d.issuer_id is not null and i.key is not null and i.period is not null
         union select d.issuer_id || ' ' || i.key || ' ' || i.delta_base from indicators i join documents d on d.id = i.document_id
         where i.document_id = ? and d.issuer_id is not null and i.key is not null and i.delta_base is not null`,
        documentId,
        documentId,
      )
      .map(({ unit }) => unit),
};

/** "2023/40", "2023-40" and "n° 2023.40" are one number. */
export const numberKey = (number: string): string =>
  number
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** The ways of writing a folded number that an index finds. */
export const writtenAs = (key: string): string[] =>
  ['-', '/', '.', '_', ' ', ''].map((link) => key.split('-').join(link));
