import type { EntityKind } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { headOf } from '../entities/bodies.js';
import { DAY, PRINTED_MONTH } from '../french/months.js';
import { type Token, tokens, withoutFullStop } from './name-tokens.js';
import {
  ADJECTIVE,
  APPOSED,
  DEMONYM,
  LOWER_STOP,
  NOT_A_NAME,
  OPENS_LINE,
  PARTICLE,
  PRESENTS,
  TIE,
  WIDE,
} from './name-words.js';

/** What a word does to a name: it belongs to it, it ends it, or it shows that none begins here. */
type Went = 'on' | 'over' | 'nothing';

/**
 * A name that is read word by word, from the first that may open it to the one that shows that it is over: a sign, a
 * verb, "pour", "au titre de", a figure.
 */
export class GrowingName {
  readonly #text: string;
  readonly #limit: number;
  /** Where it stands so far; `start` is -1 before its first word. */
  start = -1;
  end = -1;
  /** Words that belong to it, and those of them with a capital. */
  kept = 0;
  capitals = 0;
  /** The sort of body that its first words say: "comité", "communauté de communes". */
  head: { readonly head: string; readonly kind: EntityKind } | undefined;
  /** Its first word. */
  opening = '';
  /** "association", where that word, in lower case, opens it. */
  form: string | undefined;
  #headEnd = -1;
  #article = false;
  /** Particles behind the last word kept, which belong to it only if a word follows: "de la". */
  #tie = '';
  /** "Comité pour …", "Union contre …": a name that such a particle widened takes in common nouns. */
  #wide = false;
  /** The last word kept, plain. */
  #last = '';

  /** Reads from `from` to `limit` at most. */
  constructor(text: string, from: number, limit: number) {
    this.#text = text;
    this.#limit = limit;
    for (const token of tokens(text, from, limit)) {
      if (this.kept > 0 && this.#endsAbove(token)) return;
      const { word, end, closes } = withoutFullStop(token);
      if (word === '' || (this.kept > 0 && PRESENTS.test(word))) return;
      const went = this.kept === 0 ? this.#open(word, token.start, end, closes) : this.#goOn(word, token, end);
      if (went === 'nothing') {
        this.start = -1;
        return;
      }
      if (went === 'over' || closes) return;
    }
  }

  /** Whether a token on a new line belongs to another thing. */
  #endsAbove({ word, start, gap }: Token): boolean {
    if (!gap.includes('\n')) return false;
    const above = start - gap.length;
    const name = this.#text.slice(this.start, this.end);
    // A short line is a line of its own: what stands below it is another thing.
    if (this.#tie === '' && above - lineStart(this.#text, above) < (isShouted(name) ? 60 : 42)) {
      // "COMMUNAUTÉ DE COMMUNES" over "DU HAUT-VAL": a letterhead that says the sort first.
      const onlySort = this.#isTerritory() && this.end === this.#headEnd;
      if (!onlySort || !/^(?:de|du|des|d['’])$/iu.test(word)) return true;
    }
    // A line in capitals is a heading: what stands below it begins anew.
    const heading = this.kept > 1 && isShouted(name);
    return (heading && /^\p{Lu}\p{Ll}/u.test(word)) || OPENS_LINE.test(word);
  }

  #open(word: string, start: number, end: number, closes: boolean): Went {
    if (this.start >= 0) {
      // Behind a capital article.
      if (!isCapital(word) || NOT_A_NAME.test(word)) return 'nothing';
      return this.#keep(word, end);
    }
    if (ARTICLE.test(word) && !this.#article) {
      this.#article = true;
      if (closes) return 'nothing';
      // "La Marie-Do", "Les Galopins": a capital article inside a sentence opens a name.
      const behind = plain(this.#text.slice(end, end + 50).trimStart());
      if (/^L/u.test(word) && !opensSentence(this.#text, start) && !headOf(behind)) this.start = start;
      return 'on';
    }
    this.head = headOf(plain(this.#text.slice(start, Math.min(this.#limit, start + 60))));
    const lowerHead = this.head !== undefined && !isCapital(word);
    if (!lowerHead && (!isCapital(word) || (NOT_A_NAME.test(word) && !this.head))) return 'nothing';
    this.start = start;
    if (this.head) this.#headEnd = start + this.head.head.length;
    this.opening = word;
    if (lowerHead && APPOSED.test(word)) this.form = word.toLowerCase();
    return this.#keep(word, end);
  }

  #goOn(word: string, { start, end: whole }: Token, end: number): Went {
    if (start < this.#headEnd) return this.#keep(word, Math.max(this.end, Math.min(end, this.#headEnd)));
    if (this.#tie !== '') return this.#goOnTied(word, start, end);
    if (isCapital(word) && !PARTICLE.test(word)) {
      if (/^(?:HT|TTC|EUR|F|Monsieur|Madame|M\.|Mme)$/u.test(word)) return 'over';
      // "DEPARTEMENT DE LA BRUNE Ville de Valmont": a letterhead names one territory behind another.
      if (this.#isTerritory() && ANOTHER_TERRITORY.test(word)) return 'over';
      return this.#keep(word, end, plain(word));
    }
    if (isTie(word)) return this.#await(word);
    if (/^et$/iu.test(word)) return this.#await('et');
    if (this.head?.kind === 'municipality' && /^(?:sur|en|lès|lez)$/iu.test(word)) {
      // "Bourg en Bresse", "Villers Lès Nancy"
      return /^[\s\u00a0]\p{Lu}/u.test(this.#text.slice(whole, whole + 2)) ? this.#await(word) : 'over';
    }
    if (WIDE.test(word)) {
      const late = this.kept > 2 && !/^(?:en|sur|contre|aux)$/iu.test(word);
      // "le CCAS au Fonds": an acronym is whole.
      const isAcronym = /^\p{Lu}{2,}$/u.test(this.#text.slice(this.start, this.end));
      if (!this.head || this.#wide || this.#isTerritory() || late || isAcronym) return 'over';
      this.#wide = true;
      return this.#await(word);
    }
    if (this.head && (ADJECTIVE.test(word) || DEMONYM.test(word))) return this.#keep(word, end);
    return this.#isNumberOfName(word, whole) ? this.#keep(word, end) : 'over';
  }

  /** A word behind particles. */
  #goOnTied(word: string, start: number, end: number): Went {
    if (isTie(word)) return this.#await(`${this.#tie} ${word}`);
    return this.#joins(word, start) ? this.#keep(word, end, plain(word)) : 'over';
  }

  /** Whether a word belongs to the name across the particles before it. */
  #joins(word: string, start: number): boolean {
    if (/^(?:HT|TTC|EUR)$/u.test(word)) return false;
    const { head } = this;
    // "Tarn et Garonne" is one department; "la Ville de Lure et Monsieur" are two.
    const another =
      headOf(plain(this.#text.slice(start, Math.min(this.#limit, start + 50)))) !== undefined ||
      (head?.kind !== 'department' && this.#isTerritory());
    if (this.#tie === 'et') return isCapital(word) && !another && !NOT_A_NAME.test(word);
    if (this.#tie.startsWith('et ')) {
      if (this.#wide) return !another || !isCapital(word);
      return isCapital(word) && !another && /^et (?:de|du|des|d')/.test(this.#tie);
    }
    if (isCapital(word)) return !DAY_OR_MONTH.test(word);
    // "comité des fêtes", "association des parents d'élèves": common nouns behind a head.
    return (
      head !== undefined &&
      /^(?:de|du|des|d')/.test(this.#tie) &&
      !LOWER_STOP.test(word) &&
      (this.capitals <= 1 || this.#wide || ADJECTIVE.test(word) || headOf(this.#last) !== undefined)
    );
  }

  /** "Lycée 2B", "ASPTT 34": a figure, but no sum or share. */
  #isNumberOfName(word: string, end: number): boolean {
    return (
      /^(?:\d{1,3}|2[AB])$/u.test(word) &&
      (this.kept >= 2 || /^\p{Lu}{2,5}$/u.test(this.#text.slice(this.start, this.end))) &&
      this.capitals >= 1 &&
      !/^[\s\u00a0\u202f]*(?:€|euros?|%|\d)/iu.test(this.#text.slice(end, end + 8))
    );
  }

  #isTerritory(): boolean {
    return this.head !== undefined && TERRITORIAL.has(this.head.kind);
  }

  #keep(word: string, end: number, last = this.#last): Went {
    if (isCapital(word)) this.capitals += 1;
    this.end = end;
    this.kept += 1;
    this.#last = last;
    this.#tie = '';
    return 'on';
  }

  #await(tie: string): Went {
    this.#tie = tie.toLowerCase();
    return 'on';
  }
}

const TERRITORIAL: ReadonlySet<EntityKind> = new Set([
  'municipality',
  'intercommunal',
  'department',
  'region',
  'state',
]);
const ANOTHER_TERRITORY = /^(?:ville|commune|mairie|communauté|syndicat|arrondissement|canton|département|région)$/iu;
const ARTICLE = /^(?:l['’]|la|le|les|du|des|au|aux)$/iu;
const DAY_OR_MONTH = new RegExp(`^(?:${DAY}|${PRINTED_MONTH})$`, 'iu');

const isCapital = (word: string): boolean => /^\p{Lu}|^\d+\p{Lu}/u.test(word);
/** "de", "LA", "sous", but not "Sous", which is a word of the name. */
const isTie = (word: string): boolean => TIE.test(word) && !/^\p{Lu}\p{L}{3,}/u.test(word);
const isShouted = (text: string): boolean => /\p{Lu}{4}/u.test(text) && !/\p{Ll}/u.test(text);
const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

function opensSentence(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && /[ \u00a0]/.test(text[i]!)) i -= 1;
  return i < 0 || /[\n\t.!?;:•▪◆\-–»]/u.test(text[i]!);
}
