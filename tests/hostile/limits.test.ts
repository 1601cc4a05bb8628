import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Settings } from '../../pipeline/config.js';
import { PastLimit, refuseBombs } from '../../pipeline/reading/limits.js';
import { createTools } from '../../pipeline/runners/tools.js';
import { read } from '../../pipeline/stages/read.js';
import { pdf } from '../reading/drawn.js';
import { brokenContent, deflateBomb, endlessPageTree, hugeImage, manyOperators, nestedBomb } from './made.js';

const folder = mkdtempSync(join(tmpdir(), 'greffe-hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function outcome(bytes: Uint8Array, settings: Partial<Settings> = {}) {
  const path = join(folder, 'file.pdf');
  writeFileSync(path, bytes);
  const tools = createTools(Settings.parse({ ...settings, cache: null, jobs: 1 }));
  return read.run({ path }, tools);
}

const codes = ({ problems }: { problems: readonly { code: string }[] }): string[] => problems.map(({ code }) => code);

describe('a file that asks for too much', () => {
  it('with a page tree that bites its tail ends, its pages told as unreadable', async () => {
    const { sheets, problems } = await outcome(endlessPageTree());
    expect(sheets).toEqual([]);
    expect(problems.length).toBeGreaterThan(0);
  });

  it('with content that is no PDF in places says that words may be missing', async () => {
    const { sheets, problems } = await outcome(brokenContent());
    expect(sheets[0]!.words.map(({ text }) => text)).toContain('Le');
    expect(problems).toMatchObject([{ page: 1, code: 'page-damaged' }]);
  });

  it('with more pages than allowed is told so', async () => {
    const three = await pdf((document) => document.addPage().addPage());
    expect(codes(await outcome(three, { maxPages: 2 }))).toEqual(['too-many-pages']);
  });

  it('with a picture of 20 000 × 20 000 pixels loses the picture, and says so', async () => {
    expect(codes(await outcome(hugeImage(20_000)))).toEqual(['image-too-large']);
  });

  it('keeps a picture within the limit', async () => {
    const { problems, doubtful } = await outcome(hugeImage(2_000));
    expect(problems).toEqual([]);
    expect(doubtful).toHaveLength(1);
  });

  it('with 100 000 operators on a page is read within the limit, and given up past it', async () => {
    const many = manyOperators(100_000);
    expect(codes(await outcome(many.slice()))).toEqual([]);
    expect(codes(await outcome(many, { maxOperators: 10_000 }))).toEqual(['too-many-operators']);
  });

  it('with a stream that unpacks to more than allowed is refused before it is unpacked', async () => {
    expect(codes(await outcome(deflateBomb(8_000_000), { maxStreamBytes: 4_000_000 }))).toEqual(['decompression-bomb']);
    expect(codes(await outcome(nestedBomb(8_000_000), { maxStreamBytes: 4_000_000 }))).toEqual(['decompression-bomb']);
  });
});

describe('an honest file', () => {
  it('is no bomb', async () => {
    const honest = await pdf((document) => document.text('Le maire rend compte. '.repeat(200)));
    expect(() => refuseBombs(honest, 1_000_000)).not.toThrow();
    expect(() => refuseBombs(deflateBomb(900_000), 1_000_000)).not.toThrow();
    expect(() => refuseBombs(deflateBomb(1_100_000), 1_000_000)).toThrow(PastLimit);
  });
});
