import type { Look } from './look.js';
import type { Units } from './units.js';

/** How sure a finding is: error (certain), warning (likely), note (worth knowing). */
export type Severity = 'error' | 'warning' | 'note';

/** One thing that a check noticed. */
interface Noticed {
  /** French, complete sentences, with the figures, the names and the pages. */
  readonly message: string;
  /** Where it shows, and as what: "total", "part", "said", "contradicted by". Never empty. */
  readonly evidence: readonly { readonly id: string; readonly role: string }[];
  /** The values compared, as plain JSON. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Where it differs from the check's own. */
  readonly severity?: Severity;
}

/**
 * A check: what it looks for, why, and how sure it is.
 *
 * `gather` takes from the database what one unit (a document, a beneficiary's year …) holds; `find` is a pure function
 * over that. A unit that lacks what the check needs is skipped, which is not the same as passed.
 */
export interface Check<Facts = unknown> {
  /** kebab-case, stable: findings carry it. */
  readonly id: string;
  /** What should be so, in French: "Le total imprimé est la somme de ses parties". */
  readonly title: string;
  /** Why it should, in French, with the law where there is one. */
  readonly explanation: string;
  /** error: a careful reader would agree that the documents are wrong; warning: likely; note: worth knowing. */
  readonly severity: Severity;
  /** What a unit must hold for the check to have something to say, in French. */
  readonly needs: readonly string[];
  /** How far it looks: what a new document can change. */
  readonly units: Units;
  gather(look: Look, unit: string): Facts | undefined;
  find(facts: Facts): Iterable<Noticed>;
}

/** A check, checked by the compiler; what it gathers is nobody else's business. */
export const defineCheck = <Facts>(check: Check<Facts>): Check => check as unknown as Check;
