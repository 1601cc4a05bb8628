import { existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { inApi } from '../../pipeline/sources/data-gouv.js';
import {
  Fetcher,
  type Found,
  placesSource,
  type SourceSpec,
  type SourceTools,
  sourceOf,
} from '../../pipeline/sources/index.js';
import { fromList } from '../../pipeline/sources/list.js';
import { paths } from '../../pipeline/sources/paths.js';
import { since } from '../../pipeline/sources/since.js';
import { allOf } from '../../pipeline/sources/source.js';
import { fromZip } from '../../pipeline/sources/zip.js';
import { PDF, quickTime, serve, type TestServer } from './server.js';
import { zipOf } from './zip-file.js';

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const folder = (): string => mkdtempSync(join(tmpdir(), 'greffe-sources-'));
const file = (name: string, data: Buffer | string): string => {
  const path = join(folder(), name);
  writeFileSync(path, data);
  return path;
};
const tools = (): SourceTools => ({
  fetcher: new Fetcher(
    { spool: folder(), privateHosts: ['127.0.0.1'], robots: false, hostDelay: 0, attempts: 1 },
    quickTime(),
  ),
  spool: folder(),
});
async function gather(items: AsyncIterable<Found> | Iterable<Found>): Promise<Found[]> {
  const found: Found[] = [];
  for await (const item of items) found.push(item);
  return found;
}
const all = (spec: SourceSpec, with_ = tools()): Promise<Found[]> => gather(sourceOf(spec, with_).find());
const short = (item: Found): string => ('problem' in item ? `${item.problem.code} ${item.uri}` : item.uri);

/** A site of fixed contents; ORIGIN in a text is its address. */
async function site(contents: Readonly<Record<string, Buffer | string>>): Promise<TestServer> {
  const server: TestServer = await serve(
    Object.fromEntries(
      Object.entries(contents).map(([path, body]) => [
        path,
        (_, response) => void response.end(typeof body === 'string' ? body.replaceAll('ORIGIN', server.origin) : body),
      ]),
    ),
  );
  servers.push(server);
  return server;
}

describe('folders, files and lists', () => {
  it('give PDFs in the order of names, and a named file whatever its name', async () => {
    const place = folder();
    mkdirSync(join(place, 'b'));
    for (const name of ['b/2.pdf', 'b/1.PDF', 'a.pdf', 'note.txt']) writeFileSync(join(place, name), PDF);
    expect((await all({ kind: 'folder', at: place })).map(({ uri }) => uri.slice(place.length + 1))).toEqual([
      'a.pdf',
      'b/1.PDF',
      'b/2.pdf',
    ]);
    expect((await all({ kind: 'file', at: join(place, 'note.txt') })).map(short)).toEqual([join(place, 'note.txt')]);
    expect(() => sourceOf({ kind: 'folder', at: join(place, 'absent') }, tools())).toThrow(/There is nothing at/);
  });

  it('a list may name files, folders, archives and addresses; what is absent does not stop it', async () => {
    const server = await site({ '/a.pdf': PDF });
    const pdf = file('x.pdf', PDF);
    const zip = file('y.zip', zipOf({ name: 'in.pdf', data: PDF }));
    const items = await gather(
      fromList(
        ['# the list', '', pdf, '/nowhere/at/all.pdf', `${server.origin}/a.pdf`, `${server.origin}/b.pdf`, zip],
        tools(),
      ),
    );
    expect(items.map(short)).toEqual([
      pdf,
      'absent /nowhere/at/all.pdf',
      `${server.origin}/a.pdf`,
      `http-404 ${server.origin}/b.pdf`,
      `${zip}#in.pdf`,
    ]);
  });

  it('a list on the web names only the web', async () => {
    const server = await site({ '/list.txt': 'ORIGIN/a.pdf\n/etc/passwd\n', '/a.pdf': PDF });
    expect((await all({ kind: 'list', at: `${server.origin}/list.txt` })).map(short)).toEqual([
      `${server.origin}/a.pdf`,
    ]);
  });

  it('are told apart on a command line, in its order', async () => {
    const zip = file('y.zip', zipOf({ name: 'in.pdf', data: PDF }));
    const pdf = file('x.pdf', PDF);
    const server = await site({ '/a.pdf': PDF, '/datasets/actes/': '{"resources":[]}' });
    const words = [pdf, zip, `${server.origin}/a.pdf`, `${server.origin}/datasets/actes/`];
    expect((await gather(placesSource(words, tools()).find())).map(short)).toEqual([
      pdf,
      `${zip}#in.pdf`,
      `${server.origin}/a.pdf`,
      `no-document ${server.origin}/datasets/actes/`,
    ]);
    expect(placesSource([pdf, pdf], tools()).total).toBe(2);
    expect(() => placesSource([zip, '/nowhere.pdf'], tools())).toThrow(/There is nothing at/);
  });

  it('may be asked for what is new since a day, without taking the rest for vanished', async () => {
    const server = await site({ '/1.pdf': PDF, '/2.pdf': PDF });
    const at = file(
      'd.csv',
      `DELIB_ID,DELIB_DATE,DELIB_URL\n1,2023-12-31,${server.origin}/1.pdf\n2,2024-01-01,${server.origin}/2.pdf\n`,
    );
    const old = file('old.pdf', PDF);
    utimesSync(old, new Date('2020-01-01'), new Date('2020-01-01'));
    const fresh = file('fresh.pdf', PDF);
    const both = allOf([sourceOf({ kind: 'scdl', at }, tools()), paths([dirname(old), fresh])]);
    const recent = since(both, '2024-01-01');
    expect((await gather(recent.find())).map(short)).toEqual([`${server.origin}/2.pdf`, fresh]);
    expect(both.folders).toHaveLength(1);
    expect(recent.folders).toBeUndefined();
  });
});

describe('archives', () => {
  it('give their PDFs, once unpacked, wherever their names point to', async () => {
    const path = file(
      'a.zip',
      zipOf(
        { name: '2024/délibération.pdf', data: PDF },
        { name: '../../evil.pdf', data: PDF },
        { name: '__MACOSX/._x.pdf', data: PDF },
        { name: 'notes.txt', data: Buffer.from('notes') },
      ),
    );
    const with_ = tools();
    const items = await all({ kind: 'zip', at: path }, with_);
    expect(items.map(short)).toEqual([`${path}#2024/délibération.pdf`, `${path}#../../evil.pdf`]);
    for (const item of items) {
      if ('problem' in item) throw new Error(item.problem.detail);
      expect(item.path.startsWith(join(with_.spool, 'zip'))).toBe(true);
      expect(readFileSync(item.path).equals(PDF)).toBe(true);
    }
    const first = items[0] as { path: string };
    const made = statSync(first.path).mtimeMs;
    const again = await all({ kind: 'zip', at: path }, with_);
    expect(again).toEqual(items);
    expect(statSync(first.path).mtimeMs).toBe(made);
  });

  it('leave nothing in the spool of those that they replaced', async () => {
    const with_ = tools();
    const path = file('a.zip', zipOf({ name: 'x.pdf', data: PDF }, { name: 'y.pdf', data: PDF }));
    const spooled = async (): Promise<string[]> =>
      (await all({ kind: 'zip', at: path }, with_)).map((item) => ('path' in item ? item.path : item.uri));
    const before = await spooled();
    writeFileSync(path, zipOf({ name: 'x.pdf', data: Buffer.concat([PDF, PDF]) }));
    const now = await spooled();
    expect(before.map((one) => existsSync(one))).toEqual([false, false]);
    expect(now.map((one) => existsSync(one))).toEqual([true]);
  });

  it('that are bombs, locked, nested or broken say so, and the rest is given', async () => {
    const path = file(
      'a.zip',
      zipOf(
        { name: 'bomb.pdf', data: Buffer.alloc(3_000_000) },
        { name: 'liar.pdf', data: Buffer.alloc(50_000), claims: { uncompressedSize: 100 } },
        { name: 'locked.pdf', data: PDF, claims: { encrypted: true } },
        { name: 'more.zip', data: PDF },
        { name: 'good.pdf', data: PDF },
      ),
    );
    const limits = { entries: 10, entryBytes: 2 ** 30, totalBytes: 2 ** 30, ratio: 100, freeBytes: 1_000_000 };
    const items = await gather(fromZip(path, path, tools(), limits));
    expect(items.map((item) => ('problem' in item ? item.problem.code : 'given'))).toEqual([
      'zip-bomb',
      'bad-zip-entry',
      'encrypted',
      'nested-zip',
      'given',
    ]);
    const many = await gather(fromZip(path, path, tools(), { ...limits, entries: 4 }));
    expect(many.map(short)).toEqual([`zip-too-many ${path}`]);
    const large = await gather(fromZip(path, path, tools(), { ...limits, ratio: 1e9, totalBytes: 1_000_000 }));
    expect(large.map(short)).toEqual([`zip-bomb ${path}`]);
    const cut = file('cut.zip', readFileSync(path).subarray(0, 2000));
    expect((await all({ kind: 'zip', at: cut })).map(short)).toEqual([`bad-zip ${cut}`]);
  });

  it('are opened behind an address too', async () => {
    const server = await site({ '/actes': zipOf({ name: 'in.pdf', data: PDF }) });
    expect((await all({ kind: 'url', at: `${server.origin}/actes` })).map(short)).toEqual([
      `${server.origin}/actes#in.pdf`,
    ]);
  });
});

describe('SCDL catalogues', () => {
  const head = 'COLL_NOM;COLL_SIRET;DELIB_ID;DELIB_DATE;DELIB_OBJET;VOTE_POUR;VOTE_CONTRE;DELIB_URL';

  it('give the acts at DELIB_URL with their columns as hints, in old encodings too', async () => {
    const server = await site({ '/1.pdf': PDF, '/2.pdf': PDF });
    const rows = [
      `Brécourt;214509621 00018;2024-01;2024-03-14;Budget primitif;14;1;${server.origin}/1.pdf`,
      `Brécourt;;2024-02;15/03/2024;"École ; travaux";;;${server.origin}/2.pdf`,
      'Brécourt;;2024-03;;Sans lien;;;',
    ];
    const at = file('d.csv', Buffer.from(`${[head, ...rows].join('\r\n')}\r\n`, 'latin1'));
    const items = await all({ kind: 'scdl', at });
    const shelf = await site({ '/d.csv': readFileSync(at) });
    const [, fetched] = await all({ kind: 'scdl', at: `${shelf.origin}/d.csv` });
    expect(fetched).toMatchObject({ hints: { title: 'École ; travaux' } });
    expect(items).toMatchObject([
      {
        uri: `${server.origin}/1.pdf`,
        hints: {
          issuer: 'Brécourt',
          siret: '21450962100018',
          reference: '2024-01',
          date: '2024-03-14',
          title: 'Budget primitif',
          votesFor: 14,
          votesAgainst: 1,
        },
      },
      { uri: `${server.origin}/2.pdf`, hints: { date: '2024-03-15', title: 'École ; travaux' } },
      { uri: at, problem: { code: 'no-url' } },
    ]);
    expect((items[1] as { hints: object }).hints).not.toHaveProperty('votesFor');
    expect((items[2] as { problem: { detail: string } }).problem.detail).toContain('2024-03');
  });

  it('that are none say so', async () => {
    expect((await all({ kind: 'scdl', at: file('d.csv', 'a,b\n1,2\n') })).map(short)[0]).toMatch(/^not-scdl/);
    const server = await site({ '/d.csv': '<!DOCTYPE html><html>Erreur' });
    expect((await all({ kind: 'scdl', at: `${server.origin}/d.csv` })).map(short)[0]).toMatch(/^not-a-text/);
  });
});

describe('feeds', () => {
  it('in Atom give enclosures and links to PDFs, relative ones too', async () => {
    const server = await site({
      '/actes/feed.xml': `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">
        <entry><title>Délibération &amp; annexe</title><updated>2024-04-16T10:00:00Z</updated>
          <link href="/page.html"/><link rel="enclosure" type="application/pdf" href="1.pdf?a=1&amp;b=2"/></entry>
        <entry><title type="html">Autre</title><link href="ORIGIN/2.pdf"/></entry></feed>`,
      '/actes/1.pdf?a=1&b=2': PDF,
      '/2.pdf': PDF,
    });
    const items = await all({ kind: 'feed', at: `${server.origin}/actes/feed.xml` });
    expect(items).toMatchObject([
      { uri: `${server.origin}/actes/1.pdf?a=1&b=2`, hints: { title: 'Délibération & annexe', date: '2024-04-16' } },
      { uri: `${server.origin}/2.pdf`, hints: { title: 'Autre' } },
    ]);
    expect(server.asked.map(({ path }) => path)).not.toContain('/page.html');
  });

  it('in RSS give enclosures', async () => {
    const server = await site({ '/a.pdf': PDF });
    const at = file(
      'rss.xml',
      `<rss version="2.0"><channel><title>x</title><item><title>PV</title><pubDate>Tue, 16 Apr 2024 08:00:00 GMT</pubDate>
      <link>${server.origin}/page</link><enclosure url="${server.origin}/a.pdf" length="1" type="application/pdf"/></item></channel></rss>`,
    );
    expect(await all({ kind: 'feed', at })).toMatchObject([
      { uri: `${server.origin}/a.pdf`, hints: { title: 'PV', date: '2024-04-16' } },
    ]);
  });

  it('that swell or are none are not read', async () => {
    const swelling = file('a.xml', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><feed>&a;</feed>');
    expect((await all({ kind: 'feed', at: swelling })).map(short)).toEqual([`bad-feed ${swelling}`]);
    const other = file('b.xml', '<?xml version="1.0"?><recipes/>');
    expect((await all({ kind: 'feed', at: other })).map(short)).toEqual([`not-a-feed ${other}`]);
  });
});

describe('datasets of data.gouv.fr', () => {
  it('give PDFs, archives, and the acts that their SCDL catalogue names', async () => {
    const server = await site({
      '/api/1/datasets/actes/': JSON.stringify({
        title: 'Délibérations',
        resources: [
          { url: 'ORIGIN/1.pdf', format: 'pdf', title: 'Délibération 1' },
          { url: 'ORIGIN/d.csv', format: 'csv', schema: { name: 'scdl/deliberations' } },
          { url: 'ORIGIN/other.csv', format: 'csv', title: 'Budget', schema: null },
          { url: 'ORIGIN/page', format: 'html' },
        ],
      }),
      '/1.pdf': PDF,
      '/2.pdf': PDF,
      '/d.csv': 'DELIB_ID,DELIB_URL\n2024-02,2.pdf\n',
    });
    expect(await all({ kind: 'dataset', at: `${server.origin}/api/1/datasets/actes/` })).toMatchObject([
      { uri: `${server.origin}/1.pdf`, hints: { title: 'Délibération 1' } },
      { uri: `${server.origin}/2.pdf`, hints: { reference: '2024-02' } },
    ]);
    const none = file('d.json', '{"message":"not found"}');
    expect((await all({ kind: 'dataset', at: none })).map(short)).toEqual([`not-a-dataset ${none}`]);
  });

  it('are found by their page', () => {
    expect(inApi('https://www.data.gouv.fr/fr/datasets/deliberations-de-la-commune/')).toBe(
      'https://www.data.gouv.fr/api/1/datasets/deliberations-de-la-commune/',
    );
    expect(inApi('https://www.data.gouv.fr/datasets/abc/#/resources')).toBe(
      'https://www.data.gouv.fr/api/1/datasets/abc/',
    );
    expect(inApi('deliberations-2024')).toBe('https://www.data.gouv.fr/api/1/datasets/deliberations-2024/');
    expect(inApi('https://www.data.gouv.fr/api/1/datasets/abc/')).toBe('https://www.data.gouv.fr/api/1/datasets/abc/');
  });
});
