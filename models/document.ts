import type { Position } from './passage.js';

/** The kinds of act that are told apart; `extractors/kinds/` has a file for each. */
export type DocumentKind = 'deliberation' | 'convention' | 'activity_report' | 'budget' | 'minutes' | 'annex' | 'other';

/** One PDF content, whatever its names and places. */
export interface SourceFile {
  /** First 16 hex digits of `sha256`. */
  readonly id: string;
  readonly sha256: string;
  readonly name: string;
  readonly uri: string;
  readonly bytes: number;
}

/** Where an act stands in its file, and what it is: the outcome of segmentation. */
export interface Outline {
  /** 1, 2, 3 … in reading order, a container before its parts. */
  readonly ordinal: number;
  readonly kind: DocumentKind;
  /** 0 to 1: the share of the evidence that speaks for `kind`. */
  readonly confidence: number;
  /** The signals that spoke for it, in English, for a reader who doubts. */
  readonly reasons: readonly string[];
  readonly first: Position;
  readonly last: Position;
  /** Ordinal of the act that it belongs to. */
  readonly parent?: number;
  readonly parentRelation?: 'part_of' | 'annexed_to';
  /** Of a part: what its heading in the container says. */
  readonly called?: Pick<Heading, 'title' | 'reference'>;
}

/** What an act says of itself. Absent: it does not say. */
export interface Heading {
  readonly title?: string;
  /** The act's own number, as written without "n°". */
  readonly reference?: string;
  /** Name of the body that issued it. */
  readonly issuer?: string;
  /** ISO date. */
  readonly date?: string;
  /** The year that the act bears on. */
  readonly year?: number;
  /** @ctes matter code, two levels: "7.5". */
  readonly matter?: string;
}
