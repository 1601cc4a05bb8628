import type { SourceFile } from '../../models/document.js';
import type { Stage } from '../stage.js';
import type { FileRows } from '../store/rows.js';
import { type Read, read } from './read.js';
import { understand } from './understand.js';

export type Digested = { readonly rows: FileRows } | { readonly read: Read };

/** A born-digital file from its bytes to its rows without leaving the thread; one with scanned pages stops half way. */
export const digest: Stage<{ readonly file: SourceFile; readonly path: string }, Digested> = {
  id: 'digest',
  async run({ file, path }, tools) {
    const outcome = await read.run({ path }, tools);
    if (outcome.doubtful.length > 0) return { read: outcome };
    return { rows: await understand.run({ file, ...outcome }, tools) };
  },
};
