import type { Glyph } from './trace/index.js';

/** Spacing accents that some writers print over a letter, and the combining mark that each stands for. */
const MARKS = new Map([
  ['\u00b4', '\u0301'],
  ['\u02ca', '\u0301'],
  ['`', '\u0300'],
  ['\u02cb', '\u0300'],
  ['^', '\u0302'],
  ['\u02c6', '\u0302'],
  ['\u00a8', '\u0308'],
  ['\u00b8', '\u0327'],
  ['~', '\u0303'],
  ['\u02dc', '\u0303'],
  ['\u02da', '\u030a'],
]);

const isMark = (text: string): boolean => {
  const code = text.charCodeAt(0);
  return text.length === 1 && (MARKS.has(text) || (code >= 0x300 && code <= 0x36f));
};

/** Bullets and boxes of the symbol fonts, which have no Unicode place of their own. */
const SYMBOLS = new Map([
  [0x2d, '-'],
  [0x6c, '●'],
  [0x6e, '■'],
  [0x6f, '☐'],
  [0x70, '☐'],
  [0x71, '☐'],
  [0x72, '☐'],
  [0x76, '❖'],
  [0xa7, '▪'],
  [0xa8, '☐'],
  [0xb7, '•'],
  [0xd8, '➢'],
  [0xde, '→'],
  [0xe0, '→'],
  [0xe8, '→'],
  [0xf0, '→'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
]);

/** What many fonts call the hyphen that they print. */
const SOFT_HYPHEN = '\u00ad';

/**
 * Glyphs as a reader names them: letters and the accents printed over them are one, ligatures are their letters,
 * text is in NFC, every hyphen is one sign, and what only a symbol font could name is a bullet.
 */
export function recompose(glyphs: readonly Glyph[]): readonly Glyph[] {
  let clean = true;
  for (const { text } of glyphs) {
    if (text.length !== 1 || text.charCodeAt(0) > 0x17f || text === SOFT_HYPHEN || MARKS.has(text)) {
      clean = false;
      break;
    }
  }
  if (clean) return glyphs;
  const out: Glyph[] = [];
  for (let i = 0; i < glyphs.length; i += 1) {
    const glyph = glyphs[i]!;
    if (isMark(glyph.text)) {
      const mark = MARKS.get(glyph.text) ?? glyph.text;
      const before = out.at(-1);
      const after = glyphs[i + 1];
      if (before && accents(glyph, before)) {
        const whole = (before.text + mark).normalize('NFC');
        if (whole.length === before.text.length) {
          out[out.length - 1] = { ...before, text: whole };
          continue;
        }
      }
      if (after && accents(glyph, after)) {
        const whole = (after.text + mark).normalize('NFC');
        if (whole.length === after.text.length) {
          out.push({ ...after, text: whole });
          i += 1;
          continue;
        }
      }
      if (glyph.text !== mark || MARKS.has(glyph.text)) out.push(glyph);
      continue;
    }
    const text = plain(glyph.text);
    out.push(text === glyph.text ? glyph : { ...glyph, text });
  }
  return out;
}

/** Whether the middle of the mark stands over the letter. */
function accents(mark: Glyph, letter: Glyph): boolean {
  if (!/^\p{L}$/u.test(letter.text)) return false;
  if (Math.abs(mark.y - letter.y) > letter.size * 0.6) return false;
  const middle = (mark.x + mark.endX) / 2;
  const slack = letter.size * 0.08;
  return middle > letter.x - slack && middle < letter.endX + slack;
}

function plain(text: string): string {
  const code = text.charCodeAt(0);
  if (text.length === 1) {
    if (text === SOFT_HYPHEN) return '-';
    if (code < 0x300) return text;
    if (code === 0x2010 || code === 0x2011) return '-';
    if (code >= 0xe000 && code <= 0xf8ff) return SYMBOLS.get(code & 0xff) ?? '•';
    if (code >= 0xfb00 && code <= 0xfb06) return text.normalize('NFKC');
    return text;
  }
  return text.normalize('NFC').replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'));
}
