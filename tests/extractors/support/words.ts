/** Writes numbers in French words, by other means than the grammar reads them. */

export interface Manner {
  readonly country: 'FR' | 'BE' | 'CH';
  /** 1990: hyphens everywhere. */
  readonly reformed: boolean;
}

// biome-ignore format: a table
const UNITS = [
  '', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze', 'treize',
  'quatorze', 'quinze', 'seize', 'dix-sept', 'dix-huit', 'dix-neuf',
];
const TENS = ['', '', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante'];

export function inWords(n: number, manner: Manner): string {
  if (n === 0) return 'zéro';
  const parts: string[] = [];
  const groups: [number, string][] = [
    [1e9, 'milliard'],
    [1e6, 'million'],
    [1e3, 'mille'],
  ];
  let rest = n;
  for (const [size, name] of groups) {
    const count = Math.floor(rest / size);
    rest %= size;
    if (count === 0) continue;
    if (name === 'mille') parts.push(count === 1 ? 'mille' : `${hundreds(count, manner, true)} mille`);
    else
      parts.push(
        `${count >= 1000 ? inWords(count, manner) : hundreds(count, manner, false)} ${name}${count > 1 ? 's' : ''}`,
      );
  }
  if (rest > 0) parts.push(hundreds(rest, manner, false));
  const text = parts.join(' ');
  return manner.reformed ? text.replaceAll(' ', '-') : text;
}

/** 1 to 999; `followed` by mille, cents and vingts lose their s. */
function hundreds(n: number, manner: Manner, followed: boolean): string {
  const [hundred, rest] = [Math.floor(n / 100), n % 100];
  if (hundred === 0) return tens(rest, manner, followed);
  const head = hundred === 1 ? 'cent' : `${UNITS[hundred]} cent`;
  if (rest === 0) return hundred > 1 && !followed ? `${head}s` : head;
  return `${head} ${tens(rest, manner, followed)}`;
}

function tens(n: number, { country }: Manner, followed: boolean): string {
  if (n < 20) return UNITS[n]!;
  const [ten, unit] = [Math.floor(n / 10), n % 10];
  if (ten === 7 && country !== 'FR') return withUnit('septante', unit);
  if (ten === 9 && country !== 'FR') return withUnit('nonante', unit);
  if (ten === 8 && country === 'CH') return withUnit('huitante', unit);
  if (ten === 7) return unit === 1 ? 'soixante et onze' : `soixante-${UNITS[10 + unit]}`;
  if (ten === 8 && unit === 0) return followed ? 'quatre-vingt' : 'quatre-vingts';
  if (ten >= 8) return `quatre-vingt-${UNITS[ten === 9 ? 10 + unit : unit]}`;
  return withUnit(TENS[ten]!, unit);
}

const withUnit = (ten: string, unit: number): string =>
  unit === 0 ? ten : unit === 1 ? `${ten} et un` : `${ten}-${UNITS[unit]}`;

/** "deux euros et cinq centimes". */
export function sumInWords(cents: number, manner: Manner): string {
  const [euros, rest] = [Math.floor(cents / 100), cents % 100];
  const words = inWords(euros, manner);
  const of = /(?:million|milliard)s?$/.test(words) ? "d'" : '';
  const head = `${words} ${of}euro${euros > 1 ? 's' : ''}`;
  return rest === 0 ? head : `${head} et ${inWords(rest, manner)} centime${rest > 1 ? 's' : ''}`;
}
