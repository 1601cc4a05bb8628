import type { Act } from '../../models/act.js';
import type { EntityKind } from '../../models/records.js';
import { OTHERS } from '../acts/issuer.js';
import { plain } from '../acts/plain.js';
import { isGenericName, nameKey } from '../entities/name.js';
import { type Name, readName } from './name.js';
import type { NewBody } from './roster.js';
import { placeSpokenOf, seatOf } from './seat.js';
import { acronymSpokenOf } from './self-called.js';

/** Where a body shows that the act is its own, and how loudly. Each pattern ends where the name begins. */
const PLACES: readonly [RegExp, number][] = [
  [
    /\bconseil (?:municipal|communal)\s+(?:de\s+)?(?=(?:la\s+(?:ville|commune|mairie)|l[ae']\s?|de\s|du\s|des\s|d'))/g,
    6,
  ],
  [
    /\bconseil (?:communautaire|metropolitain|departemental|regional|syndical|d'administration)\s+(?:de|du)\s+(?=(?:la\s|l')?[a-z])/g,
    6,
  ],
  [/\b(?:bureau|commission permanente|comite syndical|assemblee)\s+(?:de|du)\s+(?=(?:la\s|l')?[a-z])/g, 4],
  [/\bregistre des deliberations\s+(?:du conseil (?:municipal|communal)\s+)?(?:de|du)\s+(?=(?:la\s|l')?[a-z])/g, 5],
  [
    new RegExp(
      `(?:^|\\n)[ \\t]*(?:reunion (?:du conseil )?(?:de la )?)?(?=(?:mairie|ville|commune|communaute|cc|metropole|departement|region|syndicat|siv[ou][ms]?|sivos|ccas|agglomeration|eurometropole)\\b|${OTHERS} )`,
      'g',
    ),
    4,
  ],
  // The name of a council of département or region stands over its sitting.
  [
    /(?:^|\n)[ \t]*(?=conseil (?:departemental|regional|general) (?:de |du |des |d')[^\n]{3,50}\n{1,2}[^\n]{0,30}\b(?:commission permanente|assemblee|seance|session|reunion|deliberation|rapport)\b)/g,
    4,
  ],
  // The certificate of the prefecture and running heads put the name behind a number or a title.
  [
    /(?:^|\n)[ \t]*(?:n ?[°o] ?\S{1,20}|[^\n]{0,12}\bconseil [^\n]{0,40}) [-–—|] (?=(?:ville|commune|mairie|communaute)\b)/g,
    4,
  ],
  [
    /\b(?:maire|president[e]?)\s+(?:de|du)\s+(?=(?:la\s|l')?(?:ville|commune|communaute|metropole|departement|region|syndicat|conseil|agglomeration|eurometropole))/g,
    3,
  ],
  [/\bmaire\s+(?:de\s+|d')(?=[a-z])/g, 2],
  [/\b(?:a|la|de la|par la)\s+(?=(?:commune|ville)\s+(?:de\s|d'|du\s|des\s))/g, 1],
];

const NOT_THE_ISSUER = /tribunal|cour |prefecture|tresor|centre des finances/;

const PREFECT_SPEAKS = /(?:^|\n)[ \t]*(?:le|la) prefete?\b/;

/** Assemblies of a département or a region: there its letterhead names the issuer. */
const OF_DEPARTMENT_OR_REGION =
  /\b(?:commission permanente|conseil (?:regional|departemental|general)|assemblee departementale)\b/;

/**
 * The body whose act this is, as written where it is said most plainly; `stated` is what the heading already knows.
 * Towns and their councils are one body: "Conseil municipal de la Ville de X" speaks for "Ville de X".
 * Minutes that do not say it themselves may say it in their decisions.
 */
export function issuerOf(act: Act, stated?: string): NewBody | undefined {
  // Footers name the issuer where the body forgets to.
  const text = act.passage.text.slice(0, 200_000);
  const flat = plain(text);
  const own = associationOf(text, flat) ?? named(text, flat, stated) ?? acronymOf(text, flat);
  if (own || act.outline.parentRelation === 'part_of') return own;
  if (act.outline.kind === 'minutes') {
    const found = elsewhere(act, stated);
    if (found) return found;
  }
  return unnamed(act, text, flat);
}

/** What an association says in its own papers, and no council in its own. */
const OF_ASSOCIATION = /\bassemblee generale\b|\brapport (?:moral|financier|d'activites?)\b/;

/** "ASSOCIATION LES SENTIERS" over the minutes of its general assembly. */
function associationOf(text: string, flat: string): NewBody | undefined {
  const head = flat.slice(0, 600);
  if (!OF_ASSOCIATION.test(head) || /\b(?:conseil (?:municipal|communal|communautaire)|maire)\b/.test(head))
    return undefined;
  const opening =
    /(?:^|\n)[ \t]*(?=association )|\bassemblee generale (?:ordinaire |extraordinaire |annuelle )?de (?=l'association )/.exec(
      head,
    );
  const name = opening ? readName(text, opening.index + opening[0].length, 300) : undefined;
  return name && !name.bare ? { ...body(name, 'association'), kind: 'association' } : undefined;
}

/** Looked for in all the pages of an act, its parts among them. */
function elsewhere(act: Act, stated?: string): NewBody | undefined {
  const starts: number[] = [];
  let text = '';
  for (const page of act.pages) {
    starts.push(text.length);
    text += `${page.text}\n\n`;
  }
  text = text.slice(0, 400_000);
  const found = named(text, plain(text), stated);
  if (!found) return undefined;
  const page = starts.findLastIndex((start) => start <= found.start);
  const at = starts[page]!;
  return {
    ...found,
    start: -1,
    end: -1,
    span: { page: act.pages[page]!.number, start: found.start - at, end: found.end - at },
  };
}

function named(head: string, flat: string, stated?: string): NewBody | undefined {
  const votes = new Map<string, { score: number; name: Name; first: number }>();
  const ownCouncil =
    OF_DEPARTMENT_OR_REGION.test(flat.slice(0, 3000)) && !/\bconseil (?:municipal|communautaire)\b/.test(flat);
  for (const [pattern, weight] of PLACES) {
    pattern.lastIndex = 0;
    for (let found = pattern.exec(flat); found; found = pattern.exec(flat)) {
      if (pattern.lastIndex === found.index) pattern.lastIndex += 1;
      const at = found.index + found[0].length;
      if (NOT_THE_ISSUER.test(flat.slice(Math.max(0, found.index - 30), found.index))) continue;
      // A sentence goes on at a line's start: "…\ncommune de X".
      if (found[0].trim() === '' && /^\p{Ll}/u.test(head.slice(at, at + 1))) continue;
      // The prefect signs his own acts, and receives those of others.
      if (/^prefe/.test(flat.slice(at, at + 5)) && !PREFECT_SPEAKS.test(flat.slice(0, 3000))) continue;
      const name = townName(
        head,
        flat,
        at,
        /maire|mairie/.test(found[0]) || /conseil (?:municipal|communal)/.test(found[0]),
      );
      // "Commune de X : réfection du toit": an item of a list.
      if (!name || (found[0].trim() === '' && /^\s?:/.test(flat.slice(name.end, name.end + 2)))) continue;
      const key = nameKey(name.text, name.kind);
      if (key.length > 90 || isGenericName(key)) continue;
      // A letterhead says in which département the town lies.
      const place = /^(?:departement|region)/.test(key) && /[ \t\n]$|^$/.test(found[0]) && weight === 4 && !ownCouncil;
      if (place && !/conseil/.test(flat.slice(at, at + 8))) continue;
      const early = at < 1500 ? 2 : 1;
      const vote = votes.get(key);
      if (vote) vote.score += weight * early;
      else votes.set(key, { score: weight * early, name, first: at });
    }
  }
  if (stated) {
    const key = nameKey(stated);
    for (const [known, vote] of votes)
      if (known === key || known.endsWith(` ${key}`) || key.endsWith(` ${known}`)) vote.score += 20;
    if (![...votes.values()].some(({ score }) => score >= 20)) {
      const printed = wordsOf(stated).exec(flat);
      if (printed) {
        const at = printed.index;
        const name = readName(head, at) ?? undefined;
        const end = at + printed[0].length;
        const written = name && !name.bare && name.end >= end ? name : { start: at, end, text: stated, bare: false };
        // A name that says no kind is a town's where a council speaks, an association's in its own report.
        return body(written, /\bconseil (?:municipal|communal)\b/.test(flat) ? 'municipality' : 'association');
      }
    }
  }
  const best = [...votes.values()].sort((a, b) => b.score - a.score || a.first - b.first)[0];
  return best && (best.score >= 8 || (best.first < 2500 && best.score >= 3)) ? body(best.name) : undefined;
}

/** A name as a plain text prints it, wherever its lines break. */
const wordsOf = (name: string): RegExp =>
  new RegExp(
    plain(name)
      .split(' ')
      .map((word) => word.replace(/[^a-z0-9]/g, '.'))
      .join('\\s+'),
  );

/** A body known by its acronym alone: "la CCHV soutient …", "octroyé par la CCHV". */
function acronymOf(text: string, flat: string): NewBody | undefined {
  const spoken = acronymSpokenOf(text);
  if (!spoken) return undefined;
  const { acronym: name, start } = spoken;
  const kind: EntityKind = /metropol|communaut|agglomeration/.test(flat)
    ? 'intercommunal'
    : /departement/.test(flat)
      ? 'department'
      : 'public_body';
  return { name, kind, start, end: start + name.length, extractor: 'parties/issuer' };
}

/** A council that never says of which town: "la commune", "la mairie", as it writes itself. */
function unnamed(act: Act, text: string, flat: string): NewBody | undefined {
  if (act.outline.kind !== 'deliberation' && act.outline.kind !== 'minutes') return undefined;
  if (!/conseil (?:municipal|communal)/.test(flat)) return undefined;
  const place = seatOf(text, flat) ?? placeSpokenOf(text);
  if (place) return { ...place, kind: 'municipality', extractor: 'parties/issuer' };
  const found = /\b(?:la |de la |par la |a la )(commune|mairie|ville)\b(?! (?:de |d'|du |des |associee|deleguee))/.exec(
    flat,
  );
  if (!found) return undefined;
  const end = found.index + found[0].length;
  const start = end - found[1]!.length - 3;
  return { name: text.slice(start, end), kind: 'municipality', start, end, extractor: 'parties/issuer' };
}

function body(name: Name, otherwise: EntityKind = 'municipality'): NewBody {
  return {
    name: name.text,
    kind: kindOfIssuer(name, otherwise),
    start: name.start,
    end: name.end,
    extractor: 'parties/issuer',
  };
}

const kindOfIssuer = (name: Name, otherwise: EntityKind): EntityKind => name.kind ?? otherwise;

/** A territorial body's name at `at`; "X" alone, behind a council or a mayor, is a town. */
function townName(text: string, flat: string, at: number, bareTown: boolean): Name | undefined {
  const article = /^(?:de la |de l'|du |des |de |d'|la |l')/.exec(flat.slice(at, at + 8));
  const start = at + (article && bareTown && !/^l[a']/.test(article[0]) ? article[0].length : 0);
  const name = readName(text, start, Math.min(text.length, start + 140));
  if (!name || name.bare || name.text.length < 3) return undefined;
  const own = name.kind;
  if (
    own === 'municipality' ||
    own === 'intercommunal' ||
    own === 'department' ||
    own === 'region' ||
    own === 'public_body' ||
    (own === 'state' && /^prefe/.test(plain(name.text)))
  )
    return /^(?:conseil municipal|conseil communal)/.test(plain(name.text)) ? undefined : name;
  if (!own && bareTown && /^\p{Lu}/u.test(name.text)) return { ...name, kind: 'municipality' };
  return undefined;
}
