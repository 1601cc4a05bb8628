import type { Act } from '../models/act.js';
import type { Outline } from '../models/document.js';
import type { Page } from '../models/page.js';
import { type DocumentRecords, noStatements } from '../models/records.js';
import { inherit } from './acts/inherit.js';
import { openAct } from './acts/open.js';
import { segment } from './acts/segment.js';
import { readRelations } from './arithmetic/index.js';
import { readCells } from './cells.js';
import { factsOf } from './facts.js';
import { readIndicators } from './indicators/index.js';
import { kindOf } from './kinds/index.js';

/**
 * What the acts of a file state, in their order, a container before its parts. An act whose rules fail states nothing,
 * and `onFailure` hears of it: one act never takes the others away.
 */
export function interpretFile(
  pages: readonly Page[],
  onFailure: (outline: Outline, error: unknown) => void,
): DocumentRecords[] {
  const outlines = segment(pages);
  return inherit(
    outlines.map((outline) => {
      try {
        return interpret(openAct(pages, outline, outlines));
      } catch (error) {
        onFailure(outline, error);
        return { ...noStatements(), outline, heading: {} };
      }
    }),
  );
}

/** What an act states, from what was read in it. */
export function interpret(act: Act): DocumentRecords {
  const facts = factsOf(act);
  const records: DocumentRecords = {
    outline: act.outline,
    heading: kindOf(act.outline.kind).heading(act),
    ...facts,
    parties: [],
    sessions: [],
    votes: [],
    attendances: [],
    indicators: readIndicators(act, facts.amounts),
    cells: readCells(act),
    relations: [],
  };
  records.relations.push(...readRelations(act, records));
  return records;
}
