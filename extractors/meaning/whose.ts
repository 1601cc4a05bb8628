import type { Act } from '../../models/act.js';
import { plain } from '../acts/plain.js';
import { headOf } from '../entities/bodies.js';
import { readName } from '../parties/name.js';
import type { Body, Roster } from '../parties/roster.js';

/** Who spends: the body that the act calls "la Ville", "la Métropole" most often; else the one whose act it is. */
export function actorOf(act: Act, roster: Roster): Body | undefined {
  const grantors = roster.bodies.filter(({ roles }) => roles.has('grantor'));
  if (grantors.length === 1) return grantors[0];
  const counts = new Map<Body, number>();
  const flat = plain(act.passage.text.slice(0, act.passage.bodyEnd));
  for (const found of flat.matchAll(
    /\b(?:la |le |l')(ville|commune|metropole|communaute|agglomeration|departement|region|syndicat|mairie|collectivite)(?= [a-z]|[.,;])(?! (?:de|d'|du|des|europeenne|urbaine|associee))/g,
  )) {
    const body = roster.meant(found[1]!);
    if (body && body.kind !== 'association') counts.set(body, (counts.get(body) ?? 0) + 1);
  }
  const issuer = roster.bodies.find(({ roles }) => roles.has('issuer'));
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (most && most[1] >= 3 && (!issuer || most[0].kind === issuer.kind)) return most[0];
  return issuer ?? grantors[0];
}

/** The one body that the act favours: a convention's beneficiary, or the only body in a deliberation's title. */
export function favouredOf(act: Act, roster: Roster, title: string, actor: Body | undefined): Body | undefined {
  const beneficiaries = roster.bodies.filter(({ roles }) => roles.has('beneficiary'));
  if (beneficiaries.length === 1) return beneficiaries[0];
  if (beneficiaries.length > 1) return undefined;
  const flat = plain(title);
  if (/\bassociations\b|\bclubs\b/.test(flat)) return undefined;
  const named = roster.bodies.filter((body) => {
    if (
      body === actor ||
      body.kind === 'person' ||
      // A town's act is for no other town; another body's may be.
      (body.kind === 'municipality' && (!actor || actor.kind === 'municipality')) ||
      body.roles.has('issuer') ||
      body.roles.has('grantor')
    )
      return false;
    return [body.name, ...body.aliases].some(
      (name) => name.length > 3 && flat.includes(plain(name)) && !gives(flat, plain(name)),
    );
  });
  if (named.length === 1 && !SEVERAL.test(flat)) return named[0];
  if (named.length > 1 || SEVERAL.test(flat)) return undefined;
  // "Office de tourisme – participation": the only body of that sort.
  const sort = headOf(
    flat.replace(
      /^(?:subvention|participation|convention|contribution)s? (?:(?!a |au |avec )\S+ ){0,3}(?:a |avec )?(?:l'|la |le |au )/,
      '',
    ),
  );
  if (sort?.head.includes(' ') && !TERRITORY.test(sort.kind)) {
    const alike = roster.bodies.filter((body) => body !== actor && plain(body.name).startsWith(sort.head));
    if (alike.length === 1) return alike[0];
  }
  for (const found of flat.matchAll(/\b(?:association|societe|entreprise|club|amicale|comite|ccas)\b/g)) {
    const dash = title.slice(found.index).search(/\s[–—-]\s/u);
    const name = readName(title, found.index, dash < 0 ? title.length : found.index + dash);
    if (!name || name.bare) continue;
    const text = titleCase(name.text);
    const known = roster.find(text) ?? roster.find(name.text);
    if (known) return known;
  }
  return foremost(act, roster, actor);
}

/** "Subvention de la Région": a title may name the one who gives. */
function gives(title: string, name: string): boolean {
  const before = title.slice(0, title.indexOf(name));
  return /\b(?:subvention|aide|financement|dotation|fonds de concours)s? (?:\S+ )?(?:de la |de l'|du |de |d')$/.test(
    before,
  );
}

const TERRITORY = /^(?:municipality|intercommunal|department|region|state|person)$/;

/** The association of which an act speaks far more than of any other. */
function foremost(act: Act, roster: Roster, actor: Body | undefined): Body | undefined {
  const flat = plain(act.passage.text).replace(/\s+/g, ' ');
  const others = roster.bodies.filter(
    (body) => body !== actor && (body.kind === 'association' || body.kind === 'company'),
  );
  if (others.length === 1 && others[0]!.kind === 'association' && act.outline.kind === 'deliberation') return others[0];
  const counts = others
    .map((body) => ({ body, count: flat.split(plain(titleCase(body.name))).length - 1 }))
    .sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  return first && first.count >= 6 && first.count >= 3 * (second?.count ?? 0) ? first.body : undefined;
}

/** A title that speaks of more than one who receives. */
const SEVERAL =
  /\bet (?:a )?(?:l'|la |au |aux )association [a-z]|\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs|divers(?:es)?) [a-z]+s\b|\baux\b/;

/** A town hall acts for its town, a prefect for the State. */
export const townOf = (body: Body): string =>
  /^préf(?:et|ète|ecture)(?!\p{L})/iu.test(body.name)
    ? 'État'
    : body.name.replace(
        /^mairie\s+(de la|de l['’]|des|du|de|d['’])/iu,
        (_, joining: string) => `Commune ${joining.toLowerCase()}`,
      );

/** Whoever has the work done: the body that acts, or the town for which another body acts. */
export const ownerOf = ({
  favoured,
  actorName,
}: {
  favoured?: Body | undefined;
  actorName?: string | undefined;
}): string | undefined => (favoured?.kind === 'municipality' ? favoured.name : actorName);

export const titleCase = (text: string): string =>
  text.replace(/^(?:association|ASSOCIATION|société|SOCIETE)\s+(?=\p{Lu})/u, '');
