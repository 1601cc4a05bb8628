import { plain } from '../acts/plain.js';
import { fold } from './name.js';
import { readPerson } from './person.js';

/** Who speaks for a body, and as what. */
export interface Representative {
  readonly representedBy: string;
  readonly representativeTitle?: string;
}

/** "représentée par", "ayant pour représentant :", in plain text: what stands behind it is a person or an office. */
export const REPRESENTED =
  /(?:represente[es]*(?:[ \n]+en vertu[^;»]{0,160}?,)?(?:[ \n]+(?:aux presentes|a l'effet des presentes|legalement|ici|pour les presentes|a l'acte|valablement))?[ \n]+par|ayant pour representante?(?: legale?)?|en la personne de)[ \n]*[:,]?/;

/** "par son Maire, M. X, agissant", "par Mme X, Présidente,": who represents, and as what. */
export function representativeAt(text: string, at: number, end: number): Representative | undefined {
  const stretch = text.slice(at, Math.min(end, at + 320));
  const person = personIn(stretch);
  if (!person) return undefined;
  const before = fold(stretch.slice(0, person.titleEnd))
    .replace(/^(?:son|sa|le|la|l['’]|leur)\s*/iu, '')
    .replace(/[\s,:]+$/u, '');
  const behind = titleBehind(stretch.slice(person.end));
  const title = TITLE.test(plain(before)) ? before : TITLE.test(plain(behind)) ? behind : undefined;
  return { representedBy: person.text, ...(title ? { representativeTitle: officeOf(title) } : {}) };
}

/** The office named behind a person: ", agissant en qualité de Directrice,", ", son Président,", " Maire". */
function titleBehind(text: string): string {
  const found =
    /^[\s,]*(?:(?:agissant\s+)?(?:en|ès)\s+(?:sa\s+)?qualit[ée]s?\s+d[e'’]\s*|son\s|sa\s|le\s|la\s|l['’])?((?:[^,.;«»()\n]|\n(?!\n))+?)(?=\s*(?:,|\.|;|«|\(|\n\n|$|[\s,]+(?:agissant|spécialement|dûment|habilité|autorisé|en vertu|en exécution|ci-?\s?après|d['’]une part|d['’]autre part|et\s+désigné|domicilié|conformément)))/iu.exec(
      text,
    );
  return found ? fold(found[1]!) : '';
}

/** "Maire en activité, Monsieur le Maire" is "Maire". */
export const officeOf = (title: string): string =>
  title
    .replace(/^(?:monsieur|madame|m\.|mme)\s+(?:le|la)?\s*/iu, '')
    .replace(/\s*,?\s+(?:monsieur|madame|m\.|mme)(?:\s+(?:le|la)\s.*)?$/iu, '')
    .replace(/\s+(?:de|du|des|d['’]|la|le)+$/iu, '')
    .replace(/\s+(?:actuellement\s+)?en\s+(?:exercice|activité|fonctions?)$/iu, '')
    .trim();

export const TITLE =
  /^(?:(?:monsieur|madame|m\.|mme) )?(?:le |la |l')?(?:maire|president|vice|adjoint|directeur|directrice|conseill|gerant|secretaire|tresorier|prefet|sous-prefet|premier|1er|delegue|responsable|administrat|chef|senateur|senatrice|depute|ministre|recteur|rectrice|proviseur|principal|associe|fonde|representant|mandataire|co-?president)/;

const CIVIL =
  /(?:^|[\s,])(?:[Mm]onsieur|MONSIEUR|[Mm]adame|MADAME|Mademoiselle|M\.?|Mme|Mlle|Mr|Maître|Docteur|Dr\.?|Professeur|Pr\.?)[\s\u00a0]+(?!(?:le|la|Le|La|l['’])(?![\p{L}]))(?=\p{Lu})/u;
/** "sa Présidente, Fatiha …": the name stands behind the title's comma, or begins the stretch. */
const BARE =
  /(?:^|,|:|\b[Mm]aire|\b[Pp]résidente?|\b[Dd]irect(?:eur|rice)(?:\s[Gg]énérale?(?:\s[Aa]djointe?)?)?|\b[Gg]érante?|\b[Gg]énérale?|\bexercice)[\s\u00a0,:]*(?<![\p{L}])(?!Général|Adjoint|Délégué|Monsieur|Madame|M\.|Mme)(?=\p{Lu}[\p{L}'’-]+[\s\u00a0]+(?:(?:de|du|des|la|le|van|von)[\s\u00a0]+|d['’]){0,2}\p{Lu})/u;

function personIn(stretch: string): { text: string; end: number; titleEnd: number } | undefined {
  const civil = CIVIL.exec(stretch);
  if (civil) {
    const at = civil.index + (/^[\s,]/.test(civil[0]) ? 1 : 0);
    const person = readPerson(stretch, at);
    if (person) return { text: person.text, end: person.end, titleEnd: at };
  }
  const bare = BARE.exec(stretch);
  if (!bare) return undefined;
  const at = bare.index + bare[0].length;
  const person = readPerson(stretch.replace(/\n(?!\n)/g, ' '), at, true);
  return person ? { text: person.text, end: person.end, titleEnd: at } : undefined;
}
