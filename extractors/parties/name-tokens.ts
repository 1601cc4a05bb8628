/** A word that may belong to a name. Offsets into the text. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** The white space before it. */
  readonly gap: string;
}

const WORD = /[^\s«»"“”()[\];:,\t]+/uy;

/** The words of [from, limit); what an apostrophe ties is two: "l'Emploi". */
export function* tokens(text: string, from: number, limit: number): Generator<Token> {
  let at = from;
  while (at < limit) {
    const above = at;
    at = skipGap(text, at, limit);
    WORD.lastIndex = at;
    const found = WORD.exec(text);
    if (!found || at >= limit) return;
    const whole = found[0].slice(0, limit - at);
    const word = /^(?:[ldLD]|qu|Qu)['’](?=.)/u.exec(whole)?.[0] ?? whole;
    yield { word, start: at, end: at + word.length, gap: text.slice(above, at) };
    at += word.length;
  }
}

const GAP = /(?:[ \u00a0\u202f]|\n(?!\n))*/y;

/** Behind spaces and the break of a line, before an empty one. */
export function skipGap(text: string, from: number, limit: number): number {
  GAP.lastIndex = from;
  return Math.max(from, Math.min(limit, from + GAP.exec(text)![0].length));
}

/** A full stop ends a name, unless it belongs to an acronym or an abbreviation. */
export function withoutFullStop({ word: raw, start, end }: Token): { word: string; end: number; closes: boolean } {
  const word = raw.replace(/[’]/g, "'");
  const closes =
    /[.!?]$/u.test(word) &&
    !/^(?:\p{Lu}\.)+$/u.test(word) &&
    !/^(?:St|Ste|Agglo|Asso|Ass|Cie|Sté|Ets|Mme|M|Dr)\.$/u.test(word);
  if (!closes) return { word, end, closes };
  const bare = word.replace(/[.!?]+$/u, '');
  return { word: bare, end: start + bare.length, closes };
}
