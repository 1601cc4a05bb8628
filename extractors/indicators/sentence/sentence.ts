import type { Statement } from '../captions.js';
import type { Context } from '../context.js';
import { type Period, periodsIn } from '../period.js';
import { Cues } from '../qualifier.js';

/** Places already read as money, dates, identifiers, citations. */
export type Taken = (start: number, end: number) => boolean;

/** One sentence, or one line that begins with a figure, with what stands before it; offsets are into its own text. */
export class Sentence {
  readonly plain: string;
  readonly text: string;
  readonly periods: readonly Period[];
  #cues: Cues | undefined;

  constructor(
    readonly statement: Statement,
    /** Where it begins in its statement. */
    readonly from: number,
    to: number,
    readonly context: Context,
    readonly taken: Taken,
  ) {
    this.plain = statement.plain.slice(from, to);
    this.text = statement.text.slice(from, to);
    this.periods = periodsIn(this.plain);
    // "En 2022, …" at the head of a sentence holds for those that follow.
    const opening = this.periods[0];
    if (
      opening &&
      opening.start < 14 &&
      (context.report || to - from > 40) &&
      !opening.stock &&
      !/-\d\d-/.test(opening.value) &&
      !statement.keyed
    )
      context.period = opening.value;
  }

  /** Most sentences hold no figure, and are not asked. */
  get cues(): Cues {
    this.#cues ??= new Cues(this.plain, this.text);
    return this.#cues;
  }

  /** Where it begins in the act. */
  get start(): number {
    return this.statement.start + this.from;
  }

  isTaken(start: number, end: number): boolean {
    return this.taken(this.start + start, this.start + end);
  }

  /** The words before a figure, not endlessly. */
  before(at: number): { readonly plain: string; readonly text: string } {
    const from = Math.max(0, at - 240);
    return { plain: this.plain.slice(from, at), text: this.text.slice(from, at) };
  }
}
