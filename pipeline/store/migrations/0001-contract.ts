/**
 * The schema that users of the database rely on. Its comments are the documentation: `docs/schema.md` and the README's
 * list of tables are made from them. Deleting a file or a document deletes all that was read in it.
 */
export const contract = {
  id: 1,
  name: 'contract',
  sql: `
create table files (            -- one row for each distinct PDF content, whatever its names and places
  id            text primary key,   -- first 16 hex digits of sha256
  sha256        text not null unique,
  name          text not null,      -- base name where it was first seen
  uri           text not null,      -- path or URL where it was first seen
  bytes         integer not null,
  pages         integer,
  status        text not null,      -- loaded | partial (some pages unreadable) | quarantined
  first_seen_at text not null,      -- ISO 8601, UTC
  read_with     text not null       -- version of the program and the settings that its records come from
) strict;

create table documents (        -- the acts inside a file: a deliberation, its convention and its budget may share one PDF;
                                --   minutes, registers and lists are a document that contains one deliberation for each decision
  id            text primary key,   -- <file id>-<ordinal>
  file_id       text not null references files(id) on delete cascade,
  ordinal       integer not null,   -- 1, 2, 3 … in reading order, a container before its parts; documents without a container tile the file
                                    --   (a page may hold the end of one and the start of the next)
  kind          text not null,      -- deliberation | convention | activity_report | budget | minutes | annex | other
  kind_confidence real not null,    -- 0 to 1
  first_page    integer not null,
  first_offset  integer not null,   -- offset into that page's text
  last_page     integer not null,
  last_offset   integer not null,   -- offset into that page's text, exclusive
  title         text,               -- the act's object, as written, white space folded
  reference     text,               -- the act's own number, as written without "n°": 2022.39, 24-B-0045, 2023/40
  issuer_id     text references entities(id),
  issuer        text,
  date          text,               -- ISO: the session of a deliberation, the signature of a convention, the close of a report's year
  year          integer,            -- the year that the act bears on
  matter        text,               -- @ctes matter code, as text, two levels: 7.5
  parent_id     text references documents(id) on delete set null,
  parent_relation text,             -- part_of (a deliberation in its minutes) | annexed_to (a convention behind its deliberation)
  read_by       text not null,      -- text-layer | ocr | mixed
  reasons       text not null       -- JSON: the signals that spoke for the kind
) strict;

create table pages (  -- each page as it was read, in one string
  file_id    text not null references files(id) on delete cascade,
  number     integer not null,      -- from 1
  width      real not null,         -- PDF points, after rotation
  height     real not null,
  rotation   integer not null,      -- degrees that the page was turned by to be read
  read_by    text not null,         -- text-layer | ocr
  legibility real not null,         -- 0 to 1: 1 for a sound text layer, the mean word confidence for OCR
  ocr_reason text,                  -- why the page was or was not given to OCR
  text       text not null,         -- the page in reading order
  id         integer primary key,   -- made of file_id and number, so that the order of arrival does not show
  unique (file_id, number)
) strict;

create table evidence (         -- where a record was read; no record without one
  id          text primary key,
  document_id text not null references documents(id) on delete cascade,
  page        integer not null,
  start       integer not null,     -- offsets into pages.text, in characters (code points)
  end         integer not null,
  text        text not null,        -- the quote: pages.text[start:end]
  boxes       text not null,        -- JSON [[left, top, right, bottom], …], PDF points from the top left corner, one box a line
  legibility  real not null,
  extractor   text not null         -- the rule that read it
) strict;

create table entities (         -- who is who, across all documents
  id           text primary key,
  kind         text not null,       -- municipality | intercommunal | department | region | state | association | company | public_body | person
  name         text not null,       -- the canonical name
  siren        text, siret text, rna text, insee_code text, address text
) strict;
create table entity_names (     -- every way in which a document writes it
  entity_id text not null references entities(id), name text not null, occurrences integer not null,
  primary key (entity_id, name)
) strict;

create table amounts (  -- every sum of money, each time it is printed
  id             text primary key,
  document_id    text not null references documents(id) on delete cascade,
  evidence_id    text not null references evidence(id) on delete cascade,
  raw            text not null,     -- as written: "2 375k€", "6,4 millions d'Euros"
  value          text not null,     -- exact decimal, in units of the currency, as printed: "2375000.00", "-54000.00"
  cents          integer not null,  -- value * 100, rounded half to even: for exact SUM()
  euros          real generated always as (cents / 100.0) virtual,
  currency       text not null,     -- ISO 4217: EUR, FRF …
  approximation  text not null,     -- exact | about | at_least | at_most
  tax            text,              -- HT | TTC
  nature         text not null,     -- grant | advance | balance | instalment | total | budget_line | revenue | expense | allowance | result | price | other
  payer_id       text references entities(id),  payer text,
  beneficiary_id text references entities(id),  beneficiary text,
  purpose        text,
  fiscal_year    integer,
  chapter text, account text, function text, operation text,   -- budget line (imputation)
  in_table       integer not null,  -- 0 | 1
  suggested_value text,             -- where arithmetic shows that a digit was misread: what it must be
  suggestion_reason text,
  in_words       text               -- the sum in words beside the figures, where the two differ
) strict;

create table dates (  -- every date and period, as precise as the text
  id text primary key, document_id text not null references documents(id) on delete cascade, evidence_id text not null references evidence(id) on delete cascade,
  raw text not null,
  value text not null,              -- YYYY, YYYY-MM or YYYY-MM-DD: as precise as the text, no more
  end_value text,                   -- last day, month or year of a range, inclusive
  precision text not null,          -- day | month | year
  role text not null,               -- session | convocation | signature | published | transmitted | effective_from | effective_to | period | cited_act | deadline | event | other
  certainty text not null,          -- stated | implied (a year taken from elsewhere in the act)
  weekday integer                   -- 1 (Monday) to 7 (Sunday), as printed: for the check
) strict;

create table parties (  -- who acts in a document: bodies and people
  id text primary key, document_id text not null references documents(id) on delete cascade, evidence_id text not null references evidence(id) on delete cascade,
  entity_id text not null references entities(id),
  name text not null,               -- as written
  role text not null,               -- issuer | grantor | beneficiary | signatory | partner | financer
  designation text,                 -- "la Ville", "la M.L."
  legal_form text, address text,
  represented_by text, representative_title text,
  kind text not null,               -- as entities.kind
  siren text, siret text, rna text,
  aliases text not null             -- JSON: acronyms and other names that this document gives it
) strict;

create table citations (        -- acts that a document cites
  id text primary key, document_id text not null references documents(id) on delete cascade, evidence_id text not null references evidence(id) on delete cascade,
  raw text not null,
  kind text not null,               -- deliberation | law | decree | order | code | convention | other
  number text, date text,
  target_document_id text references documents(id) on delete set null   -- the cited act, where the database holds it
) strict;

create table sessions (         -- the meeting: one row for minutes, or for a deliberation that stands alone
  id text primary key, document_id text not null references documents(id) on delete cascade, evidence_id text not null references evidence(id) on delete cascade,
  body text,                        -- conseil municipal, bureau métropolitain …
  date text, place text, president text, secretary text,
  members_in_office integer, present integer, represented integer, voters integer   -- as printed, else counted from the lists
) strict;
create table votes (            -- one row for each decision
  id text primary key, document_id text not null references documents(id) on delete cascade, evidence_id text not null references evidence(id) on delete cascade,
  outcome text not null,            -- adopted | rejected | postponed | noted
  unanimous integer,                -- 0 | 1
  votes_for integer, votes_against integer, abstentions integer, voters integer
) strict;
create table attendances (  -- who was there, who was not, and who voted for whom
  id text primary key, document_id text not null references documents(id) on delete cascade, evidence_id text not null references evidence(id) on delete cascade,
  name text not null, title text,
  status text not null,             -- present | proxy (gave a power) | excused | absent | not_participating
  proxy_to text
) strict;

create table identifiers (  -- numbers and addresses that name somebody; bank details are masked in exports
  id text primary key, document_id text not null references documents(id) on delete cascade, evidence_id text not null references evidence(id) on delete cascade,
  kind text not null,               -- siren | siret | rna | iban | rib | phone | email | url | postcode
  value text not null,              -- without spaces
  raw text not null,
  valid integer,                    -- 0 | 1 where the kind has a key; NULL where it has none
  entity_id text references entities(id),
  owner text                        -- name of the party that it identifies
) strict;

create table indicators (       -- figures that measure activity, results, public, means or targets; money is in amounts
  id text primary key, document_id text not null references documents(id) on delete cascade, evidence_id text not null references evidence(id) on delete cascade,
  raw text not null,
  value text not null, value_max text,   -- exact decimal or fraction as printed; value_max for a range
  unit text,                        -- %, heures, ETP, jeunes, contrats …
  label text not null,              -- what is counted, from the caption or the sentence
  period text,                      -- 2021, 2021-12-31, 2022-S1, 2020/2021
  qualifier text not null,          -- actual | target | forecast | estimate
  approximation text not null,      -- exact | about | at_least | at_most
  delta text, delta_base text,      -- "+497", "2020"
  parent_id text references indicators(id) on delete set null,   -- the figure that this one is a part of
  in_table integer not null
) strict;

create table table_cells (  -- the tables as they are printed, cell by cell
  document_id text not null references documents(id) on delete cascade, page integer not null, table_number integer not null,
  row integer not null, col integer not null, text text not null,
  value text,                       -- exact decimal where the cell is a number
  evidence_id text references evidence(id) on delete cascade,
  primary key (document_id, page, table_number, row, col)
) strict;

create table relations (        -- arithmetic that a document states and that was recomputed, whether it holds or not
  id text primary key, document_id text not null references documents(id) on delete cascade,
  kind text not null,               -- sum | product | percentage | difference | ratio
  statement text not null,          -- "177 100 + 165 000 + … = 872 100"
  holds integer not null,           -- 0 | 1
  expected text not null, observed text not null, difference text not null,
  tolerance text not null           -- what rounding of the printed figures explains
) strict;
create table relation_terms (  -- the figures of a relation
  relation_id text not null references relations(id) on delete cascade, position integer not null,
  role text not null,               -- total | part | base | rate | result
  value text not null, evidence_id text not null references evidence(id) on delete cascade,
  primary key (relation_id, position)
) strict;

create table findings (         -- what the consistency checks noticed, inside a document and across documents
  id text primary key,
  check_id text not null,           -- the check's own id, as greffe checks lists it
  severity text not null,           -- error (certain) | warning (likely) | note
  title text not null, message text not null,    -- French, complete sentences, the figures and names in them
  data text not null,               -- JSON: the values compared
  first_seen_at text not null
) strict;
create table finding_evidence (  -- the places that a finding compares
  finding_id text not null references findings(id) on delete cascade, evidence_id text not null references evidence(id) on delete cascade,
  role text not null,               -- total, part, said, contradicted by …
  primary key (finding_id, evidence_id)
) strict;

create table problems (         -- what could not be read: nothing is dropped without a row here
  id text primary key, file_id text references files(id) on delete cascade, uri text, page integer,
  stage text not null, code text not null, detail text not null, at text not null
) strict;

create table runs (  -- each time the program ran
  id integer primary key, started_at text not null, ended_at text, command text not null, version text not null,
  files_seen integer, files_new integer, files_unchanged integer, files_quarantined integer, pages_read integer, pages_ocr integer
) strict;

create table places (           -- where each content was found: what is unchanged here is not read again
  uri         text primary key,
  file_id     text not null references files(id) on delete cascade,
  bytes       integer not null,
  modified_ms real not null
) strict;

create table unchecked (        -- files whose records changed since the checks last ran: a stopped run leaves them for the next
  file_id text primary key
) strict;

create virtual table pages_fts using fts5(
  text, content='pages', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
create trigger pages_fts_insert after insert on pages begin
  insert into pages_fts(rowid, text) values (new.id, new.text);
end;
create trigger pages_fts_delete after delete on pages begin
  insert into pages_fts(pages_fts, rowid, text) values ('delete', old.id, old.text);
end;
create trigger pages_fts_update after update of text on pages begin
  insert into pages_fts(pages_fts, rowid, text) values ('delete', old.id, old.text);
  insert into pages_fts(rowid, text) values (new.id, new.text);
end;

create index documents_file on documents(file_id);
create index evidence_document on evidence(document_id);
create index amounts_document on amounts(document_id);
create index amounts_evidence on amounts(evidence_id);
create index dates_document on dates(document_id);
create index dates_evidence on dates(evidence_id);
create index parties_document on parties(document_id);
create index parties_evidence on parties(evidence_id);
create index citations_document on citations(document_id);
create index citations_evidence on citations(evidence_id);
create index sessions_document on sessions(document_id);
create index sessions_evidence on sessions(evidence_id);
create index votes_document on votes(document_id);
create index votes_evidence on votes(evidence_id);
create index attendances_document on attendances(document_id);
create index attendances_evidence on attendances(evidence_id);
create index identifiers_document on identifiers(document_id);
create index identifiers_evidence on identifiers(evidence_id);
create index indicators_document on indicators(document_id);
create index indicators_evidence on indicators(evidence_id);
create index amounts_beneficiary on amounts(beneficiary_id);
create index amounts_payer on amounts(payer_id);
create index parties_entity on parties(entity_id);
create index citations_number on citations(number);
create index citations_target on citations(target_document_id);
create index table_cells_evidence on table_cells(evidence_id);
create index relations_document on relations(document_id);
create index relation_terms_evidence on relation_terms(evidence_id);
create index finding_evidence_evidence on finding_evidence(evidence_id);
create index indicators_parent on indicators(parent_id);
create index identifiers_value on identifiers(kind, value);
create index identifiers_entity on identifiers(entity_id);
create index documents_reference on documents(reference);
create index documents_issuer on documents(issuer_id);
create index documents_parent on documents(parent_id);
create index problems_file on problems(file_id);
create index places_file on places(file_id);
`,
} as const;
