/** Who carries which name: what a new document can change of who is who is found without looking at all the others. */
export const names = {
  id: 9,
  name: 'names',
  sql: `
create table names (            -- each way in which documents write a body or a person
  id        text primary key,   -- made of all that follows but the entity
  name      text not null,
  kind      text not null,      -- as entities.kind
  aliases   text not null,      -- JSON
  siren     text, siret text, rna text, address text,
  place     text not null,      -- whose documents they are; the document itself where it does not say
  near      text,               -- the identifier that the same document gives to a body of this name
  entity_id text references entities(id)   -- who it is
) strict;
create index names_entity on names(entity_id);

create table carriers (         -- the records that carry a name
  document_id text not null references documents(id) on delete cascade,
  carrier     text not null,    -- the id of a party, else issuer, or amounts for payers and beneficiaries
  name_id     text not null references names(id),
  occurrences integer not null,
  primary key (document_id, carrier, name_id)
) strict, without rowid;
create index carriers_name on carriers(name_id, occurrences);

create table name_keys (        -- names that share no key, directly or through others, are never compared
  key     integer not null,     -- hash of an identifier, of a name as it is folded, or of what a misread name keeps
  name_id text not null,
  primary key (key, name_id)
) strict, without rowid;

create table unsettled (        -- names whose carriers changed since it was last asked who they are
  name_id text primary key
) strict, without rowid;
create trigger carriers_insert after insert on carriers begin
  insert into unsettled values (new.name_id) on conflict do nothing;
end;
create trigger carriers_delete after delete on carriers begin
  insert into unsettled values (old.name_id) on conflict do nothing;
end;
`,
} as const;
