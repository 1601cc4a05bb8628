import type { Stretch } from '../../models/page.js';
import { COUNT, countOf } from './count.js';

/** Votes as they were counted: "14 pour, 2 contre, 1 abstention", "Pour : 14 Contre : 0 Abstentions : 0". */
export interface Tally extends Stretch {
  readonly votesFor?: number;
  readonly votesAgainst?: number;
  readonly abstentions?: number;
  readonly voters?: number;
}

type Side = 'votesFor' | 'votesAgainst' | 'abstentions' | 'voters' | 'aside';

const LABEL =
  /\b(?:(?:votes?|voix|suffrages?|membres|elus?|conseillers?)\s+)?(pour|favorables?|contre|defavorables?|abstentions?|abstenus?|abstenues?|abst|(?:non[- ])?votants?|exprimes|nppv|blancs?|nuls?|refus)\b(?:\s*\(s\)|\.)?/g;
const SIDES: readonly [RegExp, Side][] = [
  [/^(?:pour|favorable)/, 'votesFor'],
  [/^(?:contre|defavorable|refus)/, 'votesAgainst'],
  [/^abst/, 'abstentions'],
  [/^votant/, 'voters'],
  [/^(?:exprimes|nppv|blanc|nul|non[- ]votant)/, 'aside'],
];

const AFTER = new RegExp(
  `^[ \\t]*(?:[:=|]|-(?= ))?[ \\t]*\\n?[ \\t]*(${COUNT}|/|-)(?![\\d/.,]*\\d)(?: (?:voix|votes?))?(?![a-z'])`,
);
const BEFORE = new RegExp(
  `(?<![\\d/.,a-z°])(${COUNT})[ \\t]*(?:\\([^()\\n]{1,40}\\)[ \\t]*)?(?:voix|votes?|suffrages?|elus?|membres|conseillers?|[:=])?[ \\t]*\\n?[ \\t]*(?:s'etant |se sont |s'est |ont vote |vote |votent |ayant vote )?$`,
);
/** A count alone in brackets or behind a dash. */
const ITEM = new RegExp(`[(,;-]\\s?(?:${COUNT})[ ]$`);
/** How far two counts of one vote stand apart: names of those who voted against may stand between. */
const REACH = 260;

interface Label extends Stretch {
  readonly side: Side;
  readonly voices: boolean;
  readonly before?: { readonly count: number; readonly start: number };
  readonly after?: { readonly count: number; readonly end: number };
}

/** The votes counted in plain text, in order. */
export function readTallies(text: string): Tally[] {
  const tallies: Tally[] = [];
  let group: Label[] = [];
  const close = (): void => {
    const tally = tallyOf(group);
    if (tally) tallies.push(tally);
    group = [];
  };
  for (const label of labelsOf(text)) {
    const last = group.at(-1);
    const again = group.some(({ side }) => side === label.side);
    if (
      last &&
      (again || label.start - (last.after?.end ?? last.end) > REACH || /\n\n\n/.test(text.slice(last.end, label.start)))
    )
      close();
    group.push(label);
  }
  close();
  const phrases = phrasesOf(text);
  // "unanimité (15 pour, 2 abstentions)": labels say more than the phrase around the first of them
  const told = phrases.filter(
    (phrase) => !tallies.some((tally) => overlap(tally, phrase) && sidesOf(tally) > sidesOf(phrase)),
  );
  const counted = tallies.filter((tally) => !told.some((phrase) => overlap(tally, phrase)));
  return [...counted, ...told, ...tablesOf(text)].sort((a, b) => a.start - b.start);
}

function labelsOf(text: string): Label[] {
  const labels: Label[] = [];
  for (const match of text.matchAll(LABEL)) {
    const start = match.index;
    const end = start + match[0].length;
    const side = SIDES.find(([pattern]) => pattern.test(match[1]!))?.[1];
    if (!side) continue;
    const after = AFTER.exec(text.slice(end, end + 40));
    const before = BEFORE.exec(text.slice(Math.max(0, start - 50), start));
    const afterCount = after && (/^[/-]$/.test(after[1]!) ? 0 : countOf(after[1]!));
    const beforeCount = before && countOf(before[1]!);
    if (typeof afterCount !== 'number' && typeof beforeCount !== 'number') continue;
    labels.push({
      start,
      end,
      side,
      voices:
        /voix|votes?|suffrages/.test(match[0]) ||
        /voix|votes/.test(before?.[0] ?? '') ||
        side === 'abstentions' ||
        // "1 CONTRE : M. …" at a line's start
        (/(?:^|\n)[ \t]*\d{1,3}[ ]$/.test(text.slice(Math.max(0, start - 8), start)) &&
          /^[ ]?[:(]/.test(text.slice(end, end + 2))) ||
        // "(2 contre)", "– 2 contre (M. …", "(deux contre : Mme …"
        (ITEM.test(text.slice(Math.max(0, start - 24), start)) &&
          /^\s?(?:[):]|\((?:m[. ]|mm|mme|mons|mad))/.test(text.slice(end, end + 6))) ||
        /\bvotes?\s{0,2}:\s{0,2}\d{0,3}\s{0,2}$/.test(text.slice(Math.max(0, start - 20), start)),
      ...(typeof beforeCount === 'number' ? { before: { count: beforeCount, start: start - before![0].length } } : {}),
      ...(typeof afterCount === 'number' ? { after: { count: afterCount, end: end + after![0].length } } : {}),
    });
  }
  return labels;
}

/** In one vote, all counts stand before their labels or all behind: the side that serves more of them. */
function tallyOf(group: readonly Label[]): Tally | undefined {
  const sides = group.filter(({ side }) => side !== 'voters' && side !== 'aside');
  if (sides.length === 0) return undefined;
  if (sides.length < 2 && !sides[0]!.voices) return undefined;
  const before = group.filter((label) => label.before).length;
  const after = group.filter((label) => label.after).length;
  const inFront =
    before > after || (before === after && group[0]!.before !== undefined && group.at(-1)!.after === undefined);
  const counts: { -readonly [S in Side]?: number } = {};
  let start = Infinity;
  let end = 0;
  for (const label of group) {
    const count = inFront ? (label.before ?? label.after) : (label.after ?? label.before);
    if (!count) continue;
    counts[label.side] = count.count;
    start = Math.min(start, 'start' in count ? count.start : label.start);
    end = Math.max(end, 'end' in count ? count.end : label.end);
  }
  const { aside: _aside, ...votes } = counts;
  if (votes.votesFor === undefined && votes.votesAgainst === undefined && votes.abstentions === undefined)
    return undefined;
  return { start, end, ...votes };
}

const overlap = (a: Stretch, b: Stretch): boolean => a.start < b.end && b.start < a.end;
const sidesOf = ({ votesFor, votesAgainst, abstentions }: Tally): number =>
  [votesFor, votesAgainst, abstentions].filter((count) => count !== undefined).length;

/** Ways of counting that are read as a whole, with the sides in their order. */
const PHRASES: readonly { readonly pattern: RegExp; readonly sides: readonly Exclude<Side, 'aside'>[] }[] = [
  // "P : 17 – C : 1 – A : 1"
  {
    pattern:
      /\bp[ ]?[:=][ ]?(\d{1,3})[ ,;/-]{1,4}c[ ]?[:=][ ]?(\d{1,3})[ ,;/-]{1,4}a(?:bs)?[ ]?[:=][ ]?(\d{1,3})(?!\d)/g,
    sides: ['votesFor', 'votesAgainst', 'abstentions'],
  },
  // "par 20 voix contre 5"
  {
    pattern: new RegExp(
      `(?<![\\d/.,a-z])(${COUNT}) voix contre (${COUNT})(?![\\d/a-z'-])(?! (?:voix|pour|votes|abst))`,
      'g',
    ),
    sides: ['votesFor', 'votesAgainst'],
  },
  // "par 15 voix et 2 abstentions"
  {
    pattern: new RegExp(`(?<![\\d/.,a-z])(${COUNT}) voix(?: et|,) (${COUNT}) abstentions?\\b`, 'g'),
    sides: ['votesFor', 'abstentions'],
  },
  // "à l'unanimité par 15 voix", "à l'unanimité (15 voix)"
  {
    pattern:
      /\bunanimite(?: des (?:voix|suffrages(?: exprimes)?|votants|(?:membres )?presents))?[ ,:(]{1,3}(?:par |soit )?(\d{1,3}) (?:voix|votes|votants|pour)\b(?! contre)/g,
    sides: ['votesFor'],
  },
  // "7 oui, 4 non", "oui : 7, non : 4"
  {
    pattern: /(?<![\d/.,])(\d{1,3}) (?:voix )?oui\b[ ,;/-]{1,3}(?:et )?(\d{1,3}) (?:voix )?non\b/g,
    sides: ['votesFor', 'votesAgainst'],
  },
  {
    pattern: /\boui[ ]?[:=][ ]?(\d{1,3})[ ,;/-]{1,4}non[ ]?[:=][ ]?(\d{1,3})(?!\d)/g,
    sides: ['votesFor', 'votesAgainst'],
  },
];

function phrasesOf(text: string): Tally[] {
  return PHRASES.flatMap(({ pattern, sides }) =>
    [...text.matchAll(pattern)].map((match) => {
      const tally: { -readonly [K in keyof Tally]: Tally[K] } = {
        start: match.index,
        end: match.index + match[0].length,
      };
      sides.forEach((side, i) => {
        const count = countOf(match[i + 1]!);
        if (count !== undefined) tally[side] = count;
      });
      return tally;
    }),
  );
}

/** A line of labels over a line of as many counts: the head and the row of a small table. */
function tablesOf(text: string): Tally[] {
  const tallies: Tally[] = [];
  const rows = /^[^\n]{0,80}\bpour\b[^\n]{0,60}\bcontre\b[^\n]{0,80}$/gm;
  for (const match of text.matchAll(rows)) {
    if (/\d/.test(match[0])) continue;
    const heads =
      match[0].match(/votants?|exprimes|pour|contre|abst[a-z]*|presents?|pouvoirs?|en exercice|nppv/g) ?? [];
    const end = match.index + match[0].length;
    const row = /^\n+([\d\t |]+)(?=\n|$)/.exec(text.slice(end, end + 80));
    const counts = row ? (row[1]!.match(/\d{1,3}/g) ?? []) : [];
    if (!row || counts.length !== heads.length) continue;
    const tally: { -readonly [K in keyof Tally]: Tally[K] } = { start: match.index, end: end + row[0].length };
    heads.forEach((head, i) => {
      const side = SIDES.find(([pattern]) => pattern.test(head))?.[1];
      if (side && side !== 'aside') tally[side] = Number(counts[i]);
    });
    tallies.push(tally);
  }
  return tallies;
}
