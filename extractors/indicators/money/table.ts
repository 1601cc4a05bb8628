import { Decimal } from 'decimal.js';
import type { Act } from '../../../models/act.js';
import type { Cell, Page } from '../../../models/page.js';
import type { Amount, Nature } from '../../../models/records.js';
import { plain } from '../../acts/plain.js';
import { type Grid, gridOf, soleFigure, TOTAL_ROW } from '../grid.js';
import { yearOfHeading } from '../period.js';
import { sentenceCase, trimmed } from '../phrase.js';
import { FUNDER } from './givers.js';
import { natureOf } from './natures.js';
import type { Surroundings } from './places.js';

const VARIATION = /\b(?:variations?|evolutions?|ecarts?|progressions?|differences?)\b/;
const FUNDERS =
  /\b(?:financeurs?|partenaires? financiers?|origine|bailleurs? de fonds|subventions? par|collectivites?)\b/;
const NOT_A_FUNDER =
  /^\s*(?:(?:sous[- ])?total|ensemble|charges?|produits?|achats?|autres? (?:produits?|charges?|recettes?)|participations? (?:des |de l|famil|usag)|usagers|adherents|familles|ventes?|prestations?|cotisations?|adhesions?|dons?|mecenat|autofinancement|fonds propres|reprises?|produits financiers|resultat|fonctionnement|investissement|annee|mois|\d)/;

type Placed = { readonly amount: Amount; readonly at: number };

/** What a table says of itself: its heads, the scale of its columns, and whose money its rows are. */
interface Reading {
  readonly grid: Grid;
  readonly heads: readonly string[];
  readonly scales: readonly (number | undefined)[];
  readonly funders: boolean;
  readonly products: boolean;
  readonly charges: boolean;
}

/** The amounts of one table with what they mean, and those that its bare cells make. */
export function* sumsOfTable(
  act: Act,
  place: Surroundings,
  placed: readonly Placed[],
  issuer: string | undefined,
): Iterable<[Amount | undefined, Amount]> {
  const page = act.pages.find(({ number }) => number === place.item.page)!;
  const table = page.tables[place.item.table!]!;
  const reading = readingOf(gridOf(act.pages, page, table), place);
  for (let row = 0; row < table.rows; row += 1) {
    for (let col = 0; col < table.cols; col += 1) {
      const cell = reading.grid.at(row, col);
      const start = cell && act.passage.offsetOf(page.number, cell.start);
      if (!cell || start === undefined) continue;
      const end = start + cell.end - cell.start;
      const held = placed.filter(({ at }) => at >= start && at < end).map(({ amount }) => amount);
      const sums = held.length > 0 ? held : bareSum(reading, page, cell, row, col);
      for (const sum of sums) {
        const told = { ...sum, inTable: true, ...meaningOf(reading, row, col, place, issuer) };
        yield [held.includes(sum) ? sum : undefined, signed(told, page, cell.start, cell.end)];
      }
    }
  }
}

function readingOf(grid: Grid, place: Surroundings): Reading {
  const title = plain(`${place.title} ${place.scope}`);
  const heads = Array.from({ length: grid.table.cols }, (_, col) => grid.head(col));
  const corner = plain(grid.head(0));
  const whole = scaleOf(title) ?? scaleOf(corner);
  const products = /\b(?:produits|recettes|ressources)\b/.test(corner) && !/\bcharges|depenses\b/.test(corner);
  return {
    grid,
    heads,
    scales: heads.map((head) => scaleOf(plain(head)) ?? (/\bmontants?\b/.test(plain(head)) ? 1 : whole)),
    funders: FUNDERS.test(corner) || /\bsubventions?|financements?|financeurs?\b/.test(title),
    products,
    charges:
      (/\b(?:charges|depenses|emplois)\b/.test(corner) ||
        /^\W*(?:les )?(?:couts?|depenses)\b/.test(plain(place.scope))) &&
      !products,
  };
}

/** A figure alone in a column of money. */
function bareSum({ grid, heads, scales }: Reading, page: Page, cell: Cell, row: number, col: number): Amount[] {
  const scale = scales[col];
  if (scale === undefined || row < grid.headRows || col < grid.headCols || /%/.test(heads[col]!)) return [];
  const figure = soleFigure(page.text.slice(cell.start, cell.end));
  if (figure?.form !== 'number') return [];
  return [
    {
      span: { page: page.number, start: cell.start + figure.start, end: cell.start + figure.end },
      extractor: 'amounts/table-cell',
      value: new Decimal(figure.value).times(scale).toFixed(2),
      currency: 'EUR',
      approximation: 'exact',
      nature: 'other',
      inTable: true,
    },
  ];
}

/** What its row, its column and the table make of a sum. */
function meaningOf(
  { grid, heads, funders, products, charges }: Reading,
  row: number,
  col: number,
  place: Surroundings,
  issuer: string | undefined,
): Partial<Amount> {
  const label = trimmed(grid.label(row));
  const labelPlain = plain(label);
  const head = plain(heads[col]!);
  const total = TOTAL_ROW.test(labelPlain);
  const variation = VARIATION.test(head);
  // A variation belongs to the year that moved, not to the one it is measured from.
  const year = variation
    ? heads
        .map((one) => yearOfHeading(plain(one)))
        .filter((one) => one !== undefined)
        .sort()
        .at(-1)
    : yearOfHeading(head);
  const subject = [place.title === place.scope ? '' : place.scope || place.title, label]
    .filter((part) => part !== '')
    .map(sentenceCase)
    .join(' – ');
  const byWords = natureOf(labelPlain, head, plain(grid.head(0)), plain(`${place.title} ${place.scope}`));
  const bySide: Nature = funders ? 'grant' : products ? 'revenue' : charges ? 'expense' : 'other';
  const spent = charges && !/\b(?:produits?|recettes?|ressources|subventions?)\b/.test(labelPlain);
  const told: Nature = spent ? 'expense' : byWords === 'other' ? bySide : byWords;
  const nature: Nature = variation ? 'other' : total ? 'total' : told;
  const funded =
    !total &&
    (((funders || products) && FUNDER.test(labelPlain)) || (funders && label !== '' && !NOT_A_FUNDER.test(labelPlain)));
  const received = funders || products || nature === 'grant' || nature === 'total';
  return {
    nature,
    purpose: variation ? `variation – ${subject}` : subject,
    ...yearOf(year, place.year),
    ...(funded ? { payer: label } : {}),
    ...(charges && issuer !== undefined ? { payer: issuer } : {}),
    ...(!charges && received && issuer !== undefined ? { beneficiary: issuer } : {}),
  };
}

const yearOf = (stated: string | undefined, otherwise: number | undefined): Pick<Amount, 'fiscalYear'> => {
  const year = stated === undefined ? otherwise : Number(stated.slice(-4));
  return year === undefined ? {} : { fiscalYear: year };
};

/** A cell that opens with a minus: the sign belongs to its amount. */
function signed(amount: Amount, page: Page, start: number, end: number): Amount {
  if (!/^\s*[-–−]\s*\d/.test(page.text.slice(start, end)) || amount.value.startsWith('-')) return amount;
  const sign = page.text.slice(start, amount.span.start).search(/[-–−]/);
  const value = new Decimal(amount.value);
  return {
    ...amount,
    value: value.isZero() ? amount.value : value.negated().toFixed(2),
    span: { ...amount.span, start: sign < 0 ? amount.span.start : start + sign },
  };
}

/** 1, 1 000 or 1 000 000, where a head says that its column is in euros, k€ or M€. */
function scaleOf(head: string): number | undefined {
  if (/\bk ?€|\bkeur|\bmilliers? d'euros|\bk euros/.test(head)) return 1000;
  if (/\bm ?€|\bmillions? d'euros|\bmeur/.test(head)) return 1_000_000;
  return /€|\beuros?\b/.test(head) ? 1 : undefined;
}
