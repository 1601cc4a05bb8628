import type { Act } from '../../models/act.js';
import type { Outline } from '../../models/document.js';
import type { Page } from '../../models/page.js';
import { Passage } from '../../models/passage.js';
import { readFields } from '../read.js';

/** Lays an act open: its text as one string, and the fields read in it. */
export function openAct(pages: readonly Page[], outline: Outline): Act {
  const passage = Passage.of(pages, outline.first, outline.last);
  return {
    outline,
    pages: pages.filter(({ number }) => number >= outline.first.page && number <= outline.last.page),
    passage,
    readings: readFields(passage.text),
  };
}
