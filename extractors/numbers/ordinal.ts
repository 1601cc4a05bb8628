import type { Match } from '../extractor.js';
import { defineExtractor } from '../extractor.js';
import { isLetter } from '../french/fold.js';
import { frenchText } from '../french/text.js';

const SUFFIX = /[ ]?(?:er|ere|re|nde?|eme|ieme|e)s?(?![a-z0-9'°])/y;
const ROMAN = /(?<![a-z0-9])(x{0,3}(?:ix|iv|v?i{0,3}))[ ]?(er|e|eme)(?![a-z])/y;
const RANKS: Record<string, string> = {
  premier: '1',
  premiere: '1',
  premiers: '1',
  premieres: '1',
  second: '2',
  seconde: '2',
  seconds: '2',
  secondes: '2',
};
const ROMAN_VALUES: Record<string, number> = { i: 1, v: 5, x: 10 };

export default defineExtractor({
  id: 'numbers/ordinal',
  field: 'ordinal',
  title: 'Rang',
  reads: {
    'le 1er adjoint': { value: '1' },
    'la 2ème tranche': { value: '2' },
    'la 3e année': { value: '3' },
    'vingt et unième': { value: '21' },
    'le XXIe siècle': { value: '21' },
    'Première adjointe': { value: '1' },
  },
  ignores: ['trois secondes', 'le 12 et le 13', 'prévie', '12 euros'],
  *extract(source) {
    const text = frenchText(source);
    const { folded, raw } = text;
    const found: Match<'ordinal'>[] = [];
    for (const figure of text.figures) {
      if (figure.ordinal) found.push({ start: figure.start, end: figure.end, value: { value: figure.value } });
      else if (figure.plain !== undefined && figure.plain < 5) {
        SUFFIX.lastIndex = figure.end;
        const match = SUFFIX.exec(folded);
        if (!match || (match[0].startsWith(' ') && !/^ (?:er|ere|eme)/.test(match[0]))) continue;
        if (/^ ?(?:er|ere|re)/.test(match[0]) ? figure.value !== '1' : /^ ?nd/.test(match[0]) && figure.value !== '2')
          continue;
        found.push({ start: figure.start, end: SUFFIX.lastIndex, value: { value: figure.value } });
      }
    }
    for (const at of text.words.ordinal) {
      let end = at;
      while (isLetter(folded.charCodeAt(end))) end += 1;
      const word = folded.slice(at, end);
      if (
        word.startsWith('second') &&
        /(?:\d|[a-z]{2})[ ]$/.test(folded.slice(Math.max(0, at - 3), at)) &&
        word.endsWith('s')
      )
        continue;
      found.push({ start: at, end, value: { value: RANKS[word]! } });
    }
    for (let at = raw.search(/[IVX]/); at >= 0; ) {
      ROMAN.lastIndex = at;
      const match = ROMAN.exec(folded);
      if (
        match?.[1] &&
        match[1] === raw.slice(at, at + match[1].length).toLowerCase() &&
        /^[IVX]+$/.test(raw.slice(at, at + match[1].length)) &&
        (match[1].length > 1 || match[2] !== 'e' || match[1] !== 'i')
      ) {
        found.push({ start: at, end: ROMAN.lastIndex, value: { value: String(roman(match[1])) } });
      }
      CAPITAL.lastIndex = at + 1;
      at = CAPITAL.test(raw) ? CAPITAL.lastIndex - 1 : -1;
    }
    yield* found.sort((a, b) => a.start - b.start);
  },
});

const CAPITAL = /[IVX]/g;

function roman(letters: string): number {
  let sum = 0;
  for (let i = 0; i < letters.length; i += 1) {
    const value = ROMAN_VALUES[letters[i]!]!;
    sum += value < (ROMAN_VALUES[letters[i + 1] ?? ''] ?? 0) ? -value : value;
  }
  return sum;
}
