import amountsCurrencyFirst from './amounts/currency-first.js';
import amountsInFigures from './amounts/in-figures.js';
import amountsInWords from './amounts/in-words.js';
import amountsWordsAndFigures from './amounts/words-and-figures.js';
import citationsAmendment from './citations/amendment.js';
import citationsCode from './citations/code.js';
import citationsConvention from './citations/convention.js';
import citationsDecree from './citations/decree.js';
import citationsDeliberation from './citations/deliberation.js';
import citationsEuropean from './citations/european.js';
import citationsLaw from './citations/law.js';
import citationsMinutes from './citations/minutes.js';
import citationsOrder from './citations/order.js';
import citationsOther from './citations/other.js';
import citationsSession from './citations/session.js';
import datesAlone from './dates/alone.js';
import datesDay from './dates/day.js';
import datesInFull from './dates/in-full.js';
import datesMonth from './dates/month.js';
import datesNumeric from './dates/numeric.js';
import datesRange from './dates/range.js';
import datesSemester from './dates/semester.js';
import datesWeek from './dates/week.js';
import datesYear from './dates/year.js';
import type { Extractor } from './extractor.js';
import identifiersAddress from './identifiers/address.js';
import identifiersBank from './identifiers/bank.js';
import identifiersPhone from './identifiers/phone.js';
import identifiersPostcode from './identifiers/postcode.js';
import identifiersRegistration from './identifiers/registration.js';
import identifiersRna from './identifiers/rna.js';
import numbersDuration from './numbers/duration.js';
import numbersFraction from './numbers/fraction.js';
import numbersNumber from './numbers/number.js';
import numbersOrdinal from './numbers/ordinal.js';
import numbersPercent from './numbers/percent.js';

/** Every rule of the grammar. Their order means nothing. */
export const EXTRACTORS: readonly Extractor[] = [
  amountsCurrencyFirst,
  amountsInFigures,
  amountsInWords,
  amountsWordsAndFigures,
  citationsAmendment,
  citationsCode,
  citationsConvention,
  citationsDecree,
  citationsDeliberation,
  citationsEuropean,
  citationsLaw,
  citationsMinutes,
  citationsOrder,
  citationsOther,
  citationsSession,
  datesAlone,
  datesDay,
  datesInFull,
  datesMonth,
  datesNumeric,
  datesRange,
  datesSemester,
  datesWeek,
  datesYear,
  identifiersAddress,
  identifiersBank,
  identifiersPhone,
  identifiersPostcode,
  identifiersRegistration,
  identifiersRna,
  numbersDuration,
  numbersFraction,
  numbersNumber,
  numbersOrdinal,
  numbersPercent,
];
