import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFields } from '../../extractors/read.js';
import type { Field } from '../../models/fields.js';
import { inWords, type Manner, sumInWords } from './support/words.js';

/** The same cases on every machine. */
fc.configureGlobal({ seed: 20_210_701 });
const RUNS = { numRuns: 400 };

const manner = fc.record({
  country: fc.constantFrom<Manner['country']>('FR', 'BE', 'CH'),
  reformed: fc.boolean(),
});
/** As often small as large. */
const upTo = (digits: number) =>
  fc.integer({ min: 1, max: digits }).chain((length) => fc.integer({ min: 0, max: 10 ** length - 1 }));
const style = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.toUpperCase(),
  (text: string) => text.normalize('NFD').replace(/\p{M}/gu, ''),
  (text: string) => text.replace(/ (?=\S+$)/, '\n'),
  (text: string) => text.charAt(0).toUpperCase() + text.slice(1),
);

const only = (text: string, field: Field) => {
  const readings = readFields(text, [field]);
  expect(readings.map(({ start, end }) => text.slice(start, end))).toEqual([text]);
  return readings[0]!.value as { value: string };
};

describe('numbers in words', () => {
  it('read back, in three countries, both spellings, capitals and bare letters', () => {
    fc.assert(
      fc.property(upTo(12), manner, style, (n, how, styled) => {
        expect(only(styled(inWords(n, how)), 'number').value).toBe(String(n));
      }),
      RUNS,
    );
  });

  it('read back below a thousand, every one', () => {
    for (const country of ['FR', 'BE', 'CH'] as const) {
      for (const reformed of [true, false]) {
        for (let n = 0; n < 1000; n += 1)
          expect(only(inWords(n, { country, reformed }), 'number').value).toBe(String(n));
      }
    }
  });
});

describe('sums in words', () => {
  it('read back, with their centimes', () => {
    fc.assert(
      fc.property(upTo(11), manner, style, (cents, how, styled) => {
        const { value } = only(styled(sumInWords(cents, how)), 'amount');
        expect(value).toBe(`${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`);
      }),
      RUNS,
    );
  });
});

describe('sums in figures', () => {
  const spaces = [' ', '\u00a0', '\u202f', '\u2009'];
  const form = fc.record({
    group: fc.constantFrom(...spaces, '.', "'", '’', '', '  '),
    decimals: fc.boolean(),
    before: fc.constantFrom('', ...spaces, '\n', '  '),
    currency: fc.constantFrom('€', 'EUR', 'euros', 'Euros', 'EUROS'),
  });

  it('read back, whatever parts their thousands and their currency', () => {
    fc.assert(
      fc.property(upTo(11), form, (cents, { group, decimals, before, currency }) => {
        const whole = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, group.replace('$', '$$$$'));
        const rest = String(cents % 100).padStart(2, '0');
        const text = `${whole}${decimals ? `,${rest}` : ''}${before || ' '}${currency}`;
        expect(only(text, 'amount').value).toBe(`${Math.floor(cents / 100)}.${decimals ? rest : '00'}`);
      }),
      RUNS,
    );
  });

  it('read back under a scale', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9999 }),
        fc.constantFrom<[string, number]>(
          ['k€', 3],
          [' K€', 3],
          ['M€', 6],
          [' Md€', 9],
          [" millions d'euros", 6],
          [' milliers d’euros', 3],
        ),
        (tenths, [scale, power]) => {
          const text = `${Math.floor(tenths / 10)},${tenths % 10}${scale}`;
          expect(only(text, 'amount').value).toBe(`${BigInt(tenths) * 10n ** BigInt(power - 1)}.00`);
        },
      ),
      RUNS,
    );
  });
});

describe('dates', () => {
  const MONTHS = [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ];
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });

  it('read back in words, in figures and in full', () => {
    fc.assert(
      fc.property(day, manner, fc.integer({ min: 0, max: 4 }), (date, how, form) => {
        const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
        const two = (n: number) => String(n).padStart(2, '0');
        const text = [
          `${d === 1 ? '1er' : d} ${MONTHS[m]} ${y}`,
          `${two(d)}/${two(m + 1)}/${y}`,
          `${two(d)}.${two(m + 1)}.${y}`,
          `${y}-${two(m + 1)}-${two(d)}`,
          `${d === 1 ? 'premier' : inWords(d, { ...how, country: 'FR' })} ${MONTHS[m]} ${inWords(y, how)}`,
        ][form]!;
        expect(only(text, 'date').value).toBe(`${y}-${two(m + 1)}-${two(d)}`);
      }),
      RUNS,
    );
  });
});

describe('any text', () => {
  const token = fc.constantFrom(
    '€', 'euros', 'k€', 'F', '%', 'n°', 'du', 'au', 'à', 'et', 'l\'', 'd’', 'de', 'janvier', 'mai', 'sept.', '1er', '12', '2023',
    '40 000', '1.250', ',', '.', '/', '-', '–', '+', '(', ')', '\n', '\t', '  ', '\u00a0', 'mille', 'vingt', 'quatre', 'cent', 'un',
    'deux', 'million', 'millions', 'virgule', 'demi', 'centimes', 'loi', 'délibération', 'article', 'L. 2121', 'code de', 'mois',
    'ans', 'semestre', 'environ', 'plus de', 'HT', 'TTC', '0', '03 20 28 82 20', '½', 'é', 'Œ', 'İ', '\ud83d', '🏛️', '378', '877', 'O', 'l', 'IBAN',
  ); // biome-ignore format: a table
  const soup = fc.array(token, { maxLength: 30 }).chain((tokens) => fc.constantFrom(tokens.join(' '), tokens.join('')));

  it('never throws, and every reading stands on something', () => {
    fc.assert(
      fc.property(
        fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 200 })),
        (text) => {
          let last = 0;
          for (const { start, end, field, value } of readFields(text)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            last = start;
            if ('value' in value && field !== 'date' && field !== 'duration' && field !== 'identifier') {
              expect(value.value).toMatch(/^-?\d+(?:\.\d+)?$/);
            }
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('gives values that their quotes hold', () => {
    fc.assert(
      fc.property(soup, (text) => {
        for (const { start, end, field, value, extractor } of readFields(text)) {
          if (field !== 'amount' && field !== 'percent' && field !== 'number') continue;
          if ((value as { maximum?: string }).maximum !== undefined || extractor === 'amounts/words-and-figures')
            continue;
          const quote = text.slice(start, end);
          const again = readFields(quote, [field]).map((reading) => (reading.value as { value: string }).value);
          expect(
            again.map((v) => v.replace('-', '')),
            `${JSON.stringify(quote)} in ${JSON.stringify(text)}`,
          ).toContain((value as { value: string }).value.replace('-', ''));
        }
      }),
      { numRuns: 3000 },
    );
  });
});
