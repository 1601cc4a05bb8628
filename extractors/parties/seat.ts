import { plain } from '../acts/plain.js';
import { readName } from './name.js';

/** A name, and where a text writes it. */
interface Place {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Where a council that names no town says in which it sits: under the act, where it met, in its address. The law has
 * a municipal council sit in its own town, whose mayor signs there. Each pattern ends where the name begins.
 */
const SEATS: readonly RegExp[] = [
  /\bfait(?:,? (?:et )?(?:delibere|signe|clos))? a (?=[a-z][a-z' -]{1,50},?\s(?:le\s|les\s|en\s))/g,
  /(?:^|\n)[ \t]*a (?=[a-z][a-z' -]{1,50}, le \d)/g,
  /\breuni[es]{0,2} [^.;\n]{0,40}?\ba (?=[a-z][a-z'-]{2,40} (?:en |dans |a )(?:la |sa )?(?:salle|mairie|foyer|lieu))/g,
  /\b(?:reuni[es]{0,2}|tenue?|seance|fait)\b[^.;]{0,80}?\b(?:mairie|hotel de ville|salle (?:polyvalente|des fetes|municipale|communale|du conseil|des mariages|des deliberations)) (?:de |d')(?=[a-z])/g,
  /(?:^|\n)[ \t]*mairie[ \t]*\n{1,2}(?:[^\n]{1,60}\n{1,2}){0,2}[ \t]*\d{5} (?=[a-z])/g,
];

/** The town that most of these places name; none where they name two as often. */
export function seatOf(text: string, flat: string): Place | undefined {
  const towns = new Map<string, { place: Place; count: number }>();
  for (const pattern of SEATS) {
    for (const found of flat.matchAll(pattern)) {
      const from = found.index + found[0].length;
      const name = readName(text, from, Math.min(text.length, from + 80));
      if (!name || name.bare || name.kind || name.start !== from) continue;
      const known = towns.get(plain(name.text));
      if (known) known.count += 1;
      else towns.set(plain(name.text), { place: { name: name.text, start: from, end: name.end }, count: 1 });
    }
  }
  const [first, second] = [...towns.values()].sort((a, b) => b.count - a.count);
  return first && first.count > (second?.count ?? 0) ? first.place : undefined;
}

/** The place whose entries, people and heritage an act speaks of, in two ways at least; none where two places are. */
export function placeSpokenOf(text: string): Place | undefined {
  const places = new Map<string, { start: number; cues: Set<string> }>();
  const pattern =
    /(?<!\p{L})(entrées?|village|habitante?s?|personnes?|population|patrimoine|école|église|cimetière|mairie|histoire|territoire)(?:\s\p{Ll}+){0,2}\s(?:de\s|d['’])(\p{Lu}\p{Ll}+(?:-\p{L}+)*)/gu;
  for (const found of text.matchAll(pattern)) {
    const name = found[2]!;
    const known = places.get(name) ?? { start: found.index + found[0].length - name.length, cues: new Set() };
    known.cues.add(plain(found[1]!).replace(/s$/, ''));
    places.set(name, known);
  }
  const [first, second] = [...places].sort((a, b) => b[1].cues.size - a[1].cues.size);
  if (!first || first[1].cues.size < 2 || (second && second[1].cues.size > 1)) return undefined;
  const [name, { start }] = first;
  return { name, start, end: start + name.length };
}
