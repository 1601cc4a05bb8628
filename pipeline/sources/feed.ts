import { XMLParser } from 'fast-xml-parser';
import type { Found, Hints } from './source.js';
import { contentOf, failed, isUrl, missing, type SourceTools, textOf } from './tools.js';
import { type Address, fromUrls } from './urls.js';

type Node = string | { readonly [name: string]: Node | readonly Node[] | undefined };

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  removeNSPrefix: true,
  isArray: (name) => ['entry', 'item', 'link', 'enclosure', 'content', 'group'].includes(name),
});

/** The documents that an Atom or RSS feed announces: its enclosures, and its links to PDFs. */
export async function* fromFeed(place: string, tools: SourceTools): AsyncGenerator<Found> {
  let text: string;
  try {
    text = textOf(await contentOf(place, ['xml'], tools));
  } catch (error) {
    yield failed(place, error);
    return;
  }
  // A feed needs no document type, and entities declared in one can grow without end.
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) {
    yield missing(place, 'bad-feed', 'The feed declares a document type, which is not read: check the address.');
    return;
  }
  let addresses: Address[] | undefined;
  try {
    addresses = entriesOf(parser.parse(text) as Node, place);
  } catch (error) {
    yield missing(place, 'bad-feed', `The feed cannot be read (${(error as Error).message}): check the address.`);
    return;
  }
  if (!addresses) yield missing(place, 'not-a-feed', 'This is neither Atom nor RSS: check the address.');
  else yield* fromUrls(addresses, tools);
}

function entriesOf(root: Node, place: string): Address[] | undefined {
  const feed = child(root, 'feed') ?? child(child(root, 'rss'), 'channel') ?? child(root, 'RDF');
  if (feed === undefined) return undefined;
  return [...children(feed, 'entry'), ...children(feed, 'item')].flatMap((entry) => addressesOf(entry, place));
}

function addressesOf(entry: Node, place: string): Address[] {
  const title = textIn(child(entry, 'title'))?.replace(/\s+/g, ' ').trim();
  const when = textIn(
    child(entry, 'published') ?? child(entry, 'updated') ?? child(entry, 'pubDate') ?? child(entry, 'date'),
  );
  const milliseconds = when === undefined ? Number.NaN : Date.parse(when);
  const hints: Hints = {
    ...(title ? { title } : {}),
    ...(Number.isNaN(milliseconds) ? {} : { date: new Date(milliseconds).toISOString().slice(0, 10) }),
  };
  const links = children(entry, 'link').map((link) => ({
    url: attribute(link, 'href') ?? textIn(link) ?? '',
    isEnclosure: attribute(link, 'rel') === 'enclosure',
    type: attribute(link, 'type') ?? '',
  }));
  const enclosures = children(entry, 'enclosure').map((one) => ({
    url: attribute(one, 'url') ?? '',
    isEnclosure: true,
    type: attribute(one, 'type') ?? '',
  }));
  const wanted = [...enclosures, ...links].filter(
    ({ url, isEnclosure, type }) =>
      /\bpdf\b|\bzip\b/i.test(type) ||
      /\.(pdf|zip)([?#]|$)/i.test(url) ||
      (isEnclosure && (type === '' || /octet-stream/.test(type))),
  );
  return wanted.flatMap(({ url }) => {
    const base = isUrl(place) ? place : undefined;
    if (!URL.canParse(url.trim(), base)) return [];
    return [{ url: new URL(url.trim(), base).href, hints }];
  });
}

const children = (node: Node | undefined, name: string): readonly Node[] => {
  const found = typeof node === 'object' ? node[name] : undefined;
  return found === undefined ? [] : Array.isArray(found) ? found : [found as Node];
};
const child = (node: Node | undefined, name: string): Node | undefined => children(node, name)[0];
const attribute = (node: Node, name: string): string | undefined => {
  const found = typeof node === 'object' ? node[`@${name}`] : undefined;
  return typeof found === 'string' ? found : undefined;
};
const textIn = (node: Node | undefined): string | undefined =>
  typeof node === 'string' ? node : node === undefined ? undefined : textIn(node['#text'] as Node | undefined);
