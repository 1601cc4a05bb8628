import type { Item, Outcome, StageId } from '../stages/index.js';

/** Where a stage runs. */
export interface Runner {
  /** @throws StageLost when the stage did not come back: past its deadline (ms), out of memory, or its thread died. */
  run<Id extends StageId>(stage: Id, item: Item<Id>, deadline: number): Promise<Outcome<Id>>;
  close(): Promise<void>;
}

/** A stage that did not come back; the file is to blame until shown otherwise. */
export class StageLost extends Error {
  override readonly name = 'StageLost';

  constructor(
    readonly code: 'deadline' | 'out-of-memory' | 'crashed',
    message: string,
  ) {
    super(message);
  }
}
