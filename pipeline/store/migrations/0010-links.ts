/** By what acts are cited: what a new document can change of which citation cites which act is found without looking at all. */
export const links = {
  id: 10,
  name: 'links',
  sql: `
create table act_keys (         -- what an act may be cited by
  key         integer not null, -- hash of a kind, whose acts they are, and a number or a day
  document_id text not null references documents(id) on delete cascade,
  primary key (key, document_id)
) strict, without rowid;
create index act_keys_document on act_keys(document_id);

create table citation_keys (    -- what a citation asks for
  key         integer not null, -- as act_keys.key
  citation_id text not null references citations(id) on delete cascade,
  primary key (key, citation_id)
) strict, without rowid;
create index citation_keys_citation on citation_keys(citation_id);

create table unlinked (         -- keys whose acts or citations changed since it was last asked which act is cited
  key integer primary key
) strict;
create trigger act_keys_insert after insert on act_keys begin
  insert into unlinked values (new.key) on conflict do nothing;
end;
create trigger act_keys_delete after delete on act_keys begin
  insert into unlinked values (old.key) on conflict do nothing;
end;
create trigger citation_keys_insert after insert on citation_keys begin
  insert into unlinked values (new.key) on conflict do nothing;
end;
`,
} as const;
