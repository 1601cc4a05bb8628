import { plain } from '../acts/plain.js';

const SMALL = new Set(
  'a au aux d de des du en et l la le les lez les par pour sur sous dans un une ou of the for and'.split(' '),
);

/** Whether a folded word only joins others. */
export const isSmall = (word: string): boolean => SMALL.has(word);

/** The words of a text that mean something, folded. */
export const wordsOf = (text: string): string[] =>
  plain(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !SMALL.has(word));

/** A folded word without the mark of its plural. */
export const singular = (word: string): string => (word.length > 3 ? word.replace(/[sx]$/, '') : word);

/** How many letters must be changed, added or taken away; counted up to 3. */
export function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1)!;
}
