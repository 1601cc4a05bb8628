/** What catalogues say of the papers that they lead to. */
export const announcements = {
  id: 6,
  name: 'announcements',
  sql: `
create table announcements (  -- what a catalogue says of the paper at an address, to be held against what the paper says
  uri           text primary key,    -- as places.uri
  reference     text,                -- the act's number
  date          text,                -- ISO
  title         text,
  issuer        text,
  siret         text,
  matter        text,                -- @ctes matter code
  votes_for     integer,
  votes_against integer,
  abstentions   integer
) strict;
`,
} as const;
