import type { Amount } from '../../../models/records.js';
import { plain } from '../../acts/plain.js';
import type { Item } from '../items.js';
import { funderOf, sidesOf } from './givers.js';
import { natureOf } from './natures.js';
import type { Surroundings } from './places.js';
import { purposeOf } from './purpose.js';
import { yearEarlier, yearNear } from './year.js';

const NEXT_SUM = /[+-]? ?\d[\d .,]* ?(?:[km]?€|eur\b|euros?\b|vnd\b|usd\b|francs?\b)/;

/** An amount of running text, of a line "label : amount", or of a big figure over its caption. */
export function sumInWords(
  amount: Amount,
  at: number,
  place: Surroundings,
  previous: Amount | undefined,
  issuer: string | undefined,
): Amount {
  const { item } = place;
  const from = at - item.start;
  const to = from + amount.span.end - amount.span.start;
  const back = Math.max(0, from - 500);
  const run = item.plain.slice(back, from);
  const begin = back + Math.max(run.lastIndexOf('. ') + 1, run.lastIndexOf('; ') + 1, 0);
  const stop = /[.;](?= |$)/.exec(item.plain.slice(to, to + 600));
  const end = stop ? to + stop.index : Math.min(item.plain.length, to + 600);
  const before = item.text.slice(openingOf(item, begin, from), from);
  const following = NEXT_SUM.exec(item.plain.slice(to, end));
  const after = item.text.slice(to, following ? to + following.index : end);
  const beforePlain = plain(before);
  const afterPlain = plain(after);
  const told =
    previous && besideOther(amount, previous, beforePlain, afterPlain, item.text.slice(from, to), place.scope);
  if (told) return told;
  const purpose = purposeOf(before, after, place);
  const context = `${plain(purpose)} ${afterPlain.slice(0, 60)}`;
  const funder = funderOf(before, after, item.plain.slice(0, from), place);
  const nature = funder?.granted
    ? 'grant'
    : natureOf(plain(purpose), context, `${beforePlain} ${afterPlain}`, plain(`${place.scope} ${place.title}`));
  const year =
    yearNear(beforePlain, afterPlain) ??
    yearEarlier(item.plain.slice(Math.max(0, from - 1500), from)) ??
    (amount.approximation === 'at_most' && nature === 'allowance' ? undefined : place.year);
  return {
    ...amount,
    nature,
    ...(purpose === '' ? {} : { purpose }),
    ...(year === undefined ? {} : { fiscalYear: year }),
    ...sidesOf(nature, before, after, issuer),
    ...(funder === undefined ? {} : { payer: funder.name }),
    ...(funder && issuer !== undefined ? { beneficiary: issuer } : {}),
  };
}

/** "contre 12 000 € en 2019", "+ 1 500 € par rapport à 2019": the sum before it, of another year; how that sum moved. */
function besideOther(
  amount: Amount,
  previous: Amount,
  before: string,
  after: string,
  raw: string,
  scope: string,
): Amount | undefined {
  const compared =
    /(?:contre|\(|au lieu de|apres|pour memoire) ?[+-]? ?$/.test(before) &&
    /^ ?(?:en|pour|au titre de|au|fin|pour l'exercice) ?(?:\d{1,2}[/. ])?(?:\d{1,2}[/.]|[a-z]+ )?(?:19|20)\d\d/.test(
      after.trim(),
    );
  if (compared && distance(previous, amount) < 40)
    return { ...amount, ...kept(previous), fiscalYear: Number(/(?:19|20)\d\d/.exec(after)![0]) };
  if (!/^[+–−-]/.test(raw.trim()) || !/^ ?(?:\([^)]*%\)|[+-]? ?\d+(?:,\d+)? ?%)? ?(?:\/|par rapport|vs)/.test(after))
    return undefined;
  const base = /(?:19|20)\d\d/.exec(after)?.[0];
  const moved = `variation : ${previous.purpose ?? scope}${base ? ` par rapport à ${base}` : ''}`;
  return { ...amount, ...kept(previous), nature: 'other', purpose: moved };
}

/** How far `next` stands from the end of `amount`; endless on another page. */
function distance(amount: Amount, next: Amount): number {
  return amount.span.page === next.span.page ? next.span.start - amount.span.end : Number.POSITIVE_INFINITY;
}

/** Where the sentence of a sum begins; "(jusqu'à 900 € par an)" by itself belongs to the sentence before it. */
function openingOf(item: Item, begin: number, from: number): number {
  if (/\p{L}{4}/u.test(item.plain.slice(begin, from).replace(/jusqu'a|environ|pres de|plus de|maximum|soit|dont/g, '')))
    return begin;
  const back = Math.max(0, begin - 500);
  return begin > 1 ? back + item.plain.slice(back, begin - 1).lastIndexOf('. ') + 1 : begin;
}

const kept = ({ nature, purpose, payer, beneficiary, fiscalYear }: Amount): Partial<Amount> => ({
  nature,
  ...(purpose === undefined ? {} : { purpose }),
  ...(payer === undefined ? {} : { payer }),
  ...(beneficiary === undefined ? {} : { beneficiary }),
  ...(fiscalYear === undefined ? {} : { fiscalYear }),
});
