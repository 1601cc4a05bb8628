import type { Approximation, CitedAct, IdentifierKind, Precision } from '../../models/fields.js';
import type { DateRole, Nature } from '../../models/records.js';
import { euros, fullDate } from './french.js';
import { folded, type Marked, type Note, noted, plain, type Text } from './text.js';
import type { TrueIndicator, TrueParty, TrueVote } from './truth.js';

/** Words that say a fact, and the fact: what is printed and what is true come from one value. */

export interface AmountFacts {
  nature: Nature;
  payer?: string;
  beneficiary?: string;
  year?: number;
  purpose?: string;
  approximation?: Approximation;
  tax?: 'HT' | 'TTC';
  inTable?: boolean;
  scale?: '1' | 'k' | 'M';
  /** How it is written; "12 500 €" by default. */
  as?: Text;
}

/** `value` in units of the currency. */
export const amount = (value: number, facts: AmountFacts): Marked => {
  const text = facts.as ?? euros(value);
  return noted(text, (truth, place) =>
    truth.amounts.push({
      page: place.page,
      raw: folded(text),
      value: value.toFixed(2),
      currency: 'EUR',
      approximation: facts.approximation ?? 'exact',
      tax: facts.tax ?? null,
      nature: facts.nature,
      payer: facts.payer ?? null,
      beneficiary: facts.beneficiary ?? null,
      fiscal_year: facts.year ?? null,
      purpose: facts.purpose ?? null,
      doc: place.doc,
      in_table: facts.inTable ?? false,
      scale: facts.scale ?? '1',
    }),
  );
};

const precisionOf = (iso: string): Precision => (iso.length === 10 ? 'day' : iso.length === 7 ? 'month' : 'year');

/** `iso` as precise as the words: YYYY, YYYY-MM or YYYY-MM-DD. By default the whole date with its weekday. */
export const date = (iso: string, role: DateRole, as: Text = fullDate(iso), end?: string): Marked =>
  noted(as, (truth, place) =>
    truth.dates.push({
      page: place.page,
      raw: folded(as),
      value: iso,
      end: end ?? null,
      precision: precisionOf(iso),
      role,
      doc: place.doc,
    }),
  );

export const year = (value: number, role: DateRole = 'period'): Marked => date(String(value), role, String(value));

/** An act cited; its date, where `as` holds one, is to be marked inside `as`. */
export const citation = (kind: CitedAct, as: Text, number?: string, iso?: string): Marked =>
  noted(as, (truth, place) =>
    truth.citations.push({
      page: place.page,
      raw: folded(as),
      kind,
      number: number ?? null,
      date: iso ?? null,
      doc: place.doc,
    }),
  );

export const identifier = (kind: IdentifierKind, as: Text, value = plain(as).replace(/\s/g, '')): Marked =>
  noted(as, (truth, place) => truth.identifiers.push({ page: place.page, kind, value, raw: folded(as) }));

type IndicatorFacts = Pick<TrueIndicator, 'label'> &
  Partial<Omit<TrueIndicator, 'page' | 'raw' | 'value' | 'doc' | 'label'>>;

export const indicator = (value: number | string, as: Text, facts: IndicatorFacts): Marked =>
  noted(as, (truth, place) =>
    truth.indicators.push({
      page: place.page,
      raw: folded(as),
      value: String(value),
      unit: null,
      period: null,
      qualifier: 'actual',
      approximation: 'exact',
      delta: null,
      delta_base: null,
      in_table: false,
      ...facts,
      doc: place.doc,
    }),
  );

/** A sum that the page states; put it on the words of its total. */
export const sumOf = (terms: readonly number[], total: number, note = ''): Note => {
  const sum = terms.reduce((a, b) => a + Math.round(b * 100), 0);
  const difference = (Math.round(total * 100) - sum) / 100;
  return (truth, place) =>
    truth.identities.push({
      kind: 'sum',
      pages: [place.page],
      statement: `${terms.join(' + ')} = ${total}`,
      holds: difference === 0,
      difference: String(difference),
      note,
    });
};

export const contradiction = (kind: string, explanation: string): Note => {
  return (truth, place) => truth.contradictions.push({ kind, pages: [place.page], explanation, confidence: 'certain' });
};

export const imputation = (
  value: number,
  line: { chapter?: string; account?: string; function?: string; operation?: string },
): Note => {
  return (truth, place) =>
    truth.imputations.push({
      page: place.page,
      amount: value.toFixed(2),
      chapter: line.chapter ?? null,
      account: line.account ?? null,
      function: line.function ?? null,
      operation: line.operation ?? null,
    });
};

/** A party of the act, noted where it is first named. */
export const party = (facts: Pick<TrueParty, 'name' | 'role' | 'kind'> & Partial<Omit<TrueParty, 'doc'>>): Note => {
  return (truth, place) =>
    truth.parties.push({
      legal_form: null,
      address: null,
      siren: null,
      siret: null,
      represented_by: null,
      representative_title: null,
      designation: null,
      aliases: [],
      ...facts,
      doc: place.doc,
    });
};

export const vote = (facts: Partial<Omit<TrueVote, 'page' | 'doc'>>): Note => {
  return (truth, place) =>
    truth.votes.push({
      page: place.page,
      doc: place.doc,
      outcome: 'adopted',
      unanimous: null,
      for: null,
      against: null,
      abstentions: null,
      not_participating: [],
      members_in_office: null,
      present: null,
      voters: null,
      proxies: [],
      excused: [],
      absent: [],
      ...facts,
    });
};

/** A name in the list of those present; the name is noted without its title. */
export const present = (name: string, title = ''): Marked =>
  noted(`${title}${name}`, (truth, place) => truth.people_present.push({ name, doc: place.doc }));
