import type { EntityKind } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { fold, type Name, readName } from './name.js';
import { readPerson } from './person.js';
import { officeOf, type Representative, TITLE } from './representative.js';
import { wholeName } from './whole-name.js';

/**
 * A party presented by the person who speaks for it: "Monsieur X, Maire de la Ville de Y, agissant au nom de la Commune".
 * The body is the one whose office the person holds.
 */
export function officeHolder(
  text: string,
  flat: string,
  at: number,
  end: number,
): { name: Pick<Name, 'text' | 'start' | 'end' | 'alias'>; kind: EntityKind; by: Representative } | undefined {
  const person = readPerson(text, at, false, end);
  if (!person) return undefined;
  const office =
    /^[\s,]*(?:(?:agissant\s+)?en\s+(?:sa\s+)?qualit[ée]s?\s+d[e'’]\s*|son\s|sa\s|le\s|la\s)?([^,.;«»()\n]{4,70}?)\s+(?:de\s+(?:la\s+|l['’])|du\s+|de\s+|des\s+|d['’])(?=\p{Lu}|(?:ville|commune|association|soci[ée]t[ée]|communaut[ée]|d[ée]partement|r[ée]gion|syndicat|conseil)\b)/iu.exec(
      text.slice(person.end, end),
    );
  if (!office || !TITLE.test(plain(office[1]!))) return undefined;
  const body = readName(text, person.end + office[0].length, end);
  // "président de l'OGEC": an acronym alone is a name here.
  if (!body || (body.bare && !/^\p{Lu}{3,}$/u.test(body.text))) return undefined;
  const title = officeOf(office[1]!);
  const kind = body.kind ?? (/maire/.test(plain(title)) ? 'municipality' : undefined);
  // "Président du Conseil départemental" says no body that could be told from another.
  if (!kind || /^conseil /.test(flat.slice(body.start, body.end))) return undefined;
  return {
    name: body.kind ? wholeName(text, body, end) : wholePlace(text, body),
    kind,
    by: { representedBy: person.text, representativeTitle: title },
  };
}

/** "Maire de Villers sur Loue": a place named without "Ville de" runs over its small words. */
function wholePlace(text: string, name: Name): Name {
  const [place] = /^\p{Lu}[\p{L}'’-]*(?:\s(?:(?:sur|en|sous|lès|lez|les|de|du|la|le)\s){0,2}\p{Lu}[\p{L}'’-]*)*/u.exec(
    text.slice(name.start, name.start + 60),
  ) ?? [name.text];
  return place.length > name.end - name.start ? { ...name, end: name.start + place.length, text: fold(place) } : name;
}
