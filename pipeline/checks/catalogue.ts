import absentSpeaks from './absent-speaks.js';
import account from './account.js';
import acronymExpandedTwice from './acronym-expanded-twice.js';
import acronymLetters from './acronym-letters.js';
import amountStatedTwice from './amount-stated-twice.js';
import announcementDiffers from './announcement-differs.js';
import assemblyNamed from './assembly-named.js';
import attendanceCount from './attendance-count.js';
import average from './average.js';
import baseDiffers from './base-differs.js';
import beneficiariesAnnounced from './beneficiaries-announced.js';
import type { Check } from './check.js';
import citedActDate from './cited-act-date.js';
import citedCode from './cited-code.js';
import citesLaterAct from './cites-later-act.js';
import codeNames from './code-names.js';
import conventionTerm from './convention-term.js';
import copiedPassage from './copied-passage.js';
import dateOrder from './date-order.js';
import decidedLess from './decided-less.js';
import differenceFails from './difference-fails.js';
import foreignVisa from './foreign-visa.js';
import grantDiffersFromVote from './grant-differs-from-vote.js';
import grantWithoutConvention from './grant-without-convention.js';
import identifierKey from './identifier-key.js';
import indicatorDiffers from './indicator-differs.js';
import lateArrival from './late-arrival.js';
import lawMisquoted from './law-misquoted.js';
import nameSpeltTwice from './name-spelt-twice.js';
import percentageFails from './percentage-fails.js';
import periodLength from './period-length.js';
import presentAndAbsent from './present-and-absent.js';
import productFails from './product-fails.js';
import proxies from './proxies.js';
import publicFunds from './public-funds.js';
import quorum from './quorum.js';
import ratioFails from './ratio-fails.js';
import sameNumber from './same-number.js';
import sundays from './sundays.js';
import tariffOrder from './tariff-order.js';
import taxFails from './tax-fails.js';
import totalFails from './total-fails.js';
import voteCounts from './vote-counts.js';
import votersCount from './voters-count.js';
import weekday from './weekday.js';
import wordsAgainstFigures from './words-against-figures.js';

/** Every check. Their order means nothing. */
export const CHECKS: readonly Check[] = [
  absentSpeaks,
  account,
  acronymExpandedTwice,
  acronymLetters,
  amountStatedTwice,
  announcementDiffers,
  assemblyNamed,
  attendanceCount,
  average,
  baseDiffers,
  beneficiariesAnnounced,
  citedActDate,
  citedCode,
  citesLaterAct,
  codeNames,
  conventionTerm,
  copiedPassage,
  dateOrder,
  decidedLess,
  differenceFails,
  foreignVisa,
  grantDiffersFromVote,
  grantWithoutConvention,
  identifierKey,
  indicatorDiffers,
  lateArrival,
  lawMisquoted,
  nameSpeltTwice,
  percentageFails,
  periodLength,
  presentAndAbsent,
  productFails,
  proxies,
  publicFunds,
  quorum,
  ratioFails,
  sameNumber,
  sundays,
  tariffOrder,
  taxFails,
  totalFails,
  voteCounts,
  votersCount,
  weekday,
  wordsAgainstFigures,
];
