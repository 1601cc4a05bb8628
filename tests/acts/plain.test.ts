import { expect, it } from 'vitest';
import { plain } from '../../extractors/acts/plain.js';

it('folds case, accents and signs, and keeps every character in its place', () => {
  const text = 'DÉLIBÉRATION n°\u00a012 – « L’École » \u0152uvre\tǅ\n';
  expect(plain(text)).toHaveLength(text.length);
  expect(plain(text)).toContain('deliberation n° 12 - " l\'ecole "');
  expect(plain(text)).toContain('\t');
});
