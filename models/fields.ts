/** What can be read in running text, before anyone knows what it means in the act. */

/** How near a figure is to what it tells: "environ", "plus de", "jusqu'à". */
export type Approximation = 'exact' | 'about' | 'at_least' | 'at_most';
/** How much of a date is written. */
export type Precision = 'day' | 'month' | 'year';
/** What sort of act a citation names. */
export type CitedAct = 'deliberation' | 'law' | 'decree' | 'order' | 'code' | 'convention' | 'other';
/** Numbers and addresses that name somebody. */
export type IdentifierKind = 'siren' | 'siret' | 'rna' | 'iban' | 'rib' | 'phone' | 'email' | 'url' | 'postcode';

/** Decimals are strings, never floats. */
export interface FieldValues {
  amount: {
    /** Exact decimal in units of the currency, two places at least: "2375000.00", "-54000.00". */
    value: string;
    /** Upper end of a range. */
    maximum?: string;
    /** ISO 4217: EUR, FRF, USD … */
    currency: string;
    approximation: Approximation;
    tax?: 'HT' | 'TTC';
    /** The sum in words beside the figures, when the two differ: both are on the page. */
    inWords?: string;
  };
  number: { value: string; maximum?: string; approximation: Approximation };
  percent: { value: string; maximum?: string; approximation: Approximation };
  ordinal: { value: string };
  date: {
    /** YYYY, YYYY-MM or YYYY-MM-DD: as precise as the text, no more. */
    value: string;
    /** Last day, month or year of a range, inclusive. */
    endValue?: string;
    precision: Precision;
    certainty: 'stated' | 'implied';
    /** 1 (Monday) to 7 (Sunday), as printed: for the check. */
    weekday?: number;
  };
  /** ISO 8601: P3M, P2Y6M. */
  duration: { value: string; approximation: Approximation };
  citation: { act: CitedAct; number?: string; date?: string };
  /** `valid` where the kind has a key. */
  identifier: { type: IdentifierKind; value: string; valid?: boolean };
}

/** The name of a field: what `greffe parse --kind` takes. */
export type Field = keyof FieldValues;

/** A field read at [start, end) of a text, and the rule that read it. */
export type Reading<F extends Field = Field> = {
  [K in F]: { readonly field: K; readonly extractor: string; readonly start: number; readonly end: number } & {
    readonly value: FieldValues[K];
  };
}[F];
