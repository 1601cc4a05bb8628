import { describe, expect, it } from 'vitest';
import type { Relation } from '../../models/records.js';
import { teller } from '../../pipeline/checks/say.js';
import { type At, fileOf, findingsIn } from './base.js';

describe('a figure is told as its page prints it', () => {
  it.each([
    [['1 200 €', '480 813.60'], '480813.6', '480 813,60 €'],
    [['2 375k€', '302 K€'], '302', '302 k€'],
    [['68%', '11,4 %'], '74.8', '74,8 %'],
    [['12 élèves', '30'], '42', '42'],
    [['12 €', '30 %'], '42', '42'],
  ])('%j: %s is %s', (printed, value, said) => expect(teller(printed)(value).replaceAll('\u00a0', ' ')).toBe(said));
});

describe('percentage-fails says what was computed of what', () => {
  const TEXT = 'de 400 k€ à 500 k€, soit + 20 %';
  const said = (...roles: Relation['terms'][number]['role'][]): string | undefined =>
    findingsIn(
      fileOf('a', TEXT, {
        records: (at) => ({
          relations: [
            {
              extractor: 'tests/by-hand',
              kind: 'percentage',
              statement: '',
              holds: false,
              expected: '25',
              observed: '20',
              difference: '-5',
              tolerance: '0.5',
              terms: roles.map((role, i) => {
                const needle = { rate: '+ 20 %', result: '500 k€' }[role as string] ?? '400 k€';
                return { role, value: String(i), span: at(needle).span };
              }),
            },
          ],
        }),
      }),
    )[0]?.message;
  it.each([
    [['rate', 'result', 'base'], 'De 400 k€ à 500 k€, l’évolution est de 25 %, mais le document imprime 20 % (p. 1).'],
    [['rate', 'part', 'total'], '400 k€ sur 400 k€ font 25 %, mais le document imprime 20 % (p. 1).'],
    [['result', 'rate', 'base'], '+ 20 % de 400 k€ font 25 €, mais le document imprime 500 k€ (p. 1).'],
  ] as const)('%j', (roles, message) => expect(said(...roles)).toBe(message));
});

describe('amount-stated-twice', () => {
  const twice = (second: string, text: string, ...sums: readonly ((at: At) => Relation)[]): string[] =>
    findingsIn(
      fileOf('a', text, {
        records: (at) => ({
          relations: sums.map((sum) => sum(at)),
          amounts: ['233 221,00', second].map((raw) => ({
            ...at(raw),
            value: raw.replace(' ', '').replace(',', '.'),
            currency: 'EUR',
            approximation: 'exact' as const,
            nature: 'other' as const,
            inTable: false,
          })),
        }),
      }),
    ).map(({ check_id }) => check_id);
  const between =
    '\n\nAutre point de la séance, sans rapport avec ce qui précède ni avec ce qui suit, et assez long.\n\n';
  it('finds one digit under the same words', () =>
    expect(
      twice(
        '223 221,00',
        `Excédent antérieur reporté fonctionnement : 233 221,00${between}Excédent antérieur reporté fonctionnement : 223 221,00`,
      ),
    ).toContain('amount-stated-twice'));
  it('holds where each makes its own sum', () => {
    const text = `Excédent antérieur reporté fonctionnement : 233 221,00${between}Excédent antérieur reporté fonctionnement : 223 221,00`;
    const sum = (raw: string) => (at: At) => ({
      extractor: 'tests/by-hand',
      kind: 'sum' as const,
      statement: raw,
      holds: true,
      expected: '0',
      observed: '0',
      difference: '0',
      tolerance: '0',
      terms: [{ role: 'total' as const, value: '0', span: at(raw).span }],
    });
    expect(twice('223 221,00', text, sum('233 221,00'), sum('223 221,00'))).toEqual([]);
    expect(twice('223 221,00', text, sum('233 221,00'))).toContain('amount-stated-twice');
  });
  it('holds for words that belong to the amount before', () =>
    expect(
      twice(
        '223 221,00',
        `Excédent antérieur reporté fonctionnement : 233 221,00${between}Excédent antérieur reporté fonctionnement 12,50 ; réserve : 223 221,00`,
      ),
    ).toEqual([]));
});
