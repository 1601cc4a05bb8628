/** Indexes by two columns where, of two by one, SQLite may take the one that half of the table answers to. */
export const ways = {
  id: 11,
  name: 'ways',
  sql: `
drop index documents_reference;
create index documents_reference on documents(reference, issuer_id);  -- one town has many acts, and many towns have one number
drop index mentions_document;
create index mentions_document on mentions(document_id, kind);
`,
} as const;
