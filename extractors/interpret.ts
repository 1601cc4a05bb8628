import type { Act } from '../models/act.js';
import type { Outline } from '../models/document.js';
import type { Page } from '../models/page.js';
import { type DocumentRecords, noStatements } from '../models/records.js';
import { inherit } from './acts/inherit.js';
import { openAct } from './acts/open.js';
import { segment } from './acts/segment.js';
import { readRelations } from './arithmetic/index.js';
import { suggestDigits } from './arithmetic/misread.js';
import { readCells } from './cells.js';
import { withoutOwnNumbers } from './citations/own-number.js';
import { dateRoles } from './dates/roles.js';
import { factsOf } from './facts.js';
import { readIndicators } from './indicators/index.js';
import { kindOf } from './kinds/index.js';
import { giveMeaning } from './meaning/index.js';
import { readMentions } from './mentions/index.js';
import { partiesOf, readRoster } from './parties/index.js';
import { meetingOf } from './sessions/index.js';

/**
 * What the acts of a file state, in their order, a container before its parts. An act whose rules fail states nothing,
 * and `onFailure` hears of it: one act never takes the others away.
 */
export function interpretFile(
  pages: readonly Page[],
  onFailure: (outline: Outline, error: unknown) => void,
): DocumentRecords[] {
  const outlines = segment(pages);
  const documents: DocumentRecords[] = [];
  for (const outline of outlines) {
    try {
      const container = documents.find((other) => other.outline.ordinal === outline.parent);
      documents.push(interpret(openAct(pages, outline, outlines), container));
    } catch (error) {
      onFailure(outline, error);
      documents.push({ ...noStatements(), outline, heading: {} });
    }
  }
  return withoutOwnNumbers(inherit(documents));
}

/** What an act states, from what was read in it; `container` is the act that it is a part of or annexed to. */
export function interpret(act: Act, container?: DocumentRecords): DocumentRecords {
  const facts = factsOf(act);
  const kind = kindOf(act.outline.kind);
  const heading = kind.heading(act);
  const roster = readRoster(act, heading, container);
  const amounts =
    kind.amounts?.(act, facts.amounts, heading) ?? giveMeaning(act, facts.amounts, roster, heading, container?.heading);
  for (const body of kind.bodies?.(act, amounts) ?? []) roster.add(body);
  const roles = dateRoles(act, heading.date);
  const dates = facts.dates.map((date, i) => ({ ...date, role: roles[i] ?? date.role }));
  const records: DocumentRecords = {
    outline: act.outline,
    heading,
    ...facts,
    amounts,
    dates,
    parties: partiesOf(act, roster),
    ...meetingOf(act, heading.date),
    indicators: readIndicators(act, amounts, heading),
    cells: readCells(act),
    relations: [],
    clauses: kind.clauses?.(act, dates) ?? [],
  };
  // A decision inside minutes is taken by those whom the minutes list.
  const { attendances } = records.attendances.length > 0 || !container ? records : container;
  records.relations.push(...readRelations(act, records, attendances));
  suggestDigits(act, records.amounts, container?.amounts);
  records.mentions = readMentions(act, heading.reference, records.parties, attendances);
  return records;
}
