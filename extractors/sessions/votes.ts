import type { Stretch } from '../../models/page.js';
import type { Vote } from '../../models/records.js';
import { unbroken } from '../acts/plain.js';
import { readSigns } from './decisions.js';
import { type Name, readNames } from './names.js';
import type { Sign } from './sign.js';

/** A vote and where it stands. */
export interface VoteAt extends Stretch {
  readonly vote: Omit<Vote, 'span' | 'extractor'>;
}

/**
 * The votes of one decision: one, unless several counts of the same form follow each other ("DM1 : 14 pour …",
 * "DM2 : 14 pour …"). `text` as printed, `folded` the same in plain text.
 */
export function readVotes(text: string, folded: string): VoteAt[] {
  const signs = readSigns(folded);
  const repeated = repeatedSigns(signs, folded);
  if (repeated.length > 1) return repeated.map((sign) => voteOf([sign], folded, text, sign));
  const main = mainSign(signs);
  return main ? [voteOf(signs, folded, text, main)] : [];
}

/** Counts, or results of one line each, that are written alike and stand on lines of their own. */
function repeatedSigns(signs: readonly Sign[], folded: string): Sign[] {
  const byForm = new Map<string, Sign[]>();
  const lines = new Set<number>();
  for (const sign of signs) {
    const lineStart = folded.lastIndexOf('\n', sign.start - 1) + 1;
    const lineEnd = folded.indexOf('\n', sign.end);
    const line = folded.slice(lineStart, lineEnd < 0 ? undefined : lineEnd);
    if (lines.has(lineStart)) continue;
    const result =
      sign.kind === 'outcome' &&
      sign.unanimous !== undefined &&
      line.length < 160 &&
      /[:>=-]\s*(?:est |vote |adopte|approuve|accord|a l'unanim|unanim|resultat)/.test(line);
    if (sign.kind !== 'tally' && !result) continue;
    lines.add(lineStart);
    // "Budget de l'eau : 14 pour, 1 contre", "Budget du port : 15 pour": each says what was voted
    const labelled = /[a-z]{3}[^:]{8,}:\s*$/.test(line.slice(0, sign.start - lineStart));
    const form =
      sign.kind !== 'tally'
        ? 'result'
        : labelled
          ? 'labelled'
          : folded.slice(sign.start, sign.end).replace(/\d+/g, '0').replace(/\s+/g, ' ');
    byForm.set(form, [...(byForm.get(form) ?? []), sign]);
  }
  return [...byForm.values()].sort((a, b) => b.length - a.length)[0] ?? [];
}

function mainSign(signs: readonly Sign[]): Sign | undefined {
  const last = (kept: readonly Sign[]): Sign | undefined => kept.at(-1);
  return (
    last(
      signs.filter(({ kind, votesFor, votesAgainst }) => kind === 'tally' && (votesFor ?? votesAgainst) !== undefined),
    ) ??
    last(signs.filter(({ unanimous }) => unanimous !== undefined)) ??
    last(signs.filter(({ kind }) => kind === 'tally')) ??
    last(signs.filter(({ kind }) => kind === 'outcome')) ??
    signs.find(({ outcome }) => outcome !== 'noted') ??
    signs[0]
  );
}

function voteOf(signs: readonly Sign[], folded: string, text: string, main: Sign): VoteAt {
  const tally = main.kind === 'tally' ? main : signs.filter(({ kind }) => kind === 'tally').at(-1);
  const unanimous = main.unanimous ?? signs.filter((sign) => sign.unanimous !== undefined).at(-1)?.unanimous;
  const named = countsByName(text, folded);
  // "refuse par 5 voix contre 2": those five are against what was asked
  const refused = tally !== undefined && isRefusal(signs, tally);
  const turned = refused && (tally.votesAgainst ?? 0) < (tally.votesFor ?? 0);
  const votesFor = turned ? tally.votesAgainst : (tally?.votesFor ?? named.votesFor);
  const votesAgainst = turned ? tally.votesFor : (tally?.votesAgainst ?? named.votesAgainst);
  const abstentions = tally?.abstentions ?? named.abstentions;
  const divided = (votesAgainst ?? 0) > 0 || (unanimous === undefined && (abstentions ?? 0) > 0);
  return {
    start: main.start,
    end: main.end,
    vote: {
      outcome: refused ? 'rejected' : outcomeOf(signs, main),
      ...(divided ? { unanimous: false } : unanimous === undefined ? {} : { unanimous }),
      ...(votesFor === undefined ? {} : { votesFor }),
      ...(votesAgainst === undefined ? {} : { votesAgainst }),
      ...(abstentions === undefined ? {} : { abstentions }),
      ...(tally?.voters === undefined ? {} : { voters: tally.voters }),
    },
  };
}

/** Whether the assembly refuses in the words around the count. */
const isRefusal = (signs: readonly Sign[], tally: Stretch): boolean =>
  signs.some(
    ({ kind, outcome, start, end }) =>
      kind !== 'tally' && outcome === 'rejected' && start <= tally.start && tally.start - end < 60,
  );

function outcomeOf(signs: readonly Sign[], main: Sign): Vote['outcome'] {
  if (main.outcome !== 'adopted') return main.outcome;
  const rejected = signs.some(({ kind, outcome }) => kind === 'outcome' && outcome === 'rejected');
  if (rejected && main.kind === 'tally' && (main.votesFor ?? 1) <= (main.votesAgainst ?? 0)) return 'rejected';
  const adoptedByVerb = signs.some(({ kind, outcome }) => kind === 'verb' && outcome === 'adopted');
  if (!adoptedByVerb && signs.some(({ outcome }) => outcome === 'noted')) return 'noted';
  return rejected && main.kind === 'verb' ? 'rejected' : 'adopted';
}

const BY_NAME: readonly [keyof Named, RegExp][] = [
  ['votesFor', /(?:^|\n)[ \t]*(?:ont vote |votes? |voix )?pour[ \t]*:[ \t]*(?=m[. ]|mm|mme|mr|mons|mad)/],
  [
    'votesAgainst',
    /(?:^|[\n(;.,-])[ \t]*(?:ont vote |votes? |voix )?contre[ \t]*(?:[:(][ \t]*(?=m[. ]|mm|mme|mr|mons|mad|[a-z]+ [a-z]+)|de (?=m[. ]|mm|mme|mr|mons|mad))/,
  ],
  [
    'abstentions',
    /(?:^|[\n(;.,-])[ \t]*(?:s'abstiennent|se sont abstenus?|abstentions?|abst\.?)[ \t]*(?:[:(][ \t]*(?=m[. ]|mm|mme|mr|mons|mad|[a-z]+ [a-z]+)|de (?=m[. ]|mm|mme|mr|mons|mad))/,
  ],
];
const BEHIND_NAMES: readonly [keyof Named, RegExp][] = [
  ['votesAgainst', /\b(?:vote|votent|votant|ont vote|a vote|ayant vote) contre\b/],
  ['abstentions', /\bs'abst(?:ient|iennent|enant)\b|\bs'(?:est|etant) abstenue?\b|\bse sont abstenus?\b/],
];

interface Named {
  votesFor?: number;
  votesAgainst?: number;
  abstentions?: number;
}

/** How many voted for or against or abstained, where they are named and not counted. */
function countsByName(text: string, folded: string): Named {
  const counts: Named = {};
  for (const [side, pattern] of BY_NAME) {
    const match = pattern.exec(folded);
    if (!match) continue;
    const start = match.index + match[0].length;
    const stop =
      /\)|\n\n|\n(?=\s*(?:pour|contre|abst|vote|le conseil))|;|(?<!\b(?:mm?|mmes?|mr|dr))\.(?=\s+[a-z]{4})/.exec(
        folded.slice(start, start + 600),
      );
    const names = readNames(text, start, stop ? start + stop.index : Math.min(text.length, start + 300));
    const voices = /\((\d{1,3}) voix/.exec(folded.slice(start, start + 120));
    if (voices) counts[side] = Number(voices[1]);
    else if (names.length > 0) counts[side] = names.length;
  }
  for (const [side, pattern] of BEHIND_NAMES) {
    const match = pattern.exec(folded);
    if (!match || counts[side] !== undefined) continue;
    const voices = /^ ?\((\d{1,3}) voix/.exec(folded.slice(match.index + match[0].length));
    const names = namesBefore(text, folded, match.index);
    if (voices) counts[side] = Number(voices[1]);
    else if (names.length > 0) counts[side] = names.length;
  }
  return counts;
}

const STANDS_ASIDE =
  /\bpris part (?<=\b(?:n'ayant|n'ont|n'a)\b[^.;:]{0,160}pris part )[^.:\n]{0,40}vote|\b(?:ne pren(?:d|nent|ant)|n'(?:a|ont|ayant|etant) pas pris|n'a pas pris|sans prendre|ne pas prendre)(?: pas)? part\b[^.:\n]{0,60}(?:vote|deliberation|debats?|scrutin)?|\bne particip(?:e|ent|ant) pas (?:au|aux|a la)\b[^.:\n]{0,30}|\bne particip(?:e|ent|ant) ni (?:au|aux|a la)\b[^.:\n]{0,40}|\bn'(?:a|ont|ayant) pas participe (?:au|aux|a la)\b[^.:\n]{0,30}|\bne vote(?:nt)? pas\b|\bnppv\b|\bnon[- ]participation au vote\b|\b(?:se retire|se retirent|s'est retiree?|quitte|quittent|sort|sortent|a quitte|est sortie?)\b[^.\n]{0,40}\b(?:au moment du vote|pendant le vote|lors du vote|avant le vote)/g;

/** Those who did not take part in the vote, by name. */
export function readStandingAside(text: string, folded: string): Name[] {
  const names: Name[] = [];
  for (const match of unbroken(folded).matchAll(STANDS_ASIDE)) {
    const end = match.index + match[0].length;
    const list = /^[ \t]*(?:\(\d+\))?[ \t]*:[ \t]*\n?/.exec(folded.slice(end, end + 12));
    if (list) {
      const start = end + list[0].length;
      const stop =
        /\n\n|\n(?=\s*(?:pour|contre|abst|vote|le conseil|adopt))|(?<!\b(?:mm?|mmes?|mr|dr))\.(?=\s+[a-z]{4}|$)/.exec(
          folded.slice(start, start + 900),
        );
      names.push(...readNames(text, start, stop ? start + stop.index : Math.min(text.length, start + 400)));
    } else names.push(...namesBefore(text, folded, match.index));
  }
  return names;
}

/** The names in the sentence that leads to `end`: from its first "M." or "Mme" on. */
function namesBefore(text: string, folded: string, end: number): Name[] {
  const from = Math.max(0, end - 900);
  const before = folded.slice(from, end);
  let cut = 0;
  for (const match of before.matchAll(
    /[.;:!?](?=\s)|\n\n|\b(?:unanimite|exprimes|majorite|abstentions?|contre|pour)\b/g,
  )) {
    if (match[0] === '.' && /\b(?:m|mm|mme|mmes|dr|[a-z])$/.test(before.slice(0, match.index))) continue;
    cut = match.index + match[0].length;
  }
  const honorific = /\b(?:mm?\.|mmes?\b|messieurs|mesdames|monsieur|madame|docteur|maitre|mr\b|mrs\b)/.exec(
    before.slice(cut),
  );
  if (honorific) {
    const start = from + cut + honorific.index;
    const names = readNames(text, start, end);
    // "Mme Zoé BLIN, présidente du Club des Aînés": of a list without "MM." only who is called "M." or "Mme" is a person
    if (/\b(?:mm|mmes|messieurs|mesdames|mrs)\b/.test(folded.slice(start, end))) {
      return readNames(text, from + cut, end).filter(({ name }) => /\p{Ll}/u.test(name) || !/\s/.test(name));
    }
    return names.filter((name) =>
      /\b(?:m\.?|mme|me?lle|monsieur|madame|docteur|maitre|mr)\s+$/.test(
        folded.slice(Math.max(0, name.start - 12), name.start),
      ),
    );
  }
  const phrase = before.slice(cut);
  // "le groupe Agir vote contre" names no one
  if (/\bgroupes?\b/.test(phrase)) return [];
  const start = from + cut + Math.max(phrase.lastIndexOf('\n'), phrase.lastIndexOf('. '), 0);
  return readNames(text, start, end).filter(({ name }) => /\s/.test(name));
}
