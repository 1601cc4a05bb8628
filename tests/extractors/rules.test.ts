import { describe, expect, it } from 'vitest';
import { EXTRACTORS } from '../../extractors/catalogue.js';

/** Every rule reads what it says it reads, and nothing in its near misses. */
describe.each(EXTRACTORS.map((extractor) => [extractor.id, extractor] as const))('%s', (_id, extractor) => {
  it.each(Object.entries(extractor.reads))('reads %s', (text, expected) => {
    const found = [...extractor.extract(text)];
    const wanted = Array.isArray(expected) ? expected : [expected];
    expect(found.map(({ value }) => value)).toEqual(wanted.map((value) => expect.objectContaining(value)));
    for (const { start, end } of found) expect(text.slice(start, end).trim()).not.toBe('');
  });

  it.each(extractor.ignores.map((text) => [text]))('ignores %s', (text) => {
    expect([...extractor.extract(text)]).toEqual([]);
  });
});
