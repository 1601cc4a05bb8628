import type { Act } from '../../models/act.js';
import type { Mention } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { distance } from './words.js';

/** A section's number that heads two sections with two titles. */
export function doubleHeadings(act: Act): Mention[] {
  const text = act.passage.text.slice(0, act.passage.bodyEnd);
  const titles = new Map<string, string>();
  const found: Mention[] = [];
  for (const match of text.matchAll(/^[ ]*(\d{1,2}(?:\.\d{1,2}){1,2})\.?[ )-]+(\p{Lu}[^\n\t.]{3,80})$/gmu)) {
    const [, number = '', title = ''] = match;
    const key = plain(title).trim();
    const first = titles.get(number);
    if (first === undefined) titles.set(number, key);
    else if (first !== key && !first.startsWith(key) && !key.startsWith(first)) {
      found.push({
        kind: 'heading',
        text: `${number} ${title.trim()}`,
        about: first,
        span: act.passage.span(match.index, match.index + match[0].length),
        extractor: 'mentions/headings',
      });
    }
  }
  found.push(...doubleArticles(act, text));
  // Where the whole act numbers its contents twice (a table of contents), titles agree and nothing is left.
  return found.length > 5 ? [] : found;
}

/**
 * "Article 3", and then "Article 3" again: numbers that begin anew are another act's, those that stand still are not.
 */
function doubleArticles(act: Act, text: string): Mention[] {
  const articles = [
    ...text.matchAll(/^[ ]*(?:[Aa]rticle|ARTICLE) (\d{1,2})[ ]{0,2}[:.–-][ ]{0,2}(\p{Lu}[^\n\t.]{3,80})$/gmu),
  ];
  return articles.flatMap((match, i): Mention[] => {
    const before = articles[i - 1];
    const [, number = '', title = ''] = match;
    if (before?.[1] !== number || number === '1' || plain(before[2]!) === plain(title)) return [];
    const span = act.passage.span(match.index, match.index + match[0].length);
    return [{ kind: 'heading', text: match[0].trim(), about: before[2]!.trim(), span, extractor: 'mentions/headings' }];
  });
}

/** A copy is at least so many words long, and its original begins at most so many words before it. */
const SIZE = 8;
const REACH = 60;

/** A word, lower case and without accents, and where it begins in the text. */
interface Word {
  readonly at: number;
  readonly word: string;
}

/** Words [first, last] of a text, the first of which also stands at `original`. */
interface Copy {
  readonly original: number;
  readonly first: number;
  readonly last: number;
}

/** Eight words or more printed twice in a row: a copy that went wrong. */
export function repeats(act: Act): Mention[] {
  const text = act.passage.text.slice(0, act.passage.bodyEnd);
  const words: Word[] = [...plain(text).matchAll(/[\p{L}\d]+/gu)].map(({ index, 0: word }) => ({ at: index, word }));
  const found: Mention[] = [];
  /** Where the first word of each place last stood before; -1 where it is new, or was passed over. */
  const earlier: number[] = [];
  const lastOf = new Map<string, number>();
  for (let i = 0; i + SIZE <= words.length; i += 1) {
    const opening = words[i]!.word;
    let before = lastOf.get(opening) ?? -1;
    earlier[i] = before;
    lastOf.set(opening, i);
    while (before >= 0 && i - before <= REACH && !sameWords(words, before, i)) before = earlier[before]!;
    if (before < 0 || i - before < SIZE || i - before > REACH) continue;
    if (text.slice(words[i]!.at, words[i + SIZE - 1]!.at).includes('\t')) continue;
    const copy = wholeCopy(words, before, i);
    if (!isSlip(copy, copy.first < i, words, text)) continue;
    const [start, end] = [words[copy.first]!.at, words[copy.last]!.at + words[copy.last]!.word.length];
    const original = words[copy.original]!.at;
    found.push({
      kind: 'repeat',
      text: text.slice(start, end).replace(/\s+/g, ' '),
      about: text.slice(original, original + 40).replace(/\s+/g, ' '),
      span: act.passage.span(start, end),
      extractor: 'mentions/repeats',
    });
    i = copy.last;
  }
  return found;
}

function sameWords(words: readonly Word[], a: number, b: number): boolean {
  for (let j = 1; j < SIZE; j += 1) if (words[a + j]!.word !== words[b + j]!.word) return false;
  return true;
}

/** The copy that words `i` and following are of those at `before`: as far as it goes, both ways. */
function wholeCopy(words: readonly Word[], before: number, i: number): Copy {
  const shift = i - before;
  let last = i + SIZE - 1;
  while (last + 1 < words.length && last + 1 - shift < i && words[last + 1 - shift]!.word === words[last + 1]!.word)
    last += 1;
  // The copy may begin earlier, where a letter was misread in one of the two.
  let first = i;
  while (first - 1 > last - shift && i - first < 12 && alike(words[first - 1 - shift]?.word, words[first - 1]!.word))
    first -= 1;
  return { original: first - shift, first, last };
}

/**
 * Whether a copy is a slip: lists and registers repeat their words on purpose. `misread`: it is not one to the letter.
 */
function isSlip({ original, first, last }: Copy, misread: boolean, words: readonly Word[], text: string): boolean {
  // What is repeated on purpose has other words between; a slip comes again at once.
  if (first - original > last - first + 3) return false;
  const figures = words.slice(first, last + 1).filter(({ word }) => /\d/.test(word)).length;
  // Rows of a register resemble each other: only sentences are forgiven a misread letter.
  const isSentence = /\p{Ll}{3} \p{Ll}{3}/u.test(text.slice(words[first]!.at, words[last]!.at));
  if (misread && (figures > 0 || !isSentence)) return false;
  return figures <= 2 && !text.slice(words[original]!.at, words[last]!.at).includes('\n\n');
}

/** The same word, or a long one with one letter misread. */
const alike = (a: string | undefined, b: string): boolean =>
  a !== undefined && (a === b || (a.length >= 6 && b.length >= 6 && distance(a, b) <= 1));
