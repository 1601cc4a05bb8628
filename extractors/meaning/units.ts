import type { Act } from '../../models/act.js';

/** A paragraph, a list item, a table row or a heading of an act: what a reader takes in at once. */
export interface Unit {
  /** Offsets into the passage. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'paragraph' | 'item' | 'row' | 'heading';
  /** The item's mark: "-", "•", "1)". */
  readonly marker: string;
  /** The unit that announces this one: "La répartition est la suivante :". */
  leadIn?: Unit;
  /** The heading under which it stands. */
  heading?: Unit;
}

const MARK =
  /^[ \t]*(?:([-–—•▪●○■□◆◦➢➤►✓*→·\uf000-\uf0ff]|[a-z]\)|\(?\d{1,2}[)°]|\d{1,2}\.(?=[ \t]+\p{L})|[ivx]{1,4}\)|v(?= \p{Lu})|[Y*e°]_?(?= {2,}\p{L}))[ \t]+)/u;
/** The lots of a market are entries, with or without a mark. */
const LOT = /^[ \t]*lots?[ \t]*(?:n°[ \t]*)?\d/iu;
/** "CLUB DU 3ÈME ÂGE ……": what they lead to stands behind. */
const LEADERS = /[.…_·]{4,}$/u;
const HEADING =
  /^[ \t]*(?:(?:article|chapitre|titre|section|annexe)[ \t]+(?:\d|premier|[ivx]+\b|1er)|(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*)[ \t]*[.)–-]+[ \t]*\p{Lu})/iu;

/** Before a full stop that ends no sentence. */
const ABBREVIATED = /(?:^|[\s\u00a0(])(?:M|MM|Mme|Mlle|Dr|St|Ste|art|n|p|av|bd|chap|cf|Me|\p{Lu})$/u;

/** Where the words of a unit begin, behind its mark. */
export const contentStart = (text: string, unit: Unit): number =>
  unit.start + (MARK.exec(text.slice(unit.start, Math.min(unit.end, unit.start + 12)))?.[0].length ?? 0);

/** The units of an act's body, in order, each with what announces it. Linear. */
export function unitsOf(act: Pick<Act, 'passage' | 'pages'>): Unit[] {
  const { text, bodyEnd } = act.passage;
  const headings = headingStarts(act);
  const units: Unit[] = [];
  let open: { start: number; end: number; kind: Unit['kind']; marker: string; entry: boolean } | undefined;
  const close = (): void => {
    if (open && open.end > open.start) {
      const { entry, ...unit } = open;
      units.push(unit);
    }
    open = undefined;
  };
  let previous = '';
  for (let at = 0; at < bodyEnd; ) {
    let end = text.indexOf('\n', at);
    if (end < 0 || end > bodyEnd) end = bodyEnd;
    const line = text.slice(at, end);
    const trimmed = line.trim();
    if (trimmed === '') {
      // Two line breaks end a block; a list item that breaks off in mid-sentence goes on behind a page's end.
      if (!goesOn(previous, text, end + 1)) close();
    } else {
      const mark = MARK.exec(line);
      const marker = mark ? mark[1]!.replace(/\d+/, '1').replace(/^[a-z]\)$/, 'a)') : '';
      const laidOut = headings.has(at) && !/\d\s?€/u.test(trimmed) && !LEADERS.test(trimmed);
      const isHeading =
        laidOut ||
        /^(?:(?:année|exercice|saison)\s+)?(?:19|20)\d{2}$/iu.test(trimmed) ||
        (/^\d{1,2}(?:\.\d{1,2})*[ \t]+\p{Lu}\p{Ll}/u.test(trimmed) &&
          trimmed.length < 80 &&
          !/[.;:,€]$|€/u.test(trimmed) &&
          at > 0) ||
        (HEADING.test(line) &&
          trimmed.length < 100 &&
          !trimmed.includes('€') &&
          !/(?:,|\s(?:dont|de|du|des|la|le|les|à|et|au|aux|pour|par|en|que|un|une))$/u.test(trimmed)) ||
        (shouts(trimmed) && !LEADERS.test(trimmed));
      const ended = /[.;:]$/u.test(previous) && !ABBREVIATED.test(previous.slice(0, -1));
      const starts = /^[\p{Lu}\d«"“◆•-]/u.test(trimmed);
      const isRow = line.includes('\t');
      const fresh =
        !open ||
        // Dots lead to the sum on the next line.
        LEADERS.test(trimmed) ||
        marker !== '' ||
        isRow ||
        LOT.test(line) ||
        open.kind === 'row' ||
        (isHeading && open.kind !== 'heading') ||
        (open.kind === 'heading' && !isHeading) ||
        // Below a short entry: what sums it up.
        (open.entry && previous.length < 60 && /^(?:L['’]|(?:Le|La|Les|Soit|Total|Montant)\s)/u.test(trimmed)) ||
        (ended && starts && !LEADERS.test(previous)) ||
        // A short line that ends with a sum is an entry of its own.
        (starts && previous.length < 110 && /(?:€|euros?|EUR)\)?$/u.test(previous));
      if (fresh) {
        close();
        open = {
          start: at + (line.length - line.trimStart().length),
          end: at + line.trimEnd().length,
          kind: isRow
            ? 'row'
            : isHeading && (marker === '' || laidOut)
              ? 'heading'
              : marker !== ''
                ? 'item'
                : 'paragraph',
          marker,
          entry: marker !== '' || LOT.test(line),
        };
      } else if (open) open.end = at + line.trimEnd().length;
      previous = trimmed;
    }
    at = end + 1;
  }
  close();
  announce(units, text);
  return units;
}

function goesOn(previous: string, text: string, next: number): boolean {
  return /[\p{L},’'-]$/u.test(previous) && !shouts(previous) && /^[ \t]*\p{Ll}/u.test(text.slice(next, next + 12));
}

/** A line in capitals, with words enough to be a title. */
function shouts(line: string): boolean {
  if (line.length > 160 || line.length < 6 || line.includes('€')) return false;
  const letters = line.replace(/[^\p{L}]/gu, '');
  return letters.length > 5 && letters === letters.toUpperCase() && /\p{L}{4,}/u.test(line);
}

function headingStarts(act: Pick<Act, 'passage' | 'pages'>): Set<number> {
  const starts = new Set<number>();
  for (const page of act.pages) {
    for (const block of page.blocks) {
      if (block.kind !== 'heading') continue;
      const at = act.passage.offsetOf(page.number, block.start);
      if (at !== undefined && block.end - block.start < 300) starts.add(at);
    }
  }
  return starts;
}

/** Gives each unit its lead-in and its heading. */
function announce(units: Unit[], text: string): void {
  const colon = (unit: Unit): boolean => /:\s*$/u.test(text.slice(unit.start, unit.end));
  let stack: Unit[] = [];
  let heading: Unit | undefined;
  let last: Unit | undefined;
  let plainUnit: Unit | undefined;
  for (const unit of units) {
    if (unit.kind === 'heading') {
      heading = unit;
      stack = colon(unit) ? [unit] : [];
      plainUnit = undefined;
      last = unit;
      continue;
    }
    if (heading) unit.heading = heading;
    const before = last && last.kind !== 'heading' ? text.slice(last.start, last.end) : '';
    const continues =
      /[:;,]\s*$/u.test(before) || (last?.leadIn !== undefined && /(?:€|euros?|EUR)\)?\s*$/u.test(before));
    const listed = unit.kind === 'item' || unit.kind === 'row' || (continues && stack.length > 0);
    if (listed) {
      while (stack.length > 0 && stack.at(-1)!.kind !== 'paragraph' && stack.at(-1)!.marker === unit.marker)
        stack.pop();
      const leadIn = stack.at(-1) ?? plainUnit;
      if (leadIn) unit.leadIn = leadIn;
    } else {
      stack = [];
      plainUnit = unit;
    }
    if (colon(unit)) stack.push(unit);
    last = unit;
  }
}

/** The unit that holds an offset of the passage. */
export function unitAt(units: readonly Unit[], offset: number): Unit | undefined {
  let low = 0;
  let high = units.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (units[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return units[low];
}

/** Ends of sentences inside [start, end) of a text: a full stop before a capital, abbreviations aside. */
export function sentenceAround(
  text: string,
  start: number,
  end: number,
  offset: number,
): { start: number; end: number } {
  let from = start;
  let to = end;
  const stop = /[.!?](?=[\s\u00a0]+[«"“]?\p{Lu})/gu;
  stop.lastIndex = start;
  for (let found = stop.exec(text); found && found.index < end; found = stop.exec(text)) {
    if (ABBREVIATED.test(text.slice(Math.max(start, found.index - 6), found.index))) continue;
    if (found.index < offset) from = found.index + 1;
    else {
      to = found.index + 1;
      break;
    }
  }
  return { start: from, end: to };
}
