import { remember } from '../context.js';
import { deltasIn } from '../delta.js';
import type { Found } from '../found.js';
import { totalOf } from '../sums.js';
import { readFigure } from './figure.js';
import { measuresIn } from './measures.js';
import type { Sentence } from './sentence.js';
import { baseOf, ownerOf, variationOf } from './variation.js';

/** The indicators of one sentence; `earlier` is the last of the sentence before. */
export function readSentence(sentence: Sentence, earlier: Found | undefined): Found[] {
  const deltas = deltasIn(sentence.plain).filter(
    ({ start, end }) => !sentence.isTaken(start, numeralEnd(sentence, start, end)),
  );
  const figures = measuresIn(sentence, deltas);
  const limits = [...figures, ...deltas].map(({ start }) => start).sort((a, b) => a - b);
  const found: Found[] = [];
  for (const figure of figures) {
    const next = readFigure(sentence, figure, limits, found.at(-1) ?? earlier, found);
    if (!next) continue;
    if (TOTAL.test(sentence.before(figure.start).plain)) totalOf(next, found);
    found.push(next);
  }
  const counts = [...found];
  for (const delta of deltas) {
    const before = counts.filter(({ end }) => end <= sentence.start + delta.start).at(-1);
    const owner = ownerOf(sentence, delta, before);
    if (owner && owner.delta === undefined) {
      owner.delta = delta.delta;
      const base = baseOf(sentence, delta) ?? (before?.against === owner ? before?.period?.slice(0, 4) : undefined);
      if (base !== undefined) owner.deltaBase = base;
      continue;
    }
    const variation = variationOf(sentence, delta, counts);
    if (variation) found.push(variation);
  }
  found.sort((a, b) => a.start - b.start);
  const first = found.find(({ count }) => count);
  if (first && (sentence.statement.keyed || first.parent === undefined)) remember(sentence.context, first);
  return found;
}

const TOTAL = /\b(?:soit|pour|donnant)(?: donc)? (?:un (?:total|ensemble)(?: general| cumule)? d(?:e |')|au total )$/;

/** Where the digits of a variation end: a year after them is its base. */
function numeralEnd({ plain }: Sentence, start: number, end: number): number {
  const text = plain.slice(start, end);
  return start + (/^[^\d]*\d(?:[\d.,]| \d{3}(?!\d))*/.exec(text)?.[0].length ?? text.length);
}
