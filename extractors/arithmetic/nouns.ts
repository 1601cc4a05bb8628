import { plain } from '../acts/plain.js';
import type { Figure } from './figures.js';

/** The words that follow a figure up to the next figure or stop: "femmes sur une population de". */
export function wordsAfter(text: string, { end }: Figure, most = 60): string {
  return plain(/^[^\d.;:()\n]*(?:\n[^\d.;:()\n]*)?/.exec(text.slice(end, end + most))?.[0] ?? '').trim();
}

const SMALL = new Set(
  'de du des la le les l d et a au aux en par pour sur un une dont dans ou qui avec ont sont est ce ces cette soit plus autres autre'.split(
    ' ',
  ),
);

/** What a figure counts: the stem of the first word that means something after it. */
export function nounOf(text: string, figure: Figure): string | undefined {
  const word = wordsAfter(text, figure)
    .split(/[^a-z]+/)
    .find((token) => token.length >= 3 && !SMALL.has(token));
  return word === undefined ? undefined : stem(word);
}

/** What a plain word shares with its other forms: six letters at most, without the mark of a plural. */
export const stem = (word: string): string => word.replace(/(?:s|x|e|es)$/, '').slice(0, 6);
