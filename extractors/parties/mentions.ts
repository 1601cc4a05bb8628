import type { Act } from '../../models/act.js';
import type { EntityKind, PartyRole } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { isGeneric } from '../entities/bodies.js';
import { KNOWN_NAMES, kindOfKnown, writtenAsName } from '../entities/known-names.js';
import { isLegalForm } from './legal-form.js';
import { type Name, readName } from './name.js';

/** A body named in the running text, and whether it is named as one that gives money. */
export interface Mention {
  readonly name: Name;
  readonly kind: EntityKind;
  readonly role: PartyRole;
}

/** Heads that announce a body wherever they stand; others are common words too ("école", "section", "maison"). */
const ANNOUNCE =
  /(?<![a-z0-9-])(?:association|asso|societe|entreprise|sarl|sasu?|eurl|sci|ets|sa d'hlm|sa hlm|scic|caf|msa|cpam|drac|dsden|ddcs|ddcspp|sivom|sivos|sivu|sictom|smictom|caisse (?:primaire|regionale|nationale|centrale)|cabinet|fondation|federation|mission locale|communaute (?:de communes|d'agglomeration|urbaine)|metropole|conseil (?:regional|departemental|general)|departement|region|etat|prefecture|direction (?:regionale|departementale)|syndicat|ccas|cias|gip|lycee|college|universite|chambre (?:de|des|d')|caisse (?:d'epargne|d'allocations|d'assurance|des|de)|agence (?:de l'eau|regionale|nationale|departementale)|office (?:public|de tourisme)|centre (?:de gestion|hospitalier|social)|comite|amicale|club|foyer rural|ville|commune|mairie|banque|credit (?:agricole|mutuel)|pole emploi|france travail|maison de l'emploi|union (?:sportive|europeenne)|agglomeration|collectivite de corse|parc naturel|conservatoire|lpo|etablissement public)(?![a-z])/g;

/** Heads that announce a body where they are written with a capital. */
const CAPITAL =
  /(?<![\p{L}\d'’-])(?:Maison (?:de|des|du|d)|Union|[EÉ]cole|Groupe|Théâtre|Stade|Centre (?:social|culturel|communal|aéré|hospitalier|d)|Alliance|Atelier|Cercle|Ligue|Secours|Compagnie|Harmonie|Festival|Groupement|Collectif|Office|Amis|Foyer|Fonds social européen|FSE)(?!\p{L})/gu;

const BARE_BODIES =
  /^(?:etat|region|departement|pole emploi|france travail|union europeenne|conseil regional|conseil general|conseil departemental|collectivite de corse)$/;

const NOT_BODIES =
  /\b(?:(?:etablissement|etablissement public|domaine|domaine public|domaine prive) (?:de l'|d')etat|contrats? (?:de ville|d'association)|declaree? (?:a|en|aupres de) (?:la )?(?:sous-)?prefecture|etat (?:civil|des |recapitulatif|annexe|d'avancement|de |du )|code |politique de la ville|hotel de ville|centre[ -]ville|tribunal|loi |conseil d'etat|services? de l'etat|secretaire d'etat|diplome d'etat|representant de l'etat|controle de legalite)/;

/** Before the place where an assembly meets, which is no party to what it decides. */
const MEETS_AT =
  /\b(?:reunie?s?|assemblee?s?|rassemblee?s?|lieu de (?:la )?(?:reunion|seance))\b[^.;]{0,50}?(?:\ba la|\bau|\bdans (?:la|les|le)|\ba l'|:)[^.;,]{0,30}$/;

/** Before the office that keeps a register, and before a seat: "déclarée à la préfecture de", "siège social : Maison de". */
const REGISTER_OR_SEAT =
  /\b(?:declaree?s?|enregistree?s?|inscrite?s?|immatriculee?s?|siege(?: social)?|sise?s?|situee?s?|domiciliee?s?|adresse)\b[^.;,]{0,25}$/;

/** "rue de la Commune de Paris". */
const STREET =
  /\b(?:rue|avenue|av\.|boulevard|bd|place|quai|cours|chemin|impasse|allees?|square|route|esplanade) (?:de la |de l'|des |du |de |d')?$/;

/** The bodies that an act names in its sentences, each at its first place. Linear. */
export function mentionsOf(act: Act): Mention[] {
  const text = act.passage.text.slice(0, act.passage.bodyEnd);
  const flat = plain(text).replace(/\n(?!\n)/g, ' ');
  const found: Mention[] = [];
  const seen = new Set<string>();
  const known = [...flat.matchAll(KNOWN_NAMES)].filter(({ 0: { length }, index }) =>
    writtenAsName(text.slice(index, index + length)),
  );
  const starts = [...flat.matchAll(ANNOUNCE), ...text.matchAll(CAPITAL), ...known].sort((a, b) => a.index - b.index);
  let past = 0;
  for (const match of starts) {
    const at = backOver(text, match.index);
    if (at < past) continue;
    const around = flat.slice(Math.max(0, match.index - 24), match.index + match[0].length + 14);
    if (NOT_BODIES.test(around)) continue;
    if (MEETS_AT.test(flat.slice(Math.max(0, match.index - 90), match.index))) continue;
    if (STREET.test(flat.slice(Math.max(0, match.index - 30), match.index))) continue;
    if (/\bcommunautes? (?:de |d')$/.test(flat.slice(Math.max(0, match.index - 16), match.index))) continue;
    if (REGISTER_OR_SEAT.test(flat.slice(Math.max(0, match.index - 60), match.index))) continue;
    const block = text.indexOf('\n\n', at);
    const name = readName(text, at, Math.min(block < 0 ? text.length : block, at + 160));
    if (!name) continue;
    if (isWhereabouts(text, name)) continue;
    const flatName = plain(name.text);
    const own = flatName.replace(/^(?:l'|la |le |les )/, '');
    if (BARE_BODIES.test(own)) {
      if (
        !/^\p{Lu}/u.test(name.text) &&
        /^(?:etat|region|departement)$/.test(own) &&
        (own === 'etat' || !/(?:la |le |du |au )$/.test(flat.slice(Math.max(0, name.start - 4), name.start)))
      )
        continue;
    } else if (
      kindOfKnown(own) === undefined &&
      (name.bare ||
        isLegalForm(own) ||
        (own
          .split(/[^a-z0-9]+/)
          .filter((word) => word.length > 2)
          .every(isGeneric) &&
          !/^(?:ccas|cias|caisse des ecoles)\b/.test(own)))
    )
      continue;
    past = name.end;
    if (seen.has(own)) continue;
    seen.add(own);
    const before = flat.slice(Math.max(0, name.start - 70), name.start);
    const gives =
      /(?:subvention|aide|financement|participation|cofinance|finance|soutien|concours|don|fonds)\w*[^.;]{0,30}(?:de|du|des|d'|par|aupres)[^.;]{0,14}$/.test(
        before,
      );
    found.push({
      name,
      kind: kindOfKnown(own) ?? name.kind ?? 'association',
      role: gives && name.kind !== 'company' ? 'financer' : 'partner',
    });
  }
  return found;
}

/** So far letterheads reach. */
const LETTERHEAD = 1500;
/** What stands below the département in the letterhead of a town, and above it. */
const LIES_IN = /^\s*(?:arrondissement|canton|commune|ville|mairie|communaute|syndicat|ccas|centre communal)\b/;
const STATE_ABOVE = /\b(?:republique francaise|liberte\W+egalite\W+fraternite)\s*$/;

/** "Commune de Valbrune (Département de la Brune)", "DÉPARTEMENT DE LA BRUNE" over "COMMUNE DE VALBRUNE": where the town lies. */
function isWhereabouts(text: string, { kind, start, end }: Name): boolean {
  if (kind !== 'department' && kind !== 'region') return false;
  const before = text.slice(Math.max(0, start - 60), start);
  const behind = text.slice(end, end + 40);
  if (/\(\s*$/.test(before) && /^\s*\)/.test(behind)) return true;
  const alone = /(?:^|\n)[ \t]*$/.test(before) && /^[ \t]*\n/.test(behind);
  return (
    alone &&
    start < LETTERHEAD &&
    (LIES_IN.test(plain(behind)) || STATE_ABOVE.test(plain(before))) &&
    !/^\s*(?:conseil|assemblee|commission permanente)\b/.test(plain(behind))
  );
}

/** "Tennis Club de X": the name began before the word that announces it. */
function backOver(text: string, at: number): number {
  if (!/^\p{Lu}/u.test(text.slice(at, at + 1))) return at;
  // In a heading in capitals every word has one: only a club's sport belongs to it ("TENNIS CLUB DE …").
  const line = text.slice(text.lastIndexOf('\n', at) + 1, at);
  if (/\p{Lu}{3}/u.test(line) && !/\p{Ll}/u.test(line)) {
    const sport = /^CLUB\b/.test(text.slice(at, at + 5))
      ? /(?<!\p{L})(?!(?:LE|LA|DU|AU|DE|UN|CE)\s)\p{Lu}[\p{Lu}-]+\s$/u.exec(line)
      : null;
    return at - (sport?.[0].length ?? 0);
  }
  const before = /(?:(?<![\p{L}.!?:]\s*\n?)|(?<=[\s'’]))((?:\p{Lu}[\p{L}-]+ ){1,3})$/u.exec(
    text.slice(Math.max(0, at - 50), at),
  )?.[1];
  if (!before) return at;
  const own = before.replace(
    /^(?:(?:Le|La|Les|Convention|Partenariat|Avenant|Contrat|Subvention|Objet|Projet|Avec) )+/u,
    '',
  );
  return NOT_BEFORE.test(own) ? at : at - own.length;
}

/** Words with a capital that stand before a body's name and are not of it. */
const NOT_BEFORE =
  /^(?:Du|De|Des|Au|Aux|Par|Pour|Vu|Monsieur|Madame|Mme|Commune|Ville|Et|En|Sur|Article|Considérant|Entre)\b/iu;
