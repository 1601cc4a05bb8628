import { defineExtractor } from '../extractor.js';
import { compare, plus, quotient } from '../french/decimal.js';
import { type Figure, signOf, withSign } from '../french/figures.js';
import { isDigit } from '../french/fold.js';
import { type FrenchText, frenchText } from '../french/text.js';
import { isNoFigure } from './no-figure.js';

const NAMED: Record<string, bigint> = { demi: 2n, demie: 2n, demis: 2n, tiers: 3n, quart: 4n, quarts: 4n };
const NAME = /[ \n-](demie?s?|tiers|quarts?)(?![a-z])(?![ \n]d'heure)/y;
const AND_HALF = /[ \n-]et[ \n-]demie?(?![a-z])/y;
const VULGAR = /[½¼¾⅓⅔⅛]/g;
const VULGAR_VALUES: Record<string, string> = {
  '½': '0.5',
  '¼': '0.25',
  '¾': '0.75',
  '⅓': '0.333333333333333',
  '⅔': '0.666666666666667',
  '⅛': '0.125',
};

interface Part {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

export default defineExtractor({
  id: 'numbers/fraction',
  field: 'number',
  title: 'Fraction',
  reads: {
    'les 2/3 du capital': { value: '0.666666666666667' },
    'trois quarts des voix': { value: '0.75' },
    'un tiers des membres': { value: '0.333333333333333' },
    'la moitié des élus': { value: '0.5' },
    'les trois cinquièmes des membres': { value: '0.6' },
    '5 et demi': { value: '5.5' },
    '1 sur 3': { value: '0.333333333333333' },
  },
  ignores: ['un tiers payant', 'page 3/12', 'délibération 23/80', 'le 24/02', 'un troisième adjoint', '1\n1/5\nfin'],
  *extract(source) {
    const text = frenchText(source);
    const found: Part[] = [];
    for (let i = 0; i < text.figures.length; i += 1) {
      const part = fractionAt(text, i);
      if (!part) continue;
      const whole = text.figures[i - 1];
      const joined = whole && !whole.ordinal && /^[ \n]et[ \n]$/.test(text.folded.slice(whole.end, part.start));
      found.push(joined ? { ...part, start: whole.start, value: plus(whole.value, part.value) } : part);
    }
    for (const at of text.words.half) {
      const start = text.folded.startsWith('la ', at - 3) ? at - 3 : at;
      found.push({ start, end: at + 'moitie'.length, value: '0.5' });
    }
    for (const match of source.matchAll(VULGAR)) {
      found.push({ start: match.index, end: match.index + 1, value: VULGAR_VALUES[match[0]]! });
    }
    found.sort((a, b) => a.start - b.start);
    for (const { start, end, value } of found) yield { start, end, value: { value, approximation: 'exact' } };
  },
});

function fractionAt(text: FrenchText, i: number): Part | undefined {
  const { folded } = text;
  const figure = text.figures[i]!;
  if (figure.ordinal || figure.mended || figure.value.includes('.')) return undefined;
  const next = text.figures[i + 1];
  AND_HALF.lastIndex = figure.end;
  if (figure.scale === undefined && AND_HALF.test(folded)) {
    return { start: figure.start, end: AND_HALF.lastIndex, value: plus(figure.value, '0.5') };
  }
  NAME.lastIndex = figure.end;
  const named = NAME.exec(folded);
  if (named) {
    const denominator = NAMED[named[1]!]!;
    if (BigInt(figure.value) > denominator * 10n || !isPart(folded, figure, NAME.lastIndex)) return undefined;
    return ratio(figure.start, NAME.lastIndex, figure.value, denominator);
  }
  if (!next) return undefined;
  const between = folded.slice(figure.end, next.start);
  if (next.ordinal && (between === ' ' || between === '-')) {
    const plural = folded[next.end - 1] === 's' && Number(figure.value) > 1;
    if (!plural && !isPart(folded, figure, next.end)) return undefined;
    return compare(figure.value, next.value) < 0
      ? ratio(figure.start, next.end, figure.value, BigInt(next.value))
      : undefined;
  }
  if (next.ordinal || next.value.includes('.') || compare(figure.value, next.value) >= 0) return undefined;
  if (/^[ \n]sur[ \n]$/.test(between) && isSmall(figure) && isSmall(next) && !isPage(folded, figure)) {
    return ratio(figure.start, next.end, figure.value, BigInt(next.value));
  }
  return between === '/' ? slashed(text, figure, next) : undefined;
}

/** "2/3": no date, no code, no page. */
function slashed(text: FrenchText, figure: Figure, next: Figure): Part | undefined {
  const { folded } = text;
  if (!isSmall(figure) || !isSmall(next) || folded[figure.start] === '0' || folded[next.start] === '0')
    return undefined;
  if (Number(next.value) > 20 || isPage(folded, figure)) return undefined;
  const after = folded.charCodeAt(next.end);
  if (isDigit(after) || (/[/.,-]/.test(folded[next.end] ?? '') && isDigit(folded.charCodeAt(next.end + 1))))
    return undefined;
  const alone =
    /(?:^|\n)-?$/.test(folded.slice(Math.max(0, figure.start - 2), figure.start)) &&
    /^(?:\n|$)/.test(folded.slice(next.end, next.end + 1));
  if (alone && folded.length > next.end - figure.start + 1) return undefined;
  const first: Figure = { start: figure.start, end: next.end, value: figure.value, form: 'digits', formed: true };
  if (isNoFigure(text, first)) return undefined;
  const sign = signOf(folded, figure);
  const part = ratio(sign.start, next.end, figure.value, BigInt(next.value));
  return part && { ...part, value: withSign(part.value, sign.negative) };
}

const ratio = (start: number, end: number, numerator: string, denominator: bigint): Part => ({
  start,
  end,
  value: quotient(BigInt(numerator), denominator),
});

/** "un tiers des membres", "deux tiers": but "par un tiers", "un troisième adjoint". */
const isPart = (folded: string, figure: Figure, end: number): boolean =>
  Number(figure.value) > 1 || end === folded.length || /^[ \n](?:des?|du|d')(?![a-z])/.test(folded.slice(end, end + 5));

const isSmall = (figure: Figure): boolean =>
  figure.form === 'words' || (figure.plain !== undefined && figure.plain <= 3);

const isPage = (folded: string, figure: Figure): boolean =>
  /(?:pages?|p\.|n°|feuillets?|feuilles?)[ \n]?$/.test(folded.slice(Math.max(0, figure.start - 10), figure.start));
