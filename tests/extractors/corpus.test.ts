import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from '../../extractors/parse.js';
import type { Field } from '../../models/fields.js';
import { corpus } from '../../scripts/bench/corpus.js';

/** Peers' test cases, where they are at hand. */
const FOLDER = corpus('cases');

interface Case {
  readonly input: string;
  readonly expected: string | null | { amount: string; currency: string } | { from: string; to: string };
  readonly admin: boolean;
}

const KINDS: Record<string, Field> = {
  money: 'amount',
  numbers: 'number',
  percent: 'percent',
  ordinals: 'ordinal',
  durations: 'duration',
  dates: 'date',
  dateranges: 'date',
};

const plain = (value: string): string => (value.includes('.') ? value.replace(/\.?0+$/, '') : value);
const firstDay = (value: string): string => `${value}-01-01`.slice(0, 10);
const lastDay = (value: string): string => {
  if (value.length === 10) return value;
  const [year, month = 12] = value.split('-').map(Number);
  return new Date(Date.UTC(year!, month, 0)).toISOString().slice(0, 10);
};

function isRight({ input, expected }: Case, kind: Field): boolean {
  const found = parse(input, kind);
  if (expected === null) return found.length === 0;
  const [reading] = found;
  if (found.length !== 1 || !reading) return false;
  const value = String(reading.value);
  if (typeof expected === 'string') return plain(value) === plain(expected);
  if ('amount' in expected) return plain(value) === plain(expected.amount) && reading.currency === expected.currency;
  const end = reading.end_value === undefined ? value : String(reading.end_value);
  const start = value.length === 7 ? `${value}-01` : firstDay(value);
  return start === expected.from && lastDay(end) === expected.to;
}

describe.skipIf(!existsSync(FOLDER))(`cases of peers (skipped without ${FOLDER})`, () => {
  it.each(Object.entries(KINDS))('%s', (name, kind) => {
    const cases = JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8')) as Case[];
    const wrong = cases.filter((one) => !isRight(one, kind));
    const official = cases.filter(({ admin }) => admin);
    const wrongOfficial = wrong.filter(({ admin }) => admin).map(({ input }) => input);
    expect(wrongOfficial.length / official.length, wrongOfficial.join(' | ')).toBeLessThanOrEqual(0.01);
    expect(wrong.length / cases.length, wrong.map(({ input }) => input).join(' | ')).toBeLessThanOrEqual(0.1);
  });
});
