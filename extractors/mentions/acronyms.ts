import type { Act } from '../../models/act.js';
import type { Mention } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { isSmall, wordsOf } from './words.js';

const ID = 'mentions/acronyms';

/** Acronyms with their long form in brackets beside them, either way round. */
export function acronymsOf(act: Act): Mention[] {
  const text = act.passage.text.slice(0, act.passage.bodyEnd);
  const found: Mention[] = [];
  const add = (acronym: string, from: number, to: number): void => {
    const about = text
      .slice(from, to)
      .replace(/\s+/g, ' ')
      .replace(/^[«"“\s]+|[»"”\s.,;]+$/g, '');
    found.push({ kind: 'acronym', text: acronym, about, span: act.passage.span(from, to), extractor: ID });
  };
  for (const match of text.matchAll(/\(([^()\n]{3,100}(?:\n[^()\n]{0,100})?)\)/g)) {
    const inside = match[1]!;
    const start = match.index + 1;
    const short = /^\s*[«"“]?\s*(\p{Lu}[\p{Lu}\d]{2,9})\s*[»"”]?\s*$/u.exec(inside)?.[1];
    if (short) {
      const from = longFormBefore(text, match.index, short);
      if (from !== undefined) add(short, from, match.index);
      continue;
    }
    const before = /(?<![\p{L}\d])(\p{Lu}[\p{Lu}\d]{2,9})\s*$/u.exec(
      text.slice(Math.max(0, match.index - 14), match.index),
    )?.[1];
    if (!before) continue;
    const long = /^[^.;:–]*?(?=$|[.;:–]| - )/u.exec(inside)?.[0] ?? '';
    if (speltBy(long, before)) add(before, start, start + long.length);
  }
  return found;
}

/**
 * Whether a long form has the acronym's first letter and most of the others as the first letters of its words, in
 * order.
 */
function speltBy(long: string, acronym: string): boolean {
  const letters = wordsOf(long).map((word) => word[0]!.toUpperCase());
  if (letters.length < 2 || letters[0] !== acronym[0]) return false;
  return inOrder(letters, acronym) >= Math.ceil(acronym.length * 0.7);
}

/** How many of the acronym's letters the initials have, in order. */
function inOrder(initials: readonly string[], acronym: string): number {
  let found = 0;
  for (const letter of acronym) {
    const at = initials.indexOf(letter);
    if (at < 0) continue;
    initials = initials.slice(at + 1);
    found += 1;
  }
  return found;
}

/**
 * Where the words before a bracket that spell the acronym begin: its letters are the first letters of these words, in
 * order. One letter of four or more may be missing, where the words open with a capital: authors drop words.
 */
function longFormBefore(text: string, end: number, acronym: string): number | undefined {
  const floor = Math.max(0, end - 16 * acronym.length - 20);
  const before = text.slice(floor, end);
  const cut =
    Math.max(...[/[.;:()](?=\s)/g, /\n\n/g, /\t/g].map((stop) => [...before.matchAll(stop)].at(-1)?.index ?? -1)) + 1;
  const words = [...before.slice(cut).matchAll(/[\p{L}\d]+/gu)].map(({ index, 0: word }) => ({
    at: floor + cut + index,
    word,
  }));
  let short: number | undefined;
  for (let i = words.length - 1; i >= 0 && words.length - i <= acronym.length * 2 + 4; i -= 1) {
    const { at, word } = words[i]!;
    if (initialOf(word) !== acronym[0]) continue;
    const all = words.slice(i).map((one) => initialOf(one.word));
    const main = words
      .slice(i)
      .filter((one) => !isSmall(plain(one.word)))
      .map((one) => initialOf(one.word));
    if (main.length > acronym.length + 1) break;
    const capital = /^\p{Lu}/u.test(word);
    if (
      inOrder(main, acronym) === acronym.length ||
      (inOrder(all, acronym) === acronym.length && !isSmall(plain(word)))
    )
      return at;
    if (
      capital &&
      acronym.length >= 4 &&
      main.length >= acronym.length - 1 &&
      inOrder(main, acronym) >= acronym.length - 1
    )
      short ??= at;
  }
  return short;
}

const initialOf = (word: string): string => word.normalize('NFD')[0]!.toUpperCase();
