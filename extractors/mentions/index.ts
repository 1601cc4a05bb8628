import type { Act } from '../../models/act.js';
import type { Attendance, Mention, Party } from '../../models/records.js';
import { acronymsOf } from './acronyms.js';
import { bodiesOf } from './bodies.js';
import { absentSpeakers, arrivalsOf } from './comings.js';
import { ownNumber } from './own-number.js';
import { doubleHeadings, repeats } from './passages.js';
import { durations, namedDays, openSundays } from './periods.js';
import { tariffsOf } from './tariffs.js';
import { shortTerms } from './terms.js';
import { variantsOf } from './variants.js';
import { visasOf } from './visas.js';

/**
 * The words of an act that checks hold against each other; `reference`: its own number; `attendances`: the lists of its
 * meeting.
 */
export const readMentions = (
  act: Act,
  reference: string | undefined,
  parties: readonly Party[],
  attendances: readonly Attendance[],
): Mention[] => [
  ...ownNumber(act, reference),
  ...acronymsOf(act),
  ...variantsOf(act, parties, attendances),
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
