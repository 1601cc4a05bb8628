import { plain } from '../acts/plain.js';

/** Where a sum is booked: the budget line's codes, as written but for dots and spaces. */
export interface BudgetLine {
  chapter?: string;
  account?: string;
  function?: string;
  operation?: string;
}

type Code = keyof BudgetLine;

/** How each code is announced. An "article" of three figures or more is an account; of a contract it has one or two. */
const CODES: readonly [Code, RegExp][] = [
  ['chapter', /\bchapitres?(?: budgetaires?)?(?: globalise)?\.?\s*(?:n°|numero|:)?\s*(\d{1,3})(?![\d.])/g],
  [
    'account',
    /\b(?:articles?|nature|comptes?|imputations?(?: budgetaires?)?|imputee?s? (?:au|sur le))\s*(?:n°|numero|:|comptable)*\s*(\d{3,8}|\d{2}\.\d{1,5})(?![\d/])/g,
  ],
  ['account', /\b(?:au|du)\s+(\d{2}\.\d{2,5})\b/g],
  // "C/61523".
  ['account', /(?<![a-z])c\/ ?(\d{3,8})(?!\d)/g],
  ['function', /\b(?:sous-?)?(?:fonction|rubrique)s?\s*(?:n°|numero|:)?\s*(\d{1,5})(?![\d/])/g],
  ['operation', /\boperations?\s*(?:n°|numero|no|:)?\s*(\d{1,8}(?:-\d{1,4})?)(?![\d/])/g],
];

/** A code and where it stands. */
export interface PlacedCode {
  readonly code: Code;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** The codes that stand in a text, in order. Offsets are into `text`. */
export function codesIn(text: string, offset = 0): PlacedCode[] {
  const flat = plain(text);
  const found: PlacedCode[] = [];
  for (const [code, pattern] of CODES) {
    for (const match of flat.matchAll(pattern)) {
      found.push({
        code,
        value: match[1]!.replace(/\./g, ''),
        start: offset + match.index,
        end: offset + match.index + match[0].length,
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The first code of each sort. */
export function lineOf(codes: readonly PlacedCode[]): BudgetLine {
  const line: BudgetLine = {};
  for (const { code, value } of codes) line[code] ??= value;
  return line;
}

/** Chapters of town budgets: of two figures, and those of three that are no accounts. 60 to 64 are parts of others. */
const CHAPTER = /^(?:[1-579]\d|6[5-9]|0\d\d|9\d\d|204|656|731)$/;

/** What a code alone is: "011" a chapter, "6574" an account; "001" and "002" bring a result forward, as accounts. */
export function codeOf(digits: string): BudgetLine {
  if (CHAPTER.test(digits) && !/^00[12]$/.test(digits)) return { chapter: digits };
  return digits.length > 2 ? { account: digits } : {};
}

/** Chapters whose accounts open with other figures than their own. */
const HOLDS: Readonly<Record<string, RegExp>> = {
  '011': /^6(?:[01]|2(?!1)|3[57])/,
  '012': /^6(?:21|3[13]|4)/,
  '013': /^6[0-4]\d*9/,
  '014': /^7[0-4]\d*9/,
  '040': /^[12]/,
  '041': /^[12]/,
  '042': /^[67]/,
  '043': /^[67]/,
};

/** Whether an account belongs to a chapter: 6068 to 011, 65748 to 65. */
export const holds = (chapter: string, account: string): boolean =>
  HOLDS[chapter]?.test(account) ?? account.startsWith(chapter);

/** The code that opens a row of a budget: "011 - Charges à caractère général", "62268 Autres honoraires", "D-6068-020 : Fournitures". */
export function rowCode(label: string): BudgetLine {
  const found =
    /^(?:[DR][FI]?[\s-]+)?(?:chap(?:itre|\.)?\s*|art(?:icle|\.)?\s*|compte\s*)?(\d{2,8})(?:-(\d{2,5}))?\s*(?:[-–:.]\s*|\s)(?=\p{L})/iu.exec(
      label.trim(),
    );
  return found ? { ...codeOf(found[1]!), ...(found[2] ? { function: found[2] } : {}) } : {};
}
