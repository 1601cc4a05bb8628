import type { Act } from '../../models/act.js';
import type { Relation } from '../../models/records.js';
import type { Figure } from './figures.js';
import { relation, show } from './relation.js';
import { ratioSlack } from './variations.js';

/** "part / base = result"; `factor`: how many of the result's units one of the part's is (1000 kg for a tonne). */
export function quotient(
  act: Pick<Act, 'passage'>,
  extractor: string,
  part: Figure,
  base: Figure,
  result: Figure,
  factor = 1,
): Relation {
  const of = (a: Figure['value'], b: Figure['value']): Figure['value'] => a.times(factor).div(b);
  // What is printed may be cut instead of rounded.
  const tolerance = ratioSlack(part, base, of).plus(result.step);
  return relation(
    act,
    extractor,
    'ratio',
    `${show(part.value)}${factor === 1 ? '' : ` × ${factor}`} / ${show(base.value)} = ${show(result.value)}`,
    of(part.value, base.value),
    result.value,
    tolerance,
    [
      { role: 'result', figure: result },
      { role: 'part', figure: part },
      { role: 'base', figure: base },
    ],
  );
}
