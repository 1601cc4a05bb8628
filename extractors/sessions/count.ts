import { readSpelled, SMALL_NUMERALS } from '../french/numerals.js';

/** Counts of people, as figures or in words, over plain text (see `plain`). */

const NONE = ['aucun', 'aucune', 'neant', 'nul', 'nulle'];
/** Longest first: "une" is no "un". */
const WORD = `(?:${[...SMALL_NUMERALS, ...NONE].sort((a, b) => b.length - a.length).join('|')})`;

/** Source of a pattern that finds a count: "14", "quatorze", "vingt et un", "aucune". */
export const COUNT = `(?:\\d{1,3}|${WORD}(?:[ -](?:et[ -])?${WORD}){0,5})`;

/** The count that `words` say; undefined when they say none. Up to 999. */
export function countOf(words: string): number | undefined {
  const text = words.trim();
  if (/^\d{1,3}$/.test(text)) return Number(text);
  if (NONE.includes(text)) return 0;
  const [first] = /^[a-z]+/.exec(text) ?? [''];
  if (!SMALL_NUMERALS.has(first)) return undefined;
  const { end, value } = readSpelled(text, 0, first.length, true);
  return end === text.length && value !== undefined ? Number(value) : undefined;
}
