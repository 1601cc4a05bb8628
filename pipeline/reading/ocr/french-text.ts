/** How far a text is from being French as people write it. */
export interface TextQuality {
  /** Words of two letters or more. */
  readonly words: number;
  readonly letters: number;
  /** Share of the words that carry grammar: le, de, et, pour … A French sentence has a third of them. */
  readonly functionWords: number;
  /** How alike the frequencies of the letters are to those of French: 1 alike, 0 nothing in common. */
  readonly likeness: number;
  /** Share of the words that hold characters which no writer types: unmapped glyphs, mojibake, controls. */
  readonly broken: number;
  /** Share of the words that recognition or a bad font map has garbled: figures inside words, no vowel, stray signs. */
  readonly garbled: number;
}

const FUNCTION_WORDS = new Set(
  `à au aux avec ce ces cette dans de des du elle en est et être il ils la le les leur leurs mais ne nos notre nous on
  ont ou où par pas plus pour qu que qui sa sans se ses si son sont sous sur un une vous été dont entre ainsi afin après
  lors selon cet tous tout même article monsieur madame`.split(/\s+/),
);

/** Letters of French, in parts of a thousand of running text, accents taken off. */
const FREQUENCIES: Readonly<Record<string, number>> = {
  e: 167, s: 80, a: 82, i: 75, t: 72, n: 71, r: 66, u: 63, l: 55, o: 55, d: 37, c: 33, m: 30, p: 30, v: 16, q: 13,
  f: 11, b: 9, g: 10, h: 8, j: 5, x: 4, y: 3, z: 2, k: 1, w: 1,
}; // biome-ignore format: a table

const UNTYPED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffd\ue000-\uf8ff\u{f0000}-\u{10fffd}]/u;
/** UTF-8 read as Latin-1 or Windows-1252, twice-encoded accents: "Ã©", "â€™", "Â°". */
const MOJIBAKE = /Ã[\u0080-\u00bf©¨ª«®´»¢§¯]|â[€‚ƒ„…†‡]|Â[°«»\u00a0]/;
const VOWEL = /[aeiouyàâäéèêëîïôöùûüœæ]/i;
const GARBLED = /[a-zà-ÿ][0-9][a-zà-ÿ]|[a-zà-ÿ][A-ZÀ-Þ][a-zà-ÿ]|[|\\~^{}<>_¬¦]|[a-zà-ÿ][!;:*"»«][a-zà-ÿ]|(.)\1{3}/;
const NUMERIC = /^[\d\s.,;:/()+%€$£°'’–—-]+$/;

/** Looks at words as they were read, in any order. */
export function textQuality(texts: Iterable<string>): TextQuality {
  let words = 0;
  let letters = 0;
  let functionWords = 0;
  let tokens = 0;
  let broken = 0;
  let garbled = 0;
  const counts = new Map<string, number>();
  for (const text of texts) {
    if (text.length >= 2 && (UNTYPED.test(text) || MOJIBAKE.test(text))) broken += 1;
    if (text.length < 2 || NUMERIC.test(text)) {
      if (text.length >= 2) tokens += 1;
      continue;
    }
    tokens += 1;
    const bare = text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    const isAddress = /@|www|https?:|\.(?:fr|com|org|net|eu)\b/i.test(text);
    for (const part of bare.split(/['’\-/.]/)) {
      if (part === '' || !/\p{L}/u.test(part)) continue;
      words += 1;
      if (FUNCTION_WORDS.has(part.toLowerCase())) functionWords += 1;
      for (const letter of part.normalize('NFD').toLowerCase()) {
        if (letter < 'a' || letter > 'z') continue;
        counts.set(letter, (counts.get(letter) ?? 0) + 1);
        letters += 1;
      }
    }
    if (isAddress) continue;
    const noVowel = /^[a-zà-ÿ]{4,}$/.test(bare) && !VOWEL.test(bare);
    if (bare === '' ? text.length > 2 && !/^(.)\1*$/.test(text) : noVowel || GARBLED.test(bare)) garbled += 1;
  }
  return {
    words,
    letters,
    functionWords: words === 0 ? 0 : functionWords / words,
    likeness: likeness(counts),
    broken: tokens === 0 ? 0 : broken / tokens,
    garbled: tokens === 0 ? 0 : garbled / tokens,
  };
}

/** Cosine of the angle between two frequency tables. */
function likeness(counts: ReadonlyMap<string, number>): number {
  let product = 0;
  let own = 0;
  let french = 0;
  for (const [letter, frequency] of Object.entries(FREQUENCIES)) {
    const count = counts.get(letter) ?? 0;
    product += count * frequency;
    own += count * count;
    french += frequency * frequency;
  }
  return own === 0 ? 0 : product / Math.sqrt(own * french);
}
