import type { Act } from '../../models/act.js';
import type { Mention, Party } from '../../models/records.js';
import { acronymsOf } from './acronyms.js';
import { bodiesOf } from './bodies.js';
import { doubleHeadings, repeats } from './passages.js';
import { durations, namedDays, openSundays } from './periods.js';
import { shortTerms } from './terms.js';
import { variantsOf } from './variants.js';

/** The words of an act that checks hold against each other. */
export const readMentions = (act: Act, parties: readonly Party[]): Mention[] => [
  ...acronymsOf(act),
  ...variantsOf(act, parties),
  ...doubleHeadings(act),
  ...repeats(act),
  ...durations(act),
  ...namedDays(act),
  ...openSundays(act),
  ...bodiesOf(act),
  ...shortTerms(act),
];
