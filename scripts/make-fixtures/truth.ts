import type { DocumentKind } from '../../models/document.js';
import type { Approximation, CitedAct, IdentifierKind, Precision } from '../../models/fields.js';
import type { DateRole, EntityKind, Nature, PartyRole, Vote } from '../../models/records.js';

/** Where a fact is set: the page, from 1, and the ordinal of the act. */
export interface Place {
  readonly page: number;
  readonly doc: number;
}

/**
 * The truth of one file, in the vocabulary of the gold annotations (one entry for each occurrence, in printed order).
 */
export interface Truth {
  file: string;
  stem: string;
  documents: TrueDocument[];
  amounts: TrueAmount[];
  dates: TrueDate[];
  parties: TrueParty[];
  citations: TrueCitation[];
  votes: TrueVote[];
  people_present: { name: string; doc: number }[];
  indicators: TrueIndicator[];
  identifiers: { page: number; kind: IdentifierKind; value: string; raw: string }[];
  imputations: TrueImputation[];
  identities: TrueIdentity[];
  contradictions: { kind: string; pages: number[]; explanation: string; confidence: 'certain' | 'likely' }[];
}

export interface TrueDocument {
  n: number;
  kind: DocumentKind;
  first_page: number;
  last_page: number;
  reference: string | null;
  date: string | null;
  issuer: string | null;
  subject: string | null;
  parent: number | null;
}

interface TrueAmount {
  page: number;
  raw: string;
  /** Exact decimal in units of the currency. */
  value: string;
  currency: string;
  approximation: Approximation;
  tax: 'HT' | 'TTC' | null;
  nature: Nature;
  payer: string | null;
  beneficiary: string | null;
  fiscal_year: number | null;
  purpose: string | null;
  doc: number;
  in_table: boolean;
  scale: '1' | 'k' | 'M';
}

interface TrueDate {
  page: number;
  raw: string;
  value: string;
  end: string | null;
  precision: Precision;
  role: DateRole;
  doc: number;
}

export interface TrueParty {
  name: string;
  role: PartyRole;
  kind: EntityKind;
  legal_form: string | null;
  address: string | null;
  siren: string | null;
  siret: string | null;
  represented_by: string | null;
  representative_title: string | null;
  designation: string | null;
  aliases: string[];
  doc: number;
}

interface TrueCitation {
  page: number;
  raw: string;
  kind: CitedAct;
  number: string | null;
  date: string | null;
  doc: number;
}

export interface TrueVote {
  page: number;
  doc: number;
  outcome: Vote['outcome'] | null;
  unanimous: boolean | null;
  for: number | null;
  against: number | null;
  abstentions: number | null;
  not_participating: string[];
  members_in_office: number | null;
  present: number | null;
  voters: number | null;
  proxies: { from: string; to: string }[];
  excused: string[];
  absent: string[];
}

export interface TrueIndicator {
  page: number;
  raw: string;
  value: string;
  unit: string | null;
  label: string;
  period: string | null;
  qualifier: 'actual' | 'target' | 'forecast' | 'estimate';
  approximation: Approximation;
  delta: string | null;
  delta_base: string | null;
  doc: number;
  in_table: boolean;
}

interface TrueImputation {
  page: number;
  amount: string;
  chapter: string | null;
  account: string | null;
  function: string | null;
  operation: string | null;
}

interface TrueIdentity {
  kind: 'sum' | 'difference' | 'percentage';
  pages: number[];
  statement: string;
  holds: boolean;
  difference: string;
  note: string;
}

export const emptyTruth = (stem: string): Truth => ({
  file: `${stem}.pdf`,
  stem,
  documents: [],
  amounts: [],
  dates: [],
  parties: [],
  citations: [],
  votes: [],
  people_present: [],
  indicators: [],
  identifiers: [],
  imputations: [],
  identities: [],
  contradictions: [],
});
