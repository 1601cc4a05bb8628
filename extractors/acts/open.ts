import type { Act } from '../../models/act.js';
import type { Outline } from '../../models/document.js';
import type { Page } from '../../models/page.js';
import { Passage } from '../../models/passage.js';
import { amountsInTables } from '../amounts/in-tables.js';
import { yearlessDates } from '../dates/yearless.js';
import { readFields } from '../read.js';
import { withContext } from '../refiners/with-context.js';

/**
 * Lays an act open: its text as one string, and the fields read in it.
 * What stands in one of its parts is read there and not again in the container; the running headers of a container
 * are its own and not its parts'. `outlines`: all the acts of the file.
 */
export function openAct(pages: readonly Page[], outline: Outline, outlines: readonly Outline[] = []): Act {
  const isPart = ({ parentRelation }: Outline): boolean => parentRelation === 'part_of';
  const passage = Passage.of(pages, outline.first, outline.last, {
    without: outlines.filter((other) => isPart(other) && other.parent === outline.ordinal),
    furniture: !isPart(outline),
  });
  const act: Act = {
    outline,
    pages: pages.filter(({ number }) => number >= outline.first.page && number <= outline.last.page),
    passage,
    readings: readFields(passage.text),
  };
  // What a reading alone cannot know: the currency of a table's column, the year of "le 13 avril".
  return { ...act, readings: withContext(act.readings, [...amountsInTables(act), ...yearlessDates(passage.text)]) };
}
