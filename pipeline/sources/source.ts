import type { Problem } from '../../models/problem.js';

/** A paper that a source offers: where it can be read now, or why it cannot. */
export type Found =
  | {
      /** How its user knows it: an absolute path, an URL, or `archive.zip#inner/name.pdf`. */
      readonly uri: string;
      /** Where its bytes stand on this machine. */
      readonly path: string;
      readonly hints?: Hints;
    }
  | { readonly uri: string; readonly problem: Problem };

/** What a catalogue says of a paper, to be held against what the paper says of itself. */
export interface Hints {
  readonly reference?: string;
  /** ISO date of the session. */
  readonly date?: string;
  readonly title?: string;
  readonly issuer?: string;
  readonly siret?: string;
  readonly matter?: string;
  readonly votesFor?: number;
  readonly votesAgainst?: number;
  readonly abstentions?: number;
}

/** Where papers come from. */
export interface Source {
  /** In an order that does not depend on the machine. */
  find(): AsyncIterable<Found> | Iterable<Found>;
  /** How many it offers, where that is known beforehand. */
  readonly total?: number;
  /** Folders that it offers whole, absolute: what was found below them before and is not found again has vanished. */
  readonly folders?: readonly string[];
}

/** Several sources as one, in their order. */
export function allOf(sources: readonly Source[]): Source {
  const totals = sources.map(({ total }) => total);
  return {
    async *find() {
      for (const source of sources) yield* source.find();
    },
    ...(totals.every((total) => total !== undefined) ? { total: totals.reduce((sum, total) => sum + total, 0) } : {}),
    folders: sources.flatMap(({ folders }) => folders ?? []),
  };
}
