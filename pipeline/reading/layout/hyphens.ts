import type { Sheet, SheetWord } from '../sheet.js';
import type { Draft } from './draft.js';
import { lineOf, type TextLine } from './lines.js';

/** A letter or a figure, then a hyphen that ends the line. */
const CUT = /[\p{L}\d]-$/u;
/** What a word goes on with: "(" or a quote begins another. */
const GOES_ON = /^(?:[\p{L}\d]|[dl]['’]\p{L})/u;

const NUMERAL = 'vingt|trente|quarante|cinquante|soixante|quatre|dix|cent';
const UNIT = 'et|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?';
/** Words that French writes with a hyphen, cut at it: what stands before and after. The word before is whole. */
const COMPOUNDS = [
  `(?:${NUMERAL})-(?:${UNIT})`,
  'proc[èe]s-verb',
  'comptes?-rendu',
  '[àa]-dire',
  "c['’]est-[àa]",
  'peut-[êe]tre',
  '(?:au|par|ci|l[àa])-(?:del[àa]|dess|devant|apr[èe]s|joint|annex|contre|bas$)',
  '(?:celui|celle|ceux|celles)-(?:ci|l[àa])',
  '(?:lui|elle|eux|elles|nous|vous|soi)-m[êe]mes?',
  'sous-(?:pr[ée]f|trait|total|sol|jac|direct|commission|sect|chapitre)',
  'avant-(?:projet|propos|dernier|contrat|garde)',
  'vice-(?!r)',
  'demi-',
  'ex-(?:aequo|maire|pr[ée]sident|adjoint)',
  'non-(?!ob|ag|an)',
  'rendez-vous',
  'vis-[àa]',
  'savoir-',
  'chefs?-(?:lieu|d)',
  '(?:plus|moins)-value',
  'main-d',
  'porte-parole',
  'rez-de',
  'hors-',
] as const;
/** Shorter words are syllables of longer ones too often. */
const WHOLE = 5;
/** Inside a name of place or a question: "Villars-sur-Orbe", "Mas-d'Orbe", "a-t-il". */
const LINK = "-(?:(?:sur|sous|en|de|du|des|la|le|les|l[èe]s|lez|aux?|et|t)-|[dl]['’])";
const COMPOUND = new RegExp(`(?:^|['’-])(?:${COMPOUNDS.join('|')})|${LINK}`, 'iu');

/**
 * Words cut at the end of a line made whole: they stand on the line that they begin on, and know where their rest is.
 * A hyphen that only cuts goes, one that the word is written with stays: "compé-|tence", "Saint-|Martin".
 */
export function withWholeWords(drafts: readonly Draft[], vocabulary: () => ReadonlySet<string>): Draft[] {
  let before: TextLine[] | undefined;
  return drafts.flatMap((draft): Draft[] => {
    if (draft.kind === 'table') {
      before = undefined;
      return [{ ...draft, cells: draft.cells.map((cell) => ({ ...cell, lines: rejoined(cell.lines, vocabulary) })) }];
    }
    if (draft.kind === 'key-figure') {
      before = undefined;
      const own = draft.lines[draft.figureLine]!.words[0];
      const lines = rejoined(draft.lines, vocabulary);
      const figureLine = lines.findIndex(({ words }) => words[0] === own);
      return [figureLine < 0 ? draft : { ...draft, lines, figureLine }];
    }
    const lines = rejoined(draft.lines, vocabulary);
    // A column's last word may go on at the top of the next.
    if (before && draft.kind === 'paragraph') join(before, lines, vocabulary);
    if (lines.length === 0) return [];
    before = draft.kind === 'paragraph' || draft.kind === 'list-item' ? lines : undefined;
    return [{ ...draft, lines }];
  });
}

function rejoined(lines: readonly TextLine[], vocabulary: () => ReadonlySet<string>): TextLine[] {
  const out: TextLine[] = [];
  for (const line of lines) {
    const rest = [line];
    if (out.length > 0) join(out, rest, vocabulary);
    out.push(...rest);
  }
  return out;
}

/** Takes the first word of `after` to the end of `before` where they are one word that was cut. */
function join(before: TextLine[], after: TextLine[], vocabulary: () => ReadonlySet<string>): void {
  const [last, next] = [before.at(-1)!, after[0]!];
  const [first, second] = [last.words.at(-1)!, next.words[0]!];
  if (!CUT.test(first.text) || !GOES_ON.test(second.text) || first.rest || second.rest) return;
  const whole: SheetWord = {
    ...first,
    text: wholeOf(first.text, second.text, vocabulary()),
    rest: second.box,
    confidence: Math.min(first.confidence, second.confidence),
  };
  before[before.length - 1] = { ...last, words: [...last.words.slice(0, -1), whole] };
  if (next.words.length > 1) after[0] = lineOf(next.words.slice(1));
  else after.shift();
}

/** The word that `first`, which ends in a hyphen, and `second` were; `vocabulary`: the words that stand in the file uncut. */
export function wholeOf(first: string, second: string, vocabulary: ReadonlySet<string>): string {
  const [written, closed] = [first + second, first.slice(0, -1) + second];
  const [asWritten, asClosed] = [vocabulary.has(bare(written)), vocabulary.has(bare(closed))];
  if (asWritten !== asClosed) return asWritten ? written : closed;
  return isSoft(first, second) && !isCompound(first, second, vocabulary) ? closed : written;
}

function isSoft(first: string, second: string): boolean {
  if (!/^\p{Ll}/u.test(second)) return false;
  const [, stem] = /([\p{L}'’-]*)-$/u.exec(first)!;
  return stem!.length > 1 && !/[@/]|www/.test(first) && !COMPOUND.test(`${stem}-${second}`);
}

/** Two words that the file writes on their own as well ("réunion-débat"), or a plural and its likes ("cafés-rencontres"). */
function isCompound(first: string, second: string, vocabulary: ReadonlySet<string>): boolean {
  const [stem, rest] = [bare(first), bare(second)];
  if (/\p{L}{3}és$/u.test(stem)) return true;
  return (
    Math.min(stem.length, rest.length) >= WHOLE && rest !== 'leurs' && vocabulary.has(stem) && vocabulary.has(rest)
  );
}

/** The words of a file that no line's end cuts, as they are compared. */
export function vocabularyOf(sheets: readonly Sheet[]): Set<string> {
  const found = new Set<string>();
  for (const { words } of sheets) for (const { text } of words) if (!text.endsWith('-')) found.add(bare(text));
  return found;
}

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^(?:[^\p{L}\d]|\p{L}{1,2}['’])+/u, '')
    .replace(/[^\p{L}\d]+$/u, '');
