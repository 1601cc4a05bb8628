import type { Act } from '../models/act.js';
import type { DocumentRecords } from '../models/records.js';
import { factsOf } from './facts.js';
import { kindOf } from './kinds/index.js';

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
