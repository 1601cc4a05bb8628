import type { DocumentKind, Outline } from '../../models/document.js';
import { isFurniture, type Page } from '../../models/page.js';
import type { Position } from '../../models/passage.js';
import { kindOf, kinds } from '../kinds/index.js';
import type { Kind, Part, Signal } from '../kinds/kind.js';
import { namesAssembly } from './assembly.js';
import { flowOf } from './flow.js';
import { plain, unbroken } from './plain.js';

/** How loudly a line must speak to open an act in the middle of a file. */
const LOUD = 6;
/** What holds this many acts, and opens like a container, is one: so much it weighs. Two do where its title says so. */
const SEVERAL = 3;
const ENTITLED = 2;
const HOLDS_ACTS = 8;
const ANNOUNCED = 6;
const WINDOW = 4000;
/** What weighs less is a hint that any paper may hold: its kind stays open, unless it names the assembly that such acts are of. */
const TELLING = 4;

/** What first lines say of one kind: all that speaks for it, and the loudest title, which counts less the lower it stands. */
interface Opened {
  weight: number;
  title: number;
  readonly says: string[];
}

/** A line that begins in the midst of a sentence opens nothing. */
const NOTHING = new Map<DocumentKind, Opened>();

interface Start {
  readonly at: Position;
  /** The kinds that the first lines speak for, and how loudly. */
  readonly opens: ReadonlyMap<DocumentKind, Opened>;
}

/**
 * The acts in a file, a container before its parts; acts without a container tile the file.
 * An act begins where the file does, where the first lines of a page or a heading say so, and behind an act that has
 * closed. What kind it is: the signals of each kind are weighed, first lines and body together.
 */
export function segment(pages: readonly Page[]): Outline[] {
  if (pages.length === 0) return [];
  const starts = startsOf(pages);
  const outlines: Outline[] = [];
  let principal: Outline | undefined;
  starts.forEach((start, i) => {
    const last = starts[i + 1]?.at ?? endOf(pages);
    const weighed = weigh(pages, start, last);
    const { kind, confidence, reasons } = containing(weighed, pages, start.at, last) ?? weighed;
    const rules = kindOf(kind);
    const parent = principal && rules.annexable ? principal : undefined;
    const outline: Outline = {
      ordinal: outlines.length + 1,
      kind,
      confidence,
      reasons,
      first: start.at,
      last,
      ...(parent ? { parent: parent.ordinal, parentRelation: 'annexed_to' as const } : {}),
    };
    outlines.push(outline);
    if (!rules.annexable || !principal) principal = outline;
    for (const part of rules.parts?.(pages, start.at, last) ?? []) {
      outlines.push({ ...part, ordinal: outlines.length + 1, parent: outline.ordinal, parentRelation: 'part_of' });
    }
  });
  return outlines;
}

const endOf = (pages: readonly Page[]): Position => {
  const last = pages.at(-1)!;
  return { page: last.number, offset: last.text.length };
};

function startsOf(pages: readonly Page[]): Start[] {
  const starts: Start[] = [];
  let kind: Kind | undefined;
  /** What was read of the current act so far. */
  let read = '';
  let closed = false;
  /** An act has closed before: what was announced as its annexes may follow. */
  let behind = false;
  const announced: string[] = [];
  const feet = feetOf(pages);
  for (const page of pages) {
    const folded = plain(page.text);
    // the head of a register's next extract is that of the last one, too: a running header, but behind an act that closed
    const lines = bodyLines(page, closed);
    lines.forEach(({ start, end }, i) => {
      const window = folded.slice(start, start + WINDOW);
      const running = /\bpage \d+/.test(folded.slice(start, end)) || feet.has(pattern(folded.slice(start, end)));
      const opens: Map<DocumentKind, Opened> =
        starts.length > 0 && (running || /^\P{L}*\p{Ll}/u.test(page.text.slice(start, end)))
          ? NOTHING
          : openingsAt(window, i === 0, starts.length === 0 ? 12 : 2);
      const line = folded.slice(start, end);
      const annex = /^\W*annexes? ?(?:n° ?)?(?:\d{1,2}|[a-h]|[ivx]{1,4}) ?[:-] ?(.{6,})$/.exec(line);
      if (annex && !(i === 0 && closed)) announced.push(annex[1]!);
      const promised = behind && !annex && announced.some((title) => names(title, line));
      if (promised && opens !== NOTHING) {
        const known = opens.get('annex') ?? { weight: 0, title: 0, says: [] };
        opens.set('annex', {
          weight: known.weight + ANNOUNCED,
          title: LOUD,
          says: [...known.says, 'it was announced as an annex'],
        });
      }
      const at = { page: page.number, offset: i === 0 ? 0 : start };
      if (starts.length === 0) {
        starts.push({ at, opens });
        kind = loudest(opens);
        read = '';
      } else if (
        promised
          ? read.length > 150
          : begins(opens, kind, {
              closed,
              top: i === 0,
              read: read.length,
              begunAnew: /\b(?:presents?|en exercice)\b/.test(window.slice(0, 2500)),
            }) &&
            (closed || bearsOut(opens, window))
      ) {
        starts.push({ at, opens });
        kind = loudest(opens);
        read = '';
        closed = false;
      }
      read += `${folded.slice(start, end)}\n`;
      if (!closed && kind?.closes?.test(folded.slice(start, Math.min(folded.length, end + 80)))) {
        closed = true;
        behind = true;
      }
    });
  }
  return starts;
}

/** Whether a title takes up what was announced: its first word, and half of its words. */
function names(announced: string, line: string): boolean {
  const wordsOf = (text: string): string[] => text.match(/[a-z]{4,}|\d{4}/g) ?? [];
  const [promised, said] = [wordsOf(announced), wordsOf(line)];
  if (said.length < 3 || line.length > 120 || promised[0] !== said[0]) return false;
  return said.filter((word) => promised.includes(word)).length >= said.length / 2;
}

/** A line without its figures: what the foot of one page has in common with the next. */
const pattern = (line: string): string => line.replace(/\d+/g, '0').trim();

/** The last lines that two pages at least have in common. */
function feetOf(pages: readonly Page[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const page of pages) {
    const last = page.lines.slice(-2).map(({ start, end }) => pattern(plain(page.text.slice(start, end))));
    for (const line of new Set(last)) seen.set(line, (seen.get(line) ?? 0) + 1);
  }
  return new Set([...seen].filter(([line, count]) => count > 1 && line !== '').map(([line]) => line));
}

/**
 * Whether an act begins at a line, behind an act of `kind`.
 * `begunAnew`: an attendance list follows, so the head is not only repeated at the top of a page.
 */
function begins(
  opens: Start['opens'],
  kind: Kind | undefined,
  { closed, top, read, begunAnew }: { closed: boolean; top: boolean; read: number; begunAnew: boolean },
): boolean {
  const best = loudest(opens);
  if (!best) return false;
  const { weight } = opens.get(best.kind)!;
  if (read < 200) return false;
  // minutes tell of conventions and deliberations: only what stands behind their end is another act
  if (kind?.parts) return closed && top && weight >= LOUD;
  if (best === kind) return weight >= LOUD && (closed || (top && weight >= 9 && begunAnew));
  if (closed) return weight >= (top ? 4 : LOUD - 1);
  return top && weight >= LOUD + 1;
}

/** In an act that has not closed, a title is not enough: what follows must read like that kind of act. */
function bearsOut(opens: Start['opens'], window: string): boolean {
  const best = loudest(opens);
  return best?.holds.some((signal) => signal.weight >= 3 && isSeen(signal, window, unbroken(window))) ?? false;
}

function loudest(opens: Start['opens']): Kind | undefined {
  let best: DocumentKind | undefined;
  const loudness = (kind: DocumentKind): number => opens.get(kind)!.title * 100 + opens.get(kind)!.weight;
  for (const kind of opens.keys()) if (best === undefined || loudness(kind) > loudness(best)) best = kind;
  return best === undefined ? undefined : kindOf(best);
}

/** What the text from a line on says of the kinds that may begin there: at a page's top, its first `count` lines. */
function openingsAt(window: string, top: boolean, count: number): Map<DocumentKind, Opened> {
  const opens = new Map<DocumentKind, Opened>();
  const head = window.slice(0, 1800);
  const titles = top ? firstLines(head, count) : [head];
  const joined = titles.map((from) => unbroken(from.slice(0, 200)));
  for (const { kind, opens: signals } of kinds) {
    for (const { at, pattern, weight, says } of signals) {
      const line =
        at === 'top'
          ? top && pattern.test(head)
            ? 0
            : -1
          : titles.findIndex((from, i) => pattern.test(from) || pattern.test(joined[i]!));
      if (line < 0) continue;
      const known = opens.get(kind) ?? { weight: 0, title: 0, says: [] };
      known.weight += weight;
      if (at === 'line') known.title = Math.max(known.title, weight * (1 - line * 0.04));
      known.says.push(says);
      opens.set(kind, known);
    }
  }
  return opens;
}

/** The text from each of the first `count` lines on. */
function firstLines(window: string, count: number): string[] {
  const answer: string[] = [];
  let at = 0;
  for (let i = 0; i < count && at >= 0 && at < window.length; i += 1) {
    answer.push(window.slice(at));
    const next = window.indexOf('\n', at);
    at = next < 0 ? -1 : next + 1;
  }
  return answer;
}

const bodyLines = (page: Page, withHeader: boolean): { start: number; end: number }[] => {
  const furniture = page.blocks.filter((block) => isFurniture(block) && !(withHeader && block.kind === 'header'));
  return page.lines.filter(
    ({ start, end }) => end > start && !furniture.some((block) => block.start <= start && end <= block.end),
  );
};

/** Which kind the signals speak for. Its share of all that was said is the confidence. */
function weigh(pages: readonly Page[], start: Start, last: Position): Pick<Outline, 'kind' | 'confidence' | 'reasons'> {
  const text = flowOf(pages, { first: start.at, last }).plain;
  const joined = unbroken(text);
  let best: { kind: DocumentKind; weight: number; reasons: string[] } = { kind: 'other', weight: 0, reasons: [] };
  let total = 0;
  for (const { kind, holds, parts } of kinds) {
    const opened = start.opens.get(kind);
    const seen = holds.filter((signal) => isSeen(signal, text, joined));
    const held = opened && parts ? parts(pages, start.at, last).length : 0;
    const several = held >= ((opened?.title ?? 0) > LOUD ? ENTITLED : SEVERAL) ? HOLDS_ACTS : 0;
    const weight = (opened?.weight ?? 0) + several + seen.reduce((sum, signal) => sum + signal.weight, 0);
    total += weight;
    if (weight > best.weight)
      best = {
        kind,
        weight,
        reasons: [
          ...(opened?.says ?? []),
          ...(several > 0 ? [`it holds ${held} acts`] : []),
          ...seen.map(({ says }) => says),
        ],
      };
  }
  const { kind, weight, reasons } = best;
  if (weight < TELLING && !(kindOf(kind).meets && namesAssembly(text)))
    return { kind: 'other', confidence: 0, reasons: [] };
  return { kind, confidence: total === 0 ? 0 : Math.round((weight / (total + 2)) * 100) / 100, reasons };
}

/** So sure is a part that has a heading and was voted. */
const VOTED = 0.75;

/**
 * "Extrait du registre" over a whole session: what opens like one act, and holds several that were voted, is a
 * container; two are enough where each has its own number.
 */
function containing(
  { kind, confidence, reasons }: Pick<Outline, 'kind' | 'confidence' | 'reasons'>,
  pages: readonly Page[],
  first: Position,
  last: Position,
): Pick<Outline, 'kind' | 'confidence' | 'reasons'> | undefined {
  for (const container of kinds) {
    const voted = container
      .parts?.(pages, first, last)
      .filter((part) => part.kind === kind && part.confidence >= VOTED);
    if (voted && (voted.length >= SEVERAL || (voted.length >= ENTITLED && numbered(voted))))
      return {
        kind: container.kind,
        confidence,
        reasons: [...reasons, `it holds ${voted.length} acts that were voted`],
      };
  }
  return undefined;
}

/** Each has a number of its own. */
function numbered(parts: readonly Part[]): boolean {
  const numbers = parts.flatMap(({ called }) => called?.reference ?? []);
  return new Set(numbers).size === parts.length;
}

/** `joined`: the text without the breaks of its lines. */
function isSeen({ pattern, atLeast = 1 }: Signal, text: string, joined: string): boolean {
  if (atLeast === 1) return pattern.test(text) || pattern.test(joined);
  const all = new RegExp(pattern.source, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`);
  let count = 0;
  for (const _ of text.matchAll(all)) {
    count += 1;
    if (count >= atLeast) return true;
  }
  return false;
}
