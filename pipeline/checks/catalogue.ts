import attendanceCount from './attendance-count.js';
import type { Check } from './check.js';
import dateOrder from './date-order.js';
import differenceFails from './difference-fails.js';
import identifierKey from './identifier-key.js';
import percentageFails from './percentage-fails.js';
import quorum from './quorum.js';
import taxFails from './tax-fails.js';
import totalFails from './total-fails.js';
import votes from './votes.js';
import weekday from './weekday.js';
import wordsAgainstFigures from './words-against-figures.js';

/** Every check. Their order means nothing. */
export const CHECKS: readonly Check[] = [
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
