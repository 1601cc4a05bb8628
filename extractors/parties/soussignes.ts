import { type Act, readingsOf } from '../../models/act.js';
import type { EntityKind } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { fold, readName, readPerson } from './name.js';
import type { NewBody } from './roster.js';

/** Who concludes a convention: the block between "Entre les soussignés" and what is agreed. */
export function contractors(act: Act): NewBody[] {
  const text = act.passage.text.slice(0, act.passage.bodyEnd);
  const flat = plain(text);
  const opening = OPENS.exec(flat);
  if (!opening) return [];
  const from = opening.index + opening[0].length;
  CLOSES.lastIndex = from;
  const closing = CLOSES.exec(flat);
  const to = Math.min(closing?.index ?? text.length, from + 8000);
  return blocks(flat, from, to).flatMap(([start, end]) => contractor(act, text, flat, start, end) ?? []);
}

const OPENS =
  /(?:^|\n)[ \t]*entre(?: les?)?(?:[ ,]*(?:soussigne(?:e)?s?|parties|d'une part))?[ \t]*(?:[:,]|\n|(?=la |le |l'|les |d'une))/;
const CLOSES =
  /(?:^|\n)[ \t]*(?:il (?:est|a ete|a)\b[^\n]{0,60}(?:expose|convenu|arrete|rappele)|preambule|expose(?: des motifs)?\b|article (?:1|premier|i)\b|considerant|vu\b|titre (?:1|i)\b|ont convenu|sont convenu|prealablement|ceci (?:etant )?expose|le conseil municipal lors|i[ .-]+article)/g;

/** Each party has its stretch: they are told apart by "et", "d'une part", "d'autre part". */
function blocks(flat: string, from: number, to: number): [number, number][] {
  const cut =
    /(?:^|\n)[ \t]*(?:(?:et|ainsi que)[ \t]*[:,]?[ \t]*(?=\n|$)|(?:et[ ,]+)?d'une part[ ,;:]*(?:et[ ,:]*)?|(?:et[ ,]+)?d'autre part[ ,;:.]*(?:et[ ,:]*)?|et[ \t]*:?[ \t]+(?=(?:la|le|les|l'|monsieur|madame|m\.|mme|association|societe)[ '])|et[ ,]*\n|(?<=[»"”)a-z][ \t]*);[ \t]*\n+(?=(?:la|le|les|l'|association|societe)[ ']?[^\n]{3,200}?[\s,](?:represente|sis|dont|ci-apres|domicilie)))/g;
  const found: [number, number][] = [];
  cut.lastIndex = from;
  let start = from;
  for (let part = cut.exec(flat); part && part.index < to; part = cut.exec(flat)) {
    found.push([start, part.index]);
    start = part.index + part[0].length;
  }
  found.push([start, to]);
  return found.filter(([a, b]) => flat.slice(a, b).trim().length > 12);
}

function contractor(act: Act, text: string, flat: string, start: number, end: number): NewBody | undefined {
  const lead = /^(?:[\s:,;.•*–-]|\d+[.)°]|[a-z]\))*/.exec(flat.slice(start, end))![0].length;
  let at = start + lead;
  const skipped = /^(?:d'une part|d'autre part)[\s,:;]*/.exec(flat.slice(at, end));
  if (skipped) at += skipped[0].length;
  const representedAt = REPRESENTED.exec(flat.slice(at, end));
  const named = readName(text, at, end);
  const person = named && !named.bare ? undefined : readPerson(text, at, false, end);
  // "L'État", "La Région": a sort of public body alone is a party where it opens its block.
  const own =
    named &&
    (!named.bare || (representedAt !== undefined && person === undefined && PUBLIC_ALONE.test(plain(named.text))))
      ? named
      : undefined;
  const name = own ?? person;
  if (!name) return undefined;
  const about = flat.slice(at, end);
  const kind: EntityKind = own ? (own.kind ?? formKind(about)) : 'person';
  const representative = representedAt
    ? representativeAt(text, at + representedAt.index + representedAt[0].length, end)
    : undefined;
  const designation = designationIn(text, at, end);
  const address = addressIn(text, flat, at, end);
  const legalForm = legalFormIn(about, named?.form);
  const alias = named?.alias;
  return {
    name: name.text,
    kind,
    start: name.start,
    end: name.end,
    extractor: 'parties/soussignes',
    ...(designation ? { designation } : {}),
    ...(address ? { address } : {}),
    ...(legalForm ? { legalForm } : {}),
    ...(alias ? { aliases: [alias] } : {}),
    ...(representative ?? {}),
    ...identifiersIn(act, at, end),
  };
}

const PUBLIC_ALONE = /^(?:etat|region|departement|commune|ville|metropole)$/;

const REPRESENTED =
  /represente[es]*(?:[ \n]+en vertu[^;»]{0,160}?,)?(?: (?:aux presentes|a l'effet des presentes|legalement|ici|pour les presentes|a l'acte))?[ \n]+par[ \n]*[:,]?/;

/** "par son Maire, M. X, agissant", "par Mme X, Présidente,": who represents, and as what. */
export function representativeAt(
  text: string,
  at: number,
  end: number,
): { representedBy: string; representativeTitle?: string } | undefined {
  const stretch = text.slice(at, Math.min(end, at + 320));
  const person = personIn(stretch);
  if (!person) return undefined;
  const before = fold(stretch.slice(0, person.titleEnd))
    .replace(/^(?:son|sa|le|la|l['’]|leur)\s*/iu, '')
    .replace(/[\s,:]+$/u, '');
  const after =
    /^[\s,]*(?:(?:agissant\s+)?en\s+(?:sa\s+)?qualité\s+d[e'’]\s*|son\s|sa\s|le\s|la\s)?((?:[^,.;«»()\n]|\n(?!\n))+?)(?=\s*(?:,|\.|;|«|\(|\n\n|$|[\s,]+(?:agissant|dûment|habilité|autorisé|en vertu|en exécution|ci-après|d'une part|d'autre part|et\s+désigné|domicilié|conformément)))/iu.exec(
      stretch.slice(person.end),
    );
  const behind = after ? fold(after[1]!) : '';
  const title = TITLE.test(plain(before)) ? before : TITLE.test(plain(behind)) ? behind : undefined;
  return { representedBy: person.text, ...(title ? { representativeTitle: clean(title) } : {}) };
}

const clean = (title: string): string => title.replace(/^(?:monsieur|madame|m\.|mme)\s+(?:le|la)?\s*/iu, '').trim();
const TITLE =
  /^(?:(?:monsieur|madame|m\.|mme) )?(?:le |la |l')?(?:maire|president|vice|adjoint|directeur|directrice|conseill|gerant|secretaire|tresorier|prefet|premier|1er|delegue|responsable|administrat|chef|senateur|depute|ministre|recteur|proviseur|principal|associe|fonde|representant|mandataire|co-?president)/;

function personIn(stretch: string): { text: string; end: number; titleEnd: number } | undefined {
  const civil =
    /(?:^|[\s,])(?:Monsieur|Madame|Mademoiselle|M\.|Mme|Mlle|Mr|Maître)[\s\u00a0]+(?!le\b|la\b|Le\b|La\b)/u.exec(
      stretch,
    );
  if (civil) {
    const at = civil.index + (/^[\s,]/.test(civil[0]) ? 1 : 0);
    const person = readPerson(stretch, at);
    if (person) return { text: person.text, end: person.end, titleEnd: at };
  }
  // "sa Présidente, Fatiha …": the name stands behind the title's comma, or begins the stretch.
  const bare =
    /(?:^|,|\bMaire|\bPrésidente?|\bDirect(?:eur|rice)|\bGérante?)[\s\u00a0,:]+(?=\p{Lu}[\p{L}'’-]+[\s\u00a0]+\p{Lu})/u.exec(
      stretch,
    );
  if (!bare) return undefined;
  const at = bare.index + bare[0].length;
  const person = readPerson(stretch.replace(/\n(?!\n)/g, ' '), at, true);
  return person ? { text: person.text, end: person.end, titleEnd: at } : undefined;
}

/** What the act will call it: ci-après dénommée « la Ville ». */
function designationIn(text: string, at: number, end: number): string | undefined {
  const found =
    /(?:ci-?[ -]?après|désignée?s?|dénommée?s?|appelée?s?|sous\s+le\s+terme)[^«"“\n]{0,60}\n?[^«"“\n]{0,40}[«"“]\s*([^»"”\n]{2,60}?)\s*[»"”]/iu.exec(
      text.slice(at, Math.min(text.length, end + 120)),
    );
  if (found && found.index < end - at + 60) return fold(found[1]!);
  const plainWords =
    /ci-après\s+(?:dénommée?|désignée?|appelée?)\s+((?:la|le|l['’])\s*\p{Lu}[\p{L} -]{1,30}?)(?=[,.;\n])/u.exec(
      text.slice(at, end),
    );
  return plainWords ? fold(plainWords[1]!) : undefined;
}

/** The seat: "dont le siège social est 3 rue …", "sise 3 rue …", "domiciliée …". */
function addressIn(text: string, flat: string, at: number, end: number): string | undefined {
  const opening =
    /(?:dont le siege(?: social)?(?: est| se situe| se trouve)?(?: situe| etabli| fixe| domicilie)?|ayant son siege(?: social)?|siege social ?:?|\bsis(?:e|es)?|domiciliee?s?|situee?s?|demeurant|adresse ?:)[ \n]*(?:a l'adresse(?: suivante)? ?:?|au |a |en )?[ \n]*/.exec(
      flat.slice(at, end),
    );
  if (!opening) return undefined;
  const from = at + opening.index + opening[0].length;
  const closing =
    /[,;.]?[ \n]*(?:\brepresente|\bimmatricule|\binscrit|\bsiret|\bsiren|\bn° ?(?:siret|siren|rna)|\bnumero (?:de )?si|\bci-? ?apres|\bagissant|\bdument|\bdeclaree|\bregie?\b|\bdesigne|\bdenomme|\bdont\b|\bd'une part|\bd'autre part|\bet \w+ par\b|\n\n|\(|$)/.exec(
      flat.slice(from, end),
    );
  const written = fold(text.slice(from, from + (closing?.index ?? end - from))).replace(/[\s,;.]+$/u, '');
  return written.length >= 6 && written.length <= 160 && /\d|\p{Lu}/u.test(written) ? written : undefined;
}

const LEGAL_FORMS: readonly [RegExp, string][] = [
  [
    /association[^.;]{0,80}\bloi[ \n](?:du[ \n]1er[ \n]juillet[ \n])?(?:de[ \n])?1901|regie par la loi du[ \n]1er[ \n]juillet[ \n]1901/,
    'association loi 1901',
  ],
  [/association a but non lucratif/, 'association à but non lucratif'],
  [/association reconnue d'utilite publique/, "association reconnue d'utilité publique"],
  [/societe publique locale|\bspl\b/, 'SPL'],
  [/societe d'economie mixte|\bseml?\b/, 'SEM'],
  [/societe par actions simplifiee unipersonnelle|\bsasu\b/, 'SASU'],
  [/societe par actions simplifiee|\bsas\b/, 'SAS'],
  [/societe a responsabilite limitee|\bsarl\b/, 'SARL'],
  [/\beurl\b/, 'EURL'],
  [/societe civile immobiliere|\bsci\b/, 'SCI'],
  [/societe anonyme|\bsa\b/, 'SA'],
  [/societe cooperative|\bscop\b|\bscic\b/, 'société coopérative'],
  [/groupement d'interet public|\bgip\b/, 'GIP'],
  [/etablissement public de cooperation intercommunale/, 'EPCI'],
  [/etablissement public/, 'établissement public'],
  [/\bfondation\b/, 'fondation'],
];

export function legalFormIn(flat: string, form?: string): string | undefined {
  for (const [pattern, name] of LEGAL_FORMS) if (pattern.test(flat)) return name;
  return form === 'association' ? 'association' : undefined;
}

function formKind(flat: string): EntityKind {
  const form = legalFormIn(flat);
  if (form && /^S|coop/.test(form)) return 'company';
  if (form && /public|GIP|EPCI/.test(form)) return 'public_body';
  return 'association';
}

/** SIREN, SIRET and RNA numbers that stand inside a stretch. */
export function identifiersIn(act: Act, start: number, end: number): { siren?: string; siret?: string; rna?: string } {
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
