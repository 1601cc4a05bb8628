import { recently } from '../recent.js';
import { readSigns } from '../sessions/decisions.js';
import type { Sign } from '../sessions/sign.js';
import { agendaOf } from './agenda.js';
import { namesAssembly } from './assembly.js';
import type { Flow, FlowLine } from './flow.js';
import { HOUSEKEEPING } from './head-style.js';
import { firstSentence, tidy } from './head-title.js';
import { type Head, headsOf, isOwnTitle } from './heads.js';

/** A point of the minutes that was decided. Offsets into the flow's text. */
export interface Point {
  readonly start: number;
  readonly end: number;
  readonly title: string;
  readonly reference?: string;
  readonly signs: readonly Sign[];
  readonly reasons: readonly string[];
  /** 0 to 1. */
  readonly confidence: number;
}
/** The decided points between `from` and the flow's end, in order. */
export const pointsOf = recently((flow: Flow): readonly Point[] => {
  if (!namesAssembly(flow.plain)) return [];
  const signs = likely(readSigns(flow.plain));
  const agenda = agendaOf(flow);
  const heads = headsOf(flow, agenda).filter((head) => !isOwnTitle(flow.lines, head));
  const points: Point[] = [];
  const { lines } = flow;
  const bodyStart = heads[0]?.first ?? lines.length;

  // what is decided before the first heading: the approval of the last minutes, most often
  points.push(...looseDecisions(flow, agenda ? agenda.last : 0, bodyStart, signs, true));

  for (let i = 0; i < heads.length; i += 1) {
    const head = heads[i]!;
    let next = i + 1;
    const start = lines[head.first]!.start;
    if (head.style === 'closer') {
      const end = heads[next] ? lines[heads[next]!.first]!.start : flow.text.length;
      if (within(signs, start, end).length > 0) {
        const last = heads[next]?.first ?? lines.length;
        const noted = /decisions|delegation/.test(head.title.toLowerCase());
        points.push(...(noted ? [] : looseDecisions(flow, head.last, last, signs, false)));
      }
      continue;
    }
    // a lesser heading before the decision is a part of the point
    while (heads[next] && heads[next]!.rank < head.rank && ![head.style, 'closer'].includes(heads[next]!.style)) {
      const soFar = within(signs, lines[head.last - 1]!.end, lines[heads[next]!.first]!.start);
      const nextEnd = heads[next + 1] ? lines[heads[next + 1]!.first]!.start : flow.text.length;
      const later = within(signs, lines[heads[next]!.first]!.start, nextEnd);
      if (soFar.length > 0 && later.length > 0) break;
      if (soFar.length > 0 && heads[next]!.rank >= 2) break;
      next += 1;
    }
    const end = heads[next] ? lines[heads[next]!.first]!.start : flow.text.length;
    const own = within(signs, lines[head.first]!.start, end);
    const housekeeping = HOUSEKEEPING.test(lines[head.first]!.plain);
    const declared =
      head.style === 'reference' && /^(?:\W*)(?:deliberation|delib|dcm|del[ _-]?\d|d\d)/.test(lines[head.first]!.plain);
    const numbered = head.style === 'reference' && own.some(({ kind }) => kind !== 'verb');
    if ((!housekeeping || declared || numbered) && (own.length > 0 || declared)) {
      points.push({
        start,
        end,
        title: head.title,
        ...(head.reference === undefined ? {} : { reference: head.reference }),
        signs: own,
        reasons: reasonsOf(head, own),
        confidence: confidenceOf(head, own),
      });
    }
    i = next - 1;
  }
  return points;
});

/** An assembly casts about as many votes on one point as on the next: a survey among inhabitants is not its vote. */
function likely(signs: readonly Sign[]): Sign[] {
  const cast = ({ votesFor = 0, votesAgainst = 0, abstentions = 0 }: Sign): number =>
    votesFor + votesAgainst + abstentions;
  const totals = signs
    .filter(({ kind }) => kind === 'tally')
    .map(cast)
    .sort((a, b) => a - b);
  if (totals.length < 3) return [...signs];
  const usual = totals[totals.length >> 1]!;
  return signs.filter((sign) => sign.kind !== 'tally' || cast(sign) <= usual * 1.6 + 2);
}

const within = (signs: readonly Sign[], start: number, end: number): Sign[] =>
  signs.filter((sign) => sign.start >= start && sign.start < end);

function reasonsOf(head: Head, signs: readonly Sign[]): string[] {
  const reasons = [`it opens with a heading (${head.style})`];
  if (signs.some(({ kind }) => kind === 'tally')) reasons.push('votes are counted');
  if (signs.some(({ kind }) => kind === 'outcome')) reasons.push('it says how it was adopted');
  if (signs.some(({ kind }) => kind === 'verb')) reasons.push('the assembly decides');
  return reasons;
}

function confidenceOf(head: Head, signs: readonly Sign[]): number {
  const heading = head.rank >= 3 ? 0.5 : head.rank === 2 ? 0.42 : head.rank === 1 ? 0.35 : 0.3;
  const voted = signs.some(({ kind, outcome }) => kind !== 'verb' || outcome === 'noted')
    ? 0.45
    : signs.length > 0
      ? 0.3
      : 0.1;
  return Math.round((heading + voted) * 100) / 100;
}

const LAST_MINUTES = /^[ \t]*l[ea] (?:proces[- ]verbal|compte[- ]rendu|pv)\b/;

/** Whether the last line opens another paragraph: with a sign, or the last minutes begin or end among what is told of the session. */
function opensAnother(lines: readonly FlowLine[]): boolean {
  const line = lines.at(-1)!.plain;
  const before = lines.at(-2)?.plain ?? '';
  if (/^[ \t]*[-•▪●*➢>]/.test(line) || (LAST_MINUTES.test(before) && /[.]\s*$/.test(before))) return true;
  return LAST_MINUTES.test(line) && lines.slice(0, -1).some(({ plain }) => HOUSEKEEPING.test(plain));
}

/** Decisions without a heading of their own: one for each paragraph or list item that says so. */
function looseDecisions(flow: Flow, first: number, last: number, signs: readonly Sign[], opening: boolean): Point[] {
  const points: Point[] = [];
  let i = first;
  while (i < last) {
    let next = i + 1;
    while (next < last && !flow.lines[next]!.apart && !opensAnother(flow.lines.slice(i, next + 1))) next += 1;
    const start = flow.lines[i]!.start;
    const end = next < flow.lines.length ? flow.lines[next]!.start : flow.text.length;
    const text = flow.plain.slice(start, end);
    const own = within(signs, start, end).filter(({ kind, outcome }) => kind !== 'verb' || outcome !== 'noted');
    const approves =
      /compte[- ]rendu|proces[- ]verbal|\b(?:pv|cr|crcm)\b/.test(text) && own.some(({ kind }) => kind === 'outcome');
    if (own.length > 0 && !HOUSEKEEPING.test(text) && (!opening || approves)) {
      points.push({
        start,
        end,
        title: tidy(firstSentence(flow.text.slice(start, end))),
        signs: own,
        reasons: ['the assembly decides, without a heading'],
        confidence: 0.5,
      });
    }
    i = next;
  }
  return points;
}
