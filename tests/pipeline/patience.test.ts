import { expect, test } from 'vitest';
import { patient } from '../../pipeline/patience.js';

test('a deadline stands on a machine with its usual work, and stretches with the work that waits', () => {
  expect(patient(15_000, 0, 4)).toBe(15_000);
  expect(patient(15_000, 8, 4)).toBe(15_000);
  expect(patient(15_000, 24, 4)).toBe(45_000);
});
