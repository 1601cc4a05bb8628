/** Counts of people, as figures or in words, over plain text (see `plain`). */

const UNITS = [
  'zero',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
];
const TENS: Readonly<Record<string, number>> = {
  vingt: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  septante: 70,
  octante: 80,
  huitante: 80,
  nonante: 90,
};
const NONE = ['aucun', 'aucune', 'neant', 'nul', 'nulle'];

const WORD = `(?:${[...UNITS, 'une', ...Object.keys(TENS), 'cents?', 'vingts', ...NONE].join('|')})`;

/** Source of a pattern that finds a count: "14", "quatorze", "vingt et un", "aucune". */
export const COUNT = `(?:\\d{1,3}|${WORD}(?:[ -](?:et[ -])?${WORD}){0,5})`;

/** The count that `words` say; undefined when they say none. Up to 999. */
export function countOf(words: string): number | undefined {
  const text = words.trim();
  if (/^\d{1,3}$/.test(text)) return Number(text);
  let total = 0;
  let seen = false;
  for (const word of text.split(/[ -]+/)) {
    if (word === 'et') continue;
    const unit = word === 'une' ? 1 : UNITS.indexOf(word);
    if (unit >= 0) total += unit;
    else if (NONE.includes(word)) total += 0;
    else if (/^vingts?$/.test(word) && total === 4) total = 80;
    else if (/^cents?$/.test(word)) total = total === 0 ? 100 : total * 100;
    else if (TENS[word.replace(/s$/, '')] !== undefined) total += TENS[word.replace(/s$/, '')]!;
    else return undefined;
    seen = true;
  }
  return seen ? total : undefined;
}
