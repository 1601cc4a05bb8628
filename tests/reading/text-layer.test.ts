import { afterAll, describe, expect, it } from 'vitest';
import { openPdf, UnreadablePdf } from '../../pipeline/reading/pdf.js';
import { pagesOf, pdf } from './drawn.js';

const { push } = Array.prototype;
afterAll(() => expect(Array.prototype.push).toBe(push));

describe('the text layer', () => {
  it('reads words, lines and blocks with their places', async () => {
    const [page] = await pagesOf(
      await pdf((d) => {
        d.text('Le conseil attribue 61 225 € à l’association.', 50, 60);
        d.text('Adopté à l’unanimité.', 50, 140);
      }),
    );
    expect(page!.text).toBe('Le conseil attribue 61 225 € à l’association.\n\nAdopté à l’unanimité.');
    const word = page!.words.find((w) => page!.text.slice(w.start, w.end) === '225')!;
    expect(word.box[1]).toBeGreaterThan(55);
    expect(word.box[3]).toBeLessThan(80);
    expect(word.size).toBeCloseTo(11, 1);
  });
});

describe('a file that cannot be opened', () => {
  it.each([
    ['empty-file', ''],
    ['not-a-pdf', '<html>404</html>'],
    ['truncated', '%PDF-1.4\n1 0 obj\n<< /Type /Catalog'],
    ['damaged', '%PDF-1.4\nnothing\n%%EOF'],
  ])('is %s', async (code, content) => {
    const opening = openPdf(new TextEncoder().encode(content));
    await expect(opening).rejects.toBeInstanceOf(UnreadablePdf);
    await expect(opening).rejects.toMatchObject({ code, detail: expect.stringMatching(/\.$/) });
  });
});
