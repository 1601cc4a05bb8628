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

/** "Article 3", and then "Article 3" again: numbers that begin anew are another act's, those that stand still are not. */
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

/** How many words back a copy is looked for. */
const REACH = 60;

/** Eight words or more said twice in a row: a copy that went wrong. */
export function repeats(act: Act): Mention[] {
  const text = act.passage.text.slice(0, act.passage.bodyEnd);
  const words = [...plain(text).matchAll(/[\p{L}\d]+/gu)].map(({ index, 0: word }) => ({ at: index, word }));
  const size = 8;
  const found: Mention[] = [];
  /** Where the first word of each place last stood before; -1 where it is new, or was passed over. */
  const earlier: number[] = [];
  const lastOf = new Map<string, number>();
  const same = (a: number, b: number): boolean => {
    for (let j = 1; j < size; j += 1) if (words[a + j]!.word !== words[b + j]!.word) return false;
    return true;
  };
  for (let i = 0; i + size <= words.length; i += 1) {
    const opening = words[i]!.word;
    let before = lastOf.get(opening) ?? -1;
    earlier[i] = before;
    lastOf.set(opening, i);
    while (before >= 0 && i - before <= REACH && !same(before, i)) before = earlier[before]!;
    if (
      before < 0 ||
      i - before < size ||
      i - before > REACH ||
      text.slice(words[i]!.at, words[i + size - 1]!.at).includes('\t')
    )
      continue;
    let last = i + size - 1;
    while (
      last + 1 < words.length &&
      words[before + (last + 1 - i)]?.word === words[last + 1]!.word &&
      before + (last + 1 - i) < i
    )
      last += 1;
    // The copy may begin earlier, where a letter was misread in one of the two.
    let first = i;
    while (
      first - 1 > before + (last - i) &&
      i - first < 12 &&
      alike(words[before - (i - first) - 1]?.word, words[first - 1]!.word)
    )
      first -= 1;
    // Lists repeat their turns of phrase: only what comes again at once was copied.
    if (i - before > last + 1 - first + 2) continue;
    const passage = words.slice(first, last + 1);
    // Rows of a register resemble each other; only sentences are asked to forgive a misread letter.
    if (
      first < i &&
      (passage.some(({ word }) => /\d/.test(word)) ||
        !/\p{Ll}{3} \p{Ll}{3}/u.test(text.slice(passage[0]!.at, passage.at(-1)!.at)))
    )
      continue;
    if (passage.filter(({ word }) => /\d/.test(word)).length > 2) continue;
    if (text.slice(words[before - (i - first)]!.at, words[last]!.at).includes('\n\n')) continue;
    const [start, end] = [words[first]!.at, words[last]!.at + words[last]!.word.length];
    found.push({
      kind: 'repeat',
      text: text.slice(start, end).replace(/\s+/g, ' '),
      about: text.slice(words[before - (i - first)]!.at, words[before - (i - first)]!.at + 40).replace(/\s+/g, ' '),
      span: act.passage.span(start, end),
      extractor: 'mentions/repeats',
    });
    i = last;
  }
  return found;
}

/** The same word, or a long one with one letter misread. */
const alike = (a: string | undefined, b: string): boolean =>
  a !== undefined && (a === b || (a.length >= 6 && b.length >= 6 && distance(a, b) <= 1));
