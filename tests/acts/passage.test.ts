import { expect, it } from 'vitest';
import { Passage } from '../../models/passage.js';
import { typed } from '../support/typed.js';

const pages = [typed(1, 'ordre du jour\n\npoint un\n\npoint deux'), typed(2, 'point trois\n\nfin')];

it('leaves out what other acts read, and still knows where each character stands', () => {
  const passage = Passage.of(
    pages,
    { page: 1, offset: 0 },
    { page: 2, offset: pages[1]!.text.length },
    { without: [{ first: { page: 1, offset: 15 }, last: { page: 2, offset: 13 } }] },
  );
  expect(passage.text).toBe('ordre du jour\n\n\nfin');
  const at = passage.text.indexOf('fin');
  expect(passage.span(at, at + 3)).toEqual({ page: 2, start: 13, end: 16 });
});
