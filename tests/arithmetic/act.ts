import { readFields } from '../../extractors/read.js';
import type { Act } from '../../models/act.js';
import type { Page } from '../../models/page.js';
import { Passage } from '../../models/passage.js';

/** An act of one page that holds `text`, laid open. Cells are parted by tabs. */
export function actOf(text: string): Act {
  const page: Page = {
    number: 1,
    width: 595,
    height: 842,
    rotation: 0,
    readBy: 'text-layer',
    legibility: 1,
    text,
    words: [],
    lines: [],
    blocks: [],
    tables: [],
    keyFigures: [],
  };
  const last = { page: 1, offset: text.length };
  return {
    outline: { ordinal: 1, kind: 'other', confidence: 1, reasons: [], first: { page: 1, offset: 0 }, last },
    pages: [page],
    passage: Passage.of([page], { page: 1, offset: 0 }, last),
    readings: readFields(text),
  };
}
