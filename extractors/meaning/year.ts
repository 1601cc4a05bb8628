import { plain } from '../acts/plain.js';

const YEAR = /(?<![\d/.-])((?:19|20)\d{2})(?!\d|[/.-]\d|-[ivx]+-)/g;

/** Before a year: it is the year a sum is for. */
const FOR =
  /(?:annees?|exercices?|budget(?: primitif| general)?|bp|pour|en|au titre de|subventions?|conventions?(?: financiere)?|avance|solde|depuis|courant|credits|fin|campagne|saison|financement)\s*(?:de\s+|d'|l'|:)?\s*(?:annee\s+|exercice\s+)?$/;

/** Before a year: it dates something else. */
const ELSEWHERE =
  /(?:rapport (?:d'activite|annuel|financier)|comptes(?: certifies)?|bilan|par rapport a|loi|decret|arrete|deliberation|juillet|janvier|fevrier|mars|avril|mai|juin|aout|septembre|octobre|novembre|decembre|prefecture|depuis le|compte de resultat)[\s,]*(?:n° ?[\w/-]+ )?(?:de |du |l'annee |l'exercice )?$/;

/** "tarifs applicables à compter du 1er janvier 2020". */
const FROM_JANUARY = /\b(?:a compter|a partir) du (?:1 ?er|01|premier) janvier $/;
/** "la société ELEC 2000": a number in a name; a line in capitals is none. */
const IN_NAME = /\p{Ll}.*\s\p{Lu}{3,}[ \u00a0]$/su;

/** "Années 2018 – 2019 - 2020", "2021 à 2023": an act of several years. */
const RUN = /(?<![\d/.-])((?:19|20)\d\d)((?: ?[-/,] ?| (?:a|et) )(?:19|20)\d\d)+(?!\d|[/.-]\d)/g;

/** Whether a title says three years or more: a sum that names none is of no single one. */
export const saysSeveralYears = (title: string): boolean =>
  [...plain(title).matchAll(RUN)].some(([run, first]) => Number(run.slice(-4)) - Number(first) >= 2);

export interface PlacedYear {
  readonly year: number;
  readonly start: number;
  readonly firm: boolean;
}

/** The years of a text that a sum may be for; `firm` where the words say so. */
export function yearsIn(text: string): PlacedYear[] {
  const flat = plain(text);
  const found: PlacedYear[] = [];
  for (const match of flat.matchAll(YEAR)) {
    const before = flat.slice(Math.max(0, match.index - 40), match.index).replace(/\n/g, ' ');
    const begins = FROM_JANUARY.test(before);
    if ((!begins && ELSEWHERE.test(before)) || IN_NAME.test(text.slice(Math.max(0, match.index - 40), match.index)))
      continue;
    if (/^\s*(?:€|euros?|habitants|jeunes|personnes)/.test(flat.slice(match.index + 4, match.index + 16))) continue;
    found.push({ year: Number(match[1]), start: match.index, firm: begins || FOR.test(before) });
  }
  return found;
}

/** A year said right behind a sum: "27 500 € pour 2025". */
const BEHIND =
  /^\s*(?:ht|ttc)?,?\s*(?:pour|en|au titre de)\s+(?:l'annee\s+|l'exercice\s+)?((?:19|20)\d{2})(?!\d|[/.-]\d)/;

/** "(119 819 € en 2018)": an aside with a sum of its own dates that sum alone. */
const ASIDE = /\([^()]*(?:€|euro)[^()]*\)/gi;
/** What follows a sum to the end of the aside that it stands in. */
const END_OF_ASIDE = /^[^()]*\)/;
export const inAside = (behind: string): boolean => END_OF_ASIDE.test(behind);
const withoutAsides = (text: string): string => text.replace(ASIDE, (aside) => ' '.repeat(aside.length));

/** The year nearest to the end of `before` or the beginning of `after` that a sum is for. */
export function yearBeside(before: string, after: string): number | undefined {
  const told = BEHIND.exec(plain(after));
  if (told) return Number(told[1]);
  const left = yearsIn(withoutAsides(before.replace(END_OF_ASIDE, '')));
  const right = yearsIn(withoutAsides(after));
  const firmRight = right.find(({ firm, start }) => firm && start < 140);
  return left.filter(({ firm }) => firm).at(-1)?.year ?? firmRight?.year;
}
