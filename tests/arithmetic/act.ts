import { readFields } from '../../extractors/read.js';
import type { Act } from '../../models/act.js';
import { Passage } from '../../models/passage.js';
import { barePage } from '../support/bare-page.js';

/** An act of one page that holds `text`, laid open. Cells are parted by tabs. */
export function actOf(text: string): Act {
  const page = barePage(text);
  const last = { page: 1, offset: text.length };
  return {
    outline: { ordinal: 1, kind: 'other', confidence: 1, reasons: [], first: { page: 1, offset: 0 }, last },
    pages: [page],
    passage: Passage.of([page], { page: 1, offset: 0 }, last),
    readings: readFields(text),
  };
}
