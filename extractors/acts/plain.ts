import { fold } from '../french/fold.js';

/**
 * `text` in lower case, without accents, with straight apostrophes, plain hyphens and plain spaces. Every character
 * keeps its place: an offset into the answer is an offset into `text`.
 */
export function plain(text: string): string {
  if (text.length < LONG) return fold(text);
  const kept = recent.find((one) => one.text === text);
  if (kept) return kept.answer;
  const answer = fold(text);
  recent.unshift({ text, answer });
  recent.length = Math.min(recent.length, KEPT);
  return answer;
}

/** The text of an act is asked for by one rule after another: the last few long texts are kept. */
const LONG = 400;
const KEPT = 4;
const recent: { text: string; answer: string }[] = [];

/** Plain text with the line breaks of running text as spaces; empty lines stay. Every character keeps its place. */
export const unbroken = (folded: string): string => folded.replace(/(?<!\n)\n(?!\n)/g, ' ');

/** The words and figures of a text, plain, one space between them: a name or a title however it is set. */
export const bareWords = (text: string): string =>
  plain(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
