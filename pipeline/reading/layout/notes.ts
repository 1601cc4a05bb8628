import type { Sheet, SheetWord } from '../sheet.js';
import type { TextDraft } from './draft.js';
import { type TextLine, textOf } from './lines.js';
import type { Strokes } from './rules.js';

/** The mark of a footnote: "¹ Décret…", "1. Décret…", "(1) Décret…", "1Décret…". */
const NOTE = /^(?:[¹²³⁴-⁹]{1,2}|\(?\d{1,2}[.)]?|\*{1,3})(?:\s|\p{L}|«)/u;
/** Notes without a rule over them stand in this part of the page's height, in type this many times smaller. */
const FOOT = 0.75;
const SMALLER = 0.85;
const MANY = 400;

/** What tells a page's footnotes from its text. */
export interface NoteLook {
  readonly bodySize: number;
  /** Where the rule over them stands; Infinity when the page has none. */
  readonly rule: number;
  readonly height: number;
}

/** Whether a block is a footnote or several: by the rule over it or its small type, and by its mark. */
export function isNote(lines: readonly TextLine[], { bodySize, rule, height }: NoteLook): boolean {
  const [first] = lines;
  if (!NOTE.test(textOf(first!))) return false;
  const isSmall = lines.every((line) => line.size < bodySize * SMALLER);
  return (isSmall && first!.box[1] > height * FOOT) || (first!.box[1] > rule && first!.size < bodySize * 1.05);
}

export function notesApart(lines: readonly TextLine[]): TextDraft[] {
  const parts: TextLine[][] = [];
  for (const line of lines) {
    if (parts.length === 0 || NOTE.test(textOf(line))) parts.push([line]);
    else parts.at(-1)!.push(line);
  }
  return parts.map((part) => ({ kind: 'footnote', lines: part }));
}

/** Where the short rule that parts footnotes from the text stands: it begins at the margin, low on the page, under no word. */
export function ruleOverNotes(
  { width, height }: Sheet,
  words: readonly SheetWord[],
  { across, down }: Strokes,
): number {
  // So many rules are a drawing's.
  if (across.length > MANY) return Infinity;
  const rule = across.findLast(({ at, from, to }) => {
    const isShort = from < width * 0.2 && to - from > width * 0.07 && to - from < width * 0.4;
    return (
      at > height * 0.4 &&
      isShort &&
      !down.some(
        (stroke) => stroke.at > from - 2 && stroke.at < to + 2 && stroke.from < at + 2 && stroke.to > at - 2,
      ) &&
      !words.some(
        ({ box, baseline, size }) => at > baseline - size && at < baseline + size * 0.4 && box[0] < to && box[2] > from,
      )
    );
  });
  return rule?.at ?? Infinity;
}
