import type { Found, Hints } from './source.js';
import { failed, type SourceTools } from './tools.js';
import { unpacked } from './zip.js';

export interface Address {
  readonly url: string;
  readonly hints?: Hints;
}

/**
 * The documents at these addresses, in their order, some fetched side by side; an archive gives what it holds.
 * An address that fails gives a problem, and the others go on.
 */
export async function* fromUrls(addresses: Iterable<Address>, tools: SourceTools): AsyncGenerator<Found> {
  const waiting: Promise<Found[] | AsyncIterable<Found>>[] = [];
  const width = tools.width ?? 8;
  for (const address of new Map([...addresses].map((one) => [one.url, one])).values()) {
    if (tools.signal?.aborted) return;
    const fetched = fetchOne(address, tools);
    // It is looked at when its turn comes; until then its failure is nobody's.
    fetched.catch(() => {});
    waiting.push(fetched);
    if (waiting.length >= width) yield* await waiting.shift()!;
  }
  for (const fetched of waiting) yield* await fetched;
}

async function fetchOne({ url, hints }: Address, tools: SourceTools): Promise<Found[] | AsyncIterable<Found>> {
  try {
    const { path, url: uri } = await tools.fetcher.fetch(url, ['pdf', 'zip'], tools.signal);
    const archive = unpacked(uri, path, tools);
    return archive ?? [{ uri, path, ...(hints ? { hints } : {}) }];
  } catch (error) {
    return [failed(url, error)];
  }
}
