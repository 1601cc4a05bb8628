import { union } from '../../models/geometry.js';
import type { SheetWord } from './sheet.js';

/** Fewer single letters in a row than this are words of one letter. */
const RUN = 5;
/** Letters of one title stand no further apart than this many times their type. */
const REACH = 1.1;
/** A gap this many times wider than the closest ones parts two words. */
const BREAK = 1.7;

/** "C O N S E I L" is one word: letters set apart at even steps, joined. Other words stay as they are. */
export function joinSpacedOut(words: readonly SheetWord[]): readonly SheetWord[] {
  let run: SheetWord[] = [];
  let out: SheetWord[] | undefined;
  const close = (): void => {
    if (out && run.length > 0) out.push(...(isTitle(run) ? joined(run) : run));
    run = [];
  };
  words.forEach((word, index) => {
    const last = run.at(-1);
    if (last && goesOn(last, word)) {
      run.push(word);
      // Most pages have no such run: their words are handed back untouched.
      if (run.length === RUN) out ??= words.slice(0, index + 1 - RUN);
      return;
    }
    close();
    if (isSingle(word)) run = [word];
    else out?.push(word);
  });
  close();
  return out ?? words;
}

const isSingle = ({ text, angle }: SheetWord): boolean => !angle && /^[\p{L}'’]$/u.test(text);

function goesOn(last: SheetWord, next: SheetWord): boolean {
  const gap = next.box[0] - last.box[2];
  return (
    (isSingle(next) || next.text === '-') &&
    last.size === next.size &&
    last.baseline === next.baseline &&
    gap > 0 &&
    gap < last.size * REACH
  );
}

/** Initials of the days, letters with a dash between each two, or letters in the order of the alphabet, name columns. */
function isTitle(run: readonly SheetWord[]): boolean {
  if (run.length < RUN) return false;
  const letters = run.map(({ text }) => text.normalize('NFD')[0]!.toUpperCase());
  if (letters.filter((letter) => letter === '-').length * 3 > run.length) return false;
  const vowels = letters.filter((letter) => 'AEIOUY'.includes(letter)).length;
  const ordered = letters.every((letter, at) => at === 0 || letter > letters[at - 1]!);
  return vowels * 5 >= letters.length && !ordered;
}

function joined(run: readonly SheetWord[]): SheetWord[] {
  const gaps = run.slice(1).map((word, at) => word.box[0] - run[at]!.box[2]);
  const step = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 3)]!;
  const parts: SheetWord[][] = [[run[0]!]];
  gaps.forEach((gap, at) => {
    if (gap > step * BREAK) parts.push([]);
    parts.at(-1)!.push(run[at + 1]!);
  });
  return parts.map((part) => ({
    ...part[0]!,
    text: part.map(({ text }) => text).join(''),
    box: union(part.map(({ box }) => box)),
  }));
}
