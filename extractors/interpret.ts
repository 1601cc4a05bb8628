import type { Act } from '../models/act.js';
import type { Page } from '../models/page.js';
import type { DocumentRecords } from '../models/records.js';
import { inherit } from './acts/inherit.js';
import { openAct } from './acts/open.js';
import { segment } from './acts/segment.js';
import { factsOf } from './facts.js';
import { kindOf } from './kinds/index.js';

/** What the acts of a file state, in their order, a container before its parts. */
export function interpretFile(pages: readonly Page[]): DocumentRecords[] {
  const outlines = segment(pages);
  return inherit(outlines.map((outline) => interpret(openAct(pages, outline, outlines))));
}

/** What an act states, from what was read in it. */
export function interpret(act: Act): DocumentRecords {
  return {
    outline: act.outline,
    heading: kindOf(act.outline.kind).heading(act),
    ...factsOf(act),
    parties: [],
    sessions: [],
    votes: [],
    attendances: [],
    indicators: [],
    cells: [],
    relations: [],
  };
}
