import { digest } from './digest.js';
import { read } from './read.js';
import { recognise } from './recognise.js';
import { understand } from './understand.js';

/** The stages that a runner can be asked for, by id. */
export const STAGES = { digest, read, recognise, understand } as const;

export type StageId = keyof typeof STAGES;
export type Item<Id extends StageId> = Parameters<(typeof STAGES)[Id]['run']>[0];
export type Outcome<Id extends StageId> = Awaited<ReturnType<(typeof STAGES)[Id]['run']>>;
