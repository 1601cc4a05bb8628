import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { smallAct } from '../../scripts/make-fixtures/small-acts.js';
import { serve } from '../sources/server.js';
import { zipOf } from '../sources/zip-file.js';
import { greffe, rowsOf } from '../support/program.js';

const folder = mkdtempSync(join(tmpdir(), 'greffe-nightly-command-'));
const at = (name: string): string => join(folder, name);
let acts: Buffer[];

beforeAll(async () => {
  acts = (await Promise.all([0, 1, 2].map((rank) => smallAct(5, rank)))).map(({ pdf }) => pdf);
  mkdirSync(at('papers'));
  writeFileSync(at('papers/one.pdf'), acts[0]!);
  writeFileSync(at('old.zip'), zipOf({ name: 'two.pdf', data: acts[1]! }, { name: 'three.pdf', data: acts[2]! }));
});

describe('greffe nightly', () => {
  it('makes one pass over its sources, tells it, and finds nothing new the next time', async () => {
    writeFileSync(at('greffe.yaml'), 'jobs: 1\nsources:\n  - folder: papers\n  - zip: old.zip\n');
    const first = await greffe('nightly', '--config', at('greffe.yaml'), '--progress', 'json');
    expect(
      first.stderr
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    ).toHaveLength(3);
    expect(first.stdout).toContain('| new | 3 |');
    expect(first.status).toBe(0);
    expect(readFileSync(at('reports/summary.md'), 'utf8')).toBe(first.stdout);
    const second = await greffe('nightly', '--config', at('greffe.yaml'));
    expect(second.stdout).toContain('| unchanged | 3 |');
    expect(second.stdout).toContain('| vanished | 0 |');
  });

  it('ends with status 2 when a paper could not be had, and says which', async () => {
    writeFileSync(
      at('gone.yaml'),
      'jobs: 1\ndb: gone.sqlite\nsources:\n  - folder: papers\n  - url: http://127.0.0.1:1/x.pdf\n',
    );
    const { status, stdout } = await greffe('nightly', '--config', at('gone.yaml'), '--progress', 'none');
    expect(status).toBe(2);
    expect(stdout).toContain('private-address');
  });

  it.each([
    ['no configuration', ['--config', at('absent.yaml')], /cannot be read/],
    ['a day that is none', ['--config', at('greffe.yaml'), '--since', 'hier'], /--since takes a day/],
  ])('with %s ends with status 1 and one sentence', async (_, args, sentence) => {
    const { status, stderr } = await greffe('nightly', ...args);
    expect(stderr).toMatch(sentence);
    expect(status).toBe(1);
  });
});

describe('greffe ingest', () => {
  it('takes archives and addresses, and the acts are the same wherever they came from', async () => {
    const server = await serve({
      '/two.pdf': (_, response) => void response.end(acts[1]),
      '/three.pdf': (_, response) => void response.end(acts[2]),
    });
    const urls = [`${server.origin}/two.pdf`, `${server.origin}/three.pdf`];
    const common = ['--jobs', '1', '--progress', 'none'];
    const refused = await greffe('ingest', urls[0]!, '--db', at('no.sqlite'), '--downloads', at('d'), ...common);
    expect(refused.status).toBe(2);
    expect(refused.stdout).toContain('private-address');
    const fetched = await greffe(
      'ingest',
      ...urls,
      '--db',
      at('web.sqlite'),
      '--downloads',
      at('d'),
      '--allow-private-network',
      ...common,
    );
    await server.close();
    expect(fetched.stdout).toMatch(/^Read 2 files/);
    expect(fetched.status).toBe(0);
    await greffe('ingest', at('old.zip'), '--db', at('zip.sqlite'), '--downloads', at('d'), ...common);
    const records = (path: string): string[] =>
      rowsOf(path).filter((row) => /amounts|dates|parties|votes/.test(row.slice(0, 20)));
    expect(records(at('zip.sqlite'))).toEqual(records(at('web.sqlite')));
    expect(records(at('zip.sqlite')).length).toBeGreaterThan(10);
  });
});
