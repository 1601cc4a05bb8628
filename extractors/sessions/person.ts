import type { Stretch } from '../../models/page.js';
import type { Attendance } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import type { Name } from './names.js';

/** A person in an attendance list, and where the name stands. */
export interface Attendee extends Stretch {
  readonly name: string;
  readonly title?: string;
  readonly status: Attendance['status'];
  readonly proxyTo?: string;
}

export const attendee = ({ start, end, name, title }: Name, status: Attendance['status']): Attendee => ({
  start,
  end,
  name,
  status,
  ...(title === undefined ? {} : { title }),
});

/** Two ways of writing one name: the same words in any order, or the surname alone. */
export function samePerson(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  if (!agreesInitial(a, b) || !agreesInitial(b, a)) return false;
  const [small, large] = x.length <= y.length ? [x, y] : [y, x];
  return (
    small.length > 0 &&
    small.every((word) => large.includes(word)) &&
    (small.length > 1 || small[0] === large.at(-1) || small[0] === large[0])
  );
}

/** "C. Martin" is no "J. Martin" and no "Paul Martin", and "MARTIN C." no "MARTIN J.". */
function agreesInitial(name: string, other: string): boolean {
  const [, before, behind] = /^([a-z])(?:\.|-[a-z]\b)|\s([a-z])(?:[.-][a-z])?\.?$/.exec(plain(name)) ?? [];
  const initial = before ?? behind;
  const words = plain(other).match(/[a-z]+/g) ?? [];
  return initial === undefined || words.length < 2 || words.some((word) => word.startsWith(initial));
}

const wordsOf = (name: string): string[] =>
  plain(name)
    .split(/[^a-z]+/)
    .filter((word) => word.length > 1);
