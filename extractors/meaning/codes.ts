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

/** The code that opens a row of a budget: "011 - Charges à caractère général", "62268 Autres honoraires", "D 6068 : Fournitures". */
export function rowCode(label: string): BudgetLine {
  const found =
    /^(?:[DR][FI]?[\s-]+)?(?:chap(?:itre|\.)?\s*|art(?:icle|\.)?\s*|compte\s*)?(\d{2,8})\s*(?:[-–:.]\s*|\s)(?=\p{L})/iu.exec(
      label.trim(),
    );
  if (!found) return {};
  const code = found[1]!;
  if (code === '001' || code === '002') return { account: code };
  return code.length <= 3 ? { chapter: code } : { account: code };
}
