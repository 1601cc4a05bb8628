import type { EntityKind } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { headOf } from '../entities/bodies.js';
import { fold, type Name } from './name.js';

/** What ends the name of a body that is being presented. */
const NAME_ENDS =
  /[,;:.()[\]«»"“”\n\t\d]|[\s\u00a0][–-][\s\u00a0]|(?<=[\s\u00a0])(?:représenté|sis|dont|ayant|domicilié|situé|ci-?\s?après|agissant|dûment|immatriculé|inscrit|déclaré|enregistré|régi|qui|est|désigné|dénommé|appelé|affilié|au capital|d['’]une part|d['’]autre part|demeurant|élisant|en (?:sa )?qualité|association|société|établissement|propriétaire|gestionnaire|organisat(?:eur|rice)|exploitant|bénéficiaire|locataire|preneur|bailleur|titulaire|agréé|créé|fondé|et\s(?:monsieur|madame|mme|son|sa|la|le|l['’]\p{L}+))(?=[\s\u00a0]|e?s?[\s\u00a0])/iu;

/**
 * The whole name of a body presented in an opening. There it is followed by a comma, "représentée", "dont le siège":
 * common words that elsewhere would end the name belong to it ("Maison de quartier du Moulin", "Logement familial de l'Eure").
 */
export function wholeName(text: string, name: Name, end: number): Name {
  const behind = text.slice(name.end, Math.min(end, name.end + 160));
  // "Communauté de Communes du Rhône, Vistre, Vidourle, représentée"
  const listed = /^(?:,\s\p{Lu}[\p{L}-]+){1,4}(?=,?\s+(?:représenté|sise?\s|dont le))/u.exec(behind);
  if (listed) return until(text, name, name.end + listed[0].length);
  // "Université Lumière – Lyon II, représentée"; not "Ville de Lure - Commune associée de Vy".
  const joined =
    /^[\s\u00a0][–-][\s\u00a0](\p{Lu}[\p{L}’'-]*(?:\s[\p{L}’'-]+){0,3})(?=,|\s+(?:représenté|sise?\s|dont le))/u.exec(
      behind,
    );
  if (joined && !headOf(plain(joined[1]!))) return until(text, name, name.end + joined[0].length);
  // "Le GCSMS « L'Accueil du Clain »": the proper name stands in quotation marks.
  const quoted = /^\s?[«"“]\s*(\p{Lu}[^»"”\n]{3,80}?)\s*[»"”]/u.exec(behind);
  if (quoted && !name.alias && !/\s/.test(name.text)) return properName(name, quoted[1]!, behind);
  if (!/^[ \u00a0\n](?!\n)/.test(behind)) return name;
  const stop = NAME_ENDS.exec(behind.replace(/\n(?!\n|\p{Lu})/gu, ' '));
  const tail = behind.slice(0, stop?.index ?? 0).trimEnd();
  const place = name.kind !== undefined && TERRITORIAL.has(name.kind);
  if (tail === '' || tail.split(/\s+/).length > 18 || (place && !/^\s+et\s+\p{Lu}[\p{L}-]+$/u.test(tail))) return name;
  return until(text, name, name.end + tail.length);
}

function properName(name: Name, proper: string, behind: string): Name {
  const start = name.end + behind.indexOf(proper);
  return { ...name, start, end: start + proper.length, text: fold(proper), bare: false };
}

function until(text: string, name: Name, end: number): Name {
  const whole = text.slice(name.start, end).trimEnd();
  return { ...name, end: name.start + whole.length, text: fold(whole), bare: false };
}

const TERRITORIAL: ReadonlySet<EntityKind> = new Set(['municipality', 'department', 'region', 'state']);
