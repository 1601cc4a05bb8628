/** What could not be read, as data: nothing is dropped without one. */
export interface Problem {
  /** The page that it concerns, from 1; absent when it concerns the file. */
  readonly page?: number;
  readonly stage: Stage;
  /** kebab-case, stable: `not-a-pdf`, `encrypted`, `page-renders-white`. */
  readonly code: string;
  /** One English sentence that tells what happened and what to do. */
  readonly detail: string;
}

type Stage = 'intake' | 'read' | 'segment' | 'extract' | 'resolve' | 'load';
