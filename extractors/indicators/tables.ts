import type { Act } from '../../models/act.js';
import type { Cell, Page, Table } from '../../models/page.js';
import type { Indicator } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import type { Context } from './context.js';
import { countedNoun } from './counted.js';
import type { Found } from './found.js';
import { gridOf, soleFigure } from './grid.js';
import { yearOfHeading } from './period.js';
import { sentenceCase, trimmed } from './phrase.js';
import { qualifierIn } from './qualifier.js';
import type { Taken } from './sentence/sentence.js';

/** Heads and titles of columns that hold money, and of counts of votes. */
const MONEY =
  /€|\beuros?\b|\bmontants?\b|\bbudgets?\b|\bdepenses?\b|\brecettes?\b|\bcouts?\b|\bcharges\b|\bproduits\b|\bsubventions?\b|\bcredits\b|\btarifs?\b|\bprix\b|\bh\.?t\.?\b|\bt\.?t\.?c\.?\b|\bsolde\b|\bcotisations?\b|\bloyers?\b|\bbp 20|\bca 20|\bfinancements?\b/;
const VOTES = /\b(?:voix|suffrages|abstentions?|votants|presents|absents|pouvoirs)\b/;
const VARIATION = /\b(?:variations?|evolutions?|ecarts?|progressions?|differences?)\b|^\s*(?:var|evol)\.?\b/;
const COUNT_WORDS =
  /\b(?:nbre|nb|nombre|effectifs?|total|quantite|qte|volume|valeur|realises?|en %|%|taux|part|pourcentage|annee|en nombre)\b\.?/g;
const TOTAL = /^\s*(?:sous[- ])?(?:total|totaux|ensemble)\b/;

interface Heads {
  readonly words: string;
  readonly year: string | undefined;
  readonly percent: boolean;
  readonly money: boolean;
  readonly variation: boolean;
  readonly qualifier: Indicator['qualifier'] | undefined;
}

/** The indicators of a table: row label × column head. Columns of money and of votes hold none; their variations do. */
export function readTable(act: Act, page: Page, table: Table, context: Context, taken: Taken): Found[] {
  const grid = gridOf(act.pages, page, table);
  if (VOTES.test(grid.headText)) return [];
  const title = context.scope || context.above || context.title;
  const money =
    MONEY.test(grid.headText) ||
    (MONEY.test(plain(title)) && grid.someCell((cell) => taken(...placeOf(act, page, cell))));
  const columns = Array.from({ length: table.cols }, (_, col) => headsOf(grid.headParts(col)));
  const years = columns.map(({ year }) => year).filter((year) => year !== undefined);
  const found: Found[] = [];
  const totals = new Map<number, Found>();
  for (let row = grid.headRows; row < table.rows; row += 1) {
    const rowLabel = trimmed(grid.label(row));
    const rowPlain = plain(rowLabel);
    // A table of contents: dots lead to pages.
    if (/\.{4,}|…{2,}/.test(grid.label(row))) continue;
    const rowYear = /^(?:19|20)\d\d(?:[-/]\d{2,4})?$/.test(rowPlain) ? yearOfHeading(rowPlain) : undefined;
    for (let col = grid.headCols; col < table.cols; col += 1) {
      const cell = grid.at(row, col);
      if (!cell) continue;
      const text = page.text.slice(cell.start, cell.end);
      const figure = soleFigure(text);
      if (!figure) continue;
      const heads = columns[col]!;
      const percent = figure.form === 'percent' || heads.percent;
      const [start, end] = placeOf(act, page, cell);
      if (!percent && (money || heads.money || MONEY.test(rowPlain) || taken(start, end))) continue;
      const label = labelOf(rowYear === undefined ? rowLabel : '', heads.words, title, heads.variation);
      if (label === undefined) continue;
      if (
        !context.report &&
        !percent &&
        countedNoun(plain(label), 0) === undefined &&
        countedNoun(plain(title), 0) === undefined
      )
        continue;
      const period = heads.year ?? rowYear ?? context.period ?? context.year;
      const qualifier =
        heads.qualifier ?? (heads.year !== undefined || context.qualifier === undefined ? 'actual' : context.qualifier);
      const variation = heads.variation || (figure.signed && percent && years.length > 1);
      const noun = countedNoun(plain(label), 0);
      const value = figure.value;
      const next: Found = {
        start: start + figure.start,
        end: start + figure.end,
        extractor: 'indicators/table',
        value,
        ...(percent ? { unit: '%' } : noun ? { unit: label.slice(noun.start, noun.end).toLowerCase() } : {}),
        label,
        people: noun?.people ?? false,
        count: false,
        ...(variation ? withDelta(value, percent, years, period) : period === undefined ? {} : { period }),
        qualifier,
        approximation: 'exact',
        inTable: true,
        scope: context.scope,
      };
      if (TOTAL.test(rowPlain)) {
        for (const part of found) if (part.parent === undefined && columnOf.get(part) === col) part.parent = next;
        totals.set(col, next);
      }
      columnOf.set(next, col);
      found.push(next);
    }
  }
  return found;
}

/** The column that a figure was read in. */
const columnOf = new WeakMap<Found, number>();

function withDelta(value: string, percent: boolean, years: readonly string[], period: string | undefined) {
  const sorted = [...new Set(years)].sort();
  const last = sorted.at(-1) ?? period;
  const base =
    sorted.length > 1
      ? sorted.at(-2)
      : last !== undefined && /^\d{4}$/.test(last)
        ? String(Number(last) - 1)
        : undefined;
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

function headsOf(parts: readonly string[]): Heads {
  const folded = plain(parts.join(' – '));
  const year = yearOfHeading(folded);
  const words = parts
    .map((part) => trimmed(part.replace(/\b(?:19|20)\d\d(?:\s?[-/]\s?(?:20)?\d\d)?\b/g, ' ')))
    .filter((part) => VARIATION.test(plain(part)) || /\p{L}{2}/u.test(plain(part).replace(COUNT_WORDS, ' ')))
    .join(' – ');
  return {
    words,
    year,
    percent: /%|\btaux\b|\bpourcentage\b|\bpart\b/.test(folded),
    money: MONEY.test(folded),
    variation: VARIATION.test(folded),
    qualifier: qualifierIn(folded),
  };
}

/** "Niveau IV" under "Répartition par niveau" → "répartition par niveau – Niveau IV"; a head that only says "Nbre" adds nothing. */
function labelOf(row: string, head: string, title: string, variation: boolean): string | undefined {
  const headWords = plain(head).replace(COUNT_WORDS, ' ').trim() === '' && !variation ? '' : head;
  const parts = [headWords, row].map((part) => sentenceCase(trimmed(part))).filter((part) => /\p{L}/u.test(part));
  if (parts.length === 0) return /\p{L}{3}/u.test(title) ? sentenceCase(title) : undefined;
  // A row of its own says little: what the table is about comes first.
  if (title !== '' && (headWords === '' || variation)) parts.splice(variation ? 1 : 0, 0, sentenceCase(title));
  return parts.join(' – ');
}
