/** Where a check that looks at each document, or each file, by itself has looked needs no row. */
export const units = {
  id: 7,
  name: 'units',
  sql: `
drop index check_units_unit;
delete from check_units where unit = document_id or document_id > unit || '-' and document_id < unit || '.';
`,
} as const;
