import { describe, expect, it } from 'vitest';
import { lostPicture, overheard } from '../../pipeline/reading/limits.js';
import { needsOcr } from '../../pipeline/reading/ocr/verdict.js';
import { openForText } from '../../pipeline/reading/opened.js';
import type { PDFDocumentProxy } from '../../pipeline/reading/pdf.js';
import { textLayerSheet } from '../../pipeline/reading/text-layer.js';
import { pdf } from '../reading/drawn.js';
import { scanned } from './scanned.js';

const ACT =
  "Le conseil municipal, après en avoir délibéré, décide d'approuver la convention avec l'association du quartier et " +
  'autorise le maire à la signer. La dépense est inscrite au budget de la commune pour cette année, au chapitre 65. ' +
  "La subvention est versée en deux fois, la première à la signature et la seconde après l'examen du compte rendu.";

/** The answer with the pictures at hand; without them it is the same, unless it is left open. */
async function verdict(bytes: Uint8Array, mode: 'auto' | 'never' | 'always' = 'auto') {
  const opened = await openForText(bytes.slice(), Number.MAX_SAFE_INTEGER);
  const answer = (document: PDFDocumentProxy, textOnly: boolean) =>
    overheard(async (complaints) => {
      const page = await document.getPage(1);
      const sheet = await textLayerSheet(page, 1);
      return needsOcr(sheet, page, mode, textOnly && lostPicture(complaints) !== undefined);
    });
  const outcome = await answer(await opened.illustrated(), false);
  const { unsettled, ...early } = await answer(opened.text, true);
  if (!unsettled) expect(early).toEqual(outcome);
  await opened.close();
  return outcome;
}

const act = pdf((document) => document.text(ACT));
const hidden = (text: string) => (document: PDFKit.PDFDocument) => {
  document.addContent('3 Tr');
  document.fontSize(11).text(text, 50, 50, { width: 480 });
};

describe('whether a page needs OCR', () => {
  it('leaves a sound text layer alone', async () => {
    expect(await verdict(await act)).toEqual({ ocr: false, reason: '' });
  });

  it('leaves a blank page alone', async () => {
    expect(await verdict(await pdf(() => {}))).toEqual({ ocr: false, reason: '' });
  });

  it('reads a page that is only a picture', async () => {
    expect(await verdict(await scanned(await act))).toMatchObject({
      ocr: true,
      reason: expect.stringMatching(/no text/),
    });
  });

  it('reads a scan that carries only a stamp', async () => {
    const over = (document: PDFKit.PDFDocument) => {
      document.fontSize(8).text('Accusé de réception en préfecture 015-211500012-20230412-D12-DE', 330, 20);
    };
    expect(await verdict(await scanned(await act, { over }))).toMatchObject({
      ocr: true,
      reason: expect.stringMatching(/stamp/),
    });
  });

  it('keeps a good hidden layer, says so, and does not trust it wholly', async () => {
    const outcome = await verdict(await scanned(await act, { over: hidden(ACT) }));
    expect(outcome).toMatchObject({ ocr: false, reason: expect.stringMatching(/hidden text layer is sound/) });
    expect(outcome.legibility).toBeLessThan(1);
    expect(outcome.legibility).toBeGreaterThan(0.8);
  });

  it('reads again behind an old, bad hidden layer', async () => {
    const bad = ACT.replace(/[eé]/g, (letter, at: number) => (at % 3 === 0 ? '|' : letter)).replace(/n/g, 'ri1l');
    const outcome = await verdict(await scanned(await act, { over: hidden(bad) }));
    expect(outcome).toMatchObject({ ocr: true, reason: expect.stringMatching(/hidden text layer/) });
  });

  it('does not believe letters that are all moved along the alphabet', async () => {
    const shifted = ACT.replace(/[a-z]/g, (letter) => String.fromCharCode(97 + ((letter.charCodeAt(0) - 97 + 7) % 26)));
    expect(await verdict(await pdf((document) => document.text(shifted)))).toMatchObject({
      ocr: true,
      reason: expect.stringMatching(/lies/),
    });
  });

  it('does not believe accents that were encoded twice', async () => {
    const twice = 'Le secrÃ©taire a rÃ©digÃ© le procÃ¨s-verbal de la sÃ©ance dâ€™hier';
    expect(await verdict(await pdf((document) => document.text(twice)))).toMatchObject({
      ocr: true,
      reason: expect.stringMatching(/lies/),
    });
  });

  it('obeys the user', async () => {
    expect((await verdict(await scanned(await act), 'never')).ocr).toBe(false);
    expect((await verdict(await act, 'always')).ocr).toBe(true);
  });
});
