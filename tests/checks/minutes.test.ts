import { describe, expect, it } from 'vitest';
import { absentSpeakers, arrivalsOf } from '../../extractors/mentions/comings.js';
import { tariffsOf } from '../../extractors/mentions/tariffs.js';
import { visasOf } from '../../extractors/mentions/visas.js';
import { readFields } from '../../extractors/read.js';
import type { Act } from '../../models/act.js';
import type { Attendance, Relation } from '../../models/records.js';
import { CHECKS } from '../../pipeline/checks/catalogue.js';
import { runChecks } from '../../pipeline/checks/index.js';
import { actOf } from '../arithmetic/act.js';
import { type Draft, emptyDatabase, fileOf, findingsIn, load, NOW } from './base.js';

type Records = NonNullable<Draft['records']>;

/** An act as a decision, with what is read in it. */
const decision = (text: string): Act => {
  const act = actOf(text);
  return { ...act, outline: { ...act.outline, kind: 'deliberation' }, readings: readFields(text) };
};
const found = (text: string, records: Records = () => ({})): string[] =>
  findingsIn(fileOf('a', text, { records })).map(({ check_id }) => check_id);
const isSkipped = (id: string, text: string, records: Records = () => ({})): boolean => {
  const db = emptyDatabase();
  load(db, fileOf('a', text, { records }));
  return (
    runChecks(
      db,
      undefined,
      NOW,
      CHECKS.filter((check) => check.id === id),
    ).skipped === 1
  );
};

describe('foreign-visa', () => {
  const visas = (text: string): string[] => visasOf(decision(text)).map(({ about }) => about);
  it('tells the codes whose matter the act touches', () => {
    expect(visas('Vu le code général de la fonction publique, décide de créer un poste d’agent technique')).toEqual([
      'own',
    ]);
    expect(visas('Vu le code général de la fonction publique, décide de céder le hangar de la rue Haute')).toEqual([
      'foreign',
    ]);
    expect(visas('Vu le code général des collectivités territoriales, décide de céder le hangar')).toEqual([]);
  });
  const cites =
    (about: string): Records =>
    (at) => ({ mentions: [{ ...at('code électoral'), kind: 'visa', text: 'code électoral', about }] });
  it('finds, holds, is skipped', () => {
    expect(found('Vu le code électoral, cède le hangar', cites('foreign'))).toEqual(['foreign-visa']);
    expect(found('Vu le code électoral, ouvre un bureau de vote', cites('own'))).toEqual([]);
    expect(isSkipped('foreign-visa', 'Cède le hangar')).toBe(true);
  });
});

describe('tariff-order', () => {
  const tariffs = (text: string): string[] => tariffsOf(actOf(text)).map(({ about }) => about);
  it('reads one thing for two times', () => {
    expect(tariffs('Concession trentenaire : 300 €\nConcession 50 ans : 450 €\nCaveau : 120 €')).toEqual(['450-300']);
    expect(tariffs('425€ concession 50ANS\n220€ concession centenaire')).toEqual(['220-425']);
    expect(tariffs('Location de la salle 1 jour : 90 €\nLocation de la salle 2 jours : 150 €')).toEqual(['150-90']);
  });
  it('leaves two things apart', () =>
    expect(tariffs('Concession 30 ans, 4 m² : 300 €\nConcession 50 ans, 2 m² : 250 €')).toEqual([]));
  const lets =
    (about: string): Records =>
    (at) => ({ mentions: [{ ...at('concession'), kind: 'tariff', text: 'longue / courte', about }] });
  it('finds, holds, is skipped', () => {
    expect(found('concession', lets('220-425'))).toEqual(['tariff-order']);
    expect(found('concession', lets('425-220'))).toEqual([]);
    expect(isSkipped('tariff-order', 'concession')).toBe(true);
  });
});

describe('late-arrival', () => {
  const arrivals = (text: string): string[] => arrivalsOf(actOf(text)).map(({ about }) => about);
  it('reads how minutes note it', () => {
    expect(arrivals('Le point est lu.\nArrivée de Mme Vasseur à 19h10\nLe conseil vote.')).toEqual(['Vasseur']);
    expect(arrivals('Vote.\nM. Paul Vasseur rejoint la séance.')).toEqual(['Paul Vasseur']);
    expect(arrivals('L’arrivée de la fibre ; une arrivée de Paris')).toEqual([]);
  });
  const text = 'Présents : Anne VASSEUR, Paul ROUX\nArrivée Vasseur';
  const records =
    (name: string): Records =>
    (at) => ({
      attendances: [{ ...at(name), name, status: 'present' }],
      mentions: [{ ...at('Arrivée Vasseur'), kind: 'arrival', text: 'Arrivée Vasseur', about: 'Vasseur' }],
    });
  it('finds, holds, is skipped', () => {
    expect(found(text, records('Anne VASSEUR'))).toEqual(['late-arrival']);
    expect(found(text, records('Paul ROUX'))).toEqual([]);
    expect(found(text.replace('VASSEUR,', 'VASSEUR (arrivée à 19 h),'), records('Anne VASSEUR'))).toEqual([]);
    expect(isSkipped('late-arrival', text)).toBe(true);
  });
});

describe('absent-speaks', () => {
  const listed = (name: string, status: Attendance['status']): Attendance => ({
    name,
    status,
    span: { page: 1, start: 0, end: 1 },
    extractor: 'tests/by-hand',
  });
  it('reads what is only said by somebody who is there', () => {
    const act = actOf('Madame Vasseur souligne le coût. M. Roux a écrit au maire.');
    const speakers = (...lists: Attendance[]): string[] => absentSpeakers(act, lists).map(({ text }) => text);
    expect(speakers(listed('Anne Vasseur', 'absent'), listed('Paul Roux', 'absent'))).toEqual(['Vasseur souligne']);
    expect(speakers(listed('Anne Vasseur', 'absent'), listed('Luc Vasseur', 'present'))).toEqual([]);
    expect(speakers(listed('Anne Vasseur', 'present'))).toEqual([]);
  });
  const records =
    (status: Attendance['status']): Records =>
    (at) => ({
      attendances: [{ ...at('Anne Vasseur'), name: 'Anne Vasseur', status }],
      mentions: [{ ...at('Vasseur souligne'), kind: 'speaker', text: 'Vasseur souligne', about: 'Anne Vasseur' }],
    });
  it('finds, holds, is skipped', () => {
    expect(found('Absente : Anne Vasseur\nMme Vasseur souligne', records('absent'))).toEqual(['absent-speaks']);
    expect(found('Anne Vasseur\nMme Vasseur souligne', records('present'))).toEqual([]);
    expect(isSkipped('absent-speaks', 'Absente : Anne Vasseur')).toBe(true);
  });
});

describe('decided-less', () => {
  const text = 'Total de 1000 €, avec 300 € de la région. Décide de verser 700 €.';
  const total =
    (later: string, earlier: string): Records =>
    (at) => ({
      relations: [
        {
          ...{ kind: 'sum', statement: '700 + 300 = 1000', holds: true, expected: '1000', observed: '1000' },
          ...{ difference: '0', tolerance: '0', extractor: 'arithmetic/grand-total' },
          terms: [
            { role: 'total', value: '1000', span: at('1000 €').span },
            { role: 'part', value: later.slice(0, 3), span: at(later).span },
            { role: 'part', value: earlier.slice(0, 3), span: at(earlier).span },
          ],
        } satisfies Relation,
      ],
    });
  it('finds, holds, is skipped', () => {
    expect(found(text, total('700 €', '300 €'))).toEqual(['decided-less']);
    // All of the parts stand before their total: nothing is decided apart.
    const before = 'Il est versé 300 € et 700 €, en tout 1000 €.';
    expect(found(before, total('700 €', '300 €'))).toEqual([]);
    expect(isSkipped('decided-less', text)).toBe(true);
  });
});
