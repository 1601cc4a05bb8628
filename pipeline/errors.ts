/**
 * What stops a run: one sentence that tells its reader the next move, and the exit status of the program.
 * 1: usage or configuration. 3: the run itself failed (disk full, database locked …).
 */
export class GreffeError extends Error {
  override readonly name = 'GreffeError';

  constructor(
    message: string,
    readonly exitCode: 1 | 3,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
