import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { isPrivateAddress } from '../../pipeline/sources/addresses.js';
import { Fetcher } from '../../pipeline/sources/http.js';
import { FetchFailure } from '../../pipeline/sources/request.js';
import { PDF, quickTime, serve, type TestServer } from './server.js';

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function setUp(
  routes: Parameters<typeof serve>[0],
  settings: Partial<ConstructorParameters<typeof Fetcher>[0]> = {},
) {
  const server = await serve(routes);
  servers.push(server);
  const time = quickTime();
  const spool = settings.spool ?? mkdtempSync(join(tmpdir(), 'greffe-spool-'));
  const fetcher = new Fetcher({ privateHosts: ['127.0.0.1'], robots: false, hostDelay: 0, ...settings, spool }, time);
  return { server, time, spool, fetcher };
}

async function failureOf(promise: Promise<unknown>): Promise<FetchFailure> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(FetchFailure);
  return outcome as FetchFailure;
}

describe('a fetched document', () => {
  it('is asked for politely, and kept', async () => {
    const { server, fetcher } = await setUp(
      { '/a.pdf': (_, response) => response.setHeader('content-type', 'application/pdf').end(PDF) },
      { contact: 'archives@example.org' },
    );
    const fetched = await fetcher.fetch(`${server.origin}/a.pdf#page=2`);
    expect(readFileSync(fetched.path).equals(PDF)).toBe(true);
    expect(fetched).toMatchObject({ bytes: PDF.length, unchanged: false, url: `${server.origin}/a.pdf` });
    expect(server.asked[0]!.headers['user-agent']).toMatch(/^greffe\/\d.* \(\+archives@example\.org\)$/);
  });

  it('that did not change is not sent again', async () => {
    const { server, fetcher } = await setUp({
      '/a.pdf': (request, response) => {
        if (request.headers['if-none-match'] === '"one"') response.writeHead(304).end();
        else response.setHeader('etag', '"one"').setHeader('last-modified', 'Mon, 01 Jan 2024 00:00:00 GMT').end(PDF);
      },
    });
    const first = await fetcher.fetch(`${server.origin}/a.pdf`);
    const second = await fetcher.fetch(`${server.origin}/a.pdf`);
    expect(second).toEqual({ ...first, unchanged: true });
    expect(server.asked[1]!.headers['if-modified-since']).toBe('Mon, 01 Jan 2024 00:00:00 GMT');
  });

  it('that was cut is gone on with', async () => {
    const { server, fetcher, time } = await setUp({
      '/a.pdf': (request, response, nth) => {
        response.setHeader('etag', '"one"');
        if (nth === 0) {
          response.writeHead(200, { 'content-length': PDF.length });
          response.write(PDF.subarray(0, 2000), () => setTimeout(() => response.destroy(), 30));
          return;
        }
        const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
        response
          .writeHead(206, { 'content-range': `bytes ${from}-${PDF.length - 1}/${PDF.length}` })
          .end(PDF.subarray(from));
      },
    });
    const fetched = await fetcher.fetch(`${server.origin}/a.pdf`);
    expect(readFileSync(fetched.path).equals(PDF)).toBe(true);
    expect(server.asked[1]!.headers).toMatchObject({ range: 'bytes=2000-', 'if-range': '"one"' });
    expect(time.slept).toEqual([1000]);
  });

  it('that changed meanwhile is begun anew', async () => {
    const other = Buffer.from('%PDF-1.7 another');
    const { server, fetcher } = await setUp({
      '/a.pdf': (_, response, nth) => {
        if (nth === 0) {
          response.writeHead(200, { 'content-length': PDF.length, etag: '"one"' });
          response.write(PDF.subarray(0, 2000), () => setTimeout(() => response.destroy(), 30));
        } else response.setHeader('etag', '"two"').end(other);
      },
    });
    const fetched = await fetcher.fetch(`${server.origin}/a.pdf`);
    expect(readFileSync(fetched.path).equals(other)).toBe(true);
  });

  it('that is packed is unpacked, and counted unpacked', async () => {
    const { server, fetcher } = await setUp(
      {
        '/a.pdf': (_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(PDF)),
        '/bomb.pdf': (_, response) =>
          response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(1_000_000))),
      },
      { maxBytes: 10_000 },
    );
    const fetched = await fetcher.fetch(`${server.origin}/a.pdf`);
    expect(readFileSync(fetched.path).equals(PDF)).toBe(true);
    expect((await failureOf(fetcher.fetch(`${server.origin}/bomb.pdf`))).code).toBe('too-large');
  });
});

describe('a server that fails', () => {
  it('is asked again with growing pauses, as long as it asks for, and not for ever', async () => {
    const { server, fetcher, time } = await setUp({
      '/a.pdf': (_, response, nth) => {
        if (nth === 0) response.writeHead(500).end();
        else if (nth === 1) response.writeHead(503, { 'retry-after': '7' }).end();
        else response.end(PDF);
      },
      '/never.pdf': (_, response) => response.writeHead(502).end(),
      '/tomorrow.pdf': (_, response) => response.writeHead(429, { 'retry-after': '86400' }).end(),
    });
    await fetcher.fetch(`${server.origin}/a.pdf`);
    expect(time.slept).toEqual([1000, 7000]);
    expect((await failureOf(fetcher.fetch(`${server.origin}/never.pdf`))).code).toBe('http-502');
    expect(server.asked.filter(({ path }) => path === '/never.pdf')).toHaveLength(4);
    expect((await failureOf(fetcher.fetch(`${server.origin}/tomorrow.pdf`))).code).toBe('http-429');
    expect(server.asked.filter(({ path }) => path === '/tomorrow.pdf')).toHaveLength(1);
  });

  it('is not asked again for what is not there', async () => {
    const { server, fetcher } = await setUp({});
    const failure = await failureOf(fetcher.fetch(`${server.origin}/a.pdf`));
    expect(failure.code).toBe('http-404');
    expect(failure.message).toMatch(/check the address/);
    expect(server.asked).toHaveLength(1);
  });

  it('is given up when it says nothing, or takes too long', async () => {
    const { server, fetcher } = await setUp(
      {
        '/silent.pdf': () => {},
        '/drip.pdf': (_, response) => {
          response.write('%PDF-');
          const drip = setInterval(() => response.write('x'), 20);
          response.on('close', () => clearInterval(drip));
        },
      },
      { attempts: 1, idleTimeout: 100, totalTimeout: 300 },
    );
    expect((await failureOf(fetcher.fetch(`${server.origin}/silent.pdf`))).code).toBe('timeout');
    expect((await failureOf(fetcher.fetch(`${server.origin}/drip.pdf`))).code).toMatch(/too-slow|cut/);
  });

  it('that promises another length is not believed', async () => {
    const { server, fetcher, spool } = await setUp(
      {
        '/short.pdf': (_, response) => {
          response.writeHead(200, { 'content-length': PDF.length + 100 });
          response.write(PDF, () => setTimeout(() => response.destroy(), 20));
        },
      },
      { attempts: 2 },
    );
    expect((await failureOf(fetcher.fetch(`${server.origin}/short.pdf`))).code).toMatch(/cut|wrong-length/);
    expect(wholes(spool)).toEqual([]);
  });

  it('gives a web page under the name of a PDF, an empty answer, or too much: nothing is kept', async () => {
    const { server, fetcher, spool } = await setUp(
      {
        '/page.pdf': (_, response) =>
          response.setHeader('content-type', 'application/pdf').end('<!DOCTYPE html><html>Erreur'),
        '/empty.pdf': (_, response) => response.end(),
        '/large.pdf': (_, response) => response.setHeader('content-length', '999999').end(),
        '/endless.pdf': (_, response) => {
          response.write(PDF);
          response.write(PDF);
          response.end(PDF);
        },
        '/odd': (_, response) => response.setHeader('content-type', 'text/html').end(PDF),
      },
      { maxBytes: 12_000 },
    );
    const page = await failureOf(fetcher.fetch(`${server.origin}/page.pdf`));
    expect(page.code).toBe('not-a-pdf');
    expect(page.message).toContain('a web page');
    expect((await failureOf(fetcher.fetch(`${server.origin}/empty.pdf`))).code).toBe('empty');
    expect((await failureOf(fetcher.fetch(`${server.origin}/large.pdf`))).code).toBe('too-large');
    expect((await failureOf(fetcher.fetch(`${server.origin}/endless.pdf`))).code).toBe('too-large');
    expect(wholes(spool)).toEqual([]);
    // What a server calls it does not matter.
    await expect(fetcher.fetch(`${server.origin}/odd`)).resolves.toMatchObject({ bytes: PDF.length });
  });

  it('stops when the run is stopped', async () => {
    const { server, fetcher } = await setUp({ '/silent.pdf': () => {} });
    const failure = await failureOf(fetcher.fetch(`${server.origin}/silent.pdf`, ['pdf'], AbortSignal.timeout(50)));
    expect(failure.code).toBe('stopped');
  });
});

const wholes = (spool: string): string[] =>
  readdirSync(spool, { recursive: true, encoding: 'utf8' }).filter((name) => /\.pdf$/.test(name));

describe('redirects', () => {
  it('are followed, but not for ever, and not out of http', async () => {
    const { server, fetcher } = await setUp({
      '/old.pdf': (_, response) => response.writeHead(301, { location: '/new.pdf' }).end(),
      '/new.pdf': (_, response) => response.end(PDF),
      '/loop.pdf': (_, response) => response.writeHead(302, { location: '/loop.pdf' }).end(),
      '/file.pdf': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    });
    await expect(fetcher.fetch(`${server.origin}/old.pdf`)).resolves.toMatchObject({ bytes: PDF.length });
    expect((await failureOf(fetcher.fetch(`${server.origin}/loop.pdf`))).code).toBe('too-many-redirects');
    expect((await failureOf(fetcher.fetch(`${server.origin}/file.pdf`))).code).toBe('not-http');
  });
});

describe('private networks', () => {
  it('are not asked, by address, by name, or through a redirect', async () => {
    const { server, fetcher } = await setUp({
      '/inside.pdf': (_, response) =>
        response.writeHead(302, { location: `http://localhost:${new URL(server.origin).port}/a.pdf` }).end(),
      '/a.pdf': (_, response) => response.end(PDF),
    });
    expect((await failureOf(fetcher.fetch(`${server.origin}/inside.pdf`))).code).toBe('private-address');
    const strict = new Fetcher({ spool: mkdtempSync(join(tmpdir(), 'greffe-spool-')) }, quickTime());
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '2130706433', '[::ffff:127.0.0.1]', '169.254.169.254']) {
      expect((await failureOf(strict.fetch(`http://${host}/a.pdf`))).code, host).toBe('private-address');
    }
    expect(server.asked.map(({ path }) => path)).toEqual(['/inside.pdf']);
  });

  it('are known by their addresses', () => {
    for (const address of [
      '10.1.2.3',
      '172.31.0.1',
      '192.168.1.1',
      '100.64.0.1',
      '0.0.0.0',
      '::',
      '::1',
      'fe80::1%eth0',
      'fd00::1',
      '::ffff:10.0.0.1',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      'nonsense',
    ]) {
      expect(isPrivateAddress(address), address).toBe(true);
    }
    for (const address of ['8.8.8.8', '172.32.0.1', '2001:4860:4860::8888', '::ffff:8.8.8.8', '2002:808:808::']) {
      expect(isPrivateAddress(address), address).toBe(false);
    }
  });

  it('and addresses with passwords, or that are none, are refused', async () => {
    const { fetcher } = await setUp({});
    expect((await failureOf(fetcher.fetch('http://me:secret@127.0.0.1/a.pdf'))).code).toBe('credentials-in-url');
    expect((await failureOf(fetcher.fetch('ftp://127.0.0.1/a.pdf'))).code).toBe('not-http');
    expect((await failureOf(fetcher.fetch('rien'))).code).toBe('bad-url');
  });
});

describe('manners', () => {
  it('keep to robots.txt and to the pause it asks for', async () => {
    const { server, fetcher, time } = await setUp(
      {
        '/robots.txt': (_, response) => response.end('User-agent: *\nDisallow: /prive/\nCrawl-delay: 3\n'),
        '/prive/a.pdf': (_, response) => response.end(PDF),
        '/a.pdf': (_, response) => response.end(PDF),
        '/b.pdf': (_, response) => response.end(PDF),
      },
      { robots: true, hostDelay: 1000 },
    );
    expect((await failureOf(fetcher.fetch(`${server.origin}/prive/a.pdf`))).code).toBe('robots');
    await Promise.all([fetcher.fetch(`${server.origin}/a.pdf`), fetcher.fetch(`${server.origin}/b.pdf`)]);
    expect(time.slept).toEqual([3000]);
    expect(server.asked.map(({ path }) => path)).toEqual(['/robots.txt', '/a.pdf', '/b.pdf']);
  });

  it('stay out where robots.txt cannot be read, and come in where there is none', async () => {
    const closed = await setUp(
      { '/robots.txt': (_, response) => response.writeHead(500).end() },
      { robots: true, attempts: 2 },
    );
    expect((await failureOf(closed.fetcher.fetch(`${closed.server.origin}/a.pdf`))).code).toBe('robots-unreachable');
    const open = await setUp({ '/a.pdf': (_, response) => response.end(PDF) }, { robots: true });
    await expect(open.fetcher.fetch(`${open.server.origin}/a.pdf`)).resolves.toMatchObject({ unchanged: false });
  });
});
