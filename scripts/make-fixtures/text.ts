import type { Place, Truth } from './truth.js';

/** What is noted in the truth at the moment when the marked words are set, so that page and order are those printed. */
export type Note = (truth: Truth, place: Place) => void;

/** Words that carry a fact, or a weight of type. */
export interface Marked {
  readonly text: Text;
  readonly notes?: readonly Note[];
  readonly bold?: boolean;
}

/** Running text: strings, marked words, and any nesting of them. */
export type Text = string | Marked | readonly Text[];

const isList = (text: Text): text is readonly Text[] => Array.isArray(text);

/** The words alone. */
export function plain(text: Text): string {
  if (typeof text === 'string') return text;
  return isList(text) ? text.map(plain).join('') : plain(text.text);
}

/** As a gold annotation writes it: white space folded. */
export const folded = (text: Text): string => plain(text).replace(/\s+/g, ' ').trim();

/** Template for running text that holds marked words. */
export const fr = (strings: TemplateStringsArray, ...values: Text[]): Text =>
  strings.flatMap((string, i) => [string, ...(i < values.length ? [values[i]!] : [])]);

export const bold = (text: Text): Marked => ({ text, bold: true });

export const noted = (text: Text, ...notes: Note[]): Marked => ({ text, notes });

export interface WordToSet {
  readonly parts: { text: string; bold: boolean }[];
  readonly notes: Note[];
}

/** A place where a line may be broken: a plain space, not before the marks that French sets off with one. */
const BREAK = /( (?![:;!?»%€])|\n)/;

/** The words in order, each with what it carries; `null` where the line breaks. */
export function words(text: Text, isBold = false): (WordToSet | null)[] {
  const found: (WordToSet | null)[] = [];
  let word: WordToSet | undefined;
  let waiting: Note[] = [];
  const walk = (piece: Text, heavy: boolean): void => {
    if (typeof piece === 'string') {
      for (const run of piece.split(BREAK)) {
        if (run === '') continue;
        if (run === ' ' || run === '\n') {
          word = undefined;
          if (run === '\n') found.push(null);
          continue;
        }
        if (!word) found.push((word = { parts: [], notes: [] }));
        word.notes.push(...waiting);
        waiting = [];
        const last = word.parts.at(-1);
        if (last?.bold === heavy) last.text += run;
        else word.parts.push({ text: run, bold: heavy });
      }
    } else if (isList(piece)) {
      for (const part of piece) walk(part, heavy);
    } else {
      waiting.push(...(piece.notes ?? []));
      walk(piece.text, heavy || piece.bold === true);
    }
  };
  walk(text, isBold);
  return found;
}
