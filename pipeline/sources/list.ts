import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { paths } from './paths.js';
import type { Found } from './source.js';
import { isUrl, missing, type SourceTools } from './tools.js';
import { fromUrls } from './urls.js';
import { fromZip } from './zip.js';

/**
 * A list of places, one a line: paths of files, folders and archives, and URLs. Empty lines and lines that begin with
 * `#` are left out. A place where nothing is gives a problem, and the others go on.
 */
export async function* fromList(
  lines: Iterable<string> | AsyncIterable<string>,
  tools: SourceTools,
): AsyncGenerator<Found> {
  let urls: { url: string }[] = [];
  for await (const line of lines) {
    if (tools.signal?.aborted) return;
    const place = line.replace(/^\ufeff/, '').trim();
    if (place === '' || place.startsWith('#')) continue;
    if (isUrl(place)) {
      urls.push({ url: place });
      continue;
    }
    // Addresses that follow each other are fetched side by side.
    yield* fromUrls(urls, tools);
    urls = [];
    if (!existsSync(place)) yield missing(place, 'absent', `There is nothing at ${place}: check the list.`);
    else if (/\.zip$/i.test(place) && statSync(place).isFile()) yield* fromZip(resolve(place), place, tools);
    else yield* paths([place]).find();
  }
  yield* fromUrls(urls, tools);
}
