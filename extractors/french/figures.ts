import { compare, negate, plus, shift } from './decimal.js';
import { readDigits } from './digits.js';
import { isDigit, isLetter } from './fold.js';
import { readSpelled } from './numerals.js';

/** A number in a text, whatever it counts: in digits, in words, or digits with a scale ("6,4 millions"). */
export interface Figure {
  readonly start: number;
  readonly end: number;
  /** Exact decimal, without sign. */
  readonly value: string;
  readonly form: 'digits' | 'words';
  /** It is surely a number: thousands set apart, decimals or a scale. */
  readonly formed: boolean;
  /** Digits without thousands or decimals: how many. */
  readonly plain?: number;
  /** A scale word or letter is part of it: its power of ten. */
  readonly scale?: number;
  /** Words for a rank: "vingt et unième". */
  readonly ordinal?: true;
  /** Letters that look like digits were read as such ("1O 000", "l 500"): only money is sure enough for that. */
  readonly mended?: true;
}

const SCALE =
  /(?:[ ]{1,2}|\n|-)?(?:(milliers|millions?|milliards?|billions?)(?![a-z])|(mille|cent)(?![a-z]))|[ ]{0,2}(k|mds?|mrds?|mm?)(?=[ ]?(?:€|eur|f(?:rancs?|f)?(?![a-z])|\$|d'euro|d' euro|euro|usd)|[^a-z0-9'²³]|$)/y;
const POWERS: Record<string, number> = { mille: 3, milliers: 3, million: 6, millions: 6, milliard: 9, milliards: 9 };
const LETTERS: Record<string, number> = { k: 3, m: 6, md: 9, mds: 9, mrd: 9, mrds: 9 };

/** All figures of a text, in order, without overlaps. */
export function figuresIn(
  raw: string,
  folded: string,
  digitRuns: readonly number[],
  numeralWords: readonly number[],
): Figure[] {
  const figures: Figure[] = [];
  let read = 0;
  let w = 0;
  const spelledBefore = (limit: number): void => {
    for (; w < numeralWords.length && numeralWords[w]! < limit; w += 1) {
      const start = numeralWords[w]!;
      if (start < read) continue;
      let end = start;
      while (isLetter(folded.charCodeAt(end))) end += 1;
      const spelled = readSpelled(folded, start, end);
      read = spelled.end;
      if (spelled.value === undefined) continue;
      const figure: Figure = {
        start,
        end: spelled.end,
        value: spelled.value,
        form: 'words',
        formed: false,
        ...(spelled.ordinal && { ordinal: spelled.ordinal }),
      };
      figures.push(spelled.ordinal ? figure : collected(folded, figure));
      read = figures.at(-1)!.end;
    }
  };
  for (const start of digitRuns) {
    if (start < read) continue;
    spelledBefore(start);
    if (start < read) continue;
    const figure = withDigits(raw, folded, start);
    read = figure.end;
    if ('value' in figure) {
      figures.push(collected(folded, figure));
      read = figures.at(-1)!.end;
    }
  }
  spelledBefore(folded.length);
  return figures;
}

function withDigits(raw: string, folded: string, start: number): Figure | { end: number } {
  const digits = readDigits(folded, start);
  if (digits.value === undefined) return { end: digits.end };
  const mended = withSlips(folded, start, digits.end);
  if (mended) return mended;
  const figure: Figure = {
    start,
    end: digits.end,
    value: digits.value,
    form: 'digits',
    formed: digits.formed === true,
    ...(digits.plain !== undefined && { plain: digits.plain }),
  };
  return scaled(raw, folded, figure);
}

// biome-ignore format: a table
const COLLECTIVES: Record<string, number> = {
  dizaine: 10, douzaine: 12, quinzaine: 15, vingtaine: 20, trentaine: 30, quarantaine: 40, cinquantaine: 50,
  soixantaine: 60, centaine: 100,
};
const COLLECTIVE = new RegExp(`[ \\n](${Object.keys(COLLECTIVES).join('|')})s?(?![a-z])`, 'y');

/** "une trentaine", "2 douzaines". */
function collected(folded: string, figure: Figure): Figure {
  const code = folded.charCodeAt(figure.end);
  if ((code !== 32 && code !== 10) || figure.value.length > 4) return figure;
  COLLECTIVE.lastIndex = figure.end;
  const match = COLLECTIVE.exec(folded);
  if (!match || figure.value.includes('.')) return figure;
  const value = String(Number(figure.value) * COLLECTIVES[match[1]!]!);
  return { start: figure.start, end: COLLECTIVE.lastIndex, value, form: 'words', formed: true };
}

/** "6,4 millions", "2 375k", "1 million 200 mille". */
function scaled(raw: string, folded: string, figure: Figure): Figure {
  const code = folded.charCodeAt(figure.end);
  // Most figures end before something else: don't try the pattern.
  if (code !== 32 && code !== 10 && code !== 107 && code !== 109 && code !== 45) return figure;
  SCALE.lastIndex = figure.end;
  const match = SCALE.exec(folded);
  if (!match) return figure;
  const power = scalePower(match, raw);
  if (power === undefined) return figure;
  const { plain: _, ...rest } = figure;
  let result: Figure = { ...rest, end: SCALE.lastIndex, value: shift(figure.value, power), formed: true, scale: power };
  // "1 million 200 mille", "3 millions 500 000"
  if (power >= 6 && folded.charCodeAt(result.end) === 32 && isDigit(folded.charCodeAt(result.end + 1))) {
    const more = readDigits(folded, result.end + 1);
    if (more.value !== undefined && !more.value.includes('.')) {
      const next = scaled(raw, folded, { ...rest, end: more.end, value: more.value, formed: more.formed === true });
      const small = next.scale === undefined ? more.formed === true : next.scale < power;
      if (small && compare(next.value, shift('1', power)) < 0) {
        result = { ...result, end: next.end, value: plus(result.value, next.value) };
      }
    }
  }
  return result;
}

function scalePower(match: RegExpExecArray, raw: string): number | undefined {
  const word = match[1] ?? (match[2] === 'mille' ? 'mille' : undefined);
  if (word !== undefined) return POWERS[word] ?? (word.startsWith('billion') ? 12 : undefined);
  const letter = match[3];
  if (letter === undefined) return undefined;
  const written = raw.slice(match.index + match[0].length - letter.length, match.index + match[0].length);
  const followed = raw.slice(match.index + match[0].length, match.index + match[0].length + 2);
  // "10 m" is a length; "10 m€" and "10 M" are millions.
  if (letter === 'm' && written === 'm' && !/^ ?[€$]/.test(followed)) return undefined;
  if (letter === 'k' && /^['’]/.test(followed)) return undefined;
  return LETTERS[letter];
}

/** A figure that OCR gave letters to: "l 500 €", "1O 000 €". Only before a currency, where it can be nothing else. */
function withSlips(folded: string, start: number, end: number): Figure | undefined {
  let from = start;
  const before = folded.charCodeAt(start - 1);
  if (before === 108 || before === 111) from = start - 1;
  else if (before === 32 && folded.charCodeAt(start - 2) === 108 && groupOf(folded, start)) from = start - 2;
  const after = folded.charCodeAt(end);
  const right = after === 111 || after === 108 || (after === 32 && SLIPPED_GROUP.test(folded.slice(end, end + 5)));
  if (from === start && !right) return undefined;
  if (from > 0 && /[a-z0-9'.,]/.test(folded[from - 1]!)) return undefined;
  SLIPPED.lastIndex = from;
  const match = SLIPPED.exec(folded);
  if (!match) return undefined;
  const clean = match[1]!.replaceAll('o', '0').replaceAll('l', '1');
  const digits = readDigits(clean, 0);
  if (digits.value === undefined || digits.end !== clean.length) return undefined;
  return { start: from, end: from + clean.length, value: digits.value, form: 'digits', formed: true, mended: true };
}

/** " 5OO": a group of three in which a letter passes for a digit. */
const SLIPPED_GROUP = /^ (?=\d*[ol])[0-9ol]{3}(?![0-9a-z])/;
const SLIPPED =
  /([0-9ol]{1,9}(?:[ .][0-9ol]{3}(?![0-9ol])){0,4}(?:,[0-9ol]{1,2})?)(?=[ \n]?(?:k|m|md)?[ ]?(?:€|eur(?:os?)?(?![a-z])))/y;

const groupOf = (folded: string, at: number): boolean =>
  isDigit(folded.charCodeAt(at + 1)) && isDigit(folded.charCodeAt(at + 2)) && !isDigit(folded.charCodeAt(at + 3));

/** A figure's sign, and where it begins: "+ 289 958 €", "-54 K€". A dash that opens a list item is no sign. */
export function signOf(folded: string, figure: Figure): { start: number; negative: boolean } {
  const none = { start: figure.start, negative: false };
  if (figure.form === 'words') {
    const moins = folded.startsWith('moins ', figure.start - 6);
    if (!moins) return none;
    const before = figure.start - 7;
    return before < 0 || folded[before] === '\n' || folded[before] === '\t'
      ? { start: figure.start - 6, negative: true }
      : none;
  }
  let at = figure.start - 1;
  let spaces = 0;
  while (spaces < 2 && folded.charCodeAt(at) === 32) {
    at -= 1;
    spaces += 1;
  }
  const sign = folded[at];
  if (sign !== '+' && sign !== '-') return none;
  if (sign === '+') return { start: at, negative: false };
  let p = at - 1;
  while (p >= 0 && at - p < 8 && folded.charCodeAt(p) === 32) p -= 1;
  const previous = p < 0 ? '\n' : folded[p]!;
  const apart = at - 1 > p;
  if (previous === '\n') {
    if (spaces > 0 && opensItem(folded, figure.end)) return none;
  } else if (!/[\t:;,(=["]/.test(previous)) {
    // "12 000 € - 15 000 €", "Association - 15 000 €": a dash between two things.
    if (!apart || spaces > 0 ? !SIGNED_AFTER.test(folded.slice(Math.max(0, p - 12), p + 1)) : /[\d%€)]/.test(previous))
      return none;
  }
  return { start: at, negative: true };
}

const SIGNED_AFTER =
  /(?:^|[^a-z])(?:de|a|soit|est|ecart|solde|resultat|variation|evolution|deficit|baisse|diminution)$/;

/** Words follow the figure on its line: "- 40 000 € pour l'association". */
function opensItem(folded: string, end: number): boolean {
  const line = folded.slice(end, end + 40).split(/[\n\t]/, 1)[0]!;
  return /[a-z]{2}/.test(line.replace(/^[ ]?(?:[km]|md)?[ ]?(?:€|euros?|eur)?(?:[ ](?:ht|ttc))?/, ''));
}

/** The decimal with a minus where it is negative. */
export const withSign = (value: string, negative: boolean): string => (negative ? negate(value) : value);
