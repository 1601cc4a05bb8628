import { plain } from '../acts/plain.js';

/** Words that an acronym may pass over. */
const SMALL = /^(?:de|du|des|d|la|le|les|l|et|a|au|aux|en|pour|par|of|the|and|on|in)$/;

/**
 * Whether an acronym is made of a name's words: each word that says something gives its first letter and may give more
 * of its letters, in their order ("CDPVN": Coup de Pouce VietNam; "MELT": Mission Emploi Lys-Tourcoing).
 */
export function spells(acronym: string, name: string): boolean {
  const letters = plain(acronym).replace(/[^a-z]/g, '');
  const words = plain(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return letters.length >= 2 && words.length >= 2 && fits(letters, words);
}

function fits(letters: string, words: readonly string[]): boolean {
  const [word, ...rest] = words;
  if (word === undefined) return letters === '';
  if (SMALL.test(word) && fits(letters, rest)) return true;
  if (letters[0] !== word[0]) return false;
  // The word's first letter, then as many of its further letters as the acronym needs.
  let at = 1;
  for (let used = 1; used <= letters.length; used += 1) {
    if (fits(letters.slice(used), rest)) return true;
    at = word.indexOf(letters[used] ?? '', at) + 1;
    if (at === 0 || used === letters.length) return false;
  }
  return false;
}
