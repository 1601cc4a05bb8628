import { expect, it } from 'vitest';
import { kindOf } from '../../extractors/kinds/index.js';
import { actOf } from '../parties/act.js';

const headingOf = (text: string) => {
  const act = actOf(text, 'annex');
  return kindOf('annex').heading(act);
};

it('an annex has the day at its head', () => {
  expect(headingOf('Note de présentation\nValmont, le 3 mars 2024\n\nLes travaux.')).toMatchObject({
    date: '2024-03-03',
  });
});

it('an annex has not the day of the law that its first lines cite', () => {
  expect(
    headingOf(
      'Note de présentation du compte administratif 2019\n\nLa loi n° 2015-991 du 7 août 2015 prévoit cette note.',
    ),
  ).not.toHaveProperty('date');
});
