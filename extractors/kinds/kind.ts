import type { Act } from '../../models/act.js';
import type { DocumentKind, Heading } from '../../models/document.js';
import type { Page } from '../../models/page.js';
import type { Position } from '../../models/passage.js';
import type { Amount, Clause, DateRecord } from '../../models/records.js';
import type { NewBody } from '../parties/roster.js';

/**
 * Something that a reader can see and that speaks for a kind of act.
 * Patterns are run over plain text (lower case, no accents, straight apostrophes: see `plain`), with the `m` flag where
 * they want line starts; they must run in linear time.
 */
export interface Signal {
  /** What is seen, in English, for a reader who doubts: "it opens with « convention »". */
  readonly says: string;
  readonly pattern: RegExp;
  /** How loudly it speaks, 1 (a hint) to 10 (as good as certain). Counted once, however often it is seen. */
  readonly weight: number;
  /** How often it must be seen to count; once when left out. */
  readonly atLeast?: number;
}

/** What a page shows when an act begins on it. */
interface Opening extends Signal {
  /**
   * `top`: looked for in the first lines of a page, where an act may begin with the page.
   * `line`: looked for at the start of a line (the pattern begins with ^ and is run on the text from that line on), for
   * acts that begin in the middle of a page too.
   */
  readonly at: 'top' | 'line';
}

/** An act inside another: a decision in its minutes. */
export interface Part {
  readonly kind: DocumentKind;
  readonly confidence: number;
  readonly reasons: readonly string[];
  readonly first: Position;
  readonly last: Position;
  /** What its heading says. */
  readonly called: Pick<Heading, 'title' | 'reference'>;
}

/** One kind of act: what it shows a reader, where its heading stands, and what it holds. */
export interface Kind {
  readonly kind: DocumentKind;
  /** What its first lines say. */
  readonly opens: readonly Opening[];
  /** What its body says. */
  readonly holds: readonly Signal[];
  /** The formula with which it closes; what stands on the next page may be another act. */
  readonly closes?: RegExp;
  /** It may stand behind a deliberation, as its annex. */
  readonly annexable: boolean;
  /** It tells of a meeting: who was there. */
  readonly meets?: boolean;
  /** It is a decision: how it was voted. */
  readonly decides?: boolean;
  /** What the act says of itself. */
  heading(act: Act): Heading;
  /** What its sums mean, where this kind has its own ways of saying it; without it, the common ways. */
  amounts?(act: Act, amounts: readonly Amount[], heading: Heading): Amount[];
  /** Bodies that only this kind's ways of writing show; they join those that any act shows. */
  bodies?(act: Act, amounts: readonly Amount[]): NewBody[];
  /** What it stipulates, where it is a contract. */
  clauses?(act: Act, dates: readonly DateRecord[]): Clause[];
  /** The acts inside it, in order, where it is a container; none: it holds no other act. */
  parts?(pages: readonly Page[], first: Position, last: Position): readonly Part[];
}

/** A kind, checked by the compiler. */
export const defineKind = (kind: Kind): Kind => kind;
