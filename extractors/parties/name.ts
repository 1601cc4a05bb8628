import type { EntityKind } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { kindOfBody } from '../entities/bodies.js';
import { isBare } from './bare-name.js';
import { GrowingName } from './growing-name.js';
import { skipGap } from './name-tokens.js';
import { APPOSED, LEGAL } from './name-words.js';
import { aliasBehind, quotedName } from './quoted-name.js';

/** A name read in running text: where it stands, what it is, and what brackets behind it add. */
export interface Name {
  readonly start: number;
  readonly end: number;
  /** As written, white space folded; without the common noun before a proper name ("l'association Les Lilas"). */
  readonly text: string;
  /** Where the words announce it. */
  readonly kind?: EntityKind;
  /** "association", "société", where that word stands before the name. */
  readonly form?: string;
  /** It says a sort of body and no name: "l'association", "la Ville", "le club". */
  readonly bare: boolean;
  /** An acronym or a long form in brackets behind it. */
  readonly alias?: string;
}

/**
 * The name of a body that begins at `from` (an article may stand before it), or nothing.
 * It ends where a French sentence shows that the name is over: a sign, a verb, "pour", "au titre de", a figure.
 */
export function readName(text: string, from: number, limit = text.length): Name | undefined {
  const at = skipGap(text, from, limit);
  const quoted = quotedName(text, at, limit);
  if (quoted) return quoted;
  const { start, end, head, opening, capitals, kept, ...grown } = new GrowingName(text, at, limit);
  if (start < 0 || end <= start) return undefined;
  let { form } = grown;
  let nameStart = start;
  if (form && capitals >= 1 && kept >= 2) {
    // "l'association Les Lilas": the name stands behind the common noun.
    const noun = start + opening.length;
    const proper = /^[\s\u00a0]+(?=\p{Lu})/u.exec(text.slice(noun, end));
    if (proper) nameStart = noun + proper[0].length;
  } else if (
    ((head && APPOSED.test(opening)) || LEGAL.test(opening)) &&
    (capitals === 0 || end - start === opening.length)
  ) {
    form = opening.toLowerCase();
    const behind = nameBehindNoun(text, end, limit);
    if (behind) return { ...behind, form };
  }
  const written = fold(text.slice(nameStart, end));
  const kind = (form && kindOfBody(plain(form))) || kindOfBody(plain(written));
  const alias = aliasBehind(text, end, limit);
  return {
    start: nameStart,
    end,
    text: written,
    bare: isBare(written, text.slice(at, start)),
    ...(kind ? { kind } : {}),
    ...(form && nameStart !== start ? { form } : {}),
    ...(alias ? { alias } : {}),
  };
}

/** "l'association « Les Lilas »", "la société dénommée Les Lilas". */
function nameBehindNoun(text: string, end: number, limit: number): Name | undefined {
  const below = skipSpaces(text, end);
  const sign = text[below] === '\n' ? skipSpaces(text, below + 1) : below;
  const quoted = quotedName(text, text[sign] === ',' ? skipSpaces(text, sign + 1) : sign, limit);
  if (quoted && sign - end <= 3) return quoted;
  const called = /^[\s\u00a0]+(?:dénommée?|intitulée?|dite?|nommée?)[\s\u00a0]+/iu.exec(text.slice(end, end + 30));
  const name = called ? readName(text, end + called[0].length, limit) : undefined;
  return name?.bare ? undefined : name;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[ \u00a0\u202f]/.test(text[at]!)) at += 1;
  return at;
}

/** White space folded, line-end hyphens kept. */
export const fold = (text: string): string => text.replace(/[\s\u00a0\u202f]+/gu, ' ').trim();
