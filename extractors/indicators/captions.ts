import { writesYear } from '../french/calendar.js';
import type { Item } from './items.js';

/** A stretch read in one go, after big numbers have found their captions. */
export interface Statement extends Item {
  /** The caption stands apart from the figure: before it, or shared by several figures. */
  readonly caption?: string;
  /** It opens with a figure set apart by the page, a key figure, or a line that begins with one. */
  readonly keyed: boolean;
}

const ALONE = /^\(?[+-]?\s?\d[\d .,\u00a0\u202f]*\s?(?:%|\/\d+)?\)?$/;
const DELTA_ALONE = /^\(?\s?[+-]\s?\d[\d .,]*\s?%?\)?\s?(?:\/\s?(?:a )?\d{4})?\)?$/;
const STARTS_WITH_FIGURE = /^[\s•●▪■-]*[+-]?\s?\d[\d .,\u00a0\u202f]*\s?(?:%|\p{L}|["(]|\/\d)/u;

/** "1. La collecte", "2.3 Les abonnés": a heading's number is no figure. */
const NUMBERED = /^\s*(?:\d{1,2}\s?[.)/°-]|\d{1,2}(?:\.\d{1,2})+\.?)\s*\p{L}/u;

const opensWithFigure = ({ kind, plain }: Item): boolean =>
  STARTS_WITH_FIGURE.test(plain) && !(kind === 'heading' && NUMBERED.test(plain));

const words = (text: string): number => text.trim().split(/\s+/).length;

/** Items with every figure that stands alone joined to its caption: below it, in its heading, or above it. */
export function withCaptions(items: readonly Item[], report = true): Statement[] {
  const statements: Statement[] = [];
  for (let i = 0; i < items.length; i += 1) {
    const item = items[i]!;
    const bare = item.plain.trim();
    if (item.table !== undefined || !ALONE.test(bare) || writesYear(bare)) {
      statements.push({ ...item, keyed: item.table === undefined && opensWithFigure(item) });
      continue;
    }
    // Outside reports a figure alone is the number of a point, a code, a folio.
    if (!report || isFolio(items, i)) continue;
    const own = captionInBlock(item, statements);
    if (own !== undefined && items[i + 1]?.block !== item.block) {
      statements.push({ ...item, keyed: true, caption: own });
      continue;
    }
    // Several bare figures in a row share one caption, or stand under their captions.
    let last = i;
    while (isBare(items[last + 1])) last += 1;
    const figures = items
      .slice(i, last + 1)
      .filter(({ plain }) => !DELTA_ALONE.test(plain.trim()) || !/^\(/.test(plain.trim()));
    let captionEnd = last;
    while (
      captionEnd + 1 < items.length &&
      captionEnd - last < 3 &&
      isCaption(items, captionEnd + 1, captionEnd > last)
    )
      captionEnd += 1;
    const above = statements.at(-1);
    if (captionEnd === last || captionsStandAbove(items, i)) {
      captionEnd = last;
      const caption =
        above && above.table === undefined && !above.keyed && above.caption === undefined && words(above.text) <= 14
          ? above
          : undefined;
      for (const figure of figures) {
        statements.push({ ...figure, keyed: true, ...(caption === undefined ? {} : { caption: caption.text.trim() }) });
      }
    } else if (figures.length > 1) {
      const caption = items
        .slice(last + 1, captionEnd + 1)
        .map(({ text }) => text.trim())
        .join(' ');
      const shares = shareOut(caption, figures.length);
      figures.forEach((figure, rank) => {
        statements.push({ ...figure, keyed: true, ...(shares[rank] === undefined ? {} : { caption: shares[rank]! }) });
      });
    } else {
      const through = items[captionEnd]!;
      const run = items.slice(i, captionEnd + 1);
      statements.push({ ...joined(run), kind: item.kind, end: through.end, keyed: true });
    }
    i = captionEnd;
  }
  return statements;
}

/** The lines over the figure of one card, where the figure is the card's last. */
function captionInBlock(item: Item, statements: readonly Statement[]): string | undefined {
  if (item.kind !== 'key-figure') return undefined;
  const first = statements.findLastIndex(({ block, keyed }) => block !== item.block || keyed) + 1;
  const over = statements.slice(first);
  return over.length === 0 ? undefined : over.map(({ text }) => text.trim()).join(' ');
}

/**
 * Captions and figures take turns; whether the run begins with a caption and ends with a figure tells that captions
 * stand above. `at` is a bare figure.
 */
function captionsStandAbove(items: readonly Item[], at: number): boolean {
  const label = (item: Item | undefined): boolean =>
    item !== undefined &&
    !isTitle(item) &&
    item.table === undefined &&
    !isBare(item) &&
    words(item.text) <= 14 &&
    !STARTS_WITH_FIGURE.test(item.plain);
  let first = at;
  while (label(items[first - 1]) && isBare(items[first - 2])) first -= 2;
  let last = at;
  while (label(items[last + 1]) && isBare(items[last + 2])) last += 2;
  return label(items[first - 1]) && !/[.:]\s*$/.test(items[first - 1]!.text) && last > first && !label(items[last + 1]);
}

/** A page's number left in its text: a small figure at its head or foot, near its rank in the file. */
function isFolio(items: readonly Item[], at: number): boolean {
  const item = items[at]!;
  const value = Number(item.plain.trim());
  if (!Number.isInteger(value) || Math.abs(value - item.page) > 3) return false;
  return items[at + 1]?.page !== item.page || (items[at - 1]?.page !== item.page && value > 3);
}

const isBare = (item: Item | undefined): boolean =>
  item !== undefined &&
  item.table === undefined &&
  (ALONE.test(item.plain.trim()) || DELTA_ALONE.test(item.plain.trim()));

/** Whether the item may be (or go on) the caption of the figure before it. */
function isCaption(items: readonly Item[], at: number, goesOn: boolean): boolean {
  const item = items[at]!;
  if (
    item.table !== undefined ||
    STARTS_WITH_FIGURE.test(item.plain) ||
    isBare(item) ||
    words(item.text) > 30 ||
    /^(?:pour|dont|soit|par|avec) \d/.test(item.plain.trim())
  )
    return false;
  const own = item.plain.trim();
  if (!goesOn) return !isTitle(item);
  // A caption goes on over "pour", "de", or with a line that cannot begin anything.
  if (/^\p{Ll}/u.test(item.text.trim()) && /^(?:ont|sont|en|issus|issues|ayant|de|des|du|d'|au|aux|par|et)\b/.test(own))
    return true;
  const before = items[at - 1]!.plain.trim();
  return /(?:\b(?:de|des|du|d'|la|le|les|en|a|au|aux)|-)$/.test(before) && item.kind !== 'heading' && words(own) <= 12;
}

/** What names a part of the report, not a figure; a heading may be the caption of a figure above it. */
export const isTitle = (item: Item): boolean =>
  words(item.text) <= 12 &&
  (/^(?:[ivx\d]+[.)] ?)?(?:les |nos |quelques )?(?:chiffres?[ -]cles?|chiffres|bilan|perspectives?|objectifs?|orientations?|resultats|reperes|indicateurs)\b/.test(
    item.plain.trim(),
  ) ||
    /\?\s*$/.test(item.plain));

/** One caption for several figures: "parrains et marraines pour jeunes parrainés" → two shares. */
function shareOut(caption: string, count: number): string[] {
  for (const link of [/\s+pour\s+/i, /\s*[/|•]\s*/, /\s+dont\s+/i, /\s+et\s+/i]) {
    const shares = caption.split(link);
    if (shares.length === count) return shares;
  }
  return Array.from({ length: count }, () => caption);
}

/** Items that follow each other, as one. */
function joined(run: readonly Item[]): Item {
  const first = run[0]!;
  let text = '';
  let plain = '';
  for (const item of run) {
    const gap = item.start - (first.start + text.length);
    // What stands between two items (a page's end, a running header taken out) counts as space.
    if (gap > 0) {
      text += ' '.repeat(gap);
      plain += ' '.repeat(gap);
    }
    text += item.text.replace(/\n/g, ' ');
    plain += item.plain.replace(/\n/g, ' ');
  }
  return { ...first, text, plain, end: first.start + text.length };
}
