import { isFurniture, type Page } from '../../models/page.js';
import type { Position } from '../../models/passage.js';
import type { Kind } from '../kinds/kind.js';
import { announcedAnnex, asAnnounced, takesUp } from './announced.js';
import { LOUD, loudest, type Openings, openingsAt } from './openings.js';
import { plain, unbroken } from './plain.js';
import { isSeen } from './signs.js';

/** Where an act begins, and what its first lines say. */
export interface Start {
  readonly at: Position;
  readonly opens: Openings;
}

/** A line that begins in the midst of a sentence, or that runs from page to page, opens nothing. */
const NOTHING: Openings = new Map();
/** Characters from a line on that may tell what begins there. */
const WINDOW = 4000;
/** Lines of the first page, and of each other, among which a title may stand. */
const TITLE_LINES = { first: 12, other: 2 };
/** An act of fewer characters is only the head of what follows it. */
const SHORTEST = { act: 200, beforeAnnounced: 150 };

/**
 * Where the acts of a file begin: where the file does, where the first lines of a page or a heading say so, and behind
 * an act that has closed.
 */
export function startsOf(pages: readonly Page[]): Start[] {
  const starts: Start[] = [];
  let kind: Kind | undefined;
  /** Characters of the current act so far. */
  let read = 0;
  let closed = false;
  /** An act has closed before: what was announced as its annexes may follow. */
  let behind = false;
  const announced: string[] = [];
  const feet = feetOf(pages);
  for (const page of pages) {
    const folded = plain(page.text);
    // the head of a register's next extract is that of the last one, too: a running header, but behind an act that closed
    for (const [i, { start, end }] of bodyLines(page, closed).entries()) {
      const top = i === 0;
      const line = folded.slice(start, end);
      const window = folded.slice(start, start + WINDOW);
      const running = /\bpage \d+/.test(line) || feet.has(pattern(line));
      const silent = starts.length > 0 && (running || /^\P{L}*\p{Ll}/u.test(page.text.slice(start, end)));
      let opens = silent
        ? NOTHING
        : openingsAt(window, top, starts.length === 0 ? TITLE_LINES.first : TITLE_LINES.other);
      const annex = announcedAnnex(line);
      if (annex !== undefined && !(top && closed)) announced.push(annex);
      const promised = behind && annex === undefined && announced.some((title) => takesUp(title, line));
      if (promised && !silent) opens = asAnnounced(opens);
      const begun =
        starts.length === 0 ||
        (promised ? read > SHORTEST.beforeAnnounced : begins(opens, kind, { closed, top, read, window }));
      if (begun) {
        starts.push({ at: { page: page.number, offset: top ? 0 : start }, opens });
        kind = loudest(opens);
        read = 0;
        closed = false;
      }
      read += line.length + 1;
      if (!closed && kind?.closes?.test(folded.slice(start, Math.min(folded.length, end + 80)))) {
        closed = true;
        behind = true;
      }
    }
  }
  return starts;
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

const bodyLines = (page: Page, withHeader: boolean): { start: number; end: number }[] => {
  const furniture = page.blocks.filter((block) => isFurniture(block) && !(withHeader && block.kind === 'header'));
  return page.lines.filter(
    ({ start, end }) => end > start && !furniture.some((block) => block.start <= start && end <= block.end),
  );
};

/** Whether an act begins at a line, behind an act of `kind` that has `closed` or not. */
function begins(
  opens: Openings,
  kind: Kind | undefined,
  { closed, top, read, window }: { closed: boolean; top: boolean; read: number; window: string },
): boolean {
  const best = loudest(opens);
  if (!best || read < SHORTEST.act) return false;
  const { weight } = opens.get(best.kind)!;
  // minutes tell of conventions and deliberations: only what stands behind their end is another act
  if (kind?.parts) return closed && top && weight >= LOUD;
  if (closed) return weight >= (best === kind ? LOUD : top ? 4 : LOUD - 1);
  if (!top || !bearsOut(best, window)) return false;
  return best === kind ? weight >= 9 && begunAnew(window) : weight > LOUD;
}

/** An attendance list follows, so a head is not only repeated at the top of a page. */
const begunAnew = (window: string): boolean => /\b(?:presents?|en exercice)\b/.test(window.slice(0, 2500));

/** In an act that has not closed, a title is not enough: what follows must read like that kind of act. */
const bearsOut = ({ holds }: Kind, window: string): boolean =>
  holds.some((signal) => signal.weight >= 3 && isSeen(signal, window, unbroken(window)));
