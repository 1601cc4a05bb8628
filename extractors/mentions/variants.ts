import type { Act } from '../../models/act.js';
import type { Attendance, Mention, Party } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { distance, isSmall, singular, wordsOf } from './words.js';

const ID = 'mentions/variants';
const NAME =
  /(?<![\p{L}\d'’-])\p{Lu}[\p{L}'’-]+(?:[ \n](?:(?:de|du|des|d['’]|la|le|les|l['’]|lez|en|sur|aux?)[ \n]){0,2}(?:[dl]['’])?\p{Lu}[\p{L}'’-]+){1,6}/gu;
const STREET =
  /(route|rue|avenue|boulevard|place|chemin|impasse|all[ée]e|quai|cours) (?<![\p{L}\d]\1 )((?:de la |de l['’]|des |du |de |d['’])?\p{Lu}[\p{L}'’-]+(?:[ -]\p{Lu}[\p{L}'’-]+){0,3})/gu;

interface Seen {
  written: string;
  start: number;
  end: number;
  count: number;
}

/** Names that one act writes in two ways: what is rare beside what is usual. */
export function variantsOf(act: Act, parties: readonly Party[], attendances: readonly Attendance[] = []): Mention[] {
  const text = act.passage.text.slice(0, act.passage.bodyEnd);
  const found: Mention[] = [];
  const add = ({ start, end, written }: Seen, usual: string): void => {
    if (found.some(({ text: other, about }) => other === written && about === usual)) return;
    found.push({ kind: 'variant', text: written, about: usual, span: act.passage.span(start, end), extractor: ID });
  };
  for (const [rare, usual] of sameWords(namesIn(text))) add(rare, usual.written);
  for (const [rare, usual] of nearParties(text, parties)) add(rare, usual);
  for (const [rare, usual] of nearMembers(text, attendances)) add(rare, usual);
  for (const [rare, usual] of quotedTitles(text)) add(rare, usual);
  for (const [rare, usual] of streets(text)) add(rare, usual);
  return found;
}

function namesIn(text: string): Map<string, Seen> {
  const names = new Map<string, Seen>();
  for (const match of text.matchAll(NAME)) {
    const written = match[0].replace(/\s+/g, ' ');
    if (written === written.toUpperCase()) continue;
    const seen = names.get(written);
    if (seen) seen.count += 1;
    else names.set(written, { written, start: match.index, end: match.index + match[0].length, count: 1 });
  }
  return names;
}

/** The same words, tied by other small words, in another order, or with another accent inside. */
function* sameWords(names: ReadonlyMap<string, Seen>): Iterable<readonly [Seen, Seen]> {
  const byKey = new Map<string, Seen[]>();
  for (const seen of names.values()) {
    const words = wordsOf(seen.written);
    if (words.length < 2 || words.join('').length < 6) continue;
    const key = words.toSorted().join(' ');
    const group = byKey.get(key);
    if (group) group.push(seen);
    else byKey.set(key, [seen]);
  }
  for (const group of byKey.values()) {
    if (group.length < 2) continue;
    const [usual, ...others] = group.toSorted((a, b) => b.count - a.count || a.start - b.start);
    for (const other of others) if (differs(usual!.written, other.written)) yield [other, usual!];
  }
}

function differs(a: string, b: string): boolean {
  if (/\bet\b/i.test(`${a} ${b}`) || a.toLowerCase() === b.toLowerCase()) return false;
  const sameOrder = wordsOf(a).join() === wordsOf(b).join();
  if (!sameOrder) return /-/.test(a) && /-/.test(b) && hyphened(a) !== hyphened(b);
  const [x, y] = [linksOf(a), linksOf(b)];
  if (x.some((link, i) => link !== '' && y[i] !== undefined && y[i] !== '' && link !== y[i])) return true;
  const capitals = /(?<!\p{L})\p{Lu}{2,}(?!\p{L})/u;
  return (
    x.join() === y.join() &&
    !capitals.test(a) &&
    !capitals.test(b) &&
    inner(a) !== inner(b) &&
    letters(a) === letters(b)
  );
}

/** The small words between the words that mean something: "Agire du Val de Marque" has "du" and "de". */
function linksOf(name: string): string[] {
  const links: string[] = [];
  let link = '';
  let begun = false;
  for (const word of plain(name)
    .split(/[^a-z]+/)
    .filter(Boolean)) {
    if (isSmall(word)) link += word;
    else {
      if (begun) links.push(link);
      begun = true;
      link = '';
    }
  }
  return links;
}

/** The words of a hyphened name: in "David MARTIN-BROCHEN" and "Martin DAVID-BROCHEN" they are not the same. */
const hyphened = (name: string): string => plain(/[\p{L}'’]+(?:-[\p{L}'’]+)+/u.exec(name)?.[0] ?? '');
const letters = (name: string): string => plain(name).replace(/[^a-z]/g, '');
/** Accents that stand inside words: at their head, capitals often lose them. */
const inner = (name: string): string =>
  name
    .toLowerCase()
    .replace(/['’-]/g, ' ')
    .replace(/(?<![\p{L}])\p{L}/gu, '')
    .normalize('NFC');

/** A party's name with a letter or two changed, met less often than the name itself. */
function* nearParties(text: string, parties: readonly Party[]): Iterable<readonly [Seen, string]> {
  const usual = [...new Map(parties.map(({ name }) => [wordsOf(name).join(' '), name])).entries()].filter(
    ([key]) => key.includes(' ') && key.length >= 10 && !/\d/.test(key),
  );
  if (usual.length === 0) return;
  const counts = new Map<string, number>();
  const names = [...namesIn(text).values()].map((seen) => ({ seen, key: wordsOf(seen.written).join(' ') }));
  for (const { seen, key } of names) counts.set(key, (counts.get(key) ?? 0) + seen.count);
  for (const { seen, key } of names) {
    if (key.length < 10 || /\d/.test(key)) continue;
    const near = usual.find(([name]) => {
      const [x, y] = [name.split(' '), key.split(' ')];
      if (x.length !== y.length || name[0] !== key[0] || (counts.get(key) ?? 0) * 2 > (counts.get(name) ?? 0))
        return false;
      // A plural before the last word is grammar: "Villes de", "Maisons de".
      if (x.some((word, i) => i < x.length - 1 && word !== y[i] && singular(word) === singular(y[i]!))) return false;
      const far = distance(name, key);
      return far > 0 && far <= (name.length > 14 ? 2 : 1);
    });
    if (near) yield [seen, near[1].replace(/\s+/g, ' ')];
  }
}

/** A member of the assembly whose surname has one letter more, less or another, and who is in no list so written. */
function* nearMembers(text: string, attendances: readonly Attendance[]): Iterable<readonly [Seen, string]> {
  const members = attendances.map(({ name }) => ({ name, words: wordsOf(name).toSorted() }));
  const listed = new Set(members.map(({ words }) => words.join(' ')));
  if (members.length === 0) return;
  for (const seen of namesIn(text).values()) {
    const words = wordsOf(seen.written).toSorted();
    if (words.length < 2 || listed.has(words.join(' '))) continue;
    const near = members.find(({ words: own }) => {
      const strange = words.filter((word) => !own.includes(word));
      const missed = own.filter((word) => !words.includes(word));
      if (own.length !== words.length || strange.length !== 1 || missed.length !== 1) return false;
      return strange[0]!.length >= 5 && missed[0]!.length >= 5 && distance(strange[0]!, missed[0]!) === 1;
    });
    if (near) yield [seen, near.name];
  }
}

/** A title in quotation marks, met elsewhere with another last word. */
function* quotedTitles(text: string): Iterable<readonly [Seen, string]> {
  const folded = plain(text);
  for (const match of text.matchAll(/[«“"]\s*(\p{Lu}[\p{L}\d'’ -]{8,50}?)\s*[»”"]/gu)) {
    const title = match[1]!.replace(/\s+/g, ' ');
    const words = plain(title).split(' ');
    const last = words.at(-1)!;
    const head = words.slice(0, -1).join(' ');
    if (words.length < 3 || last.length < 4 || head.length < 7 || isSmall(words.at(-2)!)) continue;
    for (let at = folded.indexOf(`${head} `); at >= 0; at = folded.indexOf(`${head} `, at + 1)) {
      if (!/\p{Lu}/u.test(text[at]!)) continue;
      const other = /^[a-z]{4,}/.exec(folded.slice(at + head.length + 1, at + head.length + 30))?.[0];
      if (!other || other === last || other.startsWith(last) || last.startsWith(other)) continue;
      const end = at + head.length + 1 + other.length;
      yield [{ written: text.slice(at, end).replace(/\s+/g, ' '), start: at, end, count: 1 }, title];
      break;
    }
  }
}

/** "route de Falaise" and "rue de Falaise". */
function* streets(text: string): Iterable<readonly [Seen, string]> {
  const byName = new Map<string, Seen[]>();
  for (const match of text.matchAll(STREET)) {
    const name = plain(match[2]!);
    const seen = { written: match[0], start: match.index, end: match.index + match[0].length, count: 1 };
    const group = byName.get(name);
    if (group) group.push(seen);
    else byName.set(name, [seen]);
  }
  for (const group of byName.values()) {
    const [first] = group;
    const other = group.find(({ written }) => plain(written) !== plain(first!.written));
    if (other) yield [other, first!.written];
  }
}
