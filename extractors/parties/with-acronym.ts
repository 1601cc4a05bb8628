import { plain } from '../acts/plain.js';
import { spells } from '../entities/acronym.js';
import { fold } from './name.js';

/** A body whose name a text explains by its acronym: "Maison des Aînés de Valbrune (MDAV)". */
export interface Explained {
  readonly name: string;
  readonly acronym: string;
  readonly start: number;
  readonly end: number;
}

const ACRONYM = /\(\s?\p{Lu}{2,8}\s?\)/gu;
const NAME_AND_ACRONYM = /(?<![\p{L}-])(\p{Lu}[\p{L}'’-]*(?:\s\p{L}[\p{L}'’-]*){1,9})\s?\(\s?(\p{Lu}{2,8})\s?\)/gu;

/** Characters of a name. */
const LONGEST = 300;

/** What has an acronym and is nobody: funds, plans, contracts, papers. */
const NO_BODY =
  /^(?:plan|schema|dotation|projet|zone|contrat|programme|fonds|taxe|code|dispositif|convention|compte|garantie|revenu|allocation|certificat|brevet|diplome|parcours|validation|aide|bilan|service|carte|titre|loi|pret|operation|droit|document|numero|indice|point|contribution|certification|formation|periode|mise|demande|prestation|action|accompagnement|equivalent|quotient|charte|reglement|prime|credit|bac|master|capacite|attestation|classe|unite|quartier|appel|commission)s?\b/;

export function explainedBodies(text: string): Explained[] {
  const found: Explained[] = [];
  let after = 0;
  // Brackets are few, and words in capitals many: names are sought before brackets only.
  for (const { 0: bracket, index } of text.matchAll(ACRONYM)) {
    NAME_AND_ACRONYM.lastIndex = Math.max(after, index - LONGEST);
    after = index + bracket.length;
    const match = NAME_AND_ACRONYM.exec(text.slice(0, after));
    if (!match) continue;
    const acronym = match[2]!;
    // The name may begin inside a longer run of words.
    for (const word of match[1]!.matchAll(/(?<![\p{L}'’-])\p{Lu}/gu)) {
      const written = match[1]!.slice(word.index);
      if (!named(acronym, fold(written)) || NO_BODY.test(plain(written))) continue;
      const start = match.index + word.index;
      found.push({ name: fold(written), acronym, start, end: start + written.length });
      break;
    }
  }
  return found;
}

/** The acronym is that of the name, or of its first words. */
function named(acronym: string, name: string): boolean {
  const words = name.split(' ');
  for (let count = words.length; count >= 2 && count > words.length - 3; count -= 1)
    if (spells(acronym, words.slice(0, count).join(' '))) return true;
  return false;
}
