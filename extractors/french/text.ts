import { type Figure, figuresIn } from './figures.js';
import { fold, isDigit, isLetter } from './fold.js';
import { MONTH_WORDS } from './months.js';
import { NUMERAL_WORDS } from './numerals.js';

/** Words at which a reading may begin or end. */
type Anchor = 'numeral' | 'month' | 'act' | 'ordinal' | 'semester' | 'half';

/**
 * A text prepared for reading: folded once, its anchors found in one pass. Rules look at the anchors and never run
 * over the whole text themselves, so their time is that of the candidates.
 */
export interface FrenchText {
  readonly raw: string;
  /** Of the same length as `raw`. */
  readonly folded: string;
  /** Where runs of digits begin, in order. */
  readonly digitRuns: readonly number[];
  /** Where words of a class begin, in order. */
  readonly words: Readonly<Record<Anchor, readonly number[]>>;
  /** Every number, in digits or in words, whatever it counts. */
  readonly figures: readonly Figure[];
}

// biome-ignore format: a table
const ACT_WORDS = [
  'delib',
  'deliberation', 'deliberations', 'delibere', 'loi', 'lois', 'decret', 'decrets', 'arrete', 'arretes', 'ordonnance', 'ordonnances',
  'convention', 'conventions', 'avenant', 'avenants', 'article', 'articles', 'art', 'code', 'codes', 'circulaire',
  'circulaires', 'directive', 'directives', 'reglement', 'reglements', 'decision', 'decisions', 'instruction',
  'instructions', 'marche', 'marches', 'accord', 'accords', 'contrat', 'contrats', 'cgct', 'constitution',
  'proces', 'compte', 'comptes', 'statuts', 'note', 'bail', 'acte', 'protocole', 'seance', 'pv', 'charte', 'avis', 'courrier', 'attestation',
  'loin', 'decretn', 'arreten', 'deliberationn', 'ordonnancen', 'circulairen',
];
// biome-ignore format: a table
const SEMESTER_WORDS = ['semestre', 'semestres', 'trimestre', 'trimestres', 'quadrimestre'];
// biome-ignore format: a table
const ORDINAL_WORDS = ['premier', 'premiere', 'premiers', 'premieres', 'second', 'seconde', 'seconds', 'secondes'];

const LEXICON = new Map<string, Anchor[]>();
const enter = (words: Iterable<string>, anchor: Anchor): void => {
  for (const word of words) LEXICON.set(word, [...(LEXICON.get(word) ?? []), anchor]);
};
enter(NUMERAL_WORDS, 'numeral');
enter(MONTH_WORDS, 'month');
enter(ACT_WORDS, 'act');
enter(ORDINAL_WORDS, 'ordinal');
enter(SEMESTER_WORDS, 'semester');
enter(['moitie'], 'half');
const LONGEST_WORD = Math.max(...[...LEXICON.keys()].map((word) => word.length));

let last: FrenchText | undefined;

/** `text` prepared. The last answer is kept, because every rule asks for the same text in turn. */
export function frenchText(text: string): FrenchText {
  if (last?.raw !== text) last = prepare(text);
  return last;
}

function prepare(raw: string): FrenchText {
  const folded = fold(raw);
  const digitRuns: number[] = [];
  const words: Record<Anchor, number[]> = { numeral: [], month: [], act: [], ordinal: [], semester: [], half: [] };
  const length = folded.length;
  for (let at = 0; at < length; ) {
    const code = folded.charCodeAt(at);
    if (isDigit(code)) {
      digitRuns.push(at);
      do at += 1;
      while (at < length && isDigit(folded.charCodeAt(at)));
    } else if (isLetter(code)) {
      const start = at;
      do at += 1;
      while (at < length && isLetter(folded.charCodeAt(at)));
      if (at - start <= LONGEST_WORD && at - start > 1) {
        for (const anchor of LEXICON.get(folded.slice(start, at)) ?? []) words[anchor].push(start);
      }
    } else at += 1;
  }
  let figures: Figure[] | undefined;
  return {
    raw,
    folded,
    digitRuns,
    words,
    get figures() {
      figures ??= figuresIn(raw, folded, digitRuns, words.numeral);
      return figures;
    },
  };
}

/** Index of the first item of an ordered list that is not less than `value`. */
export function firstNotBefore(list: readonly number[], value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
