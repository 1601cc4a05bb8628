import type { Match } from '../extractor.js';
import { approximationOf } from '../french/approximation.js';
import { COIN, CURRENCY, currencyCode } from '../french/currencies.js';
import { compare, money, plus, shift } from '../french/decimal.js';
import { type Figure, signOf, withSign } from '../french/figures.js';
import { isDigit, isLetter } from '../french/fold.js';
import type { FrenchText } from '../french/text.js';

/** Between a figure and its currency: spaces, one line break, "de", "d'". */
const TAIL = new RegExp(`(?:,--?)?(?:[ ]{0,3}|[ ]?\\n[ ]?)(?:d[ ]?'[ ]?|de[ \\n])?(${CURRENCY})`, 'y');
const COINS = new RegExp(`[ \\n]{0,2}(${COIN})(?![a-z])`, 'y');
const AND_COINS = /(?:[ \n](?:et[ \n])?|,[ ])?/y;
const TAX = /[ \n]?[([]?(h\.?[ ]?t\.?(?![a-z])|t\.?t\.?c\.?(?![a-z])|hors[ \n]tax|toutes?[ \n]taxes?[ \n]compris)/y;
const TAX_BEFORE =
  /(?:^|[^a-z])(ht|h\.t\.|ttc|t\.t\.c\.)\)?(?:[ ]?:|[ \n](?:de|est de|est|soit|s'eleve a|d'environ))?[ \n]{0,2}$/;
const RANGE = /^(?:[ \n](?:a|et|ou)[ \n]|[ ]?-[ ]?)(?:plus de )?$/;
const RANGE_LEAD = /(?:^|[^a-z])(?:entre|de|varie de|compris entre|comprise entre)[ \n]$/;

/** Money that ends right after a figure: where its currency ends, its value in units, without sign. */
export interface Money {
  readonly end: number;
  readonly value: string;
  readonly currency: string;
  /** How many figures it took: 2 where the hundredths are told apart ("deux euros et cinq centimes"). */
  readonly figures: number;
}

/** The money that figure `i` of the text begins, if a currency follows it. */
export function moneyAt(text: FrenchText, i: number): Money | undefined {
  const figure = text.figures[i]!;
  const { folded } = text;
  if (figure.ordinal || endsLonger(folded, figure.start)) return undefined;
  TAIL.lastIndex = figure.end;
  const match = TAIL.exec(folded);
  if (!match) return coinsAlone(text, figure);
  const written = match[1]!;
  const at = TAIL.lastIndex - written.length;
  if (!plausible(text, figure, written, at)) return undefined;
  const currency = currencyCode(written.replaceAll('\n', ' '));
  const coins = coinsAfter(text, i, TAIL.lastIndex, currency);
  if (coins) return { end: coins.end, value: plus(figure.value, coins.value), currency, figures: coins.figures };
  return { end: TAIL.lastIndex, value: figure.value, currency, figures: 1 };
}

/** "12,000.00": what follows the mark is the end of a longer figure. */
function endsLonger(folded: string, start: number): boolean {
  const before = folded.charCodeAt(start - 1);
  return (before === 46 || before === 44) && isDigit(folded.charCodeAt(start - 2));
}

/** Codes are in capitals; "F" after a small bare number may well be women, or a flat. */
function plausible(text: FrenchText, figure: Figure, written: string, at: number): boolean {
  if (
    written === 'eur' ||
    !/^[a-z$ ]{1,6}$/.test(written) ||
    written.length > 4 ||
    /^(?:yens?|wons?|dong|rands?|euro|ff|frs|fr)$/.test(written)
  )
    return true;
  const raw = text.raw.slice(at, at + written.length);
  if (/[a-z]/.test(raw)) return false;
  if (written !== 'f') return true;
  if (isDigit(text.folded.charCodeAt(at + 1))) return false;
  return (
    figure.formed ||
    (figure.plain !== undefined &&
      figure.plain >= 3 &&
      !/(?:^|[^a-z])(?:h|hommes?|femmes?)(?:[^a-z]|$)/.test(text.folded.slice(Math.max(0, figure.start - 30), at + 30)))
  );
}

function coinsAfter(
  text: FrenchText,
  i: number,
  at: number,
  currency: string,
): { end: number; value: string; figures: number } | undefined {
  const { folded } = text;
  AND_COINS.lastIndex = at;
  AND_COINS.test(folded);
  const start = AND_COINS.lastIndex;
  const figure = text.figures[i + 1];
  if (figure?.start !== start) return undefined;
  COINS.lastIndex = figure.end;
  if (COINS.test(folded) && compare(figure.value, '100') < 0)
    return { end: COINS.lastIndex, value: shift(figure.value, -2), figures: 2 };
  // "deux euros et deux cents": the numeral took the coin.
  if (
    figure.form === 'words' &&
    /(?:^|[ -])cents$/.test(folded.slice(figure.start, figure.end)) &&
    /et[ \n]$/.test(folded.slice(at, start))
  ) {
    return { end: figure.end, value: shift(figure.value, -4), figures: 2 };
  }
  // "12 € 50", "12€50"; the figure that begins the next line is the next row's code.
  if (
    figure.plain === 2 &&
    currency === 'EUR' &&
    /^ ?$/.test(folded.slice(at, start)) &&
    /^(?:[ ]?[;:!?)\]"]|[ \n]?$|[ ]?[.,](?!\d)|\n)/.test(folded.slice(figure.end, figure.end + 3) || ' ')
  ) {
    if (!text.figures[i]!.value.includes('.')) return { end: figure.end, value: shift(figure.value, -2), figures: 2 };
  }
  return undefined;
}

function coinsAlone(text: FrenchText, figure: Figure): Money | undefined {
  COINS.lastIndex = figure.end;
  const match = COINS.exec(text.folded);
  if (!match || !match[1]!.startsWith('centime')) return undefined;
  return { end: COINS.lastIndex, value: shift(figure.value, -2), currency: 'EUR', figures: 1 };
}

/** The reading of money at figure `i`: with its sign, what limits it, its tax; a range gives two readings. */
export function* readMoney(text: FrenchText, i: number, sum: Money): Iterable<Match<'amount'>> {
  const { folded } = text;
  const figure = text.figures[i]!;
  const sign = signOf(folded, figure);
  const tax = taxOf(folded, sign.start, sum.end);
  const lower = lowerEnd(text, i, sum);
  const common = { currency: sum.currency, ...(tax && { tax }) };
  if (lower) {
    yield {
      start: lower.start,
      end: lower.end,
      value: { value: money(lower.value), maximum: money(sum.value), ...common, approximation: 'at_least' },
    };
    yield {
      start: figure.start,
      end: sum.end,
      value: { value: money(sum.value), ...common, approximation: 'at_most' },
    };
    return;
  }
  yield {
    start: sign.start,
    end: sum.end,
    value: {
      value: money(withSign(sum.value, sign.negative)),
      ...common,
      approximation: approximationOf(folded, sign.start, sum.end),
    },
  };
}

/** "de 10 000 à 15 000 €", "entre 10 et 15 M€": the figure before is the lower end. */
function lowerEnd(text: FrenchText, i: number, sum: Money): { start: number; end: number; value: string } | undefined {
  const figure = text.figures[i]!;
  const before = text.figures[i - 1];
  if (!before || before.form !== figure.form || before.ordinal || figure.start - before.end > 12) return undefined;
  const { folded } = text;
  const between = folded.slice(before.end, figure.start);
  if (!RANGE.test(between)) return undefined;
  const lead = RANGE_LEAD.test(folded.slice(Math.max(0, before.start - 18), before.start));
  if (/et/.test(between) && !/entre[ \n]$/.test(folded.slice(Math.max(0, before.start - 7), before.start)))
    return undefined;
  if (/ou|-/.test(between) && !lead && before.plain !== undefined && before.plain > 2) return undefined;
  if (before.plain === 4 && Number(before.value) > 1900 && Number(before.value) < 2100) return undefined;
  const left = folded.charCodeAt(before.start - 1);
  if (isLetter(left) || isDigit(left) || ((left === 47 || left === 45) && isDigit(folded.charCodeAt(before.start - 2))))
    return undefined;
  const scaled =
    figure.scale !== undefined && before.scale === undefined ? shift(before.value, figure.scale) : before.value;
  const value = compare(scaled, sum.value) < 0 ? scaled : before.value;
  return compare(value, sum.value) < 0 ? { start: before.start, end: before.end, value } : undefined;
}

function taxOf(folded: string, start: number, end: number): 'HT' | 'TTC' | undefined {
  TAX.lastIndex = end;
  const after = TAX.exec(folded);
  if (after) return after[1]!.startsWith('h') ? 'HT' : 'TTC';
  const before = TAX_BEFORE.exec(folded.slice(Math.max(0, start - 16), start));
  return before ? (before[1]!.startsWith('h') ? 'HT' : 'TTC') : undefined;
}
