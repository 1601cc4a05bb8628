import type { Act } from '../../models/act.js';
import type { Attendance, Mention } from '../../models/records.js';
import { plain } from '../acts/plain.js';

const PERSON =
  "(?:(?:M\\.|Mr|Mme|Monsieur|Madame|MM\\.)[ \\u00a0])?((?:\\p{Lu}[\\p{L}'’-]+)(?:[ \\u00a0]\\p{Lu}[\\p{L}'’-]+){0,2})";
const ARRIVES = new RegExp(
  `(?<=(?:^|\\n|[.;(]\\s?)\\W{0,4})(?:[Aa]rriv[ée]e\\s+(?:de\\s+)?${PERSON}|${PERSON}\\s+(?:arrive|rejoint la s[ée]ance|entre en s[ée]ance))(?![\\p{L}])`,
  'gu',
);
const COMES = /arriv[ée]|rejoint la s|entre en s/i;

/** Those who come after the meeting has begun, as the minutes note it: "Arrivée de M. Vasseur". */
export function arrivalsOf(act: Act): Mention[] {
  const text = act.passage.text;
  if (!COMES.test(text)) return [];
  return [...text.matchAll(ARRIVES)].flatMap((match): Mention[] => {
    const name = match[1] ?? match[2];
    if (!name || !/^\p{Lu}/u.test(name)) return [];
    return [
      {
        kind: 'arrival',
        text: match[0].replace(/\s+/g, ' '),
        about: name.replace(/\s+/g, ' '),
        span: act.passage.span(match.index, match.index + match[0].length),
        extractor: 'mentions/comings',
      },
    ];
  });
}

/** What is only said by somebody who is there. */
const SPEAKS =
  "(?:intervient|est intervenue?|prend la parole|a pris la parole|[ée]voque|a [ée]voqu[ée]|s['’]interroge|souligne|a soulign[ée]|pr[ée]cise|ajoute|r[ée]pond|explique|rappelle)";

/**
 * Those listed as absent, or as having given their power, who speak all the same; a name that somebody present has too
 * is nobody's.
 */
export function absentSpeakers(act: Act, attendances: readonly Attendance[]): Mention[] {
  const text = act.passage.text.slice(0, act.passage.bodyEnd);
  const there = new Set(
    attendances.filter(({ status }) => status === 'present').flatMap(({ name }) => plain(name).split(/\s+/)),
  );
  const found: Mention[] = [];
  for (const { name, status } of attendances) {
    if (status !== 'absent' && status !== 'excused' && status !== 'proxy') continue;
    const own = name.trim().split(/\s+/).at(-1)!;
    if (own.length < 4 || !/^\p{Lu}[\p{L}'’-]+$/u.test(own) || there.has(plain(own))) continue;
    const match = new RegExp(`(?<![\\p{L}-])${own}\\s+${SPEAKS}(?![\\p{L}])`, 'iu').exec(text);
    if (!match) continue;
    found.push({
      kind: 'speaker',
      text: match[0].replace(/\s+/g, ' '),
      about: name,
      span: act.passage.span(match.index, match.index + match[0].length),
      extractor: 'mentions/comings',
    });
  }
  return found;
}
