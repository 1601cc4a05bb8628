import { readingsOf } from '../../models/act.js';
import type { Relation } from '../../models/records.js';
import { nounOf } from './nouns.js';
import { type Context, defineRelation, one, sum } from './relation.js';

const ID = 'arithmetic/ranks';
const MOST = 12;
/** The last is told no further from the number than this. */
const REACH = 6000;

/** "Trois bourses", and then the first, the second and the third of them. */
export default defineRelation({
  id: ID,
  title: 'Nombre annoncé, puis chaque élément avec son rang : premier, deuxième, troisième',
  reads: {
    'Trois bourses ont été attribuées. Le premier bénéficiaire est Luc. Une deuxième bourse va à Anne. Une troisième bourse va à Paul.':
      ['1 + 1 + 1 = 3'],
  },
  ignores: [
    'Trois bourses. La première va à Luc. Une deuxième bourse va à Anne.',
    'Deux bourses. La première bourse va à Luc. Une deuxième bourse va à Anne. La troisième bourse est en attente.',
  ],
  *find({ act, figures }: Context): Iterable<Relation> {
    const text = act.passage.text.slice(0, act.passage.bodyEnd);
    const ranks = readingsOf(act, 'ordinal').map(({ start, end, value }) => ({
      ...one(start, end - start),
      rank: value.value,
    }));
    for (const total of figures) {
      const count = total.value.toNumber();
      if (total.unit !== '' || total.yearLike || !Number.isInteger(count) || count < 2 || count > MOST) continue;
      const noun = nounOf(text, total);
      const told = ranks.filter(({ start }) => start > total.end && start - total.end < REACH && start < text.length);
      const named = told.filter((rank) => nounOf(text, rank) === noun);
      const second = named.find(({ rank }) => rank === '2');
      if (noun === undefined || !second || named.some(({ rank }) => Number(rank) > count)) continue;
      const parts = [told.findLast(({ rank, end }) => rank === '1' && end < second.start), second];
      for (let rank = 3; rank <= count; rank += 1) parts.push(named.find((one) => one.rank === String(rank)));
      const found = parts.filter((part) => part !== undefined);
      if (found.length === count) yield sum(act, ID, total, found);
    }
  },
});
