import { plain } from '../acts/plain.js';
import { kindOfBody } from '../entities/bodies.js';
import { fold, type Name } from './name.js';

const PAIRS: Readonly<Record<string, string>> = { '«': '»', '"': '"', '“': '”' };

/** The name in quotation marks that opens at `at`; undefined where none does. */
export function quotedName(text: string, at: number, limit: number): Name | undefined {
  const closing = PAIRS[text[at] ?? ''];
  if (!closing) return undefined;
  const end = text.indexOf(closing, at + 1);
  if (end < 0 || end >= limit || end - at > 120) return undefined;
  const inside = text.slice(at + 1, end);
  const start = at + 1 + (inside.length - inside.trimStart().length);
  const stop = end - (inside.length - inside.trimEnd().length);
  if (!/^\p{Lu}|^\d/u.test(text.slice(start, stop)) || stop - start < 2 || inside.includes('\n\n')) return undefined;
  const written = fold(text.slice(start, stop));
  const kind = kindOfBody(plain(written));
  const alias = aliasBehind(text, end + 1, limit);
  return {
    start,
    end: stop,
    text: written,
    bare: false,
    ...(kind ? { kind } : {}),
    ...(alias ? { alias } : {}),
  };
}

/** An acronym, or the long form of one, in brackets directly behind a name; an acronym also in quotation marks. */
export function aliasBehind(text: string, end: number, limit: number): string | undefined {
  const quoted = /^[\s\u00a0]{0,2}[«"“][\s\u00a0]*((?:\p{Lu}\.?){2,10})[\s\u00a0]*[»"”]/u.exec(
    text.slice(end, Math.min(limit, end + 24)),
  );
  if (quoted) return quoted[1];
  const found = /^[\s\u00a0]{0,2}\(([^()\n€\d][^()€]{1,100})\)/u.exec(text.slice(end, Math.min(limit, end + 110)));
  if (!found) return undefined;
  const inside = fold(found[1]!).replace(/^(?:ou|dit|dite|soit|sigle :?|ex-?|les?|la) /iu, (word) =>
    /^les?|^la/i.test(word) ? word : '',
  );
  if (/^(?:\p{Lu}[\p{L}.&'-]{1,14}|(?:\p{Lu}\.){2,}\p{Lu}?)$/u.test(inside)) return inside;
  return /^\p{Lu}.*\s.*\p{Lu}/u.test(inside) || /^(?:les?|la) \p{Lu}/u.test(inside) ? inside : undefined;
}
