/**
 * Folding: letters without accents and in lower case, one kind of space, apostrophe, hyphen and quotation mark.
 * Every character gives exactly one, so an offset into the folded text is an offset into the text.
 */

const FOLDED = new Uint16Array(65536);
for (let code = 0; code < FOLDED.length; code += 1) FOLDED[code] = code;

const put = (from: Iterable<string>, to: string): void => {
  for (const char of from) FOLDED[char.charCodeAt(0)] = to.charCodeAt(0);
};

/** Latin letters; those of Vietnamese and Welsh have a range of their own. */
const LATIN = [
  [0x41, 0x250],
  [0x1e00, 0x1f00],
] as const;
for (const [from, to] of LATIN) {
  for (let code = from; code < to; code += 1) {
    const bare = String.fromCharCode(code).normalize('NFD')[0]!.toLowerCase();
    if (bare.length === 1 && /\p{L}/u.test(bare)) FOLDED[code] = bare.charCodeAt(0);
  }
}
put('\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\r', ' ');
put('\u000b\u000c\u2028\u2029', '\n');
put('\u2018\u2019\u201b\u02bc\u00b4`\u2032', "'");
put('\u2010\u2011\u2012\u2013\u2014\u2015\u2212', '-');
put('«»\u201c\u201d\u201e\u201f', '"');
put('º\u02da', '°');

const DECODER = new TextDecoder('utf-16le', { ignoreBOM: true });
/** Short texts are cheaper to put together by hand. */
const SHORT = 256;

/** `text` folded, of the same length. */
export function fold(text: string): string {
  const { length } = text;
  if (length <= SHORT) {
    let folded = '';
    for (let i = 0; i < length; i += 1) folded += String.fromCharCode(FOLDED[text.charCodeAt(i)]!);
    return folded;
  }
  const codes = new Uint16Array(length);
  for (let i = 0; i < length; i += 1) codes[i] = FOLDED[text.charCodeAt(i)]!;
  return DECODER.decode(codes);
}

/** Character codes that the scanners compare with. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** Of folded text. */
export const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || code > 0xbf;
