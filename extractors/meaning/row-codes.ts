import type { Nature } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { type BudgetLine, codeOf, holds, rowCode } from './codes.js';
import type { Row, RowCell } from './rows.js';

/** Heads of columns that hold codes, not counts: "Chap / art", "Compte", "Imputation". */
const CODES = /\b(?:chap(?:itres?)?|art(?:icles?)?|comptes?|cptes?|imputations?|natures?)\b/;
export const headsCodes = (head: string): boolean =>
  CODES.test(plain(head)) && !/\bn(?:ombre|b(?:re)?)\b/.test(plain(head));

/** What a table with a column of accounts books on them. */
const BOOKED: ReadonlySet<Nature> = new Set(['budget_line', 'grant', 'expense', 'revenue']);

/** "65/65748", "D 011-6068": a chapter and an account of it in one cell. */
const BOTH = /^(?:[DR][FI]?[\s-]*)?(\d{2,3})\s*[/.-]\s*(\d{3,8})$/i;
/** "D-6574", "60612". */
const ALONE = /^(?:[DR][FI]?[\s-]*)?(\d{2,8})$/i;

/** The codes that a row of a budget begins with, or that stand in a column of their own; its chapter may stand rows above. */
export function lineOfRow(row: Row, nature: Nature = 'other'): BudgetLine {
  if (!BOOKED.has(nature)) return {};
  const found = row.cells
    .filter((cell) => cell !== row.own)
    .map((cell) => ({ cell, line: codesOf(cell, row, nature) }));
  const line = Object.assign({}, ...found.map((one) => one.line)) as BudgetLine;
  const { account } = line;
  if (!account || line.chapter) return line;
  const { col } = found.find((one) => one.line.account)!.cell;
  const above = row.above(col).map((text) => (digitsOf(text) ? codeOf(digitsOf(text)!) : rowCode(text)).chapter);
  const chapter = above.find((code) => code !== undefined);
  return chapter && holds(chapter, account) ? { chapter, ...line } : line;
}

function codesOf(cell: RowCell, row: Row, nature: Nature): BudgetLine {
  const headed = headsCodes(cell.head);
  if (/\p{L}{2}/u.test(cell.text)) return nature === 'budget_line' ? rowCode(cell.text) : {};
  if (!headed && !(cell.col === 0 && cell.head === '' && areCodes(row.labels))) return {};
  const both = BOTH.exec(cell.text);
  if (both && holds(both[1]!, both[2]!)) return { chapter: both[1]!, account: both[2]! };
  const digits = digitsOf(cell.text);
  // The head says which of the two it is, where it names one alone.
  const [chapters, accounts] = [/\bchap/, /\b(?:art|comptes?|cptes?|natures?)\b/].map((told) =>
    told.test(plain(cell.head)),
  );
  if (!digits) return {};
  return chapters && !accounts && digits.length < 4 && !/^00/.test(digits) ? { chapter: digits } : codeOf(digits);
}

const digitsOf = (text: string): string | undefined => ALONE.exec(text)?.[1];

/** A column of bare figures, some with a nought before them: codes of a budget, though no head says so. */
function areCodes(labels: string): boolean {
  const filled = labels.split(' | ').filter((label) => label !== '' && !/\p{L}{2}/u.test(label));
  return (
    filled.length > 1 && filled.every((label) => ALONE.test(label)) && filled.some((label) => /^0\d\d$/.test(label))
  );
}
