import { Decimal } from 'decimal.js';
import { nameKey } from '../../extractors/entities/name.js';
import type {
  Amount,
  Attendance,
  Citation,
  Clause,
  DateRecord,
  Identifier,
  Indicator,
  Party,
  Session,
  Vote,
} from '../../models/records.js';
import { entityId } from './ids.js';
import type { Row } from './rows.js';

/** Tables whose rows are a record's own fields under the columns' names, and nothing else. */
export const SIMPLE_TABLES = [
  'amounts',
  'dates',
  'parties',
  'citations',
  'sessions',
  'votes',
  'attendances',
  'identifiers',
  'clauses',
] as const;
export type SimpleTable = (typeof SIMPLE_TABLES)[number];

/** Of them, those that repeat the quote in a column `raw`. */
export const QUOTING: ReadonlySet<SimpleTable> = new Set(['amounts', 'dates', 'citations', 'identifiers', 'clauses']);

/** A record's fields as columns; ids, evidence and entities are added by those who know them. */
export const COLUMNS = {
  amounts: (amount: Amount): Row => ({
    value: amount.value,
    cents: cents(amount.value),
    currency: amount.currency,
    approximation: amount.approximation,
    tax: amount.tax ?? null,
    nature: amount.nature,
    payer_id: null,
    payer: amount.payer ?? null,
    beneficiary_id: null,
    beneficiary: amount.beneficiary ?? null,
    purpose: amount.purpose ?? null,
    fiscal_year: amount.fiscalYear ?? null,
    chapter: amount.chapter ?? null,
    account: amount.account ?? null,
    function: amount.function ?? null,
    operation: amount.operation ?? null,
    in_table: flag(amount.inTable),
    suggested_value: amount.suggestedValue ?? null,
    suggestion_reason: amount.suggestionReason ?? null,
    in_words: amount.inWords ?? null,
  }),
  dates: (date: DateRecord): Row => ({
    value: date.value,
    end_value: date.endValue ?? null,
    precision: date.precision,
    role: date.role,
    certainty: date.certainty,
    weekday: date.weekday ?? null,
  }),
  parties: (party: Party): Row => ({
    entity_id: entityId(nameKey(party.name)),
    name: party.name,
    role: party.role,
    designation: party.designation ?? null,
    legal_form: party.legalForm ?? null,
    address: party.address ?? null,
    represented_by: party.representedBy ?? null,
    representative_title: party.representativeTitle ?? null,
    kind: party.kind,
    siren: party.siren ?? null,
    siret: party.siret ?? null,
    rna: party.rna ?? null,
    aliases: JSON.stringify(party.aliases ?? []),
  }),
  citations: (citation: Citation): Row => ({
    kind: citation.kind,
    number: citation.number ?? null,
    date: citation.date ?? null,
    target_document_id: null,
  }),
  sessions: (session: Session): Row => ({
    body: session.body ?? null,
    date: session.date ?? null,
    place: session.place ?? null,
    president: session.president ?? null,
    secretary: session.secretary ?? null,
    members_in_office: session.membersInOffice ?? null,
    present: session.present ?? null,
    represented: session.represented ?? null,
    voters: session.voters ?? null,
  }),
  votes: (vote: Vote): Row => ({
    outcome: vote.outcome,
    unanimous: flagOrNull(vote.unanimous),
    votes_for: vote.votesFor ?? null,
    votes_against: vote.votesAgainst ?? null,
    abstentions: vote.abstentions ?? null,
    voters: vote.voters ?? null,
  }),
  attendances: (attendance: Attendance): Row => ({
    name: attendance.name,
    title: attendance.title ?? null,
    status: attendance.status,
    proxy_to: attendance.proxyTo ?? null,
  }),
  identifiers: (identifier: Identifier): Row => ({
    kind: identifier.kind,
    value: identifier.value,
    valid: flagOrNull(identifier.valid),
    entity_id: null,
    owner: identifier.owner ?? null,
  }),
  clauses: (clause: Clause): Row => ({
    kind: clause.kind,
    value: clause.value,
    article: clause.article ?? null,
  }),
} as const satisfies Record<SimpleTable, (record: never) => Row>;

export const indicatorColumns = (indicator: Indicator): Row => ({
  value: indicator.value,
  value_max: indicator.valueMax ?? null,
  unit: indicator.unit ?? null,
  label: indicator.label,
  period: indicator.period ?? null,
  qualifier: indicator.qualifier,
  approximation: indicator.approximation,
  delta: indicator.delta ?? null,
  delta_base: indicator.deltaBase ?? null,
  key: indicator.key ?? null,
  in_table: flag(indicator.inTable),
});

export const flag = (value: boolean): 0 | 1 => (value ? 1 : 0);
const flagOrNull = (value: boolean | undefined): 0 | 1 | null => (value === undefined ? null : flag(value));

/** Three places are finer than a printer's dot and keep JSON short. */
export const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Hundredths of a decimal, rounded half to even. */
const cents = (value: string): bigint =>
  BigInt(new Decimal(value).times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_EVEN).toFixed());
