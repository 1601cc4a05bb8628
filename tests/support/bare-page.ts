import type { Page } from '../../models/page.js';

/** The first page of a file, A4, that says `text`; nothing is laid out on it but what `laid` gives. */
export const barePage = (text: string, laid: Partial<Page> = {}): Page => ({
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
  ...laid,
});
