import type { Relation } from '../../models/records.js';
import type { Figure } from './figures.js';
import { TOTAL } from './foots.js';
import { gridsOf } from './grid.js';
import { type Context, defineRelation, makes, sum, total } from './relation.js';

const ID = 'arithmetic/voices';

type Voice = 'present' | 'proxy' | 'voters' | 'cast' | 'blank' | 'for' | 'against' | 'abstain';

const WORDS: readonly (readonly [Voice, string])[] = [
  ['present', 'pr[ée]sents?'],
  ['proxy', 'pouvoirs?|procurations?|repr[ée]sent[ée]s?'],
  ['voters', "(?<!non[ -])votants?|bulletins (?:trouv[ée]s )?dans l['’]urne"],
  ['cast', '(?:suffrages )?exprim[ée]s?'],
  ['blank', '(?:bulletins? )?(?:(?:blancs?|nuls?)(?: (?:et|ou) )?){1,2}'],
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
  ['voters', ['cast', 'blank']],
  ['cast', ['for', 'against']],
];
/** "Suffrages exprimés : 14", "Réponses reçues : 86", and then a table of what each choice obtained. */
const CAST =
  /(?:exprim[ée]s?|(?:r[ée]sultats?|r[ée]ponses?|bulletins?|questionnaires?) (?:re[çc]ue?s?|valables?))[^\d\n]{0,12}$/i;
const OBTAINED = /^\s?(?:voix|suffrages?)\b/i;
const NEXT = /\b(?:votants?|exprim[ée]s?|tour de scrutin)\b/i;
/** The list of who obtained what is no longer than this. */
const LIST = 1500;
/** A column of votes. */
const VOTES = /\b(?:voix|votes?|suffrages?)\b/i;
const SEVERAL = 1.4;
/** Counts further apart are not of one list. */
const APART = 160;

/** Those present and their powers make the voters, who voted for, against or not at all; said only where it is so: a member may leave before the vote. */
export default defineRelation({
  id: ID,
  title: 'Présents et pouvoirs font les votants ; pour, contre et abstentions aussi ; les voix obtenues, les exprimés',
  reads: {
    'En exercice : 15\nPrésents : 11\nPouvoirs : 2\nVotants : 13': ['11 + 2 = 13'],
    'Sur 27 votants : 24 voix pour, 2 contre et 1 abstention.': ['24 + 2 + 1 = 27'],
    'Votants : 27 Exprimés : 26 Pour : 24 Contre : 2 Abstention : 1': ['24 + 2 + 1 = 27', '24 + 2 = 26'],
    'Bulletins trouvés dans l’urne : 15\nBulletins blancs ou nuls : 1\nSuffrages exprimés : 14': ['14 + 1 = 15'],
    'Suffrages exprimés : 14\nMajorité absolue : 8\nOnt obtenu : M. Durand : 11 voix ; Mme Petit : 3 voix.': [
      '11 + 3 = 14',
    ],
    'Réponses reçues : 86\n\nHoraires\tVotes\n22 h\t40\nMinuit\t52': ['40 + 52 = 86'],
  },
  ignores: [
    'Présents : 11\nPouvoirs : 2\nVotants : 12',
    '12 présents, 2 excusés, 14 dossiers',
    'Suffrages exprimés : 15\n\nCandidat\tVoix\nM. Durand\t15\nMme Petit\t14',
  ],
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
    for (const cast of counts) {
      if (!CAST.test(text.slice(Math.max(0, cast.start - 60), cast.start))) continue;
      const obtained = obtainedAfter(text, counts, cast);
      if (obtained.length >= 2 && makes(cast, obtained)) yield sum(act, ID, cast, obtained);
      const column = columnAfter(act, cast);
      // More voices than were cast are too many; far more, and each voter chose several.
      const ratio = column.length < 2 ? 0 : total(column).div(cast.value).toNumber();
      if (ratio >= 1 && ratio < SEVERAL) yield sum(act, ID, cast, column);
    }
  },
});

/** "M. Durand : 9 voix, Mme Petit : 5 voix", up to the next ballot. */
function obtainedAfter(text: string, counts: readonly Figure[], cast: Figure): Figure[] {
  const behind = text.slice(cast.end, cast.end + LIST);
  const end = cast.end + (NEXT.exec(behind)?.index ?? behind.length);
  return counts.filter(
    (one) => one.start > cast.end && one.start < end && OBTAINED.test(text.slice(one.end, one.end + 12)),
  );
}

/** The votes of the table that follows, whose column says so. */
function columnAfter(act: Context['act'], cast: Figure): Figure[] {
  for (const { rows, heads } of gridsOf(act)) {
    const [col] = [...heads].find(([, head]) => VOTES.test(head)) ?? [];
    const votes =
      col === undefined
        ? []
        : rows.flatMap(({ label, figures }) => (TOTAL.test(label) ? [] : (figures.get(col) ?? [])));
    const gap = votes.length === 0 ? -1 : votes[0]!.start - cast.end;
    if (gap >= 0 && gap < 300) return votes;
  }
  return [];
}

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
    const said = list.get(whole);
    const parts = voices.map((voice) => list.get(voice)).filter((figure) => figure !== undefined);
    if (said && parts.length >= 2 && makes(said, parts)) yield sum(act, ID, said, parts);
  }
}
