import type { Amount, Nature } from '../../../models/records.js';
import { plain } from '../../acts/plain.js';
import { trimmed } from '../phrase.js';
import type { Surroundings } from './places.js';

/** Bodies that fund, as row labels and lists name them. Texts are plain. */
export const FUNDER =
  /^(?:l'|la |le |les )?(?:etat|union europeenne|europe|fse|feder|region|departement|conseil (?:regional|departemental|general)|communes?|ville|mairie|metropole|communaute|agglomeration|intercommunalite|epci|caf|cnaf|msa|cpam|ars|drac|ddets|dreets|direccte|dreal|prefecture|ministere|agence|anct|ademe|pole emploi|france travail|fonjep|fondation|uniformation|collectivites?|bailleurs?|mecenes?|ccas|cnc|cnl|caisse)(?![a-z])/;
const GIVEN =
  /\b(?:subventions?|financements?|financeurs?|produits|ressources|recettes|concours|soutiens?|participations?)\b/;
const RECEIVED =
  /\b(?:recu(?:e|s|es)?|recoi(?:t|vent)|percu(?:e|s|es)?|percoi(?:t|vent)|obtenu(?:e|s|es)?|beneficie)\b/;

/** "don de la société X pour un montant de", "don d'un adhérent de". */
const GIFT =
  /\bdons? (?:de la |de l['’]|du |de |d['’])(?:société |entreprise |association )?((?:une? \p{Ll}{3,}(?= )|\p{Lu})[^,.;:()€]{0,60}?)(?:\s+(?:pour|d['’]un|à hauteur|de)\b[^.;€]{0,30})?\s*:?\s*$/u;

/** "Région :", in a list. */
const LISTED = /(?:^|[;,(•:–-]|\bdont|\bet)\s*((?:l['’]|la |le )?\p{Lu}[^;,(:€]{1,50}?)\s*:\s*$/u;
/** "…: État 62 000 €, Département": names and sums with nothing between them. */
const RUN_ON = /(?:[;,:]|\bet)\s+((?:l['’]|la |le )?\p{Lu}[^;,(:€\d]{1,50}?)\s*$/u;

/**
 * Who gives a sum: "Région : 21 000 €" among subsidies, "a reçu 21 000 € de la Région", "la Région a versé 21 000 €".
 * A public body's money is a grant.
 */
export function funderOf(before: string, after: string, earlier: string, { scope, title }: Surroundings) {
  const near = before.slice(-80);
  const listed = (LISTED.exec(near) ?? RUN_ON.exec(near))?.[1];
  if (listed && FUNDER.test(plain(listed)) && GIVEN.test(`${earlier.slice(-600)} ${plain(scope)} ${plain(title)}`))
    return { name: bare(listed), granted: true };
  const from =
    RECEIVED.test(plain(before)) &&
    /^\s*(?:de la |de l['’]|du |de |d['’])((?:\p{L}+ (?:de |d['’]|du |des )?)?\p{Lu}[^,.;:()€]{1,60}?)(?=\s+(?:au titre|pour|afin|et\b|dans|en\b|sur)|\s*[,.;:()€]|\s*$)/u.exec(
      after,
    )?.[1];
  if (from) return { name: bare(from), granted: FUNDER.test(plain(from)) };
  const donor = GIFT.exec(before)?.[1];
  if (donor) return { name: bare(donor), granted: FUNDER.test(plain(donor)) };
  const giver =
    /(?:^|[.;,]\s*)((?:La |Le |Les |L['’]|la |le |les |l['’])?[^.;,:()\d]{2,60}?) (?:nous )?(?:a|ont)(?: également| ainsi| aussi)? (?:versé|attribué|accordé|alloué|apporté|octroyé)(?!\p{L})[^.;\d]{0,60}$/u.exec(
      before,
    )?.[1];
  if (giver && FUNDER.test(plain(giver.trim()))) return { name: bare(giver), granted: true };
  return undefined;
}

/** "versés par chaque adhérent", "donnés par un membre du club": one of many. */
const PAID_BY_ONE =
  /(?<!\p{L})(?:versée?s?|donnée?s?|payée?s?|réglée?s?|offerte?s?|apportée?s?) par ((?:un|une|chaque) \p{L}{3,}(?: (?:de |du |de la |d['’])\p{L}+)?)/u;
/** "Chaque famille a également reçu une prime de": who receives is the subject. */
const HAS_RECEIVED =
  /(?:^|[.;])\s*(?:(?:Chaque|Les|La|Le) |L['’])([^.;,:€]{2,50}?) (?:a|ont)(?: également| ainsi| aussi)? (?:reçu|perçu|touché)(?!\p{L})/u;
/** What members pay to their association. */
const DUES = /\b(?:cotisations?|adhesions?|parrainages?|droits? d'(?:entree|inscription))(?! a\b)[^.;€]{0,40}$/;
/** What the report's own body bears. */
const BORNE =
  /\ba coute [^.;€]{0,20}$|\bcouts? [^.;€]{0,60}$|\bsur (?:les |ses |nos )?fonds propres\b[^.;€]{0,60}$|\bnous avons [^.;€]{0,20}financ(?:e|er)\b/;

/** Who pays a sum and who gets it, by the words "versée par", "allouée à"; a report's own body where they say nothing. */
export function sidesOf(
  nature: Nature,
  before: string,
  after: string,
  issuer: string | undefined,
): Pick<Amount, 'payer' | 'beneficiary'> {
  const said = `${before} ${after}`;
  const flat = plain(before).replace(/\n/g, ' ');
  const payer =
    /\b(?:versée?s?|attribuée?s?|accordée?s?|financée?s?|allouée?s?|apportée?s?) par ((?:l['’]|la |le |les )?\p{Lu}[^,.;:()]{1,60})/u.exec(
      said,
    )?.[1] ??
    PAID_BY_ONE.exec(said)?.[1] ??
    (nature === 'grant'
      ? /^\s*(?:de la |de l['’]|du |des |de |d['’])(\p{Lu}[\p{L}'’ -]{1,50})/u.exec(after)?.[1]
      : undefined);
  const given =
    /(?<!\p{L})(?:versée?s?|attribuée?s?|accordée?s?|allouée?s?|apportée?s?) (?:aux?|à|à l['’]|à la) ((?:\d[\d ]* )?\p{L}[\p{L}'’-]*(?: (?!a |est |sont |ont |pour )[\p{L}'’-]+){0,6})/u.exec(
      said,
    )?.[1] ?? (nature === 'allowance' ? HAS_RECEIVED.exec(before)?.[1] : undefined);
  if (issuer !== undefined && given === undefined && BORNE.test(flat)) return { payer: issuer };
  const comesIn = RECEIVED_BY_ISSUER.has(nature) || DUES.test(flat) || PAID_BY_ONE.test(said);
  const beneficiary = given ?? (comesIn ? issuer : undefined);
  // What it says to have given to another is its own money.
  const passedOn =
    (nature === 'grant' || nature === 'allowance') &&
    given !== undefined &&
    issuer !== undefined &&
    !isOwn(given, issuer);
  const paying = payer ?? (nature === 'expense' || passedOn ? issuer : undefined);
  return {
    ...(paying === undefined ? {} : { payer: trimmed(paying) }),
    ...(beneficiary === undefined ? {} : { beneficiary: trimmed(beneficiary) }),
  };
}

const RECEIVED_BY_ISSUER: ReadonlySet<Nature> = new Set(['grant', 'total', 'revenue', 'result']);

/** Whether a name means the report's own body. */
function isOwn(name: string, issuer: string): boolean {
  const [one, other] = [plain(name), plain(issuer)];
  return other.includes(one) || /^(?:l'|la |le |notre )?(?:association|structure|mission locale)\b/.test(one);
}

const bare = (name: string): string => trimmed(name).replace(/^(?:l['’]|la |le |les )/i, '');
