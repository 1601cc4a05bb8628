import type { Heading, Outline, SourceFile } from './document.js';
import type { Span } from './evidence.js';
import type { Approximation, CitedAct, IdentifierKind, Precision } from './fields.js';
import type { Page } from './page.js';
import type { Problem } from './problem.js';

/** Where a record was read, and by which rule. Quote, boxes, legibility and ids are derived from it. */
export interface Stated {
  readonly span: Span;
  readonly extractor: string;
}

/** What a sum of money is in its act. */
export type Nature =
  | 'grant'
  | 'advance'
  | 'balance'
  | 'instalment'
  | 'total'
  | 'budget_line'
  | 'revenue'
  | 'expense'
  | 'allowance'
  | 'result'
  | 'price'
  | 'other';

/** A sum of money, where it is printed. Values are exact decimals in units of the currency. */
export interface Amount extends Stated {
  value: string;
  currency: string;
  approximation: Approximation;
  tax?: 'HT' | 'TTC';
  nature: Nature;
  /** Names as the document writes them; the resolve stage finds the entities. */
  payer?: string;
  beneficiary?: string;
  purpose?: string;
  fiscalYear?: number;
  chapter?: string;
  account?: string;
  function?: string;
  operation?: string;
  inTable: boolean;
  suggestedValue?: string;
  suggestionReason?: string;
  /** The sum in words beside the figures, where the two differ. */
  inWords?: string;
}

/** What a date is in its act. */
export type DateRole =
  | 'session'
  | 'convocation'
  | 'signature'
  | 'published'
  | 'transmitted'
  | 'effective_from'
  | 'effective_to'
  | 'period'
  | 'cited_act'
  | 'deadline'
  | 'event'
  | 'other';

/** A date or a period, as precise as the text (see `FieldValues.date`). */
export interface DateRecord extends Stated {
  value: string;
  endValue?: string;
  precision: Precision;
  role: DateRole;
  certainty: 'stated' | 'implied';
  /** 1 (Monday) to 7 (Sunday), as printed. */
  weekday?: number;
}

/** What a party does in an act. */
export type PartyRole = 'issuer' | 'grantor' | 'beneficiary' | 'signatory' | 'partner' | 'financer';
/** What sort of body somebody is, or a person. */
export type EntityKind =
  | 'municipality'
  | 'intercommunal'
  | 'department'
  | 'region'
  | 'state'
  | 'association'
  | 'company'
  | 'public_body'
  | 'person';

/** Whether a body is one of public law: everybody but associations, companies and people. */
export const isPublicBody = (kind: EntityKind): boolean =>
  kind !== 'association' && kind !== 'company' && kind !== 'person';

/** A body or a person that acts in a document. */
export interface Party extends Stated {
  /** As written. */
  name: string;
  kind: EntityKind;
  role: PartyRole;
  /** What the act calls it: "la Ville". */
  designation?: string;
  /** Acronyms and other names that this document gives it. */
  aliases?: readonly string[];
  legalForm?: string;
  address?: string;
  siren?: string;
  siret?: string;
  rna?: string;
  representedBy?: string;
  representativeTitle?: string;
}

/** An act that a document cites; the date is ISO, as precise as written. */
export interface Citation extends Stated {
  kind: CitedAct;
  number?: string;
  date?: string;
}

/** The meeting at which an act was decided; counts are people, as printed or else counted from the lists. */
export interface Session extends Stated {
  body?: string;
  date?: string;
  place?: string;
  president?: string;
  secretary?: string;
  membersInOffice?: number;
  present?: number;
  represented?: number;
  voters?: number;
}

/** How a decision was voted; counts are voices. */
export interface Vote extends Stated {
  outcome: 'adopted' | 'rejected' | 'postponed' | 'noted';
  unanimous?: boolean;
  votesFor?: number;
  votesAgainst?: number;
  abstentions?: number;
  voters?: number;
}

/** Somebody in the lists of a meeting; `proxyTo`: who votes for somebody absent. */
export interface Attendance extends Stated {
  name: string;
  title?: string;
  status: 'present' | 'proxy' | 'excused' | 'absent' | 'not_participating';
  proxyTo?: string;
}

/** A number or an address that names somebody; `valid` where its kind has a check digit. */
export interface Identifier extends Stated {
  kind: IdentifierKind;
  value: string;
  valid?: boolean;
  /** Name of the party that it identifies. */
  owner?: string;
}

/** A figure that measures activity, results, public, means or targets. Values are exact decimals, as printed. */
export interface Indicator extends Stated {
  value: string;
  valueMax?: string;
  unit?: string;
  label: string;
  period?: string;
  qualifier: 'actual' | 'target' | 'forecast' | 'estimate';
  approximation: Approximation;
  delta?: string;
  deltaBase?: string;
  /** Index, in the document's indicators, of the figure that this one is a part of. */
  parent?: number;
  inTable: boolean;
  /** The same for the same indicator in other years and documents. */
  key?: string;
}

/** A cell of a printed table; rows and columns count from 0, tables from 1 on their page. */
export interface TableCell {
  page: number;
  table: number;
  row: number;
  col: number;
  text: string;
  value?: string;
  span: Span;
}

/** A figure that takes part in a relation. */
export interface RelationTerm {
  role: 'total' | 'part' | 'base' | 'rate' | 'result';
  value: string;
  span: Span;
}

/** Arithmetic that a document states, recomputed; whether it holds is computed, never assumed. */
export interface Relation {
  /** The rule that proposed it. */
  extractor: string;
  kind: 'sum' | 'product' | 'percentage' | 'difference' | 'ratio';
  statement: string;
  holds: boolean;
  expected: string;
  observed: string;
  difference: string;
  tolerance: string;
  terms: readonly RelationTerm[];
}

/**
 * What a contract stipulates. `value` by kind: article: its title; object, termination: the sentence as written;
 * duration, notice, formal_notice: ISO 8601 (P3Y) or, of a duration, "indefinite"; start, end: an ISO date as precise as
 * the text, or the event that it waits for ("signature"); renewal: tacit, express or excluded; court: as written; blank:
 * what is left to be filled in (date, signature, name, amount, number, place, other).
 */
export interface Clause extends Stated {
  kind:
    | 'article'
    | 'object'
    | 'duration'
    | 'start'
    | 'end'
    | 'renewal'
    | 'notice'
    | 'formal_notice'
    | 'termination'
    | 'court'
    | 'blank';
  value: string;
  /** Number of the article that it is or stands in. */
  article?: string;
}

/**
 * Words worth comparing with others: they state no fact of their own, but a check may find that they disagree.
 *
 * What `text` and `about` hold, by kind:
 * - acronym: the acronym, and its long form
 * - variant: a name as written here, and as the act writes it elsewhere
 * - heading: the number and title of a second section, and the title of the first section of that number
 * - repeat: a passage printed twice in a row, and how its first copy begins
 * - duration: a duration (ISO) beside a period, and that period (ISO start/end)
 * - weekday: a date (ISO) listed as a certain day of the week, and that day (1 Monday to 7 Sunday)
 * - body: the words in which the act is put to an assembly, and that assembly
 * - term: "conventions pluriannuelles" in a convention, and the short time it is concluded for (ISO)
 * - sundays: a list of Sundays on which shops may open, and how many there are
 * - visa: a code that the act cites, and whether it is of the act's matter (own) or not (foreign)
 * - tariff: one thing let for two lengths of time, and its prices (longer-shorter, in euros)
 * - arrival: the words in which somebody arrives during the meeting, and the name
 * - speaker: the words in which somebody listed as absent speaks, and the name
 * - number: the act's own number where it is printed, twice
 */
export interface Mention extends Stated {
  kind:
    | 'acronym'
    | 'variant'
    | 'heading'
    | 'repeat'
    | 'duration'
    | 'weekday'
    | 'body'
    | 'term'
    | 'sundays'
    | 'visa'
    | 'tariff'
    | 'arrival'
    | 'speaker'
    | 'number';
  text: string;
  about: string;
}

/** All that one act states. */
export interface Statements {
  amounts: Amount[];
  dates: DateRecord[];
  parties: Party[];
  citations: Citation[];
  sessions: Session[];
  votes: Vote[];
  attendances: Attendance[];
  identifiers: Identifier[];
  indicators: Indicator[];
  cells: TableCell[];
  relations: Relation[];
  clauses: Clause[];
  mentions?: Mention[];
}

/** One act: where it stands, what it says of itself, and what it states. */
export interface DocumentRecords extends Statements {
  readonly outline: Outline;
  readonly heading: Heading;
}

/** All that was read in one file: what the load stage writes in one transaction. */
export interface FileRecords {
  readonly file: SourceFile;
  readonly status: 'loaded' | 'partial' | 'quarantined';
  readonly pages: readonly Page[];
  readonly documents: readonly DocumentRecords[];
  readonly problems: readonly Problem[];
}

/** Nothing stated yet, of every kind. */
export const noStatements = (): Statements => ({
  amounts: [],
  dates: [],
  parties: [],
  citations: [],
  sessions: [],
  votes: [],
  attendances: [],
  identifiers: [],
  indicators: [],
  cells: [],
  relations: [],
  clauses: [],
});
