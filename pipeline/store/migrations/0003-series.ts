/** Indicators that measure the same thing in other years and documents share a key; the view lines them up. */
export const series = {
  id: 3,
  name: 'series',
  sql: `
alter table indicators add column key text;  -- the same for the same indicator in other years and documents
create index indicators_key on indicators(key);
create view indicator_series as  -- each indicator's figures from year to year, by who reports them
  select d.issuer_id as entity_id, coalesce(n.name, d.issuer) as entity, i.key, i.label, i.unit, i.period, i.value,
    i.qualifier, i.document_id as document, e.page
  from indicators i
  join documents d on d.id = i.document_id
  join evidence e on e.id = i.evidence_id
  left join entities n on n.id = d.issuer_id
  where i.key is not null
  order by entity, i.key, i.period, i.document_id, e.page, e.start;
`,
} as const;
