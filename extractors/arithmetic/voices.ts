import type { Relation } from '../../models/records.js';
import type { Figure } from './figures.js';
import { type Context, defineRelation, makes, sum } from './relation.js';

type Voice = 'present' | 'proxy' | 'voters' | 'cast' | 'for' | 'against' | 'abstain';

const WORDS: readonly (readonly [Voice, string])[] = [
  ['present', 'pr[ée]sents?'],
  ['proxy', 'pouvoirs?|procurations?|repr[ée]sent[ée]s?'],
  ['voters', '(?<!non[ -])votants?'],
  ['cast', '(?:suffrages )?exprim[ée]s?'],
  ['for', 'pour'],
  ['against', 'contre'],
  ['abstain', 'abstentions?'],
];
const BEFORE = WORDS.map(
  ([voice, words]) => [voice, new RegExp(`\\b(?:${words})[^\\d\\n:;,()]{0,25}:?\\s*$`, 'i')] as const,
);
const AFTER = WORDS.map(
  ([voice, words]) =>
    [
      voice,
      new RegExp(`^[^\\S\\n]*(?:voix|votes?|conseillers?|membres?|[ée]lus)?[^\\S\\n]*(?:${words})(?![\\p{L}])`, 'iu'),
    ] as const,
);
/** What makes what: those who came and those they speak for, the voices for and against. */
const SUMS: readonly (readonly [Voice, readonly Voice[]])[] = [
  ['voters', ['present', 'proxy']],
  ['voters', ['for', 'against', 'abstain']],
  ['cast', ['for', 'against']],
];
/** Counts further apart are not of one list. */
const APART = 160;

/** Those present and their powers make the voters, who voted for, against or not at all; said only where it is so: a member may leave before the vote. */
export default defineRelation({
  id: 'arithmetic/voices',
  title: 'Présents et pouvoirs font les votants ; pour, contre et abstentions aussi',
  reads: {
    'En exercice : 15\nPrésents : 11\nPouvoirs : 2\nVotants : 13': ['11 + 2 = 13'],
    'Sur 27 votants : 24 voix pour, 2 contre et 1 abstention.': ['24 + 2 + 1 = 27'],
    'Votants : 27 Exprimés : 26 Pour : 24 Contre : 2 Abstention : 1': ['24 + 2 + 1 = 27', '24 + 2 = 26'],
  },
  ignores: ['Présents : 11\nPouvoirs : 2\nVotants : 12', '12 présents, 2 excusés, 14 dossiers'],
  *find({ act, figures }: Context): Iterable<Relation> {
    const text = act.passage.text.slice(0, act.passage.bodyEnd);
    const counts = figures.filter(
      ({ unit, step, signed, end }) => unit === '' && step.equals(1) && !signed && end <= text.length,
    );
    let list = new Map<Voice, Figure>();
    /** Where the last count ends, with the word after it that says what it is. */
    let read = 0;
    for (const figure of counts) {
      const label = labelOf(text, read, figure);
      if (!label) continue;
      if (figure.start - read > APART || list.has(label.voice)) {
        yield* sums(act, list);
        list = new Map();
      }
      list.set(label.voice, figure);
      read = label.end;
    }
    yield* sums(act, list);
  },
});

/** What a count is, by the word before it, which may not be that of the count before, or by the word after it. */
function labelOf(text: string, read: number, { start, end }: Figure): { voice: Voice; end: number } | undefined {
  const before = text.slice(Math.max(read, start - 50), start);
  const first = BEFORE.find(([, words]) => words.test(before));
  if (first) return { voice: first[0], end };
  const after = text.slice(end, end + 40);
  for (const [voice, words] of AFTER) {
    const match = words.exec(after);
    if (match) return { voice, end: end + match[0].length };
  }
  return undefined;
}

function* sums(act: Context['act'], list: ReadonlyMap<Voice, Figure>): Iterable<Relation> {
  for (const [whole, voices] of SUMS) {
    const total = list.get(whole);
    const parts = voices.map((voice) => list.get(voice)).filter((figure) => figure !== undefined);
    if (total && parts.length >= 2 && makes(total, parts)) yield sum(act, 'arithmetic/voices', total, parts);
  }
}
