import type { Act } from '../../models/act.js';
import { plain } from '../acts/plain.js';
import { unitsOf } from '../meaning/units.js';
import { fold } from '../parties/name.js';

/** An article of a contract. Offsets are into the passage. */
export interface Article {
  /** As written: "1", "2.1", "2 bis", "IV", "premier". */
  readonly number: string;
  readonly title: string;
  /** Its heading. */
  readonly start: number;
  readonly headEnd: number;
  /** Where the next one begins. */
  readonly end: number;
}

const HEADING =
  /^[ \t]*(?:[ivx]{1,5}[ \t]*[-.)][ \t]*)?art(?:icle|\.)[ \t]*(?:n ?° ?)?(\d{1,2}(?:[.-]\d{1,2}){0,2}(?: ?(?:bis|ter|quater)\b)?|premier|[ivx]{1,5}\b)(?:er\b|°)?([ \t]*[-:.)]*[ \t]*)([^\n]{0,140})$/gm;
/** "article 8 de la loi": an article of another text. */
const OF_ANOTHER = /^(?:de |du |des |d'|et |ou |a |ci-|,|susvise|precite|relati)/;
/** "Article 4 - Elle sera reconduite …": an article that goes straight to what it stipulates. */
const VERB =
  /\b(?:est|sont|sera|seront|prend|prendra|peut|pourra|a pour|ont|s'engage|verse|met|reste|entre en vigueur)\b/;
/** "1 - Objet", "IV. Durée": headings of contracts that do not say "article". */
const NUMBERED = /^[ \t]*(\d{1,2}(?:\.\d{1,2}){0,2}|[IVX]{1,5})[ \t]*[-–.:)°]+[ \t]*(\p{Lu}[^\n]{2,100})$/u;

/** The articles of a contract, in order. */
export function articlesOf(act: Act): Article[] {
  const text = act.passage.text.slice(0, act.passage.bodyEnd);
  const found = headed(text);
  const heads = found.length > 1 ? found : numbered(act, text);
  return heads.map((head, i) => ({ ...head, end: heads[i + 1]?.start ?? text.length }));
}

type Head = Omit<Article, 'end'>;

function headed(text: string): Head[] {
  const found: Head[] = [];
  for (const match of plain(text).matchAll(HEADING)) {
    const [whole, number = '', sign = '', rest = ''] = match;
    const titleAt = match.index + whole.length - rest.length;
    if (OF_ANOTHER.test(rest) || (!/[-:.)]/.test(sign) && /^\p{Ll}/u.test(text.slice(titleAt)))) continue;
    const numberAt = match.index + whole.indexOf(number, whole.indexOf('art'));
    const isSentence = VERB.test(rest);
    const below = rest === '' ? titleBelow(text, match.index + whole.length) : undefined;
    const headEnd = isSentence ? titleAt : match.index + whole.length + (below?.length ?? 0);
    found.push({
      number: text.slice(numberAt, numberAt + number.length),
      title: fold(below ?? text.slice(titleAt, headEnd)).replace(/[\s.:]+$/, ''),
      start: match.index + (/^[ \t]*/.exec(whole)?.[0].length ?? 0),
      headEnd,
    });
  }
  return found;
}

/** A short line of its own below "Article 1". */
const titleBelow = (text: string, at: number): string | undefined =>
  /^\s{1,4}\p{Lu}[^\n.;]{2,90}(?=\n\s*\n|\n\s*\p{Lu})/u.exec(text.slice(at, at + 120))?.[0];

const numbered = (act: Act, text: string): Head[] =>
  unitsOf(act).flatMap(({ start, end, kind }) => {
    const head = kind === 'heading' ? NUMBERED.exec(text.slice(start, end)) : null;
    return head ? [{ number: head[1]!, title: fold(head[2]!), start, headEnd: end }] : [];
  });
