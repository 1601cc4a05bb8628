import type { Check } from './check.js';
import dateOrder from './date-order.js';
import identifierKey from './identifier-key.js';
import totalFails from './total-fails.js';
import weekday from './weekday.js';

/** Every check, by id. Their order means nothing. */
export const CHECKS: readonly Check[] = [dateOrder, identifierKey, totalFails, weekday];
