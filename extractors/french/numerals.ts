/** Numbers in words: the words, and the parser under them. All words are folded (no accents, lower case). */

interface Numeral {
  /** Below 1000 as it is; above, the power of ten stands in `scale`. */
  readonly value: number;
  readonly scale?: number;
  readonly ordinal?: true;
}

// biome-ignore format: a table
const SMALL: Record<string, number> = {
  zero: 0, un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, sept: 7, huit: 8, neuf: 9, dix: 10, onze: 11,
  douze: 12, treize: 13, quatorze: 14, quinze: 15, seize: 16, vingt: 20, vingts: 20, trente: 30, quarante: 40,
  cinquante: 50, soixante: 60, septante: 70, octante: 80, huitante: 80, nonante: 90, cent: 100, cents: 100,
};
// biome-ignore format: a table
const SCALES: Record<string, number> = {
  mille: 3, milles: 3, mil: 3, million: 6, milliard: 9, billion: 12, billiard: 15, trillion: 18, trilliard: 21,
  quadrillion: 24, quadrilliard: 27,
};
// biome-ignore format: a table
const ORDINAL_STEMS: Record<string, string> = {
  un: 'un', deux: 'deux', trois: 'trois', quatr: 'quatre', cinqu: 'cinq', six: 'six', sept: 'sept', huit: 'huit',
  neuv: 'neuf', dix: 'dix', diz: 'dix', onz: 'onze', douz: 'douze', treiz: 'treize', quatorz: 'quatorze',
  quinz: 'quinze', seiz: 'seize', vingt: 'vingt', trent: 'trente', quarant: 'quarante', cinquant: 'cinquante',
  soixant: 'soixante', septant: 'septante', octant: 'octante', huitant: 'huitante', nonant: 'nonante', cent: 'cent',
  mill: 'mille', million: 'million', milliard: 'milliard', billion: 'billion',
};

const scaled = (power: number): Numeral => ({ value: 0, scale: power });
const NUMERALS = new Map<string, Numeral>([
  ...Object.entries(SMALL).map(([word, value]): [string, Numeral] => [word, { value }]),
  ...Object.entries(SCALES).flatMap(([word, power]): [string, Numeral][] => [
    [word, scaled(power)],
    ...(power > 3 ? [[`${word}s`, scaled(power)] as [string, Numeral]] : []),
  ]),
]);
for (const [stem, cardinal] of Object.entries(ORDINAL_STEMS)) {
  const numeral: Numeral = { ...NUMERALS.get(cardinal)!, ordinal: true };
  NUMERALS.set(`${stem}ieme`, numeral);
  NUMERALS.set(`${stem}iemes`, numeral);
}

/** Every word that numbers are made of, folded: "deux", "mille", "troisieme". */
export const NUMERAL_WORDS: Iterable<string> = NUMERALS.keys();
/** Those of which numbers below a thousand are made. */
export const SMALL_NUMERALS: ReadonlySet<string> = new Set(Object.keys(SMALL));

/** A number in words at [start, end). */
export interface Spelled {
  readonly end: number;
  /** Absent: the words make no number ("quarante douze"), and nothing of them should be read. */
  readonly value?: string;
  readonly ordinal?: true;
}

const JOINT = /(?:[ -]{1,3}|[ -]?\n ?)(et(?:[ -]{1,2}|\n))?([a-z]+)/y;
const HALF = /(?:[ -]|\n)et[ -]demie?(?![a-z])/y;
const COMMA = /[ -]{1,2}virgule[ -]{1,2}(?=[a-z])/y;

/**
 * The number whose first word is `text.slice(start, end)`; `text` is folded. Linear in what it consumes. With `whole`,
 * nothing after "virgule" is read.
 */
export function readSpelled(text: string, start: number, end: number, whole = false): Spelled {
  const sum = new Sum();
  const first = NUMERALS.get(text.slice(start, end))!;
  let ok = sum.add(first);
  let ordinal = first.ordinal;
  let at = end;
  while (!ordinal) {
    JOINT.lastIndex = at;
    const joint = JOINT.exec(text);
    const word = joint?.[2];
    const next = word === undefined ? undefined : NUMERALS.get(word);
    if (!joint || !next) break;
    if (joint[1] !== undefined && !sum.takesAnd(next)) break;
    if (ok && !sum.add(next)) {
      // "quarante-cinq cents": the coin, not the hundred; "trois cinquièmes": a fraction.
      if (word === 'cents' || word === 'cent' || (next.ordinal && joint[1] === undefined)) break;
      ok = false;
    }
    at = JOINT.lastIndex;
    ordinal = next.ordinal;
  }
  if (!ok) return { end: at };
  if (ordinal) return { end: at, value: sum.total().toString(), ordinal };
  HALF.lastIndex = at;
  if (sum.scale >= 6 && HALF.test(text)) {
    return { end: HALF.lastIndex, value: (sum.total() + 5n * 10n ** BigInt(sum.scale - 1)).toString() };
  }
  COMMA.lastIndex = at;
  if (!whole && COMMA.test(text)) {
    const decimals = readDecimals(text, COMMA.lastIndex);
    if (decimals) return { end: decimals.end, value: `${sum.total()}.${decimals.digits}`.replace(/\.?0+$/, '') };
  }
  return { end: at, value: sum.total().toString() };
}

/** What stands after "virgule": "zéro zéro sept", "deux cent trente-six", "cinq six sept". */
function readDecimals(text: string, start: number): { end: number; digits: string } | undefined {
  let digits = '';
  let end = start;
  let at = start;
  for (let read = 0; read < 12; read += 1) {
    const word = wordAt(text, at);
    const numeral = NUMERALS.get(word);
    if (!numeral || numeral.ordinal) break;
    const single = numeral.value < 10 && numeral.scale === undefined;
    const whole = digits === '' || /^0+$/.test(digits) ? readSpelled(text, at, at + word.length, true) : undefined;
    if (whole?.value !== undefined && !whole.value.includes('.') && word !== 'zero') {
      digits += whole.value;
      end = whole.end;
    } else if (single) {
      digits += String(numeral.value);
      end = at + word.length;
    } else break;
    at = end;
    while (text[at] === ' ' || text[at] === '-') at += 1;
  }
  return digits === '' ? undefined : { end, digits };
}

function wordAt(text: string, at: number): string {
  let end = at;
  while (end < text.length && text.charCodeAt(end) >= 97 && text.charCodeAt(end) <= 122) end += 1;
  return text.slice(at, end);
}

/** Adds numerals in reading order and refuses those that cannot follow. */
class Sum {
  #total = 0n;
  #thousands = 0;
  #group = 0;
  /** What may still be added to the group: less than this; 7 stands for "sept, huit or neuf" after dix. */
  #room = 1000;
  #thousandsRead = false;
  #lastScale = Number.POSITIVE_INFINITY;
  #empty = true;
  /** Power of ten of the last scale word, when nothing follows it; 0 otherwise. */
  scale = 0;

  add(numeral: Numeral): boolean {
    const ok = numeral.scale === undefined ? this.#addSmall(numeral.value) : this.#multiply(numeral.scale);
    this.#empty = false;
    this.scale = numeral.scale ?? 0;
    return ok;
  }

  /** "vingt et un", "soixante et onze", "mille et une". */
  takesAnd(next: Numeral): boolean {
    if (next.scale !== undefined) return false;
    if (next.value === 1) return this.#room === 10 || this.#room === 20 || this.#room === 100 || this.scale === 3;
    return next.value === 11 && this.#room === 20;
  }

  total(): bigint {
    return this.#total + BigInt(this.#thousands + this.#group);
  }

  #addSmall(value: number): boolean {
    const group = this.#group;
    if (value === 0) {
      this.#room = 0;
      return this.#empty;
    }
    if (value === 100) {
      if (group === 0) this.#group = 100;
      else if ((group >= 2 && group <= 9) || (group >= 11 && group <= 19 && this.total() === BigInt(group)))
        this.#group *= 100;
      else return false;
      this.#room = 100;
      return true;
    }
    if (value === 20 && group % 100 === 4 && this.#room === 1) {
      this.#group += 76;
      this.#room = 20;
      return true;
    }
    const fits =
      value < 10
        ? this.#room >= 10 || (this.#room === 7 && value >= 7)
        : value <= 16
          ? this.#room >= 20
          : this.#room >= 100;
    if (!fits) return false;
    this.#group += value;
    this.#room = value < 10 ? 1 : value === 10 ? 7 : value <= 16 ? 0 : value === 60 ? 20 : 10;
    return true;
  }

  #multiply(power: number): boolean {
    if (power === 3) {
      // "zéro mille" is no number, "mille mille" neither.
      if (this.#thousandsRead || this.#group > 999 || (this.#group === 0 && this.#room === 0)) return false;
      this.#thousands = (this.#group || 1) * 1000;
      this.#thousandsRead = true;
    } else {
      const factor = this.#thousands + this.#group;
      if (factor === 0 || power >= this.#lastScale) return false;
      this.#total += BigInt(factor) * 10n ** BigInt(power);
      this.#thousands = 0;
      this.#thousandsRead = false;
      this.#lastScale = power;
    }
    this.#group = 0;
    this.#room = 1000;
    return true;
  }
}
