import { describe, expect, it } from 'vitest';
import type { TableCell } from '../../models/records.js';
import { CHECKS } from '../../pipeline/checks/catalogue.js';
import { runChecks } from '../../pipeline/checks/index.js';
import { type Draft, emptyDatabase, fileOf, findingsIn, load, NOW } from './base.js';

type At = Parameters<NonNullable<Draft['records']>>[0];

/** A table of beneficiaries, one line of the text each: code, name, amount. */
const cells = (at: At, text: string): TableCell[] =>
  text
    .split('\n')
    .filter((line) => line.includes('\t'))
    .flatMap((line, row) =>
      line.split('\t').map((cell, col) => ({
        page: 1,
        table: 1,
        row,
        col,
        text: cell,
        ...(/^\d+ €$/.test(cell) ? { value: cell.replace(/\D/g, '') } : {}),
        span: at(cell).span,
      })),
    );
const head = 'Code\tAssociation\tMontant';
const drafted = (text: string): Draft => ({
  records: (at) => ({
    cells: cells(at, text),
    indicators: /^\d+ associations/.test(text)
      ? [
          {
            ...at(/^\d+/.exec(text)![0]),
            value: /^\d+/.exec(text)![0],
            unit: 'associations',
            label: 'associations aidées',
            qualifier: 'actual',
            approximation: 'exact',
            inTable: false,
          },
        ]
      : [],
  }),
});
const found = (text: string): string[] => findingsIn(fileOf('a', text, drafted(text))).map(({ check_id }) => check_id);
const skipped = (id: string, text: string): number => {
  const db = emptyDatabase();
  load(db, fileOf('a', text, drafted(text)));
  return runChecks(
    db,
    undefined,
    NOW,
    CHECKS.filter((check) => check.id === id),
  ).skipped;
};

describe('code-names', () => {
  it('finds two names under one code', () =>
    expect(found(`${head}\n12\tASL Arval (judo)\t900 €\n12\tASL (tennis)\t800 €`)).toEqual(['code-names']));
  it('holds for the sections of one, and for its acronym', () => {
    expect(found(`${head}\n12\tASL Arval (judo)\t900 €\n12\tASL Arval (tennis)\t800 €`)).toEqual([]);
    expect(found(`${head}\n12\tÉchecs Club d'Arval\t900 €\n12\tÉchecs Club d'Arval ECA\t800 €`)).toEqual([]);
  });
  it('is skipped where a table has no codes', () =>
    expect(skipped('code-names', 'Association\tMontant\nASL\t900 €')).toBe(1));
});

describe('beneficiaries-announced', () => {
  const rows = `${head}\n12\tASL Arval (judo)\t900 €\n12\tASL Arval (tennis)\t800 €\n15\tChorale\t700 €`;
  it('finds one who has two of the lines announced', () =>
    expect(found(`3 associations\n${rows}`)).toEqual(['beneficiaries-announced']));
  it('holds where each has a line, and for another number', () => {
    expect(found(`3 associations\n${rows.replace('12\tASL Arval (tennis)', '13\tTennis')}`)).toEqual([]);
    expect(found(`8 associations\n${rows}`)).toEqual([]);
  });
  it('is skipped where no number is announced', () => expect(skipped('beneficiaries-announced', rows)).toBe(1));
});
