import { describe, expect, it } from 'vitest';
import { withEuros } from '../../pipeline/reading/ocr/euros.js';
import type { ReadWord } from '../../pipeline/reading/ocr/figures.js';

const line = (text: string): ReadWord[] =>
  text.split(' ').map((word) => ({ text: word, confidence: 0.9, bbox: { x0: 0, y0: 0, x1: 1, y1: 1 } }));
const mended = (text: string): string =>
  withEuros(line(text))
    .map((word) => word.text)
    .join(' ');

describe('a euro sign taken for a letter', () => {
  it.each([
    ['Total 1 250,00 É', 'Total 1 250,00 €'],
    ['(318,50 E).', '(318,50 €).'],
    ['une aide de 2 400É,', 'une aide de 2 400€,'],
    ['soit 12,80C', 'soit 12,80€'],
    ['versé 3 000 £', 'versé 3 000 €'],
  ])('is mended after a sum: %s', (seen, printed) => expect(mended(seen)).toBe(printed));

  it.each(['le lot 3 E', 'bâtiment 12C', 'de 1 250,00 à 1 300,00', 'article 5 & 6', 'le 2e lot', 'École É'])(
    'is not seen where no sum stands: %s',
    (text) => expect(mended(text)).toBe(text),
  );

  it('says what was first read', () => {
    const read = withEuros(line('40,00 É'));
    expect(read.map(({ mendedFrom }) => mendedFrom)).toEqual([undefined, 'É']);
  });
});
