/** What conventions stipulate. */
export const clauses = {
  id: 8,
  name: 'clauses',
  sql: `
create table clauses (          -- what a convention stipulates, clause by clause
  id text primary key, document_id text not null references documents(id) on delete cascade, evidence_id text not null references evidence(id) on delete cascade,
  raw text not null,              -- as written
  kind text not null,             -- article | object | duration | start | end | renewal | notice | formal_notice | termination | court | blank
  value text not null,            -- article: its title; object, termination: the sentence; duration, notice, formal_notice (what a formal notice
    -- leaves to mend a breach): ISO 8601 (P3Y), or indefinite; start, end: an ISO date as precise as the text, or the event that it waits for
    -- (signature, notification …); renewal: tacit | express | excluded; court: as written; blank: what is left to be filled in:
    -- date | signature | name | amount | number | place | other
  article text                    -- number of the article that it is or stands in
) strict;
create index clauses_document on clauses(document_id);
create index clauses_evidence on clauses(evidence_id);

create view conventions as  -- each convention in one row: what it is about, how long it lasts, how it ends; its date is that of its signature, else of the deliberation to which it is annexed; one with blanks may be a draft
select
  d.id as document_id,
  d.title as title,
  d.reference as reference,
  d.date as date,
  min(case when c.kind = 'object' then c.value end) as object,
  min(case when c.kind = 'duration' then c.value end) as duration,
  min(case when c.kind = 'start' then c.value end) as starts,
  min(case when c.kind = 'end' then c.value end) as ends,
  min(case when c.kind = 'renewal' then c.value end) as renewal,
  min(case when c.kind = 'notice' then c.value end) as notice,
  min(case when c.kind = 'formal_notice' then c.value end) as formal_notice,
  min(case when c.kind = 'termination' then c.value end) as termination,
  min(case when c.kind = 'court' then c.value end) as court,
  count(case when c.kind = 'article' then 1 end) as articles,
  group_concat(distinct case when c.kind = 'blank' then c.value end) as blanks
from documents d
left join clauses c on c.document_id = d.id
where d.kind = 'convention'
group by d.id;
`,
} as const;
