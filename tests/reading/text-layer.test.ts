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

describe('figures raised above the line', () => {
  // Each part is set where the last one ends, the mark smaller and higher.
  const raised = async (before: string, mark: string, after = ''): Promise<string> => {
    const bytes = await pdf((d) => {
      const end = 50 + d.widthOfString(before);
      d.text(before, 50, 60, { lineBreak: false });
      d.fontSize(7).text(mark, end, 60, { lineBreak: false });
      const next = end + d.widthOfString(mark);
      d.fontSize(11).text(after, next, 60, { lineBreak: false });
    });
    return (await pagesOf(bytes))[0]!.text;
  };

  it('are marks of notes, no digits of the number before them', async () => {
    expect(await raised('la loi du 12 avril 2000', '1')).toBe('la loi du 12 avril 2000¹');
    expect(await raised('12 500 €', '2', ', à verser')).toBe('12 500 €², à verser');
  });

  it('stay with their unit, and raised letters with their number', async () => {
    expect(await raised('620 m', '2')).toBe('620 m²');
    expect(await raised('le 1', 'er')).toBe('le 1er');
  });

  it('are marks when they stand a little apart as well', async () => {
    expect(await raised('inscrits au chapitre 65 ', '1')).toBe('inscrits au chapitre 65 ¹');
  });

  it('open a note apart from its first word', async () => {
    expect(await raised('', '1', 'Montant hors taxes')).toBe('¹ Montant hors taxes');
  });
});
