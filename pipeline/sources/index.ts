import { createReadStream, existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { GreffeError } from '../errors.js';
import { fromDataGouv } from './data-gouv.js';
import { fromFeed } from './feed.js';
import { fromList } from './list.js';
import { paths } from './paths.js';
import { fromScdl } from './scdl.js';
import { allOf, type Found, type Source } from './source.js';
import { contentOf, failed, isUrl, type SourceTools, textOf } from './tools.js';
import { fromUrls } from './urls.js';
import { fromZip } from './zip.js';

export { Fetcher } from './http.js';
export { FetchSettings } from './settings.js';
export type { Found, Source } from './source.js';
export { allOf } from './source.js';
export type { SourceTools } from './tools.js';

/** Where papers come from: the kind of place, and its path or URL (of a dataset, also its id or slug). */
export interface SourceSpec {
  readonly kind: 'folder' | 'file' | 'zip' | 'list' | 'url' | 'scdl' | 'feed' | 'dataset';
  readonly at: string;
}

/** The source that `spec` names. @throws GreffeError for a path where nothing is. */
export function sourceOf({ kind, at }: SourceSpec, tools: SourceTools): Source {
  if (!isUrl(at) && at !== '-' && kind !== 'dataset' && !existsSync(at)) {
    throw new GreffeError(`There is nothing at ${at}: check the path.`, 1);
  }
  switch (kind) {
    case 'folder':
    case 'file':
      return paths([at]);
    case 'url':
      return { find: () => fromUrls([{ url: at }], tools) };
    case 'zip':
      return { find: () => (isUrl(at) ? fromUrls([{ url: at }], tools) : fromZip(resolve(at), at, tools)) };
    case 'list':
      return { find: () => fromListAt(at, tools) };
    case 'scdl':
      return { find: () => fromScdl(at, tools) };
    case 'feed':
      return { find: () => fromFeed(at, tools) };
    case 'dataset':
      return { find: () => fromDataGouv(at, tools) };
  }
}

/**
 * The source behind the words of a command line, in their order. Of addresses, a dataset's page is read as one, any other
 * is a PDF or an archive; of paths, `.zip` is an archive, the rest are files and folders. @throws GreffeError
 */
export function placesSource(places: readonly string[], tools: SourceTools): Source {
  const sources: Source[] = [];
  const kindOf = (place: string): 'url' | 'dataset' | 'zip' | 'path' =>
    isUrl(place)
      ? /\/datasets\/[^/]+\/?$/.test(place)
        ? 'dataset'
        : 'url'
      : /\.zip$/i.test(place) && !isFolder(place)
        ? 'zip'
        : 'path';
  for (let from = 0; from < places.length; ) {
    const kind = kindOf(places[from]!);
    let to = from + 1;
    while (to < places.length && kindOf(places[to]!) === kind) to += 1;
    const run = places.slice(from, to);
    if (kind === 'path') sources.push(paths(run));
    else if (kind === 'url') {
      sources.push({
        find: () =>
          fromUrls(
            run.map((url) => ({ url })),
            tools,
          ),
      });
    } else sources.push(...run.map((at) => sourceOf({ kind, at }, tools)));
    from = to;
  }
  return sources.length === 1 ? sources[0]! : allOf(sources);
}

const isFolder = (place: string): boolean => statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;

async function* fromListAt(at: string, tools: SourceTools): AsyncGenerator<Found> {
  if (at === '-') return yield* fromList(createInterface({ input: process.stdin }), tools);
  if (!isUrl(at)) return yield* fromList(createInterface({ input: createReadStream(at) }), tools);
  let text: string;
  try {
    text = textOf(await contentOf(at, ['text'], tools));
  } catch (error) {
    yield failed(at, error);
    return;
  }
  // A list from the world names the world: a path in it would be one of this machine.
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  yield* fromUrls(
    lines.filter(isUrl).map((url) => ({ url })),
    tools,
  );
}
