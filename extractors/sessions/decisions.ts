import { recently } from '../recent.js';
import { formulaSigns } from './formulas.js';
import { resultSigns } from './results.js';
import type { Sign } from './sign.js';
import { readTallies } from './tally.js';
import { verbSigns } from './verbs.js';

/** The signs of decisions in plain text, in order. */
export const readSigns = recently((text: string): readonly Sign[] => {
  const signs: Sign[] = [...tallySigns(text), ...formulaSigns(text), ...resultSigns(text), ...verbSigns(text)];
  return signs.sort((a, b) => a.start - b.start || b.end - a.end);
});

function tallySigns(text: string): Sign[] {
  return readTallies(text).map((tally) => {
    const { votesFor, votesAgainst = 0 } = tally;
    const others = votesAgainst + (tally.abstentions ?? 0);
    return {
      kind: 'tally',
      ...tally,
      outcome: votesFor !== undefined && votesAgainst > votesFor ? 'rejected' : 'adopted',
      ...(votesFor !== undefined && (tally.votesAgainst ?? tally.abstentions) !== undefined
        ? { unanimous: others === 0 }
        : votesAgainst > 0
          ? { unanimous: false }
          : {}),
    };
  });
}
