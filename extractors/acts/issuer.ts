import { DAY, MONTH } from '../french/months.js';
import { ASSEMBLY } from './assembly.js';
import { plain, unbroken } from './plain.js';

const KINDS =
  "(?:communes?(?: (?:associee|deleguee|nouvelle))?|villes?|mairie|communaute (?:de communes|d'agglomeration|urbaine)|metropole|eurometropole|agglomeration|syndicat(?: (?:mixte|intercommunal|departemental))?[a-z ']{0,60}?|departement|region|ccas|cias|centre (?:inter)?communal d'action sociale|sivom|sivu|collectivite)";
/** Bodies that no one speaks of as "la commune" or "le syndicat": only their letterhead says whose act it is. */
export const OTHERS =
  "(?:sdis|service departemental d'incendie(?: et de secours)?|office public(?: de l'habitat)?|universite|chambre (?:d'agriculture|des? metiers|de commerce)[a-z' ]{0,40}?|agence de l'eau|parc naturel|pole metropolitain|prefete?|prefecture)";
const ISSUERS = `(?:${KINDS}|${OTHERS}|conseil (?:departemental|regional|general))`;
const NAME = "(?:d[eu]s?|d'|de la|de l'|du)?[ \\n]*(?:l'|la |le |les )?[a-zœ][a-zœ'-]*(?: [a-zœ'-]+)*";
/** After the name of the assembly: "le conseil municipal de la Ville de Valmont". */
const BODY = new RegExp(`\\b(?:${ASSEMBLY}|bureau|maire|president)\\s+(?:de la |de l'|d[eu]s? |d')`, 'g');
const LETTERHEAD = new RegExp(`^[ \\t]*(${ISSUERS}[ \\n]+${NAME})[ \\t]*$`, 'gm');
const OPENS = new RegExp(`^(?:${KINDS}\\b|${OTHERS} [a-z])`);
const KIND_OF = new RegExp(`\\b${KINDS} (?:d[eu]s? |d'|de la |de l')`, 'g');
const SMALL = new Set("de du des la le les d' l' en sur sous lez les et aux au a saint sainte".split(' '));

/** So far the head of a letter or of minutes reaches: below it, bodies are spoken of. */
const LETTER = 1500;

const DATED = new RegExp(`^(?:${DAY}|${MONTH})\\b`);

/** The body that issued an act, as its head writes it: "Ville de Valmont". */
export function issuerOf(text: string): string | undefined {
  const head = unbroken(plain(text).slice(0, 4000));
  const ofBody: string[] = [];
  for (const match of head.matchAll(BODY)) {
    const found = nameAt(text, head, match.index + match[0].length);
    if (!found) continue;
    if (OPENS.test(plain(found))) return found;
    if (match[0].startsWith('conseil municipal') && !DATED.test(plain(found)))
      ofBody.push(`Commune ${/^[aeiouyh]/.test(plain(found)) ? "d'" : 'de '}${found}`);
  }
  const letterheads = [...plain(text).slice(0, LETTER).matchAll(LETTERHEAD)]
    .map((match) => {
      const start = match.index + match[0].indexOf(match[1]!);
      return text
        .slice(start, start + match[1]!.length)
        .replace(/\s+/g, ' ')
        .trim();
    })
    .filter((name) => name.length < 70 && /\p{L}{3}$/u.test(name));
  const departmental = /\bconseil (?:departemental|regional|general)|\bcommission permanente/.test(head);
  // The prefecture receives the acts of others, and stands on them.
  const letterhead =
    letterheads.find((name) => !(departmental ? /^pref/ : /^(?:pref|departement|region)/).test(plain(name))) ??
    letterheads.find((name) => /^pref/.test(plain(name)));
  if (letterhead) return letterhead;
  if (ofBody[0]) return ofBody[0];
  for (const match of head.slice(0, LETTER).matchAll(KIND_OF)) {
    // "pour la commune de Valmont : M. …", "louée à la commune de Valmont": where a delegate comes from, who receives
    if (/\b(?:pour|a|avec) la $/.test(head.slice(0, match.index))) continue;
    if (!departmental && /^(?:departement|region)/.test(match[0])) continue;
    const found = nameAt(text, head, match.index);
    if (found && /\s(?:de|d'|du|des)\s?/i.test(plain(found)) && /\p{Lu}/u.test(found.slice(match[0].length)))
      return found;
  }
  return undefined;
}

/** The words of a name from `start` on: capitals, and the small words between them. */
function nameAt(text: string, head: string, start: number): string | undefined {
  const words = /^(?:[a-zœ'-]+[ \n]?){1,12}/.exec(head.slice(start, start + 120))?.[0];
  if (!words) return undefined;
  const printed = text.slice(start, start + words.length);
  let end = 0;
  let seenName = false;
  let small = false;
  for (const match of printed.matchAll(/(?:[\p{L}]['’])?[\p{L}-]+/gu)) {
    const word = match[0];
    const folded = plain(word);
    const capital = /^(?:\p{Lu}|[ld]['’]\p{Lu})/u.test(word);
    const generic =
      !seenName &&
      /^(?:commune|ville|associee|deleguee|communaute|communes|agglomeration|urbaine|metropole|syndicat|mixte|intercommunal|departement|region|centre|communal|action|sociale)$/.test(
        folded,
      );
    // "SAINT LOUIS DE" at a line's end goes on below
    if (/\n/.test(printed.slice(end, match.index)) && seenName && !small) break;
    small = SMALL.has(folded);
    if (capital && !generic && folded.replace(/[^a-z]/g, '').length > 2) seenName = true;
    if (capital || generic) end = match.index + word.length;
    else if (!SMALL.has(folded) && !/^[dl]['’]/.test(word)) break;
  }
  const name = printed
    .slice(0, end)
    .replace(/\s+/g, ' ')
    .replace(/(?: (?:d[eu]s?|la|les?|en|sur|sous|et|aux?))+$/i, '')
    .trim();
  return seenName && name.length > 3 ? name : undefined;
}
