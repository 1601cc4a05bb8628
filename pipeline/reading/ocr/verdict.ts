import type { PDFPageProxy } from '../pdf.js';
import type { Sheet, SheetWord } from '../sheet.js';
import { type PageContent, pageContent } from './content.js';
import { type TextQuality, textQuality } from './french-text.js';
import { looksWritten } from './page-image.js';

export interface Verdict {
  readonly ocr: boolean;
  /** English, for a reader who doubts; empty: nothing to say. */
  readonly reason: string;
  /** How far the text layer is believed, 0 to 1, where it is kept although a machine recognised it. */
  readonly legibility?: number;
  /** Only the pictures, which were left out, can tell. */
  readonly unsettled?: true;
}

/** A picture that covers this share of a page makes it a scan, if its text says no better. */
const PAGE_WIDE = 0.6;
/** A page with fewer words than this says so little that its picture may hold the rest. */
const FEW_WORDS = 40;
/** Share of the page's height, at its top and at its foot, where stamps, running heads and page numbers stand. */
const MARGIN = 0.12;
/** Letters it takes to judge their frequencies. */
const ENOUGH_LETTERS = 150;
/** Paths without a word beside them: letters drawn as outlines. */
const OUTLINES = 150;

const SOUND: Verdict = { ocr: false, reason: '' };
const UNSETTLED: Verdict = { ...SOUND, unsettled: true };

/**
 * Whether a page must be read from its image, and why. Cheap: it looks at the words that were read and at the page's
 * operators, and decodes a picture only where a page-wide one has little text over it.
 *
 * `leftOut`: the page has pictures, and was opened without them.
 */
export async function needsOcr(
  sheet: Sheet,
  page: PDFPageProxy,
  mode: 'auto' | 'never' | 'always',
  leftOut = false,
): Promise<Verdict> {
  if (mode === 'always') return { ocr: true, reason: 'asked for: every page is read from its image' };
  if (leftOut && sheet.words.length < FEW_WORDS) return UNSETTLED;
  if (mode === 'never') return SOUND;

  const quality = textQuality(sheet.words.map(({ text }) => text));
  const lie = howItLies(quality);
  const content = await pageContent(page);
  if (sheet.words.length === 0) return ofSilence(content, page);
  const hidden = content.hiddenGlyphs > content.visibleGlyphs;
  if (leftOut && !hidden && saysLittle(sheet)) return UNSETTLED;
  // Under most of a page's text hidden, a picture of any size is taken for the page.
  if (hidden && (leftOut || content.imageShare >= PAGE_WIDE)) {
    const starved = sheet.words.length < FEW_WORDS / 2 && (await looksWritten(page, content));
    if (starved) return { ocr: true, reason: 'a scan whose hidden text layer holds next to nothing' };
    return ofHiddenLayer(quality, lie);
  }
  if (lie) return { ocr: true, reason: `the text layer lies: ${lie}` };
  if (content.imageShare >= PAGE_WIDE && saysLittle(sheet) && (await looksWritten(page, content))) {
    return { ocr: true, reason: 'a scan whose only text is a stamp, a head, a foot or a signature' };
  }
  return SOUND;
}

/** A page without any text: blank, a picture, or letters drawn as outlines. */
async function ofSilence(content: PageContent, page: PDFPageProxy): Promise<Verdict> {
  if (content.visibleGlyphs > 20) return { ocr: true, reason: 'no text: the glyphs have no letters' };
  if (content.imageShare >= PAGE_WIDE) return { ocr: true, reason: 'no text: the page is a picture' };
  if (content.imageShare >= 0.02 && (await looksWritten(page, content))) {
    return { ocr: true, reason: 'no text: the page holds a picture with writing' };
  }
  if (content.paths >= OUTLINES) return { ocr: true, reason: 'no text: letters may be drawn as outlines' };
  return SOUND;
}

/** A scan with a layer of recognised text behind it. */
function ofHiddenLayer(quality: TextQuality, lie: string): Verdict {
  if (lie) return { ocr: true, reason: `a scan whose hidden text layer lies: ${lie}` };
  const legibility = layerLegibility(quality);
  const percent = Math.round(legibility * 100);
  if (legibility < KEPT) return { ocr: true, reason: `a scan whose hidden text layer is poor (${percent} %)` };
  return {
    ocr: false,
    reason: `a scan whose hidden text layer is sound (about ${percent} %): the layer is kept`,
    legibility,
  };
}

/** A hidden layer worse than this is read again. */
const KEPT = 0.8;

/** A recognised layer is never wholly sure; words that no one would write tell how bad it is. */
function layerLegibility({ garbled, broken, words, functionWords }: TextQuality): number {
  const starved = words >= 80 ? Math.max(0, 0.15 - functionWords) * 2 : 0;
  return Math.max(0, 0.95 - 3 * garbled - 3 * broken - starved);
}

/** The way in which a text cannot be what the page shows; empty when it can. */
function howItLies(quality: TextQuality): string {
  const { words, letters, functionWords, likeness, broken, garbled } = quality;
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  if (broken > 0.05 && words + letters > 0) return `${percent(broken)} of its words hold broken characters`;
  if (letters >= ENOUGH_LETTERS && likeness < 0.8) return 'its letters are not spread as in French';
  if (letters >= 40 && letters < ENOUGH_LETTERS && likeness < 0.55) return 'its letters are not spread as in French';
  if (garbled > 0.25 && words >= 30) return `${percent(garbled)} of its words are garbled`;
  if (words >= 150 && functionWords < 0.02 && likeness < 0.9) return 'it holds hardly any French word';
  return '';
}

/** Few words, or words in the margins only. */
function saysLittle({ words, height }: Sheet): boolean {
  const inMargin = ({ box }: SheetWord): boolean => box[3] < height * MARGIN || box[1] > height * (1 - MARGIN);
  return words.length < FEW_WORDS || words.filter((word) => !inMargin(word)).length < FEW_WORDS / 4;
}

/** The sheet of a kept layer, with the legibility that it deserves. */
export function believed(sheet: Sheet, { reason, legibility }: Verdict): Sheet {
  const said = reason === '' ? sheet : { ...sheet, ocrReason: reason };
  if (legibility === undefined) return said;
  const words = sheet.words.map((word) => ({ ...word, confidence: Math.min(word.confidence, legibility) }));
  return { ...said, legibility, words };
}
