import { plain } from '../acts/plain.js';
import type { Context } from './context.js';
import { askerBefore } from './giving.js';
import { isTwin, type Sum, twinsEnd } from './sum.js';
import { sentenceAround, type Unit } from './units.js';
import { resolve, type Who } from './who.js';

/** Where a sum stands in its sentence: the words that are its own, and what announces them. */
export interface Place {
  readonly unit: Unit;
  readonly sentence: { readonly start: number; readonly end: number };
  /** The sum before it in the same sentence. */
  readonly before: Sum | undefined;
  /** It says the sum before it again. */
  readonly twin: boolean;
  /** Its own words: from the sum before it to the next one. */
  readonly from: number;
  readonly to: number;
  /** Where its unit ends, or another sentence tells of another sum. */
  readonly reach: number;
  /** Where the next sum stands, or what is said of this one is far behind. */
  readonly until: number;
  /** Where its own words go on behind it and what says it again. */
  readonly behind: number;
  readonly left: string;
  readonly right: string;
  /** The sentence up to the sum. */
  readonly wholeLeft: string;
  /** The same, plain and on one line. */
  readonly said: string;
  readonly leadIn: string;
  readonly heading: string;
  /** Its heading and the act's title, plain. */
  readonly about: string;
  /** Who asks the town for money, in the words before. */
  readonly asker: Who | undefined;
  /** In its sentence, its heading or the title the town asks somebody for money. */
  readonly sought: boolean;
}

const FAR = 2500;
const NEAR = 500;
const ASKED_WITHIN = 600;

export function placeOf(context: Context, sum: Sum, previous: Sum | undefined, next: Sum | undefined): Place {
  const { text } = context;
  const unit = sum.unit ?? {
    start: Math.max(0, sum.start - 300),
    end: Math.min(text.length, sum.end + 300),
    kind: 'paragraph' as const,
    marker: '',
  };
  // A sentence that never ends is read as far as a reader would look.
  const sentence = sentenceAround(
    text,
    Math.max(unit.start, sum.start - FAR),
    Math.min(Math.max(unit.end, sum.end), sum.end + FAR),
    sum.start,
  );
  const before = previous && previous.end > sentence.start && previous.end <= sum.start ? previous : undefined;
  const from = before ? Math.max(before.end, before.consumed) : sentence.start;
  const to = next && next.start < sentence.end ? next.start : sentence.end;
  const behind = twinsEnd(text, sum, to);
  const right = text.slice(behind, to);
  const wholeLeft = text.slice(sentence.start, sum.start);
  const leadIn = unit.leadIn ? text.slice(unit.leadIn.start, unit.leadIn.end) : '';
  const heading = unit.heading ? text.slice(unit.heading.start, unit.heading.end) : '';
  // "Les parents demandent 300 €": whoever asked in another sentence is not meant.
  const asksItself = /\b(?:sollicite|demande)(?:nt)? (?:une? [^.;:€]{0,30})?$/.test(
    plain(wholeLeft).replace(/\n/g, ' '),
  );
  const since = asksItself ? sentence.start : Math.max(sum.start - ASKED_WITHIN, unit.heading?.end ?? 0, 0);
  const asked = resolve(context, askerBefore(text, since, sum.start)?.name);
  const asker = asked && asked.name !== context.actorName && asked.body !== context.actor ? asked : undefined;
  return {
    unit,
    sentence,
    before,
    twin: before !== undefined && isTwin(text, before, sum),
    from,
    to,
    reach:
      next && next.start > sentence.end
        ? Math.min(unit.end, sentenceAround(text, unit.start, unit.end, next.start).start)
        : unit.end,
    until: Math.min(next?.start ?? text.length, sum.end + NEAR),
    behind,
    left: text.slice(from, sum.start),
    right,
    wholeLeft,
    said: plain(wholeLeft).replace(/\n/g, ' '),
    leadIn,
    heading,
    about: plain(`${heading} ${context.title}`),
    asker,
    sought: !asker && [`${wholeLeft} ${right}`, leadIn, heading, context.title].some(seeks),
  };
}

const SOUGHT =
  /sollicit|demandes? (?:d[e'] ?|une? |l')?(?:subvention|financement|aide|fonds)|subventions? (?:obtenue|esperee|attendue|sollicitee)|aides? (?:obtenue|esperee|attendue)|plan de financement|au titre de la (?:detr|dsil)|fonds vert/;
const seeks = (text: string): boolean => SOUGHT.test(plain(text));
