import { describe, expect, it } from 'vitest';
import { CHECKS, checkChanged, runChecks } from '../../pipeline/checks/index.js';
import { allFindings, emptyDatabase, fileOf, findingsIn, LATER, load, NOW } from './base.js';

const wrongDay = (name: string, weekday: number) =>
  fileOf(name, `${name} : séance du lundi 9 février 2024`, {
    records: (at) => ({
      dates: [
        {
          ...at('lundi 9 février 2024'),
          value: '2024-02-09',
          precision: 'day',
          role: 'session',
          certainty: 'stated',
          weekday,
        },
      ],
    }),
  });

describe('a run of the checks', () => {
  it('finds, keeps the day of first sight, and lets go what no longer holds', () => {
    const db = emptyDatabase();
    const documents = load(db, wrongDay('a', 1));
    expect(runChecks(db, { documents }, NOW)).toMatchObject({ findings: 1, added: 1, gone: 0 });
    const id = db.prepare('select id, first_seen_at from findings').get();
    expect(id).toMatchObject({ first_seen_at: NOW });

    load(db, wrongDay('a', 1));
    expect(runChecks(db, { documents }, LATER)).toMatchObject({ findings: 1, added: 0, gone: 0 });
    expect(db.prepare('select id, first_seen_at from findings').get()).toEqual(id);
    expect(db.prepare('select count(*) as n from finding_evidence').get()).toEqual({ n: 1 });

    load(db, wrongDay('a', 5));
    expect(runChecks(db, { documents }, LATER)).toMatchObject({ findings: 0, added: 0, gone: 1 });
  });

  it('looks again only at what new documents can change, and ends with the rows of a full run', () => {
    const files = ['a', 'b', 'c'].map((name) => wrongDay(name, name === 'b' ? 5 : 1));
    const whole = emptyDatabase();
    for (const file of files) load(whole, file);
    runChecks(whole, undefined, NOW);

    const partial = emptyDatabase();
    for (const file of files.toReversed()) {
      const outcome = runChecks(partial, { documents: load(partial, file) }, NOW);
      expect(outcome.units).toBeLessThanOrEqual(CHECKS.length);
    }
    const rows = (db: typeof whole) => db.prepare('select * from findings order by id').all();
    expect(rows(partial)).toEqual(rows(whole));
    expect(allFindings(whole)).toHaveLength(2);
  });

  it('looks at all in parts, and what a stopped run left is looked at by the next', () => {
    const db = emptyDatabase();
    for (let nth = 0; nth < 501; nth += 1) load(db, wrongDay(`n${nth}`, 1));
    const last = db.prepare('select max(file_id) from documents').pluck().get() as string;
    const left = db.prepare('select file_id from unchecked').pluck();
    const weekday = CHECKS.find(({ id }) => id === 'weekday')!;
    const of = (_: unknown, document: string): string[] => {
      if (document.startsWith(last)) throw new Error('the power is cut');
      return [document];
    };
    expect(() => runChecks(db, undefined, NOW, [{ ...weekday, units: { ...weekday.units, of } }])).toThrow('the power');
    expect(left.all()).toEqual([last]);
    expect(checkChanged(db, NOW)).toMatchObject({ findings: 501, added: 1 });
    expect(left.all()).toEqual([]);

    // What all of them take part in is looked at once.
    const shared = [{ ...weekday, units: { title: 'tout', of: () => ['all'] }, gather: () => undefined }];
    expect(runChecks(db, undefined, NOW, shared)).toMatchObject({ units: 1, skipped: 1 });
  });

  it('forgets the findings of a check that is no more', () => {
    const db = emptyDatabase();
    load(db, wrongDay('a', 1));
    runChecks(db, undefined, NOW);
    expect(runChecks(db, undefined, NOW, [])).toMatchObject({ findings: 0, gone: 1 });
  });
});

describe('weekday', () => {
  it('finds a Friday called Monday', () =>
    expect(findingsIn(wrongDay('a', 1))).toEqual([
      {
        check_id: 'weekday',
        severity: 'error',
        message:
          'Le document écrit « lundi 9 février 2024 » (p. 1), mais le 9 février 2024 est un vendredi, pas un lundi.',
      },
    ]));
  it('holds for a Friday', () => expect(findingsIn(wrongDay('a', 5))).toEqual([]));
});

describe('date-order', () => {
  const published = (on: string) =>
    fileOf('a', 'Séance du 9 février 2024. Publié le 1er février 2024.', {
      records: (at) => ({
        dates: [
          { ...at('9 février 2024'), value: '2024-02-09', precision: 'day', role: 'session', certainty: 'stated' },
          { ...at('1er février 2024'), value: on, precision: 'day', role: 'published', certainty: 'stated' },
        ],
      }),
    });
  it('finds an act published before it was adopted', () =>
    expect(findingsIn(published('2024-02-01'))).toMatchObject([{ check_id: 'date-order', severity: 'error' }]));
  it('holds when the act is published after', () => expect(findingsIn(published('2024-02-12'))).toEqual([]));
});

describe('identifier-key', () => {
  const siret = (valid: boolean) =>
    fileOf('a', 'Siret 123 456 789 00010', {
      records: (at) => ({
        identifiers: [{ ...at('123 456 789 00010'), kind: 'siret', value: '12345678900010', valid }],
      }),
    });
  it('finds a wrong key', () => expect(findingsIn(siret(false))).toMatchObject([{ check_id: 'identifier-key' }]));
  it('holds for a right one', () => expect(findingsIn(siret(true))).toEqual([]));
});

describe('total-fails', () => {
  const sum = (holds: boolean) =>
    fileOf('a', '100 € et 200 €, soit 310 €', {
      records: (at) => ({
        relations: [
          {
            extractor: 'tests/sum',
            kind: 'sum',
            statement: '100 + 200 = 310',
            holds,
            expected: '300',
            observed: '310',
            difference: '10',
            tolerance: '0',
            terms: [
              { role: 'total', value: '310', span: at('310 €').span },
              { role: 'part', value: '100', span: at('100 €').span },
              { role: 'part', value: '200', span: at('200 €').span },
            ],
          },
        ],
      }),
    });
  it('finds a total that is not the sum', () =>
    expect(findingsIn(sum(false))).toEqual([
      {
        check_id: 'total-fails',
        severity: 'error',
        message: 'Le total imprimé est 310 €, mais ses 2 parties (100 + 200) font 300 € : l’écart est de 10 € (p. 1).',
      },
    ]));
  it('is never certain of what was read in an image', () => {
    const file = sum(false);
    const scanned = { ...file, pages: file.pages.map((page) => ({ ...page, legibility: 0.95 })) };
    expect(findingsIn(scanned)).toMatchObject([{ check_id: 'total-fails', severity: 'warning' }]);
  });
  it('is never certain of a file of which something could not be read', () => {
    expect(findingsIn({ ...sum(false), status: 'partial' })).toMatchObject([{ severity: 'warning' }]);
  });
  it('holds when it is', () => expect(findingsIn(sum(true))).toEqual([]));
  it('is skipped where no sum is stated', () => {
    const db = emptyDatabase();
    load(db, fileOf('a', 'Rien à additionner', {}));
    const check = CHECKS.filter(({ id }) => id === 'total-fails');
    expect(runChecks(db, undefined, NOW, check)).toMatchObject({ units: 1, skipped: 1 });
  });
});
