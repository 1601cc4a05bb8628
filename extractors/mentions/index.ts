import type { Act } from '../../models/act.js';
import type { Attendance, Mention, Party } from '../../models/records.js';
import { acronymsOf } from './acronyms.js';
import { bodiesOf } from './bodies.js';
import { absentSpeakers, arrivalsOf } from './comings.js';
import { doubleHeadings, repeats } from './passages.js';
import { durations, namedDays, openSundays } from './periods.js';
import { tariffsOf } from './tariffs.js';
import { shortTerms } from './terms.js';
import { variantsOf } from './variants.js';
import { visasOf } from './visas.js';

/** The words of an act that checks hold against each other; `attendances`: the lists of its meeting. */
export const readMentions = (act: Act, parties: readonly Party[], attendances: readonly Attendance[]): Mention[] => [
  ...acronymsOf(act),
  ...variantsOf(act, parties),
  ...doubleHeadings(act),
  ...repeats(act),
  ...durations(act),
  ...namedDays(act),
  ...openSundays(act),
  ...bodiesOf(act),
  ...shortTerms(act),
  ...visasOf(act),
  ...tariffsOf(act),
  ...arrivalsOf(act),
  ...absentSpeakers(act, attendances),
];
