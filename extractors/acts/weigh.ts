import type { DocumentKind, Outline } from '../../models/document.js';
import type { Page } from '../../models/page.js';
import type { Position } from '../../models/passage.js';
import { kindOf, kinds } from '../kinds/index.js';
import type { Part } from '../kinds/kind.js';
import { namesAssembly } from './assembly.js';
import { flowOf } from './flow.js';
import { LOUD } from './openings.js';
import { unbroken } from './plain.js';
import { isSeen } from './signs.js';
import type { Start } from './starts.js';

/** What kind an act is, how sure that is, from 0 to 1, and why. */
type Weighed = Pick<Outline, 'kind' | 'confidence' | 'reasons'>;

/** What holds this many acts, and opens like a container, is one: so much it weighs. Two do where its title says so. */
const SEVERAL = 3;
const ENTITLED = 2;
const HOLDS_ACTS = 8;
/** What weighs less is a hint that any paper may hold: its kind stays open, unless it names the assembly that such acts are of. */
const TELLING = 4;
/** So sure is a part that has a heading and was voted. */
const VOTED = 0.75;

/** What kind the act from `start` to `last` is: the signals of each kind are weighed, first lines and body together. */
export function weigh(pages: readonly Page[], start: Start, last: Position): Weighed {
  const weighed = byItsSignals(pages, start, last);
  return byItsParts(weighed, pages, start.at, last) ?? weighed;
}

/** Which kind the signals speak for. Its share of all that was said is the confidence. */
function byItsSignals(pages: readonly Page[], { at: first, opens }: Start, last: Position): Weighed {
  const text = flowOf(pages, { first, last }).plain;
  const joined = unbroken(text);
  let best: { kind: DocumentKind; weight: number; reasons: string[] } = { kind: 'other', weight: 0, reasons: [] };
  let total = 0;
  for (const { kind, holds, parts } of kinds) {
    const opened = opens.get(kind);
    const seen = holds.filter((signal) => isSeen(signal, text, joined));
    const held = opened && parts ? parts(pages, first, last).length : 0;
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

/**
 * "Extrait du registre" over a whole session: what opens like one act, and holds several that were voted, is a
 * container; two are enough where each has its own number.
 */
function byItsParts(
  { kind, confidence, reasons }: Weighed,
  pages: readonly Page[],
  first: Position,
  last: Position,
): Weighed | undefined {
  for (const container of kinds) {
    const voted = container
      .parts?.(pages, first, last)
      .filter((part) => part.kind === kind && part.confidence >= VOTED);
    if (voted && (voted.length >= SEVERAL || (voted.length >= ENTITLED && eachNumbered(voted))))
      return {
        kind: container.kind,
        confidence,
        reasons: [...reasons, `it holds ${voted.length} acts that were voted`],
      };
  }
  return undefined;
}

/** Each has a number of its own. */
function eachNumbered(parts: readonly Part[]): boolean {
  const numbers = parts.flatMap(({ called }) => called?.reference ?? []);
  return new Set(numbers).size === parts.length;
}
