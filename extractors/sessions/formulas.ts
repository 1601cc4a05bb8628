import type { Stretch } from '../../models/page.js';
import { outcomeIn } from './outcome-words.js';
import { around } from './sentence.js';
import { ELSEWHERE, NOT_YET, type Sign } from './sign.js';

const UNANIMOUS = /\bunanimite\b|\bunanimement\b|\b(?:accord|vote) unanime\b/g;
const MAJORITY =
  /\ba la (?:majorite|pluralite)\b(?! des (?:membres|conseillers) en exercice)|(?<=\t|: |\badoptee? |^[ \t]*)majorite\b(?=[ \t]*(?:$|[\n\t(]))/gm;
/** "Accord du conseil." */
const ACCORD = /(?:^|[.\n] ?)accord (?:unanime )?(?:du conseil|de l'assemblee|des membres|a l'unanimite)\b/g;
const NOTED = /\b(?:prend(?:re)?|prennent|pris|prise|dont|donner?) (?:bonne )?acte\b/g;
/** "Mme X, ayant obtenu la majorité absolue, a été proclamée maire": a ballot's outcome, not the secretary's choice. */
const ELECTED =
  /\b(?:a ete|ont ete|est|sont) (?:immediatement )?(?:proclamee?s?|declaree?s? elue?s?)\b|\bayant obtenu la majorite absolue[^.;\n]{0,40}\n?[^.;\n]{0,40}\b(?:est|sont|a ete|ont ete) elue?s?\b/g;

/** Votes told by set phrases: "à l'unanimité", "à la majorité", "accord du conseil", "a été proclamé maire", "dont acte". */
export function formulaSigns(text: string): Sign[] {
  return [
    ...found(text, UNANIMOUS, unanimous),
    ...found(text, MAJORITY, byMajority),
    ...found(text, ACCORD, () => ({ kind: 'outcome', outcome: 'adopted' })),
    ...found(text, ELECTED, () => ({ kind: 'outcome', outcome: 'adopted' })),
    ...found(text, NOTED, (at) =>
      NOT_YET.test(around(text, at.start, at.start).before) ? undefined : { kind: 'verb', outcome: 'noted' },
    ),
  ];
}

/** The places of a phrase in a text, and what `says` reads there; nothing where it is no sign. */
function found(
  text: string,
  pattern: RegExp,
  says: (at: Stretch, text: string) => Omit<Sign, keyof Stretch> | undefined,
): Sign[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const at = { start: match.index, end: match.index + match[0].length };
    const said = says(at, text);
    return said ? [{ ...at, ...said }] : [];
  });
}

function unanimous({ start, end }: Stretch, text: string): Omit<Sign, keyof Stretch> | undefined {
  const { before, after } = around(text, start, end);
  if (isUnticked(text, start, end) || /\b(?:requis|requiert|necessite|sauf)\b/.test(before.slice(-40)))
    return undefined;
  const another =
    ELSEWHERE.test(before.slice(-160)) &&
    !/\bconseil|\badopte|\bassemblee|\bapprouvee?s?\b|\bvalidee?s?\b/.test(before.slice(-60));
  if (another && !fillsLine(text, start, end)) return undefined;
  return {
    kind: 'outcome',
    outcome: outcomeIn(`${before} ${after}`),
    unanimous: !/^[^.\n]{0,30}\bmoins\b/.test(after),
  };
}

function byMajority({ start, end }: Stretch, text: string): Omit<Sign, keyof Stretch> | undefined {
  const { before, after } = around(text, start, end);
  if (isUnticked(text, start, end)) return undefined;
  const another = ELSEWHERE.test(before.slice(-160)) && !fillsLine(text, start, end);
  const ofVoters = /^ (?:absolue|simple|qualifiee|relative|requise)/.test(after);
  if ((another || ofVoters) && !/\badopt|\bapprouv|\bdecid|\bvot|\belu/.test(before.slice(-80))) return undefined;
  return { kind: 'outcome', outcome: outcomeIn(before), unanimous: false };
}

/** A choice on a form that nobody made: "Adopté à l'unanimité : … Adopté à la majorité : …", or an empty box. */
function isUnticked(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  if (
    /[☐□❏❑]|\[ ?\]/u.test(before.slice(Math.max(...['\n', '☒', '☑', '■'].map((sign) => before.lastIndexOf(sign))) + 1))
  )
    return true;
  const behind = text.slice(end, end + 80);
  const rival =
    /^\s{0,3}(?::|\.{3,})\s{0,3}(?:(?:adopte|approuve|vote)e?s?\s|a la\s|voix contre|contre\s{0,2}:|abstentions?\s{0,2}:|$)/;
  return (
    rival.test(behind) &&
    /\bunanimite\s{0,3}(?::|\.{3,})[\s\S]{0,60}\bmajorite\s{0,3}(?::|\.{3,})/.test(
      text.slice(Math.max(0, start - 100), end + 100),
    )
  );
}

/** "UNANIMITÉ" on a line of its own is the outcome of what stands above it. */
const fillsLine = (text: string, start: number, end: number): boolean =>
  /(?:^|\n)[ \t]*(?:a l'|a la )?$/.test(text.slice(Math.max(0, start - 12), start)) &&
  /^[ \t.]*(?:\n|$)/.test(text.slice(end, end + 8));
