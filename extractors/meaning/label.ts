import type { EntityKind } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { kindOfBody } from '../entities/bodies.js';
import { fold, readName } from '../parties/name.js';
import { readPerson } from '../parties/person.js';
import type { Context } from './context.js';
import { isOwnShare, ownPayer, stateFund } from './funds.js';
import { isRunOfPlayers } from './giving.js';
import { cuesIn } from './nature.js';
import type { Place } from './place.js';
import { cleanPurpose } from './purpose.js';
import type { Sum } from './sum.js';
import { contentStart, type Unit } from './units.js';
import { resolve, sure, type Who } from './who.js';

/** A name that an item gives its sum, and on which side of it the name stands. */
export interface Label {
  readonly side: 'to' | 'from';
  readonly who: Who;
  readonly text: string;
}

const LABEL = /^([^:;€\t]{2,90}?)\s*(?:\([^)]{0,60}\)\s*)?(?::|\s[–—-]\s|\.{3,}|=|\t|\s{2,}|$)/u;

const NOT_A_LABEL =
  /^(?:article|soit|dont|total|report|reserves?|montant|cout|somme|depenses?|recettes?|budget|section|considerant|vu|cette |ce |ces |cet |en |dans |(?:la|le|les) (?:\S+ ){0,6}(?:est|sont|a|ont|sera|seront|au|aux|pour|montant)\b|(?:la|le|les) (?:commune|ville|conseil|maire|presente?|somme|montant|reste)\b|l'|un |une |de |d'|pour |au |aux |a |que |et |il |ils |elles? )/;
/** A clause, not a name. */
const CLAUSE =
  /\b(?:est|sont|sera|seront|serait|a ete|ont ete|doit|peut|verse|versera|(?:fixe|decide|approuve|accepte|propose|attribue|accorde|autorise|alloue|octroie|sollicite|demande)(?:nt)?)\b/;

const FUNDING =
  /plan de financement|financement (?:suivant|previsionnel)|cofinanc|financeurs|sollicit|financement[^.;]{0,60}(?:suivant|comme suit)|financee?s? (?:comme suit|ainsi|de la (?:facon|maniere) suivante)/;

/** "ACCA : 60 €", "Etat 45 % : …": an item that begins with a name and gives it a sum. */
export function labelOf(context: Context, sum: Sum, place: Place): Label | undefined {
  const { unit, leadIn, heading } = place;
  const inline =
    inlineFunder(context, unit, sum) ?? inlineMember(context, place, sum) ?? inlineReceiver(context, sum, place);
  if (inline) return inline;
  const written = openingOf(context.text, sum, place);
  if (!written) return undefined;
  const about = plain(`${leadIn} ${heading} ${leadIn ? '' : context.title}`);
  return (
    (FUNDING.test(about) ? funderOf(context, sum, written) : undefined) ??
    receiverOf(context, sum, unit, written, about)
  );
}

interface Written {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

/** The words with which a unit opens, up to its first sum: a name, perhaps. */
function openingOf(text: string, sum: Sum, { unit, before }: Place): Written | undefined {
  const marked = contentStart(text, unit);
  const start = marked + markLength(text.slice(marked, marked + 8));
  const stretch = text.slice(start, sum.start);
  if (stretch.length > 160 || (before && !/\(demande|\(sollicit|\(montant demande/.test(plain(stretch))))
    return undefined;
  // A sentence that ends before the sum gives it no label.
  if (/\p{L}{3}[.;]\s+\p{Lu}/u.test(stretch)) return undefined;
  // "- Le Chœur des Dunes, pour ses dix ans, une subvention de": who receives stands before the comma.
  const clean = fold(
    stretch
      .replace(/,\s+(?:pour|au titre|afin|dans le cadre|en vue)\s[^:€]*$/su, '')
      .replace(/[.…_·]{2,}[^€]*$/u, ' ')
      .replace(/\((?:demande|demandé)[^)]*\)?/iu, ''),
  );
  const found = LABEL.exec(`${clean} `.replace(/\s$/, ''));
  const label = (found ? fold(found[1]!) : '')
    .replace(/\s*\d{1,3}(?:[.,]\d+)?\s*%.*$/u, '')
    .replace(/[\s([]+$|\s+soit$/giu, '');
  const isNamed = /^[\p{Lu}\d«"“]/u.test(label) || NAMED.has(kindOfBody(plain(label)) ?? 'person');
  if (label.length < 2 || !isNamed || !/\p{L}{2}/u.test(label)) return undefined;
  if (/^(?:en |annees? |exercices? |saison )?(?:19|20)\d{2}\b/.test(plain(label))) return undefined;
  // "Éclairage public : le remplacement coûtera": a subject under which a sentence tells of the sum.
  const tells = SENTENCE.test(plain(clean.slice(found?.[0].length ?? 0)));
  if (tells && kindOfBody(plain(label)) === undefined) return undefined;
  return { label, start, end: start + label.length };
}

const SENTENCE = /^ ?(?:le|la|les|l'|un|une|il|elle|ils|elles|monsieur|madame|m\.|mme|sur|apres|suite)(?:\b|$)/;

/** Kinds whose names may begin with a common noun: "club du Grand Large". */
const NAMED: ReadonlySet<EntityKind> = new Set(['association', 'company', 'public_body']);

/** What is paid for in a funding plan, which pays nothing. */
const COST = /^(?:couts?|montants?|total|totaux|depenses?|travaux|devis|base|estimation)\b/;
/** "Subvention du Département": as what somebody pays. */
const GIVES_AS =
  /^(?:subvention|aide|participation|contribution|fonds de concours|dotation)s?\s+(?:attendue\s+|sollicitée\s+|demandée\s+)?(?:de\s+la\s+|de\s+l['’]|du\s+|de\s+|d['’])?/iu;

/** An item of a funding plan: its label pays. */
function funderOf(context: Context, sum: Sum, { label, ...place }: Written): Label | undefined {
  if (COST.test(plain(label))) return undefined;
  if (isOwnShare(label)) {
    sum.nature = 'expense';
    const who = ownPayer(context, place);
    return who && { side: 'from', who, text: label };
  }
  const fund = stateFund(label);
  const skipped = GIVES_AS.exec(label)?.[0].length ?? 0;
  const named = fund ? undefined : resolve(context, readName(context.text, place.start + skipped, sum.start));
  if (!fund && !named) return undefined;
  sum.nature = 'grant';
  return {
    side: 'from',
    who: fund
      ? { name: fund, kind: 'state', ...place }
      : { ...named!, name: named!.body?.name ?? label.slice(skipped) },
    text: label,
  };
}

/** An item of a list of grants: its label receives. */
function receiverOf(
  context: Context,
  sum: Sum,
  unit: Unit,
  { label, ...place }: Written,
  about: string,
): Label | undefined {
  const flat = plain(label);
  const grants = /subvention|adhes|adher|cotisation|attribu|associati|allou|aide|soutien|\bdons?\b|demandes?/.test(
    about,
  );
  if (/:\s*$/u.test(context.text.slice(unit.start, unit.end))) return undefined;
  if (label.includes(',') && !(unit.kind === 'item' && /\bassociations\b|\bsubventions\b/.test(about)))
    return undefined;
  // "L'Atelier de gravure : 850 €" names a body, "L'aide : 850 €" none.
  const titled = unit.kind === 'item' && /^L['’]\p{Lu}/u.test(label);
  if ((!titled && NOT_A_LABEL.test(flat)) || CLAUSE.test(flat) || label.split(' ').length > 12) return undefined;
  if (!grants && (kindOfBody(flat) !== 'association' || /budget|tarif|compte|credit|depense|recette/.test(about)))
    return undefined;
  if (cuesIn(label).length > 0 && kindOfBody(flat) === undefined) return undefined;
  const person = readPerson(label, 0);
  const name = person?.text ?? label;
  const known = context.roster.find(name, person ? 'person' : undefined);
  sum.nature = sum.nature === 'total' ? 'grant' : (sum.nature ?? 'grant');
  return {
    side: 'to',
    who: {
      name,
      kind: known?.kind ?? (person ? 'person' : (kindOfBody(flat) ?? 'association')),
      ...(known ? { body: known } : {}),
      ...place,
    },
    text: label,
  };
}

/** "… s'établit comme suit : Etat 45 % soit 113 760 €, part communale 55 % soit …": each share behind its funder. */
function inlineFunder(context: Context, unit: Unit, sum: Sum): Label | undefined {
  const { text } = context;
  const before = text.slice(Math.max(unit.start, sum.start - 120), sum.start);
  const so = plain(text.slice(unit.start, sum.start));
  const share =
    /(?:^|[:,;•\n-])\s*([^:,;\n]{2,70}?)\s*[([]?\s*\d{1,3}(?:[.,]\d+)?\s*%\s*[)\]]?[^:;,€\d]{0,12}$/u.exec(before) ??
    (/plan de financement[^€]{0,80}:|financement (?:suivant|comme suit)/.test(so)
      ? /(?:[:,;]|\bet)\s*([^:,;\d€]{3,60}?)[\s:]*$/u.exec(before)
      : null);
  if (!share || !/financement|cofinanc|subvention|aides?\b/.test(so)) return undefined;
  const label = fold(share[1]!);
  const start = sum.start - before.length + share.index + share[0].indexOf(share[1]!);
  const found = funderOf(context, sum, { label, start, end: start + share[1]!.length });
  return found && sure(found.who) ? found : undefined;
}

/** "… les subventions suivantes :": names and sums follow, with or without a sign between them. */
const RUN = /\b(?:subventions?|aides|primes|bourses)\b[^:;.]*:/;
export const announcesRun = (said: string): boolean => RUN.test(said);

/** "la participation des communes membres :": each name that follows pays its share. */
const SHARES =
  /\b(?:participations?|contributions?|cotisations?|fonds de concours) (?:communales?\b|syndicales?\b|(?:\S+ ){0,3}des (?:communes|collectivites|membres|adherents)[^:.;€]{0,40}:)/;

/** "le montant des participations est réparti ainsi :", in the act of a syndicate. */
const PARTED_AMONG_MEMBERS =
  /\b(?:participations?|contributions?|cotisations?)\b[^:;€]{0,80}(?:€[^:;€]{0,40})?\breparti/;

/** "… : Arc 4 500 €, Bussy 3 200 €": the members of a syndicate and what each pays. */
function inlineMember(context: Context, { left, from, unit, leadIn, heading }: Place, sum: Sum): Label | undefined {
  // A town has no members: what its title speaks of it pays itself.
  const titles = context.actor?.kind === 'municipality' || !/:\s*$/u.test(leadIn) ? '' : `${heading} ${context.title}`;
  const shares =
    SHARES.test(plain(`${titles} ${leadIn} ${context.text.slice(unit.start, sum.start)}`)) ||
    (context.actor?.kind === 'intercommunal' && PARTED_AMONG_MEMBERS.test(plain(leadIn)));
  if (!shares) return undefined;
  const found = /(?:^|[:,;]|\set)[\s-]*(\p{Lu}[^:,;€\d]{1,50}?)\s*[:=–-]?\s*$/u.exec(left);
  if (!found) return undefined;
  const start = from + found.index + found[0].indexOf(found[1]!);
  const name = fold(found[1]!);
  const body = context.roster.find(name);
  sum.nature = 'revenue';
  const who = {
    name: body?.name ?? name,
    kind: body?.kind ?? ('municipality' as const),
    start,
    end: start + found[1]!.length,
  };
  return { side: 'from', who: body ? { ...who, body } : who, text: name };
}

/** "… les subventions suivantes : ADMR : 200 €, Croix-Rouge 50 €": names and sums in one sentence; bidders too. */
function inlineReceiver(context: Context, sum: Sum, { unit, left, from, leadIn, heading }: Place): Label | undefined {
  const found = /(?:^|[:,;])\s*(?:et\s+)?([^:,;€]{2,70}?)\s*([:=–-]?)\s*$/u.exec(left);
  if (!found || (found.index === 0 && !/^[:,;]/.test(found[0]) && from === unit.start)) return undefined;
  const label = fold(found[1]!);
  if (!/^\p{Lu}/u.test(label) && !NAMED.has(kindOfBody(plain(label)) ?? 'person')) return undefined;
  const start = from + found.index + found[0].indexOf(found[1]!);
  const said = plain(context.text.slice(unit.start, sum.start));
  if (!found[2] && !announcesRun(said) && !announcesRun(`${plain(heading)} ${said}`)) return undefined;
  // "Trois devis : Garage Martin : 18 500 €".
  if (
    sum.nature === 'price' &&
    /\b(?:devis|offres?|propositions?)\b/.test(said) &&
    !CLAUSE.test(plain(label)) &&
    !NOT_A_LABEL.test(plain(label))
  )
    return { side: 'to', who: { name: label, kind: 'company', start, end: start + label.length }, text: label };
  const about = `${said} ${plain(`${leadIn} ${heading} ${context.title}`)}`;
  const grants = /\b(?:subventions?|aides|primes|bourses)\b/.test(about) || isRunOfPlayers(said);
  if (!grants || FUNDING.test(about)) return undefined;
  return receiverOf(
    context,
    sum,
    { ...unit, end: unit.start },
    { label, start, end: start + label.length },
    'subventions',
  );
}

const markLength = (text: string): number =>
  /^[\s\-–—•▪●○■□◆◦➢➤►✓*→·Y_°\d.)]*?(?=[\p{L}«"“])/u.exec(text)?.[0].length ?? 0;

/** "- Section de fonctionnement : 842 315 €": what an item calls its sum, where that names neither giver nor receiver. */
export function ownLabel(text: string, unit: Unit, sum: Sum): string | undefined {
  if (unit.kind !== 'item') return undefined;
  const begin = contentStart(text, unit);
  if (sum.start <= begin || sum.start - begin > 160) return undefined;
  const found = /^[\s\-–•]*(\p{L}[^:;€]{3,100}?)\s*(?:\([^()]{0,80}\))?\s*:\s*$/u.exec(text.slice(begin, sum.start));
  const label = found ? cleanPurpose(found[1]!) : undefined;
  if (!label) return undefined;
  const flat = plain(label);
  const names = [sum.beneficiary, sum.payer].filter((name) => name !== undefined).map(plain);
  return names.some((name) => name.includes(flat) || flat.includes(name)) ? undefined : label;
}
