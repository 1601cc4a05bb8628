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

export interface DateRecord extends Stated {
  value: string;
  endValue?: string;
  precision: Precision;
  role: DateRole;
  certainty: 'stated' | 'implied';
  /** 1 (Monday) to 7 (Sunday), as printed. */
  weekday?: number;
}

export type PartyRole = 'issuer' | 'grantor' | 'beneficiary' | 'signatory' | 'partner' | 'financer';
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

export interface Citation extends Stated {
  kind: CitedAct;
  number?: string;
  date?: string;
}

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

export interface Vote extends Stated {
  outcome: 'adopted' | 'rejected' | 'postponed' | 'noted';
  unanimous?: boolean;
  votesFor?: number;
  votesAgainst?: number;
  abstentions?: number;
  voters?: number;
}

export interface Attendance extends Stated {
  name: string;
  title?: string;
  status: 'present' | 'proxy' | 'excused' | 'absent' | 'not_participating';
  proxyTo?: string;
}

export interface Identifier extends Stated {
  kind: IdentifierKind;
  value: string;
  valid?: boolean;
  /** Name of the party that it identifies. */
  owner?: string;
}

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

export interface TableCell {
  page: number;
  table: number;
  row: number;
  col: number;
  text: string;
  value?: string;
  span: Span;
}

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

/** A word worth holding against another: it states no fact of its own, and a check may find that it disagrees. */
export interface Mention extends Stated {
  /**
   * acronym: `text` is short for `about`; variant: `text` is written where the act elsewhere writes `about`;
   * heading: the number `text` heads a second section, `about` the first one's title; repeat: `text` stands twice in a
   * row; body: the act is put to the assembly `about`, in the words `text`; term: a convention for the time `about`
   * (ISO) speaks of several years, in the words `text`; sundays: a list opens `about` Sundays of a year; duration:
   * `text` ("3 ans", ISO) is said of the period `about` (ISO, start/end); weekday: `text` is listed as a day called
   * `about` (1 Monday to 7 Sunday); visa: the code `text` is of the act's matter (`about` own) or of another (foreign);
   * tariff: one thing let for two times, `text`, at the prices `about` (longer-shorter, in euros); arrival: `about`
   * comes during the meeting; speaker: `about`, listed as absent, speaks; number: the act's own, where it is printed.
   */
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
