import type { Act } from '../../models/act.js';
import type { Clause, DateRecord } from '../../models/records.js';
import { blanksOf } from './blanks.js';
import { Contract } from './contract.js';
import { courtOf, noticesOf, renewalOf, terminationOf } from './ending.js';
import { objectOf } from './object.js';
import { termOf } from './term.js';

/** What a contract stipulates, in the order of the text: one clause of a kind, but for articles and blanks. */
export function readClauses(act: Act, dates: readonly DateRecord[]): Clause[] {
  const contract = new Contract(act, dates);
  const articles = contract.articles
    .filter(({ title }) => title !== '')
    .map(({ start, headEnd, number, title }) => ({
      ...contract.clause('article', start, headEnd, title),
      article: number,
    }));
  const single = [objectOf(contract), renewalOf(contract), terminationOf(contract), courtOf(contract)];
  return [
    ...articles,
    ...single.filter((clause) => clause !== undefined),
    ...termOf(contract),
    ...noticesOf(contract),
    ...blanksOf(contract),
  ].sort((a, b) => a.span.page - b.span.page || a.span.start - b.span.start || b.span.end - a.span.end);
}
