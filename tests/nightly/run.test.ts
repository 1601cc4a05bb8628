import { existsSync, mkdirSync, mkdtempSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { Settings } from '../../pipeline/config.js';
import { readNightlyConfig } from '../../pipeline/nightly/config.js';
import { takeLock } from '../../pipeline/nightly/lock.js';
import { asMarkdown } from '../../pipeline/nightly/markdown.js';
import { nightly } from '../../pipeline/nightly/run.js';
import { inlineRunner } from '../../pipeline/runners/inline.js';
import { paths } from '../../pipeline/sources/paths.js';
import { writePapers } from '../support/papers.js';

const folder = mkdtempSync(join(tmpdir(), 'greffe-nightly-'));
const config = join(folder, 'greffe.yaml');
const papers = join(folder, 'papers');

const pass = async (path = config) => {
  const settings = Settings.parse({ jobs: 1, cache: null });
  const runner = inlineRunner(settings);
  let clock = Date.parse('2024-03-01T02:00:00Z');
  try {
    return await nightly(readNightlyConfig(path), paths([papers]), {
      settings,
      runner,
      now: () => new Date((clock += 1000)).toISOString(),
    });
  } finally {
    await runner.close();
  }
};

beforeAll(async () => {
  mkdirSync(papers);
  await writePapers(papers, 3);
  writeFileSync(join(papers, 'broken.pdf'), '<html>');
});

describe('a nightly pass', () => {
  it('leaves a database, a summary for people and one for programs, a feed and metrics', async () => {
    writeFileSync(config, 'sources:\n  - folder: papers\nprometheus: metrics/greffe.prom\n');
    const told = await pass();
    expect(told.run).toMatchObject({ filesSeen: 4, filesNew: 4, filesQuarantined: 1 });
    const read = (name: string) => readFileSync(join(folder, name), 'utf8');
    expect(read('reports/summary.md')).toContain('| new | 4 |');
    expect(read('reports/summary.md')).toContain('broken.pdf: not-a-pdf');
    expect(JSON.parse(read('reports/summary.json')).run.filesQuarantined).toBe(1);
    expect(XMLValidator.validate(read('reports/findings.atom'))).toBe(true);
    expect(new XMLParser().parse(read('reports/findings.atom')).feed.id).toBe('urn:greffe:findings');
    expect(read('metrics/greffe.prom')).toContain('greffe_run_files{state="quarantined"} 1\n');
    for (const line of read('metrics/greffe.prom').trim().split('\n')) {
      expect(line).toMatch(/^(# (HELP|TYPE) greffe_\w+ .+|greffe_\w+(\{\w+="[^"]*"\})? -?\d+(\.\d+)?)$/);
    }
  });

  it('finds nothing new the second night', async () => {
    expect((await pass()).run).toMatchObject({ filesNew: 0, filesUnchanged: 4 });
  });

  it('says how many findings there are beside those that it lists', async () => {
    const told = await pass();
    const summary = asMarkdown({ ...told, newFindings: [], newFindingsCount: 41_000 });
    expect(summary).toContain('## New findings (41000)');
    expect(summary).toContain('and 41000 more');
    expect(asMarkdown(told)).not.toContain('more:');
  });

  it('keeps downloads for good, or those that nothing points to for some days', async () => {
    const stray = join(folder, 'downloads', 'ab', `${'ab'.repeat(16)}.pdf`);
    mkdirSync(dirname(stray), { recursive: true });
    writeFileSync(stray, '');
    utimesSync(stray, 1, 1);
    expect((await pass()).downloadsDeleted).toBe(0);
    const sweeping = join(folder, 'sweeping.yaml');
    writeFileSync(sweeping, 'sources:\n  - folder: papers\nkeepDownloads: 30\n');
    expect(asMarkdown(await pass(sweeping))).toContain('| downloads deleted | 1 |');
    expect(existsSync(stray)).toBe(false);
  });

  it('refuses to overlap with another', async () => {
    const release = takeLock(join(folder, 'greffe.sqlite.lock'), '2024-03-02T02:00:00Z');
    await expect(pass()).rejects.toThrow(/Another pass is running/);
    release();
  });

  it('tells a watch service of its start and its end', async () => {
    const heard: string[] = [];
    const server = createServer((request, response) => {
      heard.push(String(request.url));
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const watched = join(folder, 'watched.yaml');
    const { port } = server.address() as AddressInfo;
    writeFileSync(watched, `sources:\n  - folder: papers\nping: http://127.0.0.1:${port}/check\n`);
    await pass(watched);
    server.close();
    expect(heard).toEqual(['/check/start', '/check']);
  });
});

describe('the configuration', () => {
  it.each([
    ['an unknown key', 'sources:\n  - folder: papers\ncolour: red\n', /colour/],
    ['no source', 'db: x.sqlite\n', /sources/],
    ['a source of no known kind', 'sources:\n  - ftp: x\n', /sources\.0/],
    ['broken YAML', 'sources: [\n', /not valid YAML/],
  ])('with %s is refused, and the key is named', (_, text, sentence) => {
    const path = join(folder, 'wrong.yaml');
    writeFileSync(path, text);
    expect(() => readNightlyConfig(path)).toThrow(sentence);
  });
});
