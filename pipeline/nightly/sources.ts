import { join } from 'node:path';
import { allOf, Fetcher, type Source, type SourceSpec, type SourceTools, sourceOf } from '../sources/index.js';
import type { NightlyConfig, SourceConfig } from './config.js';

/** The sources of a configuration as one, in its order. @throws GreffeError for a path where nothing is. */
export function sourcesOf(config: NightlyConfig, signal?: AbortSignal): Source {
  const tools: SourceTools = {
    fetcher: new Fetcher({
      ...config.fetch,
      spool: config.downloads,
      ...(config.contact === undefined ? {} : { contact: config.contact }),
    }),
    spool: join(config.downloads, 'unpacked'),
    ...(signal ? { signal } : {}),
  };
  return allOf(config.sources.map((source) => sourceOf(specOf(source), tools)));
}

/** The one key of a configured source says its kind, its value the place. */
function specOf(source: SourceConfig): SourceSpec {
  const [[kind, at]] = Object.entries(source) as [[SourceSpec['kind'], string]];
  return { kind, at };
}
