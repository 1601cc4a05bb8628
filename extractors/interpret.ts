import type { Act } from '../models/act.js';
import type { DocumentRecords } from '../models/records.js';

/** What an act states, from what was read in it. */
export function interpret(act: Act): DocumentRecords {
  return {
    outline: act.outline,
    heading: {},
    amounts: [],
    dates: [],
    parties: [],
    citations: [],
    sessions: [],
    votes: [],
    attendances: [],
    identifiers: [],
    indicators: [],
    cells: [],
    relations: [],
  };
}
