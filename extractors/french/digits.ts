import { decimal } from './decimal.js';
import { isDigit } from './fold.js';

/** A number in digits. */
export interface Digits {
  readonly end: number;
  /** Absent: digits that make no number: a reference ("2.1.3"), a run too long to be one. */
  readonly value?: string;
  /** Its thousands are set apart, or it has decimals: it is surely a number, and no code. */
  readonly formed?: true;
  /** No thousands, no decimals: how many digits. */
  readonly plain?: number;
}

/** No sum and no count has more digits; longer runs are codes, or noise. */
const LONGEST = 24;
const SPACE = 32;
const DOT = 46;
const COMMA = 44;
const NEWLINE = 10;
const APOSTROPHE = 39;

const OVER_LINE =
  /(?<=(?:[a-z%:][ ]|\([ ]?)(?:\d{1,3}[ ]){0,3}\d{1,3})\n\d{3}(?!\d)(?:[ ]\d{3}(?!\d)){0,3}(?:[.,]\d{1,2})?[ \n]?(?:[km]|md)?[ ]?(?:€|eur(?:os?)?(?![a-z]))/y;
const LOOSE_CENTS = /\d\d(?!\d)[ ]?(?:[km]|md)?[ ]?(?:€|eur(?:os?)?(?![a-z])|f(?![a-z]))/y;

/**
 * Reads the number that begins at `start` of the folded text: "1 250,50", "1.250.800", "20'000", "404 315.94".
 * Only well-formed groups of three join: "256 36 30" is three numbers, "12 500 13 000" is two.
 */
export function readDigits(text: string, start: number): Digits {
  let at = runEnd(text, start);
  if (at - start > LONGEST) return { end: at };
  let whole = text.slice(start, at);
  let grouped = 0;
  if (whole.length <= 3 && text.charCodeAt(start) !== 48) {
    const separator = text.charCodeAt(at) === NEWLINE ? SPACE : text.charCodeAt(at);
    if (separator === SPACE || separator === DOT || separator === APOSTROPHE) {
      for (let next = nextGroup(text, at, separator); next >= 0; next = nextGroup(text, at, separator)) {
        whole += text.slice(next, next + 3);
        at = next + 3;
        grouped = separator;
        if (whole.length > LONGEST) return { end: at };
      }
    }
  }
  const mark = text.charCodeAt(at);
  if (mark === COMMA && isDigit(text.charCodeAt(at + 1))) {
    const end = runEnd(text, at + 1);
    const again = text.charCodeAt(end) === COMMA && isDigit(text.charCodeAt(end + 1));
    const english =
      end - at === 4 && whole.length <= 3 && text.charCodeAt(end) === DOT && runEnd(text, end + 1) === end + 3;
    if (english && grouped === 0) {
      // "12,000.00"
      return {
        end: end + 3,
        value: decimal(whole + text.slice(at + 1, end), text.slice(end + 1, end + 3)),
        formed: true,
      };
    }
    if (!again)
      return { end, value: decimal(whole, text.slice(at + 1, Math.min(end, at + 1 + LONGEST))), formed: true };
    if (grouped === 0 && whole.length <= 3) return commas(text, start, at, whole);
  }
  // "3 806 041, 71€": a typist's space.
  if (mark === COMMA && text.charCodeAt(at + 1) === SPACE && isDigit(text.charCodeAt(at + 2))) {
    LOOSE_CENTS.lastIndex = at + 2;
    if (LOOSE_CENTS.test(text)) return { end: at + 4, value: decimal(whole, text.slice(at + 2, at + 4)), formed: true };
  }
  if (mark === DOT && grouped !== DOT && isDigit(text.charCodeAt(at + 1))) {
    const end = runEnd(text, at + 1);
    if (text.charCodeAt(end) === DOT && isDigit(text.charCodeAt(end + 1))) return { end: chainEnd(text, end) };
    return { end, value: decimal(whole, text.slice(at + 1, Math.min(end, at + 1 + LONGEST))), formed: true };
  }
  // "1.250.8": the dots part something else than thousands.
  if (mark === DOT && grouped === DOT && isDigit(text.charCodeAt(at + 1))) return { end: chainEnd(text, at) };
  if (grouped !== 0) return { end: at, value: decimal(whole), formed: true };
  return { end: at, value: decimal(whole), plain: at - start };
}

/** "1,250,000" is a number in the English way; "5,6,7" is a list, of which the first is read. */
function commas(text: string, start: number, firstEnd: number, first: string): Digits {
  let at = firstEnd;
  let whole = first;
  while (text.charCodeAt(at) === COMMA && runEnd(text, at + 1) === at + 4 && whole.length <= LONGEST) {
    whole += text.slice(at + 1, at + 4);
    at += 4;
  }
  const goesOn = text.charCodeAt(at) === COMMA && isDigit(text.charCodeAt(at + 1));
  if (goesOn || whole.length > LONGEST) return { end: firstEnd, value: decimal(first), plain: firstEnd - start };
  return { end: at, value: decimal(whole), formed: true };
}

/** Where the three digits of the next group begin; -1 when no well-formed group follows. */
function nextGroup(text: string, at: number, separator: number): number {
  if (text.charCodeAt(at) !== separator) {
    // "soit 113\n760 €": a figure cut at the end of its line, which only its currency betrays.
    OVER_LINE.lastIndex = at;
    return separator === SPACE && text.charCodeAt(at) === NEWLINE && OVER_LINE.test(text) ? at + 1 : -1;
  }
  let next = at + 1;
  // A doubled space inside a number is common in justified text.
  if (separator === SPACE && text.charCodeAt(next) === SPACE) next += 1;
  return isDigit(text.charCodeAt(next)) &&
    isDigit(text.charCodeAt(next + 1)) &&
    isDigit(text.charCodeAt(next + 2)) &&
    !isDigit(text.charCodeAt(next + 3))
    ? next
    : -1;
}

function runEnd(text: string, start: number): number {
  let at = start;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

function chainEnd(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === DOT && isDigit(text.charCodeAt(at + 1))) at = runEnd(text, at + 1);
  return at;
}
