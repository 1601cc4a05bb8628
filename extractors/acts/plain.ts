import { fold } from '../french/fold.js';
import { recently } from '../recent.js';

/**
 * `text` in lower case, without accents, with straight apostrophes, plain hyphens and plain spaces. Every character
 * keeps its place: an offset into the answer is an offset into `text`.
 */
export const plain = (text: string): string => (text.length < LONG ? fold(text) : foldedText(text));

/** A shorter text is sooner folded again than found. */
const LONG = 400;
const foldedText = recently(fold);

/** Plain text with the line breaks of running text as spaces; empty lines stay. Every character keeps its place. */
export const unbroken = (folded: string): string => folded.replace(/(?<!\n)\n(?!\n)/g, ' ');

/** The words and figures of a text, plain, one space between them: a name or a title however it is set. */
export const bareWords = (text: string): string =>
  plain(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
