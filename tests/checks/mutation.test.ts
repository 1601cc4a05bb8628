import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { interpretFile } from '../../extractors/interpret.js';
import type { Span } from '../../models/evidence.js';
import type { Page } from '../../models/page.js';
import type { Relation } from '../../models/records.js';
import { Settings } from '../../pipeline/config.js';
import { layout } from '../../pipeline/reading/layout/index.js';
import { createTools } from '../../pipeline/runners/tools.js';
import { read } from '../../pipeline/stages/read.js';

/** How many figures are changed: a sample here, all of the count with MUTATIONS=1000. */
const COUNT = Number(process.env.MUTATIONS ?? 40);
const SEED = 20240209;

/** Mulberry32: the same sequence on every machine. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const relationsOf = (pages: readonly Page[]): Relation[] =>
  interpretFile(pages, (_, error) => {
    throw error;
  }).flatMap(({ relations }) => relations);

const FOLDER = 'fixtures/consistent';
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.pdf'));
const files = new Map<string, Page[]>();
beforeAll(async () => {
  const tools = createTools(Settings.parse({ ocr: 'never' }));
  for (const name of names) files.set(name, layout((await read.run({ path: join(FOLDER, name) }, tools)).sheets));
  await tools.close();
});

/** The page's text with one digit of the figure at `span` changed. */
function changed(page: Page, { start, end }: Span, next: () => number): Page | undefined {
  const places = [...page.text.slice(start, end).matchAll(/\d/g)].map(({ index }) => start + index);
  const first = places[0];
  if (first === undefined) return undefined;
  const at = places[Math.floor(next() * places.length)]!;
  const from = at === first && places.length > 1 ? 1 : 0;
  let digit = page.text[at]!;
  while (digit === page.text[at]) digit = String(from + Math.floor(next() * (10 - from)));
  return { ...page, text: page.text.slice(0, at) + digit + page.text.slice(at + 1) };
}

describe('arithmetic over consistent documents', () => {
  it.each(names)('%s raises nothing as it is', (name) => {
    expect(relationsOf(files.get(name)!).filter(({ holds }) => !holds)).toEqual([]);
  });

  it('finds a figure that was changed', () => {
    const next = random(SEED);
    const pool = names.flatMap((name) => {
      const spans = new Map<string, { name: string; span: Span }>();
      for (const { terms } of relationsOf(files.get(name)!)) {
        for (const { span, value } of terms) {
          const text = files
            .get(name)!
            .find(({ number }) => number === span.page)!
            .text.slice(span.start, span.end);
          // A whole that need not be printed (100 %), or an item that is counted, is no figure to change.
          if (/^\W*\d[\d\s.,]*\D{0,8}$/u.test(text) && Number(value) !== 1)
            spans.set(`${span.page} ${span.start}`, { name, span });
        }
      }
      return [...spans.values()];
    });
    const missed: string[] = [];
    for (let i = 0; i < COUNT; i += 1) {
      const { name, span } = pool[Math.floor(next() * pool.length)]!;
      const pages = files.get(name)!;
      const page = pages.find(({ number }) => number === span.page)!;
      const other = changed(page, span, next);
      if (!other) continue;
      const found = relationsOf(pages.map((one) => (one === page ? other : one))).some(({ holds }) => !holds);
      if (!found)
        missed.push(
          `${name} p. ${span.page}: ${page.text.slice(span.start, span.end)} → ${other.text.slice(span.start, span.end)}`,
        );
    }
    const share = 1 - missed.length / COUNT;
    if (process.env.MUTATIONS)
      process.stdout.write(
        `${pool.length} figures, ${COUNT} changes, found ${(share * 100).toFixed(1)} %\n${missed.slice(0, 60).join('\n')}\n`,
      );
    expect(share, `missed: ${missed.slice(0, 20).join('; ')}`).toBeGreaterThanOrEqual(COUNT >= 1000 ? 0.95 : 0.9);
  });
});
