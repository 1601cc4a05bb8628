import { describe, expect, it } from 'vitest';
import type { Amount, Indicator, Party } from '../../models/records.js';
import { runChecks } from '../../pipeline/checks/index.js';
import { allFindings, emptyDatabase, fileOf, findingsIn, load, NOW } from './base.js';

interface Gift {
  file: string;
  payer: string;
  value: string;
  account?: string;
  kind?: Party['kind'];
}

const vote = ({ file, payer, value, account, kind = 'association' }: Gift) =>
  fileOf(file, `${payer} donne ${value} € aux Amis du Phare`, {
    heading: { reference: file, date: '2024-02-09', year: 2024, issuer: payer, title: 'Aide' },
    records: (at) => ({
      amounts: [
        {
          ...at(`${value} €`),
          value: `${value}.00`,
          currency: 'EUR',
          approximation: 'exact',
          nature: 'grant',
          beneficiary: 'Les Amis du Phare',
          payer,
          fiscalYear: 2024,
          inTable: false,
          ...(account === undefined ? {} : { account }),
        } satisfies Amount,
      ],
      parties: [
        { ...at('Amis du Phare'), name: 'Les Amis du Phare', role: 'beneficiary', kind },
        { ...at(payer), name: payer, role: 'issuer', kind: 'municipality' },
      ],
    }),
  });
const ids = (found: readonly { check_id: string }[]): string[] => found.map(({ check_id }) => check_id);

describe('public-funds', () => {
  const arval = vote({ file: 'a', payer: 'Commune de Arval', value: '90000' });
  it('adds what all payers give', () =>
    expect(ids(findingsIn(arval, vote({ file: 'b', payer: 'Commune de Cormes', value: '70000' })))).toContain(
      'public-funds',
    ));
  it('counts one payer’s grant once', () =>
    expect(ids(findingsIn(arval, vote({ file: 'b', payer: 'Commune de Arval', value: '70000' })))).not.toContain(
      'public-funds',
    ));
});

describe('account', () => {
  const charged = (account: string, kind: Party['kind']) =>
    ids(findingsIn(vote({ file: 'a', payer: 'Commune de Arval', value: '900', account, kind })));
  it('finds a public body at the account of private ones', () =>
    expect(charged('65748', 'public_body')).toContain('account'));
  it('finds an association at the account of public ones', () =>
    expect(charged('657362', 'association')).toContain('account'));
  it('holds for an association', () => expect(charged('65748', 'association')).toEqual([]));
});

describe('base-differs', () => {
  const report = (year: number, value: string, delta?: string) =>
    fileOf(`report-${year}`, `Rapport ${year} : ${value} jeunes`, {
      kind: 'activity_report',
      heading: { year, issuer: 'Mission du Phare', title: `Rapport ${year}` },
      records: (at) => ({
        indicators: [
          {
            ...at(`${value} jeunes`),
            value,
            unit: 'jeunes',
            label: 'jeunes accueillis',
            key: 'jeunes-accueillis',
            period: String(year),
            qualifier: 'actual',
            approximation: 'exact',
            inTable: false,
            ...(delta === undefined ? {} : { delta, deltaBase: String(year - 1) }),
          } satisfies Indicator,
        ],
        parties: [{ ...at('Rapport'), name: 'Mission du Phare', role: 'issuer', kind: 'association' }],
      }),
    });
  it.each([
    ['+30', true],
    ['+20', false],
    ['+20%', false],
    ['+25%', true],
  ])('from 100 to 120 with %s', (delta, wrong) =>
    expect(ids(findingsIn(report(2022, '100'), report(2023, '120', delta))).includes('base-differs')).toBe(wrong),
  );
  it('is found whichever report comes first', () => {
    const db = emptyDatabase();
    for (const file of [report(2023, '120', '+30'), report(2022, '100')])
      runChecks(db, { documents: load(db, file) }, NOW);
    expect(ids(allFindings(db))).toContain('base-differs');
  });
});

/** Towns with ten acts each, few or many; the next hundred acts are of one more town. */
it('a hundred new documents touch their own units only, however many there are', () => {
  const towns = (from: number, to: number, size: number) =>
    Array.from({ length: to - from }, (_, i) => from + i).flatMap((town) =>
      Array.from({ length: size }, (_, n) =>
        vote({ file: `t${town}-${n}`, payer: `Commune de Bourg${'abcdefghijklmnopqrstuvwxyz'[town]}`, value: '900' }),
      ),
    );
  const unitsAfter = (before: number): number => {
    const db = emptyDatabase();
    const old = towns(0, before, 10).flatMap((file) => load(db, file));
    runChecks(db, { documents: old }, NOW);
    const added = towns(25, 26, 100).flatMap((file) => load(db, file));
    return runChecks(db, { documents: added }, NOW).units;
  };
  expect(unitsAfter(8)).toBe(unitsAfter(2));
});
