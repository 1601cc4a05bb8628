import type { Act } from '../../models/act.js';
import type { Heading } from '../../models/document.js';
import type { Page, Table } from '../../models/page.js';
import type { Amount, Indicator } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { kindOf } from '../kinds/index.js';
import { isTitle, type Statement, withCaptions } from './captions.js';
import { atTheStart, type Context, leadOn } from './context.js';
import type { Found } from './found.js';
import { itemsOf } from './items.js';
import { indicatorKey } from './key.js';
import { yearOfHeading } from './period.js';
import { qualifierOfHeading } from './qualifier.js';
import { scopeOf, unnumbered } from './scope.js';
import type { Taken } from './sentence/sentence.js';
import { readStatement } from './statements.js';
import { sumsOf } from './sums.js';
import { readTable } from './tables.js';

/** Fields whose places hold no indicator: what they are is known. */
const TAKEN_BY = new Set(['amount', 'date', 'citation', 'identifier', 'ordinal']);

/**
 * The figures of an act that measure activity, results, public, means or targets. In a report every figure that counts
 * something is one; in other acts only what is known to be counted, and shares. Money is none.
 */
export function readIndicators(
  act: Act,
  amounts: readonly Amount[],
  heading: Heading = kindOf(act.outline.kind).heading(act),
): Indicator[] {
  const report = act.outline.kind === 'activity_report';
  const { decides, meets, clauses } = kindOf(act.outline.kind);
  const plans = decides === true || meets === true || clauses !== undefined;
  const taken = takenIn(act, amounts);
  const statements = withCaptions(itemsOf(act), report);
  const reportYear = report
    ? (seasonOf(heading.title) ?? (heading.year === undefined ? undefined : String(heading.year)))
    : undefined;
  const actYear = heading.year === undefined ? heading.date?.slice(0, 4) : String(heading.year);
  const fresh = (): Context => atTheStart({ report, plans, year: reportYear, actYear });
  let context = fresh();
  /** What the heading itself said; sentences below it may speak of other years. */
  let headed: Pick<Context, 'period' | 'qualifier'> = { period: undefined, qualifier: undefined };
  const found: Found[] = [];
  let group: Found[] = [];
  let block = -1;
  for (const statement of statements) {
    if ((statement.kind === 'heading' || isTitle(statement)) && !statement.keyed && statement.caption === undefined) {
      group = [];
      const period = yearOfHeading(statement.plain);
      const minor =
        statement.level > context.level && period === undefined && qualifierOfHeading(statement.plain) === undefined;
      const before = context;
      context = fresh();
      // A minor heading inside "Chiffres clés 2021" keeps its year and its tense.
      if (minor) {
        context.period = headed.period;
        context.qualifier = headed.qualifier;
      }
      const said = qualifierOfHeading(statement.plain);
      context.period =
        period ??
        (said !== undefined && said === before.qualifier && said !== 'actual' ? before.period : context.period);
      context.qualifier = said ?? context.qualifier;
      headed = { period: context.period, qualifier: context.qualifier };
      context.scope = scopeOf(statement.text) || before.scope;
      const own = scopeOf(statement.text);
      context.keyedScope = own !== '' && own.length < unnumbered(statement.text).trim().length - 6 ? own : '';
      context.title = statement.level > before.level ? before.scope : before.title;
      context.level = statement.kind === 'heading' ? statement.level : before.level;
    }
    // In a report "En 2019, …" holds for its paragraph, and for the list below it.
    if (report && statement.block !== block && !statement.keyed && context.leadIn === undefined)
      context.period = headed.period;
    block = statement.block;
    if (statement.table !== undefined) {
      const page = act.pages.find(({ number }) => number === statement.page)!;
      const read = readTable(act, page, page.tables[statement.table]!, context, taken);
      if (read.length > 0 || !report) found.push(...read);
      // Cards set side by side look like a table: each cell says what its figure is.
      else
        for (const cell of cardsOf(act, page, page.tables[statement.table]!, statement))
          found.push(...readStatement(cell, context, taken));
      continue;
    }
    const next = readStatement(statement, context, taken);
    leadOn(context, statement.text, statement.plain, statement.keyed, next);
    const short = next.length === 0 && statement.kind !== 'heading' && statement.text.trim().split(/\s+/).length <= 8;
    if (short) context.above = statement.text.trim();
    context.caption = short ? captionOf(statement.text) : '';
    found.push(...next);
    group.push(...next);
    const whole = sumsOf(group);
    if (whole) context.people = whole;
  }
  return found.length === 0 ? [] : finished(act, found, heading.issuer);
}

/** "Répartition par âge :", "Tonnages collectés"; a sentence is no caption. */
const captionOf = (text: string): string =>
  /[.;!?]\s*$|\b(?:suivante?s?|ci-dessous|ci-contre)\b/.test(text) || !/\p{L}{3}/u.test(text)
    ? ''
    : text.trim().replace(/\s?:$/, '');

function cardsOf(act: Act, page: Page, table: Table, statement: Statement): Statement[] {
  return table.cells.flatMap((cell) => {
    const start = act.passage.offsetOf(page.number, cell.start);
    const text = page.text.slice(cell.start, cell.end).replace(/\n/g, ' ');
    if (start === undefined || !/^\s*[+-]?\d[\d .,]*%?\s\p{L}{2}/u.test(text)) return [];
    const { table: _table, ...rest } = statement;
    return [{ ...rest, start, end: start + text.length, text, plain: plain(text), keyed: true }];
  });
}

function finished(act: Act, found: readonly Found[], issuer: string | undefined): Indicator[] {
  const ordered = [...found].sort((a, b) => a.start - b.start || a.end - b.end);
  const index = new Map(ordered.map((one, at) => [one, at]));
  return ordered.map((one) => {
    const {
      start,
      end,
      parent,
      people: _people,
      count: _count,
      against: _against,
      leansOn: _leansOn,
      scope,
      ...rest
    } = one;
    const at = parent === undefined ? undefined : index.get(parent);
    const indicator: Indicator = {
      ...rest,
      span: act.passage.span(start, end),
      ...(at === undefined || parent === one ? {} : { parent: at }),
    };
    return { ...indicator, key: indicatorKey(indicator, issuer, scope) };
  });
}

function takenIn(act: Act, amounts: readonly Amount[]): Taken {
  const places: (readonly [number, number])[] = act.readings
    .filter(({ field }) => TAKEN_BY.has(field))
    .map(({ start, end }) => [start, end] as const);
  for (const { span } of amounts) {
    const start = act.passage.offsetOf(span.page, span.start);
    if (start !== undefined) places.push([start, start + span.end - span.start]);
  }
  places.sort((a, b) => a[0] - b[0]);
  return (start, end) => {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[middle]![0] < end) low = middle + 1;
      else high = middle;
    }
    for (let i = low - 1; i >= Math.max(0, low - 4); i -= 1) if (places[i]![1] > start) return true;
    return false;
  };
}

const seasonOf = (title: string | undefined): string | undefined => {
  const year = title === undefined ? undefined : yearOfHeading(title);
  return year?.includes('/') ? year : undefined;
};
