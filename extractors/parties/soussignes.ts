import { type Act, readingsOf } from '../../models/act.js';
import type { EntityKind } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { partyStretches } from './contract-opening.js';
import { designationsIn } from './designation.js';
import { kindOfForm, legalFormIn } from './legal-form.js';
import { fold, type Name, readName } from './name.js';
import { officeHolder } from './office-holder.js';
import { readPerson } from './person.js';
import { REPRESENTED, type Representative, representativeAt } from './representative.js';
import type { NewBody } from './roster.js';
import { wholeName } from './whole-name.js';

/** Who concludes a convention: the block between "Entre les soussignés" and what is agreed. */
export function contractors(act: Act): NewBody[] {
  const text = act.passage.text.slice(0, act.passage.bodyEnd);
  const flat = plain(text);
  return partyStretches(flat).flatMap(([start, end]) => contractor(act, text, flat, start, end) ?? []);
}

function contractor(act: Act, text: string, flat: string, start: number, end: number): NewBody | undefined {
  const lead = /^(?:[\s:,;.•▪➢*–-]|\d+[.)°]\/?|[a-z]\))*(?:d'(?:une|autre) part[\s,:;]*)?/.exec(
    flat.slice(start, end),
  )!;
  const at = start + lead[0].length;
  const about = text.slice(at, end);
  const representedAt = REPRESENTED.exec(flat.slice(at, end));
  const party = partyAt(text, flat, at, end, representedAt !== null);
  if (!party) return undefined;
  const representative =
    party.by ??
    (representedAt ? representativeAt(text, at + representedAt.index + representedAt[0].length, end) : undefined);
  const legalForm = legalFormIn(about, party.form);
  const [designation, ...alsoCalled] = designationsIn(text, at, end, party.name.text);
  const address = addressIn(text, flat, at, end);
  return {
    name: party.name.text,
    kind: party.kind ?? kindOfForm(legalForm),
    start: party.name.start,
    end: party.name.end,
    extractor: 'parties/soussignes',
    ...(designation ? { designation, alsoCalled } : {}),
    ...(address ? { address } : {}),
    ...(legalForm && party.kind !== 'person' ? { legalForm } : {}),
    ...(party.name.alias ? { aliases: [party.name.alias] } : {}),
    ...(representative ?? {}),
    ...identifiersIn(act, at, end),
  };
}

interface Presented {
  readonly name: Pick<Name, 'text' | 'start' | 'end' | 'alias'>;
  readonly kind?: EntityKind | undefined;
  readonly form?: string | undefined;
  /** Who speaks for it, where that person stands before the body. */
  readonly by?: Representative;
}

/** The body or person that a stretch presents in its first words. */
function partyAt(text: string, flat: string, at: number, end: number, represented: boolean): Presented | undefined {
  const dubbed = DUBBED.exec(flat.slice(at, end)) ?? IN_QUALITY.exec(flat.slice(at, end));
  const from = at + (dubbed?.[0].length ?? 0);
  const named = readName(text, from, end);
  const name = named && wholeName(text, named, end);
  // "Nom : …" is the label of a blank.
  if (name && /^\s*:/.test(text.slice(name.end, name.end + 4))) return undefined;
  if (name && !name.bare) {
    const form = name.form ?? dubbed?.[1] ?? (/^association\b/.test(plain(name.text)) ? 'association' : undefined);
    return { name, kind: name.kind, form };
  }
  const holder = officeHolder(text, flat, at, end);
  if (holder) return holder;
  const person = readPerson(text, at, false, end);
  if (person) return { name: person, kind: 'person' };
  // "L'État", "La Région": a sort of public body alone is a party where it opens its stretch.
  if (named && represented && PUBLIC_ALONE.test(plain(named.text))) return { name: named, kind: named.kind };
  return undefined;
}

/** "L'organisme dénommé :", "l'association bénéficiaire dénommée": the name stands behind. */
const DUBBED =
  /^(?:l'|la |le )?(association|organisme|societe|structure|beneficiaire|etablissement|club|entreprise)\b[^,;.\n]{0,30}?\b(?:denommee?|intitulee?)[ \n]*:?[ \n]*/;

/** "Le propriétaire de l'équipement, la Ville de …": the name stands behind what the body is here. */
const IN_QUALITY =
  /^(?:le |la |l')(?:proprietaire|gestionnaire|bailleur|preneur|locataire|emprunteur|maitre d'ouvrage|mandataire|mandant|coordonnateur|utilisateur|employeur|vendeur|acquereur|cedant)\b[^,;.\n]{0,50}?[,:][ \n]*(?=(?:la |le |l'|les )?[a-z])/;

const PUBLIC_ALONE = /^(?:etat|region|departement|commune|ville|metropole|ccas|cias)$/;

const SEAT =
  /(?:dont le siege(?: social)?(?: est| se situe| se trouve)?(?: situe| etabli| fixe| domicilie| sis)?|dont l'adresse(?: du siege)? est|ayant son siege(?: social)?|siege social ?:?|\bsis(?:e|es)?|domiciliee?s?|elisant domicile|situee?s?|demeurant|adresse ?:)[ \n]*:?[ \n]*(?:a l'adresse(?: suivante)? ?:?|au (?=\d)|a (?=\d)|en )?[ \n]*/;
const SEAT_ENDS =
  /[,;.]?[ \n]*(?:\brepresente|\bimmatricule|\binscrit|\bsiret|\bsiren|\bn° ?(?:siret|siren|rna)|\bnumero (?:de )?si|\bci-? ?apres|\bagissant|\bdument|\bdeclaree|\bregie?\b|\bdesigne|\bdenomme|\bdont\b|\bd'une part|\bd'autre part|\bayant pour|\bet (?:dont|elisant|\w+ par)\b|\n\n|\(|$)/;

/** The seat: "dont le siège social est 3 rue …", "sise 3 rue …", "domiciliée …". */
function addressIn(text: string, flat: string, at: number, end: number): string | undefined {
  const opening = SEAT.exec(flat.slice(at, end));
  if (!opening) return undefined;
  const from = at + opening.index + opening[0].length;
  const closing = SEAT_ENDS.exec(flat.slice(from, end));
  const written = fold(text.slice(from, from + (closing?.index ?? end - from)))
    .replace(/^à\s+/u, '')
    .replace(/[\s,;.]+$/u, '');
  return written.length >= 6 && written.length <= 160 && /\d|\p{Lu}/u.test(written) ? written : undefined;
}

/** SIREN, SIRET and RNA numbers that stand inside a stretch. */
function identifiersIn(act: Act, start: number, end: number): { siren?: string; siret?: string; rna?: string } {
  const found: { siren?: string; siret?: string; rna?: string } = {};
  for (const { start: at, value } of readingsOf(act, 'identifier')) {
    if (at < start || at >= end || value.valid === false) continue;
    if (value.type === 'siret') found.siret ??= value.value;
    if (value.type === 'siren') found.siren ??= value.value;
    if (value.type === 'rna') found.rna ??= value.value;
  }
  if (found.siret && !found.siren) found.siren = found.siret.slice(0, 9);
  return found;
}
