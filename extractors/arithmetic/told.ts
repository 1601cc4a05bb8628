import { plain } from '../acts/plain.js';
import type { Figure } from './figures.js';
import type { Grid } from './grid.js';

/** What an account says of an amount: it came in, it went out, or it is what is left. */
type Flow = 'in' | 'out' | 'result';

/** An amount of an account, with the words that say what it is. */
export interface Told {
  readonly figure: Figure;
  readonly flow: Flow;
  /** Plain words, those of the sentence or the line before the amount. */
  readonly words: string;
  /** It counts against the others: it went out, or its words or its sign say that it is missing. */
  readonly negative: boolean;
}

const FLOWS: readonly (readonly [Flow, string])[] = [
  [
    'result',
    '(?:excedents?|deficits?|soldes?) (?:des? |en )(?:recettes|depenses)|resultats?|excedents?|deficits?|soldes?|reports?|benefices?|(?:besoins?|capacites?)(?: \\p{L}+)? de financement',
  ],
  ['in', 'recettes?|produits?|ressources'],
  ['out', 'depenses?|charges?|emplois'],
];
const WORD = new RegExp(`\\b(?:${FLOWS.map(([flow, words]) => `(?<${flow}>${words})`).join('|')})\\b`, 'gu');
/** "avec 7 400 € de recettes": what follows an amount at once is its own. */
const BEHIND = /^\s*(?:€|euros?)?\s(?:des?|en)\s(?:la\s)?(?<word>recettes?|produits?|depenses?|charges)\b/;
const SECTION = /\bsection (?:de |d')(?:fonctionnement|exploitation|investissement)/;
const MISSING = /\b(?:deficits?|besoins?|negatif)\b|\bdeficitaire/;
/** A label is no longer than this. */
const REACH = 150;

/** The amounts of running text and of lines, in order, with what their words say. A row with several amounts is a table's. */
export function toldIn(text: string, figures: readonly Figure[]): Told[] {
  const folded = plain(text);
  const told: Told[] = [];
  let read = 0;
  for (const figure of figures) {
    // "Dépenses = 2 033 729.68": cents without a currency are money where the words speak of an account.
    if (figure.unit !== 'EUR' && !(figure.unit === '' && figure.step.equals('0.01'))) continue;
    const before = folded.slice(Math.max(read, figure.start - REACH), figure.start);
    const behind = BEHIND.exec(folded.slice(figure.end, figure.end + 40));
    const words = `${before}${behind?.groups?.word ?? ''}`;
    read = figure.end + (behind?.[0].length ?? 0);
    const one = telling(figure, words);
    if (one && alone(folded, figure, figures)) told.push(one);
  }
  return told;
}

/** The columns of a table, each told by the labels of its rows. */
export const toldInColumns = ({ rows }: Grid): Told[][] =>
  [...new Set(rows.flatMap(({ figures }) => [...figures.keys()]))].map((col) =>
    rows.flatMap(({ label, figures }) => {
      const figure = figures.get(col);
      return figure && figure.unit !== '%' ? (telling(figure, plain(label)) ?? []) : [];
    }),
  );

/** The amount's line is no row of a table with several amounts. */
function alone(text: string, figure: Figure, figures: readonly Figure[]): boolean {
  const from = text.lastIndexOf('\n', figure.start) + 1;
  const to = text.indexOf('\n', figure.end);
  const line = text.slice(from, to < 0 ? undefined : to);
  return (
    !line.includes('\t') ||
    figures.filter(({ start, unit }) => unit === figure.unit && start >= from && start < from + line.length).length ===
      1
  );
}

function telling(figure: Figure, words: string): Told | undefined {
  const groups = [...words.matchAll(WORD)].at(-1)?.groups;
  const said =
    FLOWS.find(([flow]) => groups?.[flow] !== undefined)?.[0] ?? (SECTION.test(words) ? 'result' : undefined);
  if (said === undefined || /\bdont\b[^:]*$/.test(words)) return undefined;
  const own = words.slice(words.lastIndexOf('\n') + 1);
  return { figure, flow: said, words, negative: said === 'out' || figure.value.isNegative() || MISSING.test(own) };
}
