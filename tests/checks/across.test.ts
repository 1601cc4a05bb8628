import { describe, expect, it } from 'vitest';
import type { Amount, Party } from '../../models/records.js';
import { runChecks } from '../../pipeline/checks/index.js';
import { allFindings, emptyDatabase, fileOf, findingsIn, load, NOW } from './base.js';

const grant = (at: { span: Amount['span']; extractor: string }, value: string): Amount => ({
  ...at,
  value,
  currency: 'EUR',
  approximation: 'exact',
  nature: 'grant',
  beneficiary: 'Les Amis du Phare',
  payer: 'Commune de Cormes',
  fiscalYear: 2024,
  inTable: false,
});
const party = (
  at: { span: Party['span']; extractor: string },
  name: string,
  role: Party['role'],
  kind: Party['kind'],
): Party => ({
  ...at,
  name,
  role,
  kind,
});

const vote = (value: string, text = `Commune de Cormes. Délibération 2024-12 : Les Amis du Phare, ${value} €`) =>
  fileOf('vote', text, {
    heading: { reference: '2024-12', date: '2024-02-09', year: 2024, issuer: 'Commune de Cormes', title: 'Phare' },
    records: (at) => ({
      amounts: [grant(at(`${value} €`), `${value}.00`)],
      parties: [
        party(at('Les Amis du Phare'), 'Les Amis du Phare', 'beneficiary', 'association'),
        party(at('Commune de Cormes'), 'Commune de Cormes', 'issuer', 'municipality'),
      ],
    }),
  });
const convention = (value: string, citedOn = '2024-02-09') =>
  fileOf(
    'convention',
    `Commune de Cormes et Les Amis du Phare, vu la délibération 2024-12 du ${citedOn} : ${value} €`,
    {
      kind: 'convention',
      heading: { year: 2024 },
      records: (at) => ({
        amounts: [grant(at(`${value} €`), `${value}.00`)],
        citations: [
          { ...at(`délibération 2024-12 du ${citedOn}`), kind: 'deliberation', number: '2024-12', date: citedOn },
        ],
        parties: [
          party(at('Les Amis du Phare'), 'Les Amis du Phare', 'beneficiary', 'association'),
          party(at('Commune de Cormes'), 'Commune de Cormes', 'grantor', 'municipality'),
        ],
      }),
    },
  );
const ids = (found: readonly { check_id: string }[]): string[] => found.map(({ check_id }) => check_id);

describe('grant-differs-from-vote', () => {
  it('finds an agreement over another sum', () =>
    expect(findingsIn(vote('24500'), convention('26500'))).toEqual([
      {
        check_id: 'grant-differs-from-vote',
        severity: 'error',
        message:
          'La convention accorde 26 500 € à Les Amis du Phare pour 2024 (p. 1), mais la délibération 2024-12 a voté 24 500 € (p. 1).',
      },
    ]));
  it('holds for the sum that was voted', () => expect(findingsIn(vote('24500'), convention('24500'))).toEqual([]));
  it('is skipped without the deliberation', () => expect(ids(findingsIn(convention('26500')))).toEqual([]));
});

describe('grant-without-convention', () => {
  it('notes a large grant without an agreement', () =>
    expect(ids(findingsIn(vote('24500')))).toEqual(['grant-without-convention']));
  it('leaves a small one', () => expect(findingsIn(vote('22500'))).toEqual([]));
  it('leaves the town that votes, read as who is paid', () => {
    const own = fileOf('own', 'Commune de Cormes : Cormes demande 33800 €', {
      heading: { date: '2024-02-09', year: 2024, issuer: 'Commune de Cormes' },
      records: (at) => ({
        amounts: [{ ...grant(at('33800 €'), '33800.00'), beneficiary: 'Cormes' }],
        parties: [
          party(at('Commune de Cormes'), 'Commune de Cormes', 'issuer', 'municipality'),
          party(at('Cormes', 1), 'Cormes', 'beneficiary', 'association'),
        ],
      }),
    });
    expect(findingsIn(own)).toEqual([]);
  });
  it('is silent once the agreement is there, in whatever order they come', () => {
    const db = emptyDatabase();
    runChecks(db, { documents: load(db, vote('24500')) }, NOW);
    expect(ids(allFindings(db))).toEqual(['grant-without-convention']);
    runChecks(db, { documents: load(db, convention('24500')) }, NOW);
    expect(allFindings(db)).toEqual([]);
  });
});

describe('cited-act-date', () => {
  it('finds an act cited with another date', () =>
    expect(ids(findingsIn(vote('20000'), convention('20000', '2024-02-19')))).toEqual(['cited-act-date']));
  it('holds for its own date', () => expect(findingsIn(vote('20000'), convention('20000'))).toEqual([]));
});

describe('same-number', () => {
  const again = (title: string) => {
    const file = vote('20000', `Commune de Cormes. ${title}. Délibération 2024-12 : Les Amis du Phare, 20000 €`);
    return {
      ...file,
      file: { ...file.file, id: 'f'.repeat(16), sha256: 'f'.repeat(64) },
      documents: file.documents.map((one) => ({ ...one, heading: { ...one.heading, title } })),
    };
  };
  it('finds two acts under one number', () =>
    expect(findingsIn(vote('20000'), again('Voirie'))).toMatchObject([
      { check_id: 'same-number', severity: 'warning' },
    ]));
  it('finds two of one file, each with its object', () => {
    const [one] = vote('20000').documents;
    const part = (title: string, ordinal: number) => ({
      ...one!,
      outline: { ...one!.outline, ordinal },
      heading: { ...one!.heading, title },
    });
    const twice = (...titles: readonly string[]) =>
      findingsIn({ ...vote('20000'), documents: titles.map((title, i) => part(title, i + 1)) });
    expect(ids(twice('Phare', 'Voirie'))).toContain('same-number');
    expect(ids(twice('Phare', 'Phare'))).not.toContain('same-number');
  });
  it('notes one act sent twice', () =>
    expect(findingsIn(vote('20000'), again('Phare'))).toMatchObject([{ check_id: 'same-number', severity: 'note' }]));
  it('notes minutes kept twice once, at their first decision, and an extract of them not at all', () => {
    const [one] = vote('20000').documents;
    const minutes = (name: string, ...references: readonly string[]) => ({
      ...fileOf(name, 'Commune de Cormes. Délibération 2024-12 : Les Amis du Phare, 20000 €'),
      documents: [
        { ...one!, outline: { ...one!.outline, kind: 'minutes' as const }, heading: {} },
        ...references.map((reference, i) => ({
          ...one!,
          outline: { ...one!.outline, ordinal: i + 2, parent: 1, parentRelation: 'part_of' as const },
          heading: { ...one!.heading, reference, title: `Phare ${reference}` },
        })),
      ],
    });
    const twice = findingsIn(
      minutes('a', '2024-12', '2024-13', '2024-14'),
      minutes('b', '2024-12', '2024-13', '2024-14'),
    );
    expect(twice.filter(({ check_id }) => check_id === 'same-number')).toHaveLength(1);
    expect(ids(findingsIn(minutes('a', '2024-12'), again('Phare 2024-12')))).not.toContain('same-number');
  });
});

describe('indicator-differs', () => {
  const reported = (name: string, value: string) =>
    fileOf(name, `Bilan de la Mission Lune : ${value} jeunes`, {
      kind: 'activity_report',
      heading: { title: `Bilan ${name}`, issuer: 'Mission Lune', date: '2023-12-31', year: 2023 },
      records: (at) => ({
        parties: [party(at('Mission Lune'), 'Mission Lune', 'issuer', 'association')],
        indicators: [
          {
            ...at(value),
            value,
            label: 'jeunes accueillis',
            period: '2023',
            qualifier: 'actual',
            approximation: 'exact',
            inTable: false,
            key: 'accueil jeune',
          },
        ],
      }),
    });
  it('finds two values for one year', () =>
    expect(ids(findingsIn(reported('a', '412'), reported('b', '421')))).toEqual(['indicator-differs']));
  it('holds for the same value', () => expect(findingsIn(reported('a', '412'), reported('b', '412'))).toEqual([]));
});
