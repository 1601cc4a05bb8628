import acronymLetters from './acronym-letters.js';
import acronyms from './acronyms.js';
import attendanceCount from './attendance-count.js';
import type { Check } from './check.js';
import dateOrder from './date-order.js';
import differenceFails from './difference-fails.js';
import identifierKey from './identifier-key.js';
import laws from './laws.js';
import nameVariants from './name-variants.js';
import passages from './passages.js';
import percentageFails from './percentage-fails.js';
import periods from './periods.js';
import quorum from './quorum.js';
import taxFails from './tax-fails.js';
import totalFails from './total-fails.js';
import votes from './votes.js';
import weekday from './weekday.js';
import wordsAgainstFigures from './words-against-figures.js';

/** Every check. Their order means nothing. */
export const CHECKS: readonly Check[] = [
  acronymLetters,
  acronyms,
  laws,
  nameVariants,
  passages,
  periods,
  attendanceCount,
  dateOrder,
  differenceFails,
  identifierKey,
  percentageFails,
  quorum,
  taxFails,
  totalFails,
  votes,
  weekday,
  wordsAgainstFigures,
];
