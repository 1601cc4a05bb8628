import { WHERE } from './name.js';

/** One misread letter in a word of seven or more leaves its first three or its last three letters as they were. */
const SPARED = 3;
const LONG = 2 * SPARED + 1;

/**
 * Keys that a name shares with any other that differs from it by one misread letter: the name with one of its long words
 * cut down to its beginning, or to its end. Names of one word, of persons and of territories have none.
 */
export function slipKeys(key: string): string[] {
  if (/^(?:person:|raw:|commune|departement|region|etat)/.test(key)) return [];
  const [name = '', where = ''] = key.split(WHERE);
  const words = name.split(' ');
  if (words.length < 2) return [];
  return words.flatMap((word, i) =>
    word.length < LONG || /\d/.test(word)
      ? []
      : [`${word.slice(0, SPARED)}*`, `*${word.slice(-SPARED)}`].map(
          (left) => `slip:${[...words.slice(0, i), left, ...words.slice(i + 1)].join(' ')}${WHERE}${where}`,
        ),
  );
}

/** Whether a key is one that `slipKeys` made. */
export const isSlipKey = (key: string): boolean => key.startsWith('slip:');

/** Whether two keys differ only by one letter of one long word: misread, lost or doubled. */
export function misread(a: string, b: string): boolean {
  const left = a.split(' ');
  const right = b.split(' ');
  if (left.length !== right.length) return false;
  const differing = left.flatMap((word, i) => (word === right[i] ? [] : [i]));
  if (differing.length !== 1) return false;
  const [x, y] = [left[differing[0]!]!.split(WHERE)[0]!, right[differing[0]!]!.split(WHERE)[0]!];
  return Math.min(x.length, y.length) >= LONG && oneSlip(x, y);
}

/** Whether one letter differs, but not the last: a final "e" or "s" is grammar, and may distinguish two bodies. */
function oneSlip(x: string, y: string): boolean {
  const [long, short] = x.length >= y.length ? [x, y] : [y, x];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const rest = long.slice(start + 1);
  if (long.length === short.length) return rest === short.slice(start + 1) && start < long.length - 1;
  // A letter lost or doubled inside the word.
  return rest === short.slice(start) && start < long.length - 1;
}
