import absentSpeaks from './absent-speaks.js';
import account from './account.js';
import acronymLetters from './acronym-letters.js';
import acronyms from './acronyms.js';
import announcementDiffers from './announcement-differs.js';
import assemblyNamed from './assembly-named.js';
import attendanceCount from './attendance-count.js';
import average from './average.js';
import baseDiffers from './base-differs.js';
import beneficiariesAnnounced from './beneficiaries-announced.js';
import type { Check } from './check.js';
import citedAct from './cited-act.js';
import citedCode from './cited-code.js';
import citesLater from './cites-later.js';
import codeNames from './code-names.js';
import conventionTerm from './convention-term.js';
import dateOrder from './date-order.js';
import decidedLess from './decided-less.js';
import differenceFails from './difference-fails.js';
import foreignVisa from './foreign-visa.js';
import grantDiffers from './grant-differs.js';
import grantWithoutConvention from './grant-without-convention.js';
import identifierKey from './identifier-key.js';
import indicatorDiffers from './indicator-differs.js';
import lateArrival from './late-arrival.js';
import laws from './laws.js';
import nameVariants from './name-variants.js';
import passages from './passages.js';
import percentageFails from './percentage-fails.js';
import periods from './periods.js';
import presentAndAbsent from './present-and-absent.js';
import productFails from './product-fails.js';
import proxies from './proxies.js';
import publicFunds from './public-funds.js';
import quorum from './quorum.js';
import ratioFails from './ratio-fails.js';
import sameNumber from './same-number.js';
import statedTwice from './stated-twice.js';
import sundays from './sundays.js';
import tariffOrder from './tariff-order.js';
import taxFails from './tax-fails.js';
import totalFails from './total-fails.js';
import votersCount from './voters-count.js';
import votes from './votes.js';
import weekday from './weekday.js';
import wordsAgainstFigures from './words-against-figures.js';

/** Every check. Their order means nothing. */
export const CHECKS: readonly Check[] = [
  announcementDiffers,
  citedAct,
  grantDiffers,
  grantWithoutConvention,
  indicatorDiffers,
  presentAndAbsent,
  sameNumber,
  statedTwice,
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
  account,
  assemblyNamed,
  baseDiffers,
  citedCode,
  conventionTerm,
  proxies,
  publicFunds,
  sundays,
  absentSpeaks,
  average,
  beneficiariesAnnounced,
  codeNames,
  decidedLess,
  foreignVisa,
  lateArrival,
  productFails,
  ratioFails,
  tariffOrder,
  citesLater,
  votersCount,
];
