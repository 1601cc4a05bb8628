import type { Act } from '../../models/act.js';
import type { Mention } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { figuresIn } from '../arithmetic/figures.js';
import { wordsOf } from './words.js';

const LASTING: readonly (readonly [RegExp, number])[] = [
  [/\bdecennale?\b/, 10],
  [/\bvicennale?\b/, 20],
  [/\btrentenaires?\b/, 30],
  [/\bcinquantenaires?\b/, 50],
  [/\bcentenaires?\b/, 100],
];
const SPAN = /\b(\d{1,3}) ?(jours?|semaines?|mois|ans?|annees?)\b/g;
const DAYS: Readonly<Record<string, number>> = { jour: 1, semaine: 7, mois: 30, an: 365, annee: 365 };
/** What is let for a time. */
const LET = /\b(?:concessions?|columbarium|cavurnes?|cases?|emplacements?|locations?|abonnements?)\b/;
/** A list of prices is no longer than this. */
const LIST = 1500;

interface Tariff {
  readonly days: number;
  readonly price: number;
  /** What is let, without its time and its price. */
  readonly thing: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Prices of one thing for two times, on lines of their own: `about` holds the longer time's price, a dash and the
 * shorter's, in euros.
 */
export function tariffsOf(act: Act): Mention[] {
  const text = act.passage.text.slice(0, act.passage.bodyEnd);
  const tariffs = tariffsIn(text);
  const found: Mention[] = [];
  for (const longer of tariffs) {
    const shorter = tariffs
      .filter(
        ({ thing, days, start }) =>
          thing === longer.thing && days < longer.days && Math.abs(start - longer.start) < LIST,
      )
      .toSorted((a, b) => b.days - a.days)[0];
    if (!shorter) continue;
    const printed = ({ start, end }: Tariff): string => text.slice(start, end).replace(/\s+/g, ' ');
    found.push({
      kind: 'tariff',
      text: `${printed(longer)} / ${printed(shorter)}`,
      about: `${longer.price}-${shorter.price}`,
      span: act.passage.span(longer.start, longer.end),
      extractor: 'mentions/tariffs',
    });
  }
  return found;
}

function tariffsIn(text: string): Tariff[] {
  const tariffs: Tariff[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const start = at;
    at += line.length + 1;
    const folded = plain(line);
    if (line.length > 90 || !LET.test(folded)) continue;
    const prices = figuresIn(line).filter(({ unit }) => unit === 'EUR');
    const days = lasting(folded);
    if (prices.length !== 1 || days === undefined) continue;
    const [price] = prices;
    const rest = folded.slice(0, price!.start) + folded.slice(price!.end);
    const thing = wordsOf(LASTING.reduce((words, [name]) => words.replace(name, ' '), rest.replaceAll(SPAN, ' '))).join(
      ' ',
    );
    const indent = line.length - line.trimStart().length;
    tariffs.push({
      days,
      price: price!.value.toNumber(),
      thing,
      start: start + indent,
      end: start + line.trimEnd().length,
    });
  }
  return tariffs;
}

function lasting(line: string): number | undefined {
  const named = LASTING.filter(([name]) => name.test(line));
  const counted = [...line.matchAll(SPAN)];
  if (named.length + counted.length !== 1) return undefined;
  if (named[0]) return named[0][1] * 365;
  const [, count = '', unit = ''] = counted[0]!;
  return Number(count) * (DAYS[unit.replace(/(?<!i)s$/, '')] ?? 365);
}
