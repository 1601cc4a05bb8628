import { readFileSync } from 'node:fs';
import type { Problem } from '../../models/problem.js';
import type { Settings } from '../config.js';
import { lostPicture, overheard, PastLimit, refuseBombs, skippedContent } from '../reading/limits.js';
import { believed, needsOcr } from '../reading/ocr/verdict.js';
import { type OpenedPdf, openForText } from '../reading/opened.js';
import { type PDFPageProxy, UnreadablePdf } from '../reading/pdf.js';
import type { Sheet } from '../reading/sheet.js';
import { textLayerSheet } from '../reading/text-layer.js';
import type { Stage } from '../stage.js';

export interface Readable {
  /** Path of the PDF. */
  readonly path: string;
  /** These pages alone, from 1; without it, all. */
  readonly only?: readonly number[];
}

export interface Read {
  /** Of the whole file; 0 when it cannot be opened. */
  readonly pages: number;
  readonly sheets: readonly Sheet[];
  /** Pages whose text is missing or lies, to be read from their image; their text layer is among `sheets` all the same. */
  readonly doubtful: readonly { readonly page: number; readonly reason: string }[];
  readonly problems: readonly Problem[];
}

/** The text layer of a PDF, page by page, and which pages must be read from their image instead. */
export const read: Stage<Readable, Read> = {
  id: 'read',
  async run({ path, only }, { settings }) {
    const opened = await open(path, settings);
    if ('problem' in opened) return { pages: 0, sheets: [], doubtful: [], problems: [opened.problem] };
    const { pdf } = opened;
    const sheets: Sheet[] = [];
    const doubtful: { page: number; reason: string }[] = [];
    const problems: Problem[] = [];
    try {
      for (const number of only ?? Array.from({ length: pdf.text.numPages }, (_, index) => index + 1)) {
        try {
          const { sheet, verdict, lost, damaged } = await readPage(pdf, number, settings);
          if (verdict.ocr) doubtful.push({ page: number, reason: verdict.reason });
          sheets.push(believed(sheet, verdict));
          if (lost && !verdict.ocr && sheet.words.length < FEW_WORDS)
            problems.push(pictureProblem(lost, number, settings));
          if (damaged) problems.push(damagedProblem(number));
        } catch (error) {
          if (error instanceof PastLimit) {
            problems.push({ page: number, stage: 'read', code: error.code, detail: error.message });
            continue;
          }
          problems.push({
            page: number,
            stage: 'read',
            code: 'page-unreadable',
            detail: `Page ${number} is damaged (${String(error)}): print the file to a new PDF from a viewer that shows it.`,
          });
        }
      }
      return { pages: pdf.text.numPages, sheets, doubtful, problems };
    } finally {
      await pdf.close();
    }
  },
};

/** Words that a page may have beside a lost picture and still be missing what it says. */
const FEW_WORDS = 40;

/** What a page says; its pictures are decoded only where they decide whether its text is believed. */
async function readPage(pdf: OpenedPdf, number: number, settings: Settings) {
  const looked = await look(await pdf.text.getPage(number), number, settings, true);
  return looked.verdict.unsettled ? look(await (await pdf.illustrated()).getPage(number), number, settings) : looked;
}

const look = (page: PDFPageProxy, number: number, settings: Settings, textOnly = false) =>
  overheard(async (complaints) => {
    const { fnArray } = await page.getOperatorList();
    if (fnArray.length > settings.maxOperators) {
      throw new PastLimit(
        'too-many-operators',
        `Page ${number} draws with ${fnArray.length} operators, more than the limit of ${settings.maxOperators}: raise maxOperators to read it.`,
      );
    }
    const sheet = await textLayerSheet(page, number);
    const leftOut = textOnly && lostPicture(complaints) !== undefined;
    const verdict = await needsOcr(sheet, page, settings.ocr, leftOut);
    page.cleanup();
    return { sheet, verdict, lost: lostPicture(complaints), damaged: skippedContent(complaints) };
  });

const damagedProblem = (page: number): Problem => ({
  page,
  stage: 'read',
  code: 'page-damaged',
  detail: `Page ${page} is damaged in places, where words may be missing or wrong: compare it with the page in a viewer, or fetch the file again.`,
});

function pictureProblem(lost: 'too-large' | 'undecodable', page: number, { maxImagePixels }: Settings): Problem {
  return lost === 'too-large'
    ? {
        page,
        stage: 'read',
        code: 'image-too-large',
        detail: `A picture of page ${page} has more than ${maxImagePixels} pixels and was left out: raise maxImagePixels to read it.`,
      }
    : {
        page,
        stage: 'read',
        code: 'image-undecodable',
        detail: `A picture of page ${page} is damaged or of an unknown kind and was left out: look at the page in a viewer.`,
      };
}

async function open(path: string, { maxPages, maxImagePixels, maxStreamBytes }: Settings) {
  try {
    const bytes = new Uint8Array(readFileSync(path));
    refuseBombs(bytes, maxStreamBytes);
    const pdf = await overheard(() => openForText(bytes, maxImagePixels));
    const { numPages } = pdf.text;
    if (numPages <= maxPages) return { pdf };
    await pdf.close();
    const detail = `The file says that it has ${numPages} pages, more than the limit of ${maxPages}: raise maxPages to read it.`;
    return { problem: { stage: 'read', code: 'too-many-pages', detail } satisfies Problem };
  } catch (error) {
    if (error instanceof PastLimit) {
      return { problem: { stage: 'read', code: error.code, detail: error.message } satisfies Problem };
    }
    if (!(error instanceof UnreadablePdf)) throw error;
    return { problem: { stage: 'read', code: error.code, detail: error.detail } satisfies Problem };
  }
}
