import { fold } from './name.js';

/** A person: where the name stands, first and last names as written, and the title before it. */
export interface Person {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const CIVILITY =
  /^(?:Monsieur et Madame|M\. et Mme|[Mm]onsieur|MONSIEUR|[Mm]adame|MADAME|Mademoiselle|M\.|MM\.|Mme|Mmes|Mlle|Mr|Mrs|Maître|Me|Dr\.?|Docteur|Pr\.?|Professeur|[Aa]bbé|M)(?=[\s\u00a0])[\s\u00a0]+/u;
const PERSON =
  /^(?:\p{Lu}[\p{L}'’.-]*)(?: [–-] \p{Lu}\p{Ll}+(?=\s\p{Lu}{2}))?(?:[\s\u00a0](?:d['’]|(?:de|du|des|le|la|De|Du|Le|La|LE|LA|DE|DU|EL|El|Van|VAN|Von)(?!\p{L}))){0,2}(?:[\s\u00a0]*(?:\p{Lu}\.|\p{Lu}[\p{L}'’-]*)){0,4}/u;

/** A person's name at `from`; with `bare`, also without "Monsieur" or "Madame" before it. */
export function readPerson(text: string, from: number, bare = false, limit = text.length): Person | undefined {
  let at = from;
  while (at < limit && /[ \u00a0\u202f\n]/.test(text[at]!)) at += 1;
  const civility = CIVILITY.exec(text.slice(at, at + 20));
  if (!civility && !bare) return undefined;
  at += civility?.[0].length ?? 0;
  // A line break inside a name is a space.
  // A gap ends a name, save between first and last name: lines of an opening often stand apart.
  const near = text
    .slice(at, Math.min(limit, at + 80))
    .replace(/^(\p{Lu}\p{Ll}[\p{L}-]*)\n\n(?=\p{Lu}{2})/u, '$1  ')
    .split('\n\n', 1)[0]!;
  const slice = civility ? near.replace(/\n(?!\n)/g, ' ') : near;
  const found = PERSON.exec(slice);
  if (!found) return undefined;
  // The next person of a line of names.
  const alone = found[0]
    .replace(/\s(?:Monsieur|Madame|Mademoiselle|M\.|Mme|Mlle|Mr|Dr\.?)\s.*$/u, '')
    .replace(/(?<=\s\p{Lu}{2,}[\p{Lu}'’-]*)\s(?=\p{Lu}\p{Ll}|\p{Lu}\.\s).*$/u, '');
  let name = alone.replace(/[\s\u00a0.]+$/u, '');
  // "Sébastien LEROUX Maire": an office is not a name.
  name = name.replace(
    /[\s\u00a0]+(?:Maire|Maires?|Adjointe?|Présidente?|Vice.*|Conseill.*|Le|La|Directeur|Directrice|Secrétaire|Trésorier.*|Gérante?|Député.*|Sénateur.*)$/u,
    '',
  );
  // A particle behind the last name begins what follows.
  name = name.replace(/(?:[\s\u00a0]+(?:de|du|des|d['’]|le|la))+$/u, '');
  const count = name.split(/[\s\u00a0]+/u).length;
  if (count < 2 && !(civility && name.length > 2)) return undefined;
  if (
    /^(?:le|la|les|maire|président|adjoint|l['’])/iu.test(name) &&
    /^(?:le|la|les|maire|présidente?|adjointe?)\b/iu.test(name)
  )
    return undefined;
  return { start: at, end: at + name.length, text: fold(name) };
}
