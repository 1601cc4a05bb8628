import type { ColumnDescription, TableDescription } from '../store/catalogue.js';

/** A field of a Table Schema (Data Package v2). */
interface SchemaField {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'array' | 'object';
  readonly description?: string;
  readonly constraints?: {
    readonly required?: true;
    readonly unique?: true;
    readonly enum?: readonly (string | number)[];
  };
}

export interface TableSchema {
  readonly $schema: string;
  readonly fields: readonly SchemaField[];
  readonly missingValues: readonly string[];
  readonly primaryKey?: readonly string[];
  readonly foreignKeys?: readonly {
    readonly fields: readonly string[];
    readonly reference: { readonly resource?: string; readonly fields: readonly string[] };
  }[];
}

const JSON_COLUMNS: Readonly<Record<string, 'array' | 'object'>> = {
  boxes: 'array',
  reasons: 'array',
  aliases: 'array',
  data: 'object',
};

/** The Table Schema of a table: types, keys and words come from the database's own schema. */
export function tableSchema(table: TableDescription, exported: ReadonlySet<string>): TableSchema {
  const keys = table.columns.filter(({ key }) => key).map(({ name }) => name);
  const foreign = table.columns.flatMap(({ name, references }) =>
    references && exported.has(references.table)
      ? [
          {
            fields: [name],
            reference: {
              ...(references.table === table.name ? {} : { resource: references.table.replaceAll('_', '-') }),
              fields: [references.column],
            },
          },
        ]
      : [],
  );
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: table.columns.map(field),
    missingValues: [''],
    ...(keys.length > 0 ? { primaryKey: keys } : {}),
    ...(foreign.length > 0 ? { foreignKeys: foreign } : {}),
  };
}

function field(column: ColumnDescription): SchemaField {
  const type = JSON_COLUMNS[column.name] ?? TYPES[column.type] ?? 'string';
  const values = listed(column.says);
  // An empty text is an empty cell, and an empty cell is missing: text is required only where it is never empty.
  const required = column.notNull && (type !== 'string' || column.key || column.references !== undefined);
  const constraints = {
    ...(required ? { required: true as const } : {}),
    ...(values ? { enum: type === 'integer' ? values.map(Number) : values } : {}),
  };
  return {
    name: column.name,
    type,
    ...(column.says ? { description: column.says } : {}),
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  };
}

const TYPES: Readonly<Record<string, SchemaField['type']>> = {
  text: 'string',
  integer: 'integer',
  real: 'number',
};

/** The values of a column whose comment lists them: "for | against (said why)". */
function listed(says: string): string[] | undefined {
  const values = says.split('|').map((value) => value.replace(/\(.*?\)/g, '').trim());
  return values.length > 1 && values.every((value) => /^[\w-]+$/.test(value)) ? values : undefined;
}
