import type { Act } from '../../models/act.js';
import type { Mention } from '../../models/records.js';
import { plain } from '../acts/plain.js';

/** Where an act prints its own number, with its dots, dashes or slashes as they come. */
export function ownNumber(act: Act, reference: string | undefined): Mention[] {
  const parts = plain(reference ?? '').match(/[a-z]+|\d+/g);
  if (reference === undefined || !parts) return [];
  // "12" alone is any number of the page: it is the act's where it is called a number.
  const called = parts.length === 1 ? '(?<=n° ?)' : '(?<![a-z\\d])';
  const written = new RegExp(`${called}${parts.join('[ \\n./_-]{0,3}')}(?![a-z\\d])`);
  const match = written.exec(plain(act.passage.text));
  if (!match) return [];
  const span = act.passage.span(match.index, match.index + match[0].length);
  return [{ kind: 'number', text: reference, about: reference, span, extractor: 'mentions/own-number' }];
}
