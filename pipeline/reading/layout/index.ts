import type { Page } from '../../../models/page.js';
import type { Sheet } from '../sheet.js';
import { compose } from './compose.js';
import { linesOf } from './lines.js';
import { blocksOf } from './paragraphs.js';

/** Pages in reading order, of all the sheets of one file: what repeats from page to page is known by its neighbours. */
export function layout(sheets: readonly Sheet[]): Page[] {
  return sheets.map((sheet) => compose(sheet, blocksOf(linesOf(sheet.words))));
}
