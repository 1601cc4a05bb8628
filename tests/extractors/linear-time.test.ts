import { describe, expect, it } from 'vitest';
import { readFields } from '../../extractors/read.js';
import { processorTime } from '../support/processor-time.js';

/** Texts that make careless patterns run for ever, as long as asked. */
const HOSTILE: Record<string, string> = {
  digits: '1',
  spaces: ' ',
  dots: '.',
  lines: '\n',
  brackets: '(',
  letters: 'a',
  'groups of digits': '123 ',
  'dotted groups': '123.',
  slashes: '1/1/',
  commas: '1,',
  'hundreds in words': 'deux cent ',
  'hyphened words': 'deux-cent-',
  'vingt et': 'vingt et ',
  virgule: 'un virgule deux ',
  'sums and open brackets': 'quinze mille euros (',
  'days that share a month': '3 et ',
  years: '2014 à ',
  months: 'janvier ',
  'acts without number': 'délibération n° ',
  'acts alone': 'convention ',
  articles: 'article L. 12, ',
  codes: 'code de la ',
  addresses: 'a@',
  domains: 'www.',
  endings: '.fr',
  'account numbers': 'fr76 1234 ',
  semesters: '1er semestre ',
  'round numbers': 'une dizaine ',
  openings: "l'an deux mille ",
  letters_like_digits: '1o',
};

const cost = (text: string): number => processorTime(readFields, text, 3);

describe('time grows with length and no faster', () => {
  it.each(Object.entries(HOSTILE))('%s', (_name, unit) => {
    const of = (length: number): string => unit.repeat(Math.ceil(length / unit.length));
    cost(of(5_000));
    const short = cost(of(5_000));
    const long = cost(of(100_000));
    // Twenty times the length; quadratic time would be four hundred times. The floor is for what is too short to measure.
    expect(long).toBeLessThan(Math.max(120 * short, 500));
  });
});
