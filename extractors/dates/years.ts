import { isDigit, isLetter } from '../french/fold.js';
import type { FrenchText } from '../french/text.js';
import type { Point } from './point.js';

/** Words before four digits that make them a year. */
const CUE =
  /(?:^|[^a-z])(?:en|annees?|ans?|exercices?|depuis|des|pour|de|du|fin|debut|courant|mi-?|saisons?|rentree|budgets?|bp|ca|primitif|campagnes?|millesimes?|programmes?|programmation|plan|horizon|avant|apres|jusqu'en|jusqu'a|vers|session|promotion|edition|realise|prevu|previsionnel|total|bilan|rapport|etat|compte|comptes|janvier|juin|juillet|decembre|et|a|ou|scolaire|civile|budgetaire|d'activites?)[ \n]{1,2}$/;
/** What is counted: "2000 habitants", "2000 m²", "2000 h". */
const COUNTED =
  /^[ ]?(?:[%€$£°²]|k€|(?:m2|m²|m3|m³|ha|km|h|kg|t|f)(?![a-z])|euros?|francs?|habitants?|eleves?|personnes?|heures?|[a-z]{4,}(?<!sans|tous|plus|dans|sous|vers|alors|toutes|apres|depuis|celles?)s(?![a-z']))/;
const NOT_A_YEAR =
  /(?:n[°o]s?|no\.|numero|art\.?|articles?|comptes?|chapitres?|fonctions?|lots?|pages?|p\.|bp|cs|tsa|rue|rd|tel\.?|:[0-9]*)[ \n]?$/;

/** Four digits that name a year. */
export function yearPoints(text: FrenchText): Point[] {
  const { folded } = text;
  const points: Point[] = [];
  for (const at of text.digitRuns) {
    if (!/^\d{4}(?!\d)/.test(folded.slice(at, at + 5))) continue;
    const year = Number(folded.slice(at, at + 4));
    if (year < 1700 || year > 2150) continue;
    if (standsInCode(folded, at)) continue;
    const before = folded.slice(Math.max(0, at - 24), at);
    const after = folded.slice(at + 4, at + 24);
    const cued = CUE.test(before);
    if (COUNTED.test(after) && !/(?:^|[^a-z])(?:en|annees?|exercices?)[ \n]$/.test(before)) continue;
    if (!cued && (NOT_A_YEAR.test(before) || year < 1900 || year > 2100)) continue;
    const next = shortNextYear(folded, at, year);
    points.push({ start: at, end: next ? at + 7 : at + 4, year, form: 'year', ...(next && { nextYear: year + 1 }) });
  }
  return points;
}

/** "saison 2020/21", "2020-21"; not in "n° 2020-21". */
const shortNextYear = (folded: string, at: number, year: number): boolean => {
  const match = /^[/-](\d\d)(?![\d]|[-/.,][\da-z]|[a-z])/.exec(folded.slice(at + 4, at + 9));
  if (!match || Number(match[1]) !== (year + 1) % 100) return false;
  return !/(?:n[°o]s?|deliberation|arrete|decision|convention|marche)[ \n]?$/.test(
    folded.slice(Math.max(0, at - 14), at),
  );
};

/** Joined to letters, or by a mark to more digits that are no second year. */
function standsInCode(folded: string, at: number): boolean {
  const before = folded.charCodeAt(at - 1);
  if (isLetter(before) || before === 95 || before === 64) return true;
  if (isMark(before) && isDigit(folded.charCodeAt(at - 2)) && !yearEndsAt(folded, at - 1)) return true;
  if (isMark(before) && isLetter(folded.charCodeAt(at - 2)) && !isWord(folded, at - 2)) return true;
  if (before === 32 && isDigit(folded.charCodeAt(at - 2)) && !yearEndsAt(folded, at - 1)) return true;
  const after = folded.charCodeAt(at + 4);
  if (isLetter(after)) return true;
  if (
    isMark(after) &&
    (isDigit(folded.charCodeAt(at + 5)) || isCapitalCode(folded, at + 5)) &&
    !yearStartsAt(folded, at + 5)
  )
    return true;
  return after === 32 && isGroup(folded, at + 5);
}

const isMark = (code: number): boolean => code === 45 || code === 46 || code === 47 || code === 44;
const isGroup = (folded: string, at: number): boolean =>
  isDigit(folded.charCodeAt(at)) &&
  isDigit(folded.charCodeAt(at + 1)) &&
  isDigit(folded.charCodeAt(at + 2)) &&
  !isDigit(folded.charCodeAt(at + 3));
/** "2024-D-12": one letter between hyphens. */
const isCapitalCode = (folded: string, at: number): boolean =>
  isLetter(folded.charCodeAt(at)) && folded.charCodeAt(at + 1) === 45;
/** "rapport-2024": a word, not a code such as "D-2024". */
const isWord = (folded: string, end: number): boolean =>
  isLetter(folded.charCodeAt(end - 1)) && isLetter(folded.charCodeAt(end - 2));
/** A second year, in full or as the two digits that follow the first's: "2020/2021", "2020-21". */
const yearStartsAt = (folded: string, at: number): boolean => {
  const match = /^(?:(?:19|20)\d\d|(\d\d))(?![\d]|[-/.,][\da-z])/.exec(folded.slice(at, at + 7));
  return (
    match !== null && (match[1] === undefined || Number(match[1]) === (Number(folded.slice(at - 3, at - 1)) + 1) % 100)
  );
};
const yearEndsAt = (folded: string, end: number): boolean =>
  /(?:^|[^\d])(?:19|20)\d\d$/.test(folded.slice(Math.max(0, end - 5), end));
