/** What the checks keep: where each finding was looked for, and the amounts that arithmetic confirms. */
export const checks = {
  id: 2,
  name: 'checks',
  sql: `
alter table findings add column unit text not null default '';
create index findings_unit on findings(check_id, unit);

create table check_units (      -- which documents a check looked at together: what a change in one of them can change
  check_id text not null, document_id text not null, unit text not null,
  primary key (check_id, document_id, unit)
) strict, without rowid;
create index check_units_unit on check_units(check_id, unit);

create view confirmed_amounts as   -- amounts that take part in arithmetic that holds
select a.*
from amounts a join evidence said on said.id = a.evidence_id
where exists (
  select 1 from evidence term
  join relation_terms t on t.evidence_id = term.id
  join relations r on r.id = t.relation_id and r.holds = 1
  where term.document_id = a.document_id and term.page = said.page and term.start < said.end and term.end > said.start
);
`,
} as const;
