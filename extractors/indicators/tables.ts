import type { Act } from '../../models/act.js';
import type { Cell, Page, Table } from '../../models/page.js';
import { plain } from '../acts/plain.js';
import { headsCodes } from '../meaning/row-codes.js';
import type { Context } from './context.js';
import { countedNoun } from './counted.js';
import type { Figure } from './figures.js';
import type { Found } from './found.js';
import { gridOf, soleFigure, TOTAL_ROW } from './grid.js';
import { type Heads, headsOf, saysMoney, saysWhat, unitIn } from './heads.js';
import { yearOfHeading } from './period.js';
import { sentenceCase, trimmed } from './phrase.js';
import type { Taken } from './sentence/sentence.js';

const VOTES = /\b(?:voix|suffrages|abstentions?|votants|presents|absents|pouvoirs)\b/;

/** Over a table of who pays which share: none of it is paid yet. */
const PLAN = /\bplans? (?:previsionnels? )?de financement\b|\bfinancement previsionnel\b/;

/** The indicators of a table: row label × column head. Columns of money and of votes hold none; their variations do. */
export function readTable(act: Act, page: Page, table: Table, context: Context, taken: Taken): Found[] {
  const grid = gridOf(act.pages, page, table);
  if (VOTES.test(grid.headText)) return [];
  const title = countedIn(grid.head(0)) || context.caption || context.scope || context.above || context.title;
  const columns = Array.from({ length: table.cols }, (_, col) => headsOf(grid, col));
  const isTaken = (cell: Cell): boolean => taken(...placeOf(act, page, cell));
  const paid = columns.slice(grid.headCols).filter(({ money }) => money).length * 2 >= table.cols - grid.headCols;
  const money =
    paid ||
    saysMoney(plain(grid.head(0))) ||
    (saysMoney(plain(title)) && grid.someCell((cell) => cell.row >= grid.headRows && isTaken(cell)));
  const years = columns.flatMap(({ year, variation }) => (year === undefined || variation ? [] : [year]));
  const found: Placed[] = [];
  const planned = [context.leadIn?.text, context.scope, context.above, title].some(
    (said) => said !== undefined && PLAN.test(plain(said)),
  );
  const told = planned && context.qualifier === undefined ? { ...context, qualifier: 'forecast' as const } : context;
  const coded = columns.map((_, col) => headsCodes(grid.head(col)));
  for (let row = grid.headRows; row < table.rows; row += 1) {
    // A table of contents: dots lead to pages.
    if (/\.{4,}|…{2,}/.test(grid.label(row))) continue;
    for (let col = grid.headCols; col < table.cols; col += 1) {
      const cell = grid.at(row, col);
      const figure = cell && soleFigure(page.text.slice(cell.start, cell.end));
      if (!cell || !figure || coded[col]) continue;
      const label = trimmed(grid.label(row, col));
      const rowPlain = plain(label);
      const rowYear = /^(?:19|20)\d\d(?:[-/]\d{2,4})?$/.test(rowPlain) ? yearOfHeading(rowPlain) : undefined;
      const inRow: Row = { label: rowYear === undefined ? label : '', year: rowYear, title, unit: unitIn(label) };
      const heads = columns[col]!;
      const percent = figure.form === 'percent' || heads.percent;
      if (!percent && (money || heads.money || saysMoney(rowPlain) || isTaken(cell))) continue;
      const [start] = placeOf(act, page, cell);
      const next = cellSays(figure, start, heads, inRow, years, told, unitIn(grid.head(0)) ?? unitIn(title));
      if (next === undefined) continue;
      // How the total moved is no whole of how its parts moved.
      if (TOTAL_ROW.test(rowPlain) && next.delta === undefined)
        for (const part of found) if (part.col === col) part.found.parent ??= next;
      found.push({ found: next, col });
    }
  }
  return found.map((one) => one.found);
}

interface Placed {
  readonly found: Found;
  readonly col: number;
}

interface Row {
  readonly label: string;
  readonly year: string | undefined;
  readonly title: string;
  readonly unit: string | undefined;
}

/** What one figure of a table says. */
function cellSays(
  figure: Figure,
  start: number,
  heads: Heads,
  row: Row,
  years: readonly string[],
  context: Context,
  tableUnit: string | undefined,
): Found | undefined {
  const label = labelOf(row.label, heads.words, row.title, heads.variation);
  if (label === undefined) return undefined;
  const percent = figure.form === 'percent' || heads.percent;
  const counted = label.slice(COUNTING.exec(plain(label))?.[0].length ?? 0);
  const noun = countedNoun(plain(counted), 0);
  const counts =
    noun !== undefined || COUNTING.test(plain(heads.words)) || countedNoun(plain(row.title), 0) !== undefined;
  if (!context.report && !percent && !counts) return undefined;
  const period = heads.year ?? row.year ?? context.period ?? context.year;
  const variation = heads.variation || (figure.signed && percent && years.length > 1);
  const unit = percent
    ? '%'
    : (heads.unit ??
      row.unit ??
      tableUnit ??
      (noun
        ? counted.slice(noun.start, noun.end)
        : /^\p{L}+/u.exec(counted === label ? '' : counted)?.[0]
      )?.toLowerCase());
  return {
    start: start + figure.start,
    end: start + figure.end,
    extractor: 'indicators/table',
    value: figure.value,
    ...(unit === undefined ? {} : { unit }),
    label,
    people: noun?.people ?? false,
    count: false,
    ...(variation ? movedBy(figure.value, percent, years, period, heads.base) : period === undefined ? {} : { period }),
    qualifier:
      heads.qualifier ?? (heads.year !== undefined || context.qualifier === undefined ? 'actual' : context.qualifier),
    approximation: 'exact',
    inTable: true,
    scope: context.scope,
  };
}

/** "Entrées en solution" in the corner says what the table counts; "Commune" only what its rows are. */
function countedIn(corner: string): string {
  const noun = countedNoun(plain(corner), 0);
  return noun && !noun.body && /[sx]$/.test(plain(corner).slice(noun.start, noun.end)) ? corner : '';
}

/** "Nombre d'abonnés", "Nb de réponses": a head that says that it counts. */
const COUNTING = /^(?:nombre|n[br]{1,2}e?|total|effectif)\.?(?: total| moyen)? (?:de |d'|des )/;

function movedBy(
  value: string,
  percent: boolean,
  years: readonly string[],
  period: string | undefined,
  stated: string | undefined,
) {
  const sorted = [...new Set(years)].sort();
  const last = sorted.at(-1) ?? period;
  const base =
    stated ??
    (sorted.length > 1
      ? sorted.at(-2)
      : last !== undefined && /^\d{4}$/.test(last)
        ? String(Number(last) - 1)
        : undefined);
  return {
    delta: `${value.startsWith('-') ? '' : '+'}${value}${percent ? '%' : ''}`,
    ...(last === undefined ? {} : { period: last }),
    ...(base === undefined ? {} : { deltaBase: base }),
  };
}

function placeOf(act: Act, page: Page, cell: Cell): [number, number] {
  const start = act.passage.offsetOf(page.number, cell.start) ?? -1;
  return [start, start + cell.end - cell.start];
}

/** "Niveau IV" under "Répartition par niveau" → "répartition par niveau – Niveau IV"; a head that only says "Nbre" adds nothing. */
function labelOf(row: string, head: string, title: string, variation: boolean): string | undefined {
  const headWords = saysWhat(head) || variation ? head : '';
  const parts = [headWords, row].map((part) => sentenceCase(trimmed(part))).filter((part) => /\p{L}/u.test(part));
  if (parts.length === 0) return /\p{L}{3}/u.test(title) ? sentenceCase(title) : undefined;
  // A row of its own says little: what the table is about comes first.
  if (title !== '' && (headWords === '' || variation)) parts.splice(variation ? 1 : 0, 0, sentenceCase(title));
  return parts.join(' – ');
}
