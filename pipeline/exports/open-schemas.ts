import type { Row } from '../store/rows.js';

/** Why a row does not pass its SCDL schema, in French; empty when it passes. */
export type Judge = (row: Row) => string[];

const filled = (row: Row, column: string): boolean => row[column] !== null && row[column] !== '';

const missing = (row: Row, columns: readonly string[]): string[] =>
  columns.filter((column) => !filled(row, column)).map((column) => `${column} manque`);

const unlike = (row: Row, column: string, pattern: RegExp): string[] =>
  filled(row, column) && !pattern.test(String(row[column])) ? [`${column} n'a pas la forme attendue`] : [];

/** Luhn, but for La Poste's establishments, whose digits sum to a multiple of five. */
function siretHolds(siret: string): boolean {
  if (!/^\d{14}$/.test(siret)) return false;
  const digits = [...siret].map(Number);
  if (siret.startsWith('356000000') && siret !== '35600000000048') {
    return digits.reduce((sum, digit) => sum + digit, 0) % 5 === 0;
  }
  const weighed = digits.map((digit, i) => (i % 2 === 0 ? digit * 2 : digit));
  return weighed.reduce((sum, digit) => sum + (digit > 9 ? digit - 9 : digit), 0) % 10 === 0;
}

const wrongSiret = (row: Row, column: string): string[] =>
  filled(row, column) && !siretHolds(String(row[column])) ? [`${column} n'est pas un SIRET valide`] : [];

/** The schema "deliberations" 2.1.5. The view fills the vote's five columns together or not at all. */
export const judgeDeliberation: Judge = (row) => [
  ...missing(row, [
    'COLL_NOM',
    'COLL_SIRET',
    'DELIB_ID',
    'DELIB_DATE',
    'DELIB_MATIERE_CODE',
    'DELIB_MATIERE_NOM',
    'DELIB_OBJET',
  ]),
  ...wrongSiret(row, 'COLL_SIRET'),
  ...unlike(row, 'DELIB_DATE', /^\d{4}-\d{2}-\d{2}$/),
  ...unlike(row, 'DELIB_MATIERE_CODE', /^\d\.\d{1,2}$/),
];

/** The schema "subventions" 2.1.1. */
export const judgeSubvention: Judge = (row) => [
  ...missing(row, [
    'nomAttribuant',
    'idAttribuant',
    'dateConvention',
    'nomBeneficiaire',
    'objet',
    'montant',
    'datesPeriodeVersement',
  ]),
  ...wrongSiret(row, 'idAttribuant'),
  ...wrongSiret(row, 'idBeneficiaire'),
  ...(filled(row, 'idBeneficiaire') || filled(row, 'rnaBeneficiaire')
    ? []
    : ['idBeneficiaire et rnaBeneficiaire manquent']),
  ...unlike(row, 'rnaBeneficiaire', /^W\d{9}$/),
  ...unlike(row, 'datesPeriodeVersement', /^\d{4}-\d{2}-\d{2}(\/\d{4}-\d{2}-\d{2})?$/),
];
