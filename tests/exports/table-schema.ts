import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** As much of Table Schema, and of the checks that SCDL adds, as the two SCDL schemas and our own packages use. */
interface Field {
  name: string;
  type: string;
  format?: string;
  trueValues?: string[];
  falseValues?: string[];
  constraints?: {
    required?: boolean;
    pattern?: string;
    enum?: (string | number)[];
    maxLength?: number;
    minimum?: number;
    maximum?: number;
  };
}
interface CustomCheck {
  name: string;
  params: Record<string, string | string[]>;
}
export interface Schema {
  fields: Field[];
  primaryKey?: string[];
  custom_checks?: CustomCheck[];
}
type Row = Record<string, string>;

export const readCsv = (path: string): string[][] => parse(readFileSync(path, 'utf8'), { relax_column_count: false });

/** What is wrong with a CSV file, one sentence each. */
export function faults(path: string, schema: Schema): string[] {
  const [header = [], ...lines] = readCsv(path);
  const names = schema.fields.map(({ name }) => name);
  if (header.join() !== names.join()) return [`the columns are ${header.join()}, not ${names.join()}`];
  const found: string[] = [];
  const keys = new Set<string>();
  lines.forEach((cells, i) => {
    const row = Object.fromEntries(names.map((name, n) => [name, cells[n] ?? '']));
    const tell = (fault: string): void => void found.push(`row ${i + 1}: ${fault}`);
    for (const field of schema.fields)
      for (const fault of cellFaults(field, row[field.name]!)) tell(`${field.name} ${fault}`);
    for (const check of schema.custom_checks ?? []) {
      const judge = CUSTOM[check.name];
      if (!judge) tell(`unknown check ${check.name}`);
      else if (!judge(row, check.params)) tell(`${check.name} ${JSON.stringify(check.params)} fails`);
    }
    if (schema.primaryKey) {
      const key = JSON.stringify(schema.primaryKey.map((name) => row[name]));
      if (keys.has(key)) tell(`the key ${key} comes twice`);
      keys.add(key);
    }
  });
  return found;
}

function cellFaults(field: Field, text: string): string[] {
  const { required, pattern, enum: values, maxLength, minimum, maximum } = field.constraints ?? {};
  if (text === '') return required ? ['is empty'] : [];
  const faults: string[] = [];
  if (!isOf(field, text)) faults.push(`is no ${field.type}: ${text}`);
  if (pattern && !new RegExp(`^(?:${pattern})$`).test(text)) faults.push(`is not like ${pattern}: ${text}`);
  if (values && !values.map(String).includes(text)) faults.push(`is not listed: ${text}`);
  if (maxLength !== undefined && [...text].length > maxLength) faults.push('is too long');
  if (minimum !== undefined && Number(text) < minimum) faults.push('is too small');
  if (maximum !== undefined && Number(text) > maximum) faults.push('is too large');
  return faults;
}

function isOf({ type, format, trueValues = [], falseValues = [] }: Field, text: string): boolean {
  switch (type) {
    case 'string':
      return format === 'uri' ? URL.canParse(text) : true;
    case 'integer':
      return /^-?\d+$/.test(text);
    case 'number':
      return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text);
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
    case 'boolean':
      return [...trueValues, ...falseValues].includes(text);
    case 'array':
      return Array.isArray(JSON.parse(text));
    case 'object':
      return typeof JSON.parse(text) === 'object';
    default:
      return false;
  }
}

type Judge = (row: Row, params: CustomCheck['params']) => boolean;
const one = (params: CustomCheck['params'], name: string): string => String(params[name]);

const CUSTOM: Readonly<Record<string, Judge>> = {
  'french-siret-value': (row, params) => {
    const siret = row[one(params, 'column')]!;
    return siret === '' || (/^\d{14}$/.test(siret) && luhn(siret));
  },
  'year-interval-value': (row, params) => {
    const [from, to] = row[one(params, 'column')]!.split('/');
    return to === undefined || Number(from) < Number(to);
  },
  'cohesive-columns-value': (row, params) => {
    const columns = [one(params, 'column'), ...(params.othercolumns as string[])];
    return new Set(columns.map((column) => row[column] === '')).size === 1;
  },
  'compare-columns-value': (row, params) => {
    const [a, b] = [row[one(params, 'column')]!, row[one(params, 'column2')]!];
    if (a === '' || b === '') return true;
    return /^\d+$/.test(a) ? Number(a) >= Number(b) : a >= b;
  },
  'sum-columns-value': (row, params) => {
    const sum = row[one(params, 'column')]!;
    const parts = (params.columns as string[]).map((column) => row[column]!);
    return sum === '' || parts.includes('') || Number(sum) === parts.reduce((all, part) => all + Number(part), 0);
  },
  'nomenclature-actes-value': (row, params) => {
    const value = row[one(params, 'column')]!;
    const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    return value === '' || (value.includes('/') && !value.includes('/ ') && DOMAINS.has(fold(value.split('/')[0]!)));
  },
  'one-of-required': (row, params) => row[one(params, 'column1')] !== '' || row[one(params, 'column2')] !== '',
};

const DOMAINS = new Set([
  'commande publique',
  'urbanisme',
  'domaine et patrimoine',
  'fonction publique',
  'institutions et vie politique',
  'libertes publiques et pouvoirs de police',
  'finances locales',
  'domaines de competences par themes',
  'autres domaines de competences',
]);

const luhn = (digits: string): boolean =>
  [...digits].reverse().reduce((sum, digit, i) => {
    const weighed = i % 2 === 1 ? Number(digit) * 2 : Number(digit);
    return sum + (weighed > 9 ? weighed - 9 : weighed);
  }, 0) %
    10 ===
  0;
