import { existsSync, readFileSync } from 'node:fs';
import { GreffeError } from '../errors.js';
import type { Fetcher } from './http.js';
import type { Likeness } from './likeness.js';
import { FetchFailure } from './request.js';
import type { Found } from './source.js';

/** What a source beyond this machine's folders may use. */
export interface SourceTools {
  readonly fetcher: Fetcher;
  /** Folder for what is unpacked. */
  readonly spool: string;
  /** How many papers may be fetched side by side; a host is asked for one at a time. */
  readonly width?: number;
  readonly signal?: AbortSignal;
}

export const isUrl = (place: string): boolean => /^https?:\/\//i.test(place);

/** A paper that a source knows of and cannot give; `detail` tells what to do. */
export const missing = (uri: string, code: string, detail: string): Found => ({
  uri,
  problem: { stage: 'intake', code, detail },
});

/** A failure to fetch as a paper that is missing; anything else concerns the run and is thrown on. */
export function failed(uri: string, error: unknown): Found {
  if (error instanceof FetchFailure) return missing(uri, error.code, error.message);
  throw error;
}

/** The bytes at a path or URL. @throws FetchFailure; GreffeError for a path where nothing is. */
export async function contentOf(place: string, wanted: readonly Likeness[], tools: SourceTools): Promise<Buffer> {
  if (isUrl(place)) return readFileSync((await tools.fetcher.fetch(place, wanted, tools.signal)).path);
  if (!existsSync(place)) throw new GreffeError(`There is nothing at ${place}: check the path.`, 1);
  return readFileSync(place);
}

/** Text in UTF-8, or in Windows-1252, as old exports are. */
export function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
