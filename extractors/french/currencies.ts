import { anyOf, literal } from './pattern.js';

/**
 * Currencies by name, sign and code. Folded; longer names are tried first, so that "francs suisses" is not "francs".
 */

interface Currency {
  readonly code: string;
  /** Names, without the plural "s" of each of their words. */
  readonly names?: readonly string[];
  readonly signs?: readonly string[];
  /** The hundredth part. */
  readonly coins?: readonly string[];
}

const CURRENCIES: readonly Currency[] = [
  { code: 'EUR', names: ['euro'], signs: ['€', 'eur'], coins: ['centime', 'cent', 'cts', 'ct'] },
  {
    code: 'FRF',
    names: ['franc francai', 'ancien franc', 'nouveau franc', 'franc'],
    signs: ['frf', 'frs', 'fr', 'ff', 'f'],
    coins: ['centime'],
  },
  { code: 'XPF', names: ['franc cfp', 'franc pacifique'], signs: ['xpf', 'fcfp'], coins: ['centime'] },
  { code: 'XOF', names: ['franc cfa'], signs: ['xof', 'fcfa'], coins: ['centime'] },
  { code: 'CHF', names: ['franc suisse'], signs: ['chf'], coins: ['centime'] },
  { code: 'BEF', names: ['franc belge'], signs: ['bef'], coins: ['centime'] },
  {
    code: 'USD',
    names: ['dollar americain', 'dollar us', 'dollar'],
    signs: ['us$', '$us', '$ us', '$ usd', 'usd', '$'],
    coins: ['cent'],
  },
  {
    code: 'CAD',
    names: ['dollar canadien'],
    signs: ['cad$', '$cad', '$ cad', '$ca', '$ ca', '$ c', 'c$', 'cad'],
    coins: ['cent'],
  },
  { code: 'AUD', names: ['dollar australien'], signs: ['a$', 'aud'], coins: ['cent'] },
  { code: 'GBP', names: ['livre sterling', 'pound'], signs: ['£', 'gbp'], coins: ['penny', 'pence'] },
  { code: 'JPY', names: ['yen'], signs: ['jpy', '¥'], coins: ['sen'] },
  { code: 'CNY', names: ['yuan'], signs: ['cny'], coins: [] },
  { code: 'KRW', names: ['won'], signs: ['krw'], coins: [] },
  { code: 'VND', names: ['dong'], signs: ['vnd'], coins: [] },
  { code: 'INR', names: ['roupie indienne', 'roupie'], signs: ['inr'], coins: [] },
  { code: 'ILS', names: ['shekel'], signs: ['ils'], coins: [] },
  { code: 'MXN', names: ['peso mexicain'], signs: ['mxn$', 'mxn'], coins: ['centavo'] },
  { code: 'ZAR', names: ['rand sud-africain'], signs: ['zar'], coins: ['cent'] },
  { code: 'RUB', names: ['rouble russe', 'rouble'], signs: ['rub'], coins: ['kopek'] },
  { code: 'NOK', names: ['couronne norvegienne'], signs: ['nok'], coins: [] },
  { code: 'SEK', names: ['couronne suedoise'], signs: ['sek'], coins: [] },
  { code: 'DKK', names: ['couronne danoise'], signs: ['dkk'], coins: [] },
  { code: 'PLN', names: ['zloty'], signs: ['pln'], coins: [] },
  { code: 'NLG', names: ['florin hollandai', 'florin'], signs: ['nlg'], coins: [] },
  { code: 'DEM', names: ['deutsche mark', 'deutschemark'], signs: ['dem'], coins: [] },
  { code: 'MAD', names: ['dirham marocain', 'dirham'], signs: ['mad'], coins: [] },
  { code: 'TND', names: ['dinar tunisien'], signs: ['tnd'], coins: [] },
  { code: 'DZD', names: ['dinar algerien'], signs: ['dzd'], coins: [] },
  { code: 'MGA', names: ['ariary'], signs: ['mga'], coins: [] },
];

const signed = (sign: string): string => literal(sign) + (/[a-z]$/.test(sign) ? '(?![a-z])' : '');
const named = (name: string): string =>
  `${name
    .split(' ')
    .map((word) => `${word}s?`)
    .join('[ \\n]')}(?![a-z])`;

const NAMES = new Map(CURRENCIES.flatMap(({ code, names = [] }) => names.map((name) => [name, code] as const)));
const SIGNS = new Map(CURRENCIES.flatMap(({ code, signs = [] }) => signs.map((sign) => [sign, code] as const)));
const COINS = CURRENCIES.flatMap(({ coins = [] }) => coins);
const CODES = new Map([...NAMES, ...SIGNS]);

/** Source of a pattern for a currency's name or sign, in folded text. */
export const CURRENCY = `${anyOf(NAMES.keys(), named)}|${anyOf(SIGNS.keys(), signed)}`;

/** Signs that may stand before the figure, and codes glued to it. */
export const LEADING_CURRENCY = anyOf(
  [...SIGNS.keys()].filter((sign) => /[€$£¥]/.test(sign) || sign.length === 3),
  signed,
);

/** Source of a pattern for a hundredth part: "centimes", "cents". */
export const COIN = `(?:${anyOf(COINS)})s?`;

/** ISO 4217 code of what `CURRENCY` or `LEADING_CURRENCY` matched. */
export function currencyCode(written: string): string {
  const sign = CODES.get(written);
  if (sign) return sign;
  const singular = written
    .split(/[ \n]/)
    .map((word) => (word.length > 2 ? word.replace(/s$/, '') : word))
    .join(' ');
  return CODES.get(singular) ?? 'EUR';
}
