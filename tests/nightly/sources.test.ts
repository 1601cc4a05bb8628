import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readNightlyConfig } from '../../pipeline/nightly/config.js';
import { sourcesOf } from '../../pipeline/nightly/sources.js';
import { PDF, serve } from '../sources/server.js';
import { zipOf } from '../sources/zip-file.js';

it('the sources of a configuration give their papers, from the folder and from the network', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'greffe-nightly-sources-'));
  const server = await serve({
    '/a.pdf': (_, response) => void response.end(PDF),
    '/acts.csv': (_, response) => void response.end('DELIB_ID,DELIB_URL\n1,a.pdf\n2,gone.pdf\n'),
  });
  try {
    mkdirSync(join(folder, 'papers'));
    writeFileSync(join(folder, 'papers', 'x.pdf'), PDF);
    writeFileSync(join(folder, 'old.zip'), zipOf({ name: 'y.pdf', data: PDF }));
    const file = join(folder, 'greffe.yaml');
    const configure = (more: string): void =>
      writeFileSync(
        file,
        `sources:\n  - folder: papers\n  - zip: old.zip\n  - scdl: ${server.origin}/acts.csv\n${more}`,
      );
    const found = async (): Promise<string[]> => {
      const uris: string[] = [];
      for await (const item of sourcesOf(readNightlyConfig(file)).find()) {
        uris.push('problem' in item ? `${item.problem.code} ${item.uri}` : item.uri);
      }
      return uris;
    };
    const local = [join(folder, 'papers', 'x.pdf'), `${join(folder, 'old.zip')}#y.pdf`];
    configure('');
    expect(await found()).toEqual([...local, `private-address ${server.origin}/acts.csv`]);
    configure('contact: archives@example.org\nfetch:\n  privateHosts: ["*"]\n  hostDelay: 0\n  robots: false\n');
    expect(await found()).toEqual([...local, `${server.origin}/a.pdf`, `http-404 ${server.origin}/gone.pdf`]);
    expect(server.asked.map(({ path }) => path)).not.toContain('/robots.txt');
    expect(server.asked.at(-1)!.headers['user-agent']).toContain('archives@example.org');
    expect(readdirSync(join(folder, 'downloads')).length).toBeGreaterThan(1);
  } finally {
    await server.close();
  }
});
