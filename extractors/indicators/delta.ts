import { opensItem } from './figures.js';

/** How a figure moved against another year, printed beside it: "(+497/2020)", "-1,1 % d'évolution par rapport à 2020". */
export interface Delta {
  /** Signed, with its "%" or "pts", without spaces: "+497", "-1.1%". */
  readonly delta: string;
  /** The year compared with. */
  readonly base?: string;
  /** The year compared, where both are named: "entre 2019 et 2020". */
  readonly until?: string;
  /** Where what moved is named between the move and the figure: "une baisse de la production de déchets de 6 %". */
  readonly of?: readonly [start: number, end: number];
  readonly start: number;
  readonly end: number;
}

const BASE = String.raw`(?:\)? ?(?:/|vs\.? ?|par rapport (?:a |au )?(?:l'annee )?|compare(?:e|s|es)? a |contre |depuis |que |entre |sur un an|en un an|/ ?a )(?:en |l'annee )?(?<base>20\d\d|n ?- ?1)?(?: et (?<until>20\d\d))?\)?)`;
const SIGNED = new RegExp(
  String.raw`(?<![\p{L}\d])(?<sign>[+-]) ?(?<digits>\d{1,3}(?:[ .]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?) ?(?<unit>%|pts?\b|points?\b)?(?: d'evolution| d'augmentation| de hausse| de baisse)?(?<compared>${BASE})?`,
  'gu',
);
export const MOVES = 'augmentation|hausse|progression|croissance|accroissement|baisse|diminution|reduction|recul';
const SPOKEN = new RegExp(
  String.raw`(?:une? |en |d'une? )?(?:forte |legere |nette )?(?<way>${MOVES}|evolution|repli)(?: globale| moyenne| totale)?(?: nette)?(?: (?<of>(?:du|des|de|d'[a-z'-]+)(?: (?!(?:est|sont|etai(?:t|ent)|a|ont|fixee?) )[a-z'-]+){0,8}?))?? (?:de |d'environ |de plus de |de pres de |: )(?<sign>[+-] ?)?(?<digits>\d+(?:[.,]\d+)?) ?(?<unit>%|points?)(?<compared>[^.;]{0,12}?${BASE})?`,
  'gu',
);

/** "a augmenté de 3 %", "progresse de 12 points". */
const VERBAL = new RegExp(
  String.raw`\b(?:a |ont |avai(?:t|ent) )?(?:[a-z]+ment )?(?<way>augmente|progresse|bondi|grimpe|cru|baisse|diminue|recule|chute)(?:nt)?(?:, (?:elles?|lui|eux|ils?),)?(?: [a-z]+ment| en effet| ainsi| donc)? (?:de |d'environ |de plus de |de pres de )(?<digits>\d+(?:[.,]\d+)?) ?(?<unit>%|points?)(?<compared>[^.;]{0,12}?${BASE})?`,
  'gu',
);
/** "12 de plus qu'en 2020", "8 % de moins que l'an dernier". */
const MORE =
  /(?<![\p{L}\d.,])(?<digits>\d+(?:[.,]\d+)?) ?(?<unit>%|points?)? de (?<way>plus|moins)(?: (?:que|qu'en|par rapport a) ?(?:l'annee |en )?(?<base>20\d\d)?)/gu;

/** "130 % par rapport à 2020": the sign is left to the reader. */
const UNSIGNED =
  /(?<![\p{L}\d.,+-]|[+-] )(?<digits>\d+(?:[.,]\d+)?) ?(?<unit>%)(?<compared> (?:par rapport a|compare(?:e|s|es)? a|vs\.?) (?:l'annee |en )?(?<base>20\d\d|n ?- ?1))/gu;

const DOWN = /^(?:baisse|diminu|reduction|recul|repli|chute|moins)/;

/** Every stated variation in `plain`, in order. */
export function deltasIn(plain: string): Delta[] {
  const found: Delta[] = [];
  if (!/\d/.test(plain)) return found;
  for (const pattern of [SPOKEN, VERBAL, MORE, SIGNED, UNSIGNED]) {
    for (const match of plain.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      const { way, of, sign, digits, unit, compared, base, until } = match.groups as Record<string, string | undefined>;
      if (pattern === SIGNED && compared === undefined && opensItem(plain, start, end)) continue;
      const inBrackets = plain[start - 1] === '(' && /^\)/.test(plain.slice(end));
      if (pattern === SIGNED && compared === undefined && !(inBrackets || unit === '%')) continue;
      const direction = pattern === UNSIGNED ? '' : (sign?.trim() ?? (DOWN.test(way ?? '') ? '-' : '+'));
      const joined = digits!.replace(/ /g, '').replace(/^(\d{1,3})\.(\d{3})$/, '$1$2');
      found.push({
        delta: `${direction}${joined.replace(',', '.')}${unit === undefined ? '' : unit === '%' ? '%' : ' pts'}`,
        ...(base === undefined ? {} : { base: base.replace(/ /g, '') }),
        ...(until === undefined ? {} : { until }),
        ...(of === undefined ? {} : { of: placeOf(plain, start, of) }),
        start,
        end,
      });
    }
  }
  for (const first of found) {
    const next = LIKEWISE.exec(plain.slice(first.end));
    if (!next || !/%$/.test(first.delta)) continue;
    const [all, of, digits] = next;
    const start = first.end + all!.lastIndexOf(' de ');
    const { of: _of, ...same } = first;
    found.push({
      ...same,
      delta: `${first.delta[0]}${digits!.replace(',', '.')}%`,
      ...(of === undefined ? {} : { of: placeOf(plain, first.end, of) }),
      start,
      end: first.end + all!.length,
    });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** "ont augmenté de 3 % et les accidents de 15 %", "un recul de 27 % à la Cité, de 19 % au musée" */
const LIKEWISE =
  /^(?: et ((?:les?|la|l'|des|du|ceux|celles?|celui)[^.;:,()\d%]{3,60}?)| (?:a|au|aux|dans|pour|en|chez) [^.;:,()\d%]{3,60}(?:,| et)) de (\d+(?:[.,]\d+)?) ?%/;

const placeOf = (plain: string, from: number, words: string): [number, number] => {
  const start = plain.indexOf(words, from);
  return [start, start + words.length];
};

const MOVE =
  /\b(augmentation|hausse|progression|croissance|baisse|diminution|recul|progresse|augmente|recule|diminue)(?:nt)?(?: globale| nette| legere)? (?:d'environ |d'une? |de pres de |de plus de |de |d')$/;

/** "une baisse de 550 nuitées": the figure that follows tells how a count moved. */
export function moveBefore(plain: string): { readonly way: string; readonly sign: '+' | '-' } | undefined {
  const way = MOVE.exec(plain)?.[1];
  if (way === undefined) return undefined;
  return { way: NOUNS[way] ?? way, sign: DOWN.test(way) ? '-' : '+' };
}

const NOUNS: Readonly<Record<string, string>> = {
  progresse: 'progression',
  augmente: 'augmentation',
  recule: 'recul',
  diminue: 'diminution',
};
