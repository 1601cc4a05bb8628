import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Mention, Relation, Statements } from '../../models/records.js';
import { CHECKS, runChecks } from '../../pipeline/checks/index.js';
import { type Draft, emptyDatabase, fileOf, findingsIn, load, NOW } from './base.js';

type Records = NonNullable<Draft['records']>;
const TEXT = 'un deux trois quatre cinq';
const found = (records: Records): { check_id: string; severity: string }[] =>
  findingsIn(fileOf('a', TEXT, { records })).map(({ check_id, severity }) => ({ check_id, severity }));

const vote =
  (counts: Partial<Statements['votes'][number]>): Records =>
  (at) => ({
    sessions: [{ ...at('un'), membersInOffice: 15, present: 12 }],
    votes: [{ ...at('deux'), outcome: 'adopted', ...counts }],
  });
const mention =
  (...mentions: readonly (Pick<Mention, 'kind' | 'text' | 'about'> & { at: string })[]): Records =>
  (at) => ({
    mentions: mentions.map(({ at: needle, ...one }) => ({ ...at(needle), ...one })),
  });
const relation =
  (kind: Relation['kind'], holds: boolean, extractor = 'tests/by-hand'): Records =>
  (at) => ({
    relations: [
      {
        extractor,
        kind,
        statement: 'a = b',
        holds,
        expected: '120',
        observed: '150',
        difference: '30',
        tolerance: '0',
        terms: [
          { role: kind === 'percentage' ? 'rate' : 'result', value: '150', span: at('un').span },
          { role: 'base', value: '100', span: at('deux').span },
        ],
      },
    ],
  });

/** What makes each check find, and what makes it hold. */
const CASES: Readonly<Record<string, { finds: Records; holds: Records }>> = {
  'vote-counts': {
    finds: vote({ votesFor: 10, votesAgainst: 6, abstentions: 2 }),
    holds: vote({ votesFor: 10, votesAgainst: 2, abstentions: 1 }),
  },
  'voters-count': {
    finds: (at) => ({ sessions: [{ ...at('un'), present: 12, represented: 2, voters: 15 }] }),
    holds: (at) => ({ sessions: [{ ...at('un'), present: 12, represented: 2, voters: 14 }] }),
  },
  quorum: {
    finds: (at) => ({ sessions: [{ ...at('un'), membersInOffice: 15, present: 7 }] }),
    holds: (at) => ({ sessions: [{ ...at('un'), membersInOffice: 15, present: 8 }] }),
  },
  'ratio-fails': { finds: relation('ratio', false), holds: relation('ratio', true) },
  'percentage-fails': { finds: relation('percentage', false), holds: relation('percentage', true) },
  'tax-fails': {
    finds: relation('product', false, 'arithmetic/taxes'),
    holds: relation('product', true, 'arithmetic/taxes'),
  },
  'product-fails': {
    finds: relation('product', false, 'arithmetic/products'),
    holds: relation('product', true, 'arithmetic/products'),
  },
  'attendance-count': {
    finds: relation('sum', false, 'arithmetic/attendance'),
    holds: relation('sum', true, 'arithmetic/attendance'),
  },
  'name-spelt-twice': {
    finds: mention({ at: 'un', kind: 'variant', text: 'Val du Lune', about: 'Val de Lune' }),
    holds: mention({ at: 'un', kind: 'acronym', text: 'VAL', about: 'Val de Lune' }),
  },
  'copied-passage': {
    finds: mention({ at: 'un', kind: 'heading', text: '2.1 Moyens', about: 'objet' }),
    holds: mention({ at: 'un', kind: 'number', text: '2.1', about: '2.1' }),
  },
  'difference-fails': { finds: relation('difference', false), holds: relation('difference', true) },
  'law-misquoted': {
    finds: (at) => ({ citations: [{ ...at('un'), kind: 'law', number: '2000-321', date: '2001-04-12' }] }),
    holds: (at) => ({ citations: [{ ...at('un'), kind: 'law', number: '2000-321', date: '2000-04-12' }] }),
  },
  'acronym-expanded-twice': {
    finds: mention(
      { at: 'un', kind: 'acronym', text: 'CAP', about: 'Comité d’Aide aux Projets' },
      { at: 'deux', kind: 'acronym', text: 'CAP', about: 'Centre d’Appui aux Projets' },
    ),
    holds: mention(
      { at: 'un', kind: 'acronym', text: 'CAP', about: 'Comité d’Aide aux Projets' },
      { at: 'deux', kind: 'acronym', text: 'CAP', about: 'comités d’aide au projet' },
    ),
  },
  'acronym-letters': {
    finds: mention({ at: 'un', kind: 'acronym', text: 'CLEJ', about: 'Comité Local des Jeunes' }),
    holds: mention({ at: 'un', kind: 'acronym', text: 'CLEJ', about: 'Comité Local d’Entraide aux Jeunes' }),
  },
  'period-length': {
    finds: mention({ at: 'un', kind: 'duration', text: 'P3Y', about: '2022-01-01/2023-12-31' }),
    holds: mention({ at: 'un', kind: 'duration', text: 'P2Y', about: '2022-01-01/2023-12-31' }),
  },
  'present-and-absent': {
    finds: (at) => ({
      attendances: [
        { ...at('un'), name: 'Jean Dubois', status: 'present' },
        { ...at('deux'), name: 'DUBOIS Jean', status: 'absent' },
      ],
    }),
    holds: (at) => ({
      attendances: [
        { ...at('un'), name: 'Jean Dubois', status: 'present' },
        { ...at('deux'), name: 'Anne Dubois', status: 'absent' },
      ],
    }),
  },
  'words-against-figures': {
    finds: (at) => ({
      amounts: [
        {
          ...at('un'),
          value: '16000.00',
          inWords: '15000.00',
          currency: 'EUR',
          approximation: 'exact',
          nature: 'grant',
          inTable: false,
        },
      ],
    }),
    holds: (at) => ({
      amounts: [
        {
          ...at('un'),
          value: '15000.00',
          inWords: '15000',
          currency: 'EUR',
          approximation: 'exact',
          nature: 'grant',
          inTable: false,
        },
      ],
    }),
  },
};

describe.each(Object.entries(CASES))('%s', (id, { finds, holds }) => {
  it('finds', () => expect(found(finds).map(({ check_id }) => check_id)).toContain(id));
  it('holds', () => expect(found(holds).map(({ check_id }) => check_id)).not.toContain(id));
});

it.each(CHECKS.map(({ id }) => id))('%s has a file of its own, named after it', (id) => {
  expect(existsSync(`pipeline/checks/${id}.ts`)).toBe(true);
});

it('every check is skipped in a document that states nothing', () => {
  const db = emptyDatabase();
  load(db, fileOf('a', TEXT, {}));
  const { units, skipped, findings } = runChecks(db, undefined, NOW);
  expect({ skipped, findings }).toEqual({ skipped: units, findings: 0 });
  expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length);
});
