import { DAY, MONTH, monthNumber } from '../french/months.js';

/** When a figure holds: read from the words round it. Texts are plain (lower case, no accents). */

const NAMED_MONTH = `(?<month>${MONTH})`;
const YEAR = String.raw`(?<year>(?:19|20)\d\d)(?![\d%]| ?%)`;

export interface Period {
  /** 2021, 2021-12-31, 2015-11, 2022-S1, 2020/2021. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** A state at a date, not a flow over a time. */
  readonly stock: boolean;
}

interface Form {
  readonly pattern: RegExp;
  readonly value: (groups: Record<string, string | undefined>) => string;
  readonly stock?: boolean;
}

const two = (text: string): string => text.padStart(2, '0');
const monthOf = (name: string): string => two(String(monthNumber(name)));

/** The first form that fits wins. */
const FORMS: readonly Form[] = [
  {
    pattern: new RegExp(
      String.raw`\b(?:au|a la date du|a fin|fin au) (?<day>\d{1,2})(?:er)? ${NAMED_MONTH} ${YEAR}`,
      'g',
    ),
    value: (g) => `${g.year}-${monthOf(g.month!)}-${two(g.day!)}`,
    stock: true,
  },
  {
    pattern: new RegExp(String.raw`\b(?:au|le) (?<day>\d{1,2})[/.](?<m>\d{1,2})[/.]${YEAR}`, 'g'),
    value: (g) => `${g.year}-${two(g.m!)}-${two(g.day!)}`,
    stock: true,
  },
  {
    pattern: new RegExp(String.raw`\ble (?:${DAY} )?(?<day>\d{1,2})(?:er)? ${NAMED_MONTH} ${YEAR}`, 'g'),
    value: (g) => `${g.year}-${monthOf(g.month!)}-${two(g.day!)}`,
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:entre|de) (?<month0>${MONTH})(?: (?<year0>(?:19|20)\d\d))? (?:et|a) ${NAMED_MONTH} ${YEAR}`,
      'g',
    ),
    value: (g) => `${g.year0 ?? g.year}-${monthOf(g.month0!)}/${g.year}-${monthOf(g.month!)}`,
  },
  {
    pattern: new RegExp(
      String.raw`\b(?<half>1er|premier|2e|2eme|second|deuxieme) semestre (?:de )?(?:l'annee )?${YEAR}`,
      'g',
    ),
    value: (g) => `${g.year}-S${/^[1p]/.test(g.half!) ? 1 : 2}`,
  },
  {
    pattern: new RegExp(String.raw`\b(?<rank>[1-4])(?:er|e|eme)? trimestre (?:de )?${YEAR}`, 'g'),
    value: (g) => `${g.year}-T${g.rank}`,
  },
  {
    pattern: /\b(?:en |saison |annee scolaire |annees? |sur |pour )?(?<year>20\d\d) ?[-/] ?(?<next>20\d\d)\b/g,
    value: (g) => `${g.year}/${g.next}`,
  },
  {
    pattern: /\b(?:de|entre) (?<year>20\d\d) (?:a|et) (?<next>20\d\d)\b/g,
    value: (g) => `${g.year}/${g.next}`,
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:en|fin|debut|courant|au mois d'|au mois de|depuis|de|d')? ?${NAMED_MONTH} ${YEAR}`,
      'g',
    ),
    value: (g) => `${g.year}-${monthOf(g.month!)}`,
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:en|pour|sur|d'ici|d'ici a|d'ici fin|horizon|annee|exercice|rentree(?: scolaire)?|fin|bilan|taux|saison|campagne|objectifs?|perspectives?|cibles?|previsions?|realise|de|au titre de|au cours de l'annee|l'annee) ${YEAR}`,
      'g',
    ),
    value: (g) => g.year!,
  },
];

/** "une baisse de 5 % entre 2019 et 2020": the years that a variation lies between are no period of a count. */
const MOVED_BETWEEN =
  /(?:%|\bpoints?|\b(?:augmente|progresse|baisse|diminue|recule|evolue|varie|stable)(?:e?s|nt)?) (?:en moyenne |environ )?$/;

const COMPARED =
  /(?:par rapport a|contre|depuis|comparee? a|au regard de|vs\.?|face a|\/|plan|avant|apres|creee? en|fondee? en|nee? en|base|reference) ?(?:l'annee |a |en )?$/;

/** Every period stated in `text`, in order; years that only serve as a base of comparison or an origin are no period. */
export function periodsIn(text: string): Period[] {
  const found: Period[] = [];
  if (!/(?:19|20)\d\d/.test(text)) return found;
  const passed: { start: number; end: number }[] = [];
  for (const { pattern, value, stock } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (passed.some((other) => start < other.end && other.start < end)) continue;
      passed.push({ start, end });
      const before = text.slice(Math.max(0, start - 24), start);
      if (COMPARED.test(before) || /^depuis/.test(match[0])) continue;
      if (/^entre/.test(match[0]) && MOVED_BETWEEN.test(before)) continue;
      found.push({ value: value(match.groups ?? {}), start, end, stock: stock ?? false });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A heading's year: "CHIFFRES CLÉS 2021", "Bilan de l'année 2021-2022", "PERSPECTIVES 2022". */
export function yearOfHeading(text: string): string | undefined {
  const seasons = [...text.matchAll(/\b(20\d\d) ?[-/] ?(20\d\d|\d\d)\b/g)];
  if (seasons.length === 1) {
    const [, from, to] = seasons[0]!;
    return `${from}/${to!.length === 2 ? from!.slice(0, 2) + to : to}`;
  }
  const years = new Set([...text.matchAll(/\b((?:19|20)\d\d)\b(?! ?%)/g)].map(([year]) => year));
  return years.size === 1 ? [...years][0] : undefined;
}
