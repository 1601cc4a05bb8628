import { expect, it } from 'vitest';
import { readRelations } from '../../extractors/arithmetic/index.js';
import { type Attendance, noStatements, type Vote } from '../../models/records.js';
import { actOf } from './act.js';

const at = { span: { page: 1, start: 0, end: 1 }, extractor: 'tests/by-hand' };
const listed = (status: Attendance['status'], ...names: string[]): Attendance[] =>
  names.map((name) => ({ ...at, name, status }));
const meeting = [...listed('present', 'Anne Roux', 'Paul Blot', 'Luc Vial'), ...listed('proxy', 'Jean Nord')];
const voted = (votesFor: number): Vote => ({ ...at, outcome: 'adopted', votesFor, votesAgainst: 0, abstentions: 0 });

it('counts the voices of a decision by the lists of the minutes that it is a part of', () => {
  const stated = (vote: Vote): string[] =>
    readRelations(actOf('Vote'), { ...noStatements(), votes: [vote] }, meeting).map(({ statement }) => statement);
  expect(stated(voted(4))).toEqual(['3 + 1 = 4']);
  // Somebody may have left: another number contradicts nothing.
  expect(stated(voted(3))).toEqual([]);
});
