/** Words that checks compare; what they hold, kind by kind: `Mention` in models/records.ts. */
export const mentions = {
  id: 5,
  name: 'mentions',
  sql: `
create table mentions (         -- words that state no fact of their own and that a check may find to disagree
  id text primary key, document_id text not null references documents(id) on delete cascade, evidence_id text not null references evidence(id) on delete cascade,
  kind text not null,             -- acronym | variant | heading | repeat | duration | weekday | body | term | sundays | visa | tariff | arrival | speaker | number
  text text not null,             -- as written: the acronym, the other spelling, the section's number, the passage, the duration, the day, the list …
  about text not null             -- what it is compared with: its long form, the usual spelling, the first section's title, the period, the day's name, the count …
) strict;
create index mentions_document on mentions(document_id);
create index mentions_evidence on mentions(evidence_id);
create index mentions_text on mentions(kind, text);
`,
} as const;
