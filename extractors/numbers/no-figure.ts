import type { Figure } from '../french/figures.js';
import { isDigit, isLetter } from '../french/fold.js';
import type { FrenchText } from '../french/text.js';

/** Words before a number that make it a name: "article 12", "BP 667", "n° 3". Looked for backwards from the number. */
const NAMED_BEFORE =
  /(?<=(?:^|[^a-z])(?:n°s?|nos?|no\.|numeros?|n\.|articles?|art\.?|alineas?|chapitres?|chap\.|fonctions?|comptes?|cpte|nature|imputation|operations?|programme|pages?|p\.|pp\.|bp|b\.p\.|cs|tsa|cedex|lots?|annexes?|phase|tome|vol\.|titre|section|rd|rn|tel\.?|telephone|fax|siret|siren|iban|rib|ape|naf|insee|dossier|reference|ref\.?|delib\.?|parcelles?|cadastr[a-z]+|ligne|tram|bus|batiment|bat\.?|porte|etage|appartement|salle|route|autoroute|groupe|classe|niveau|echelon|indice|grade|version)[ ]?)$/;
/** "A 25", "D12", "T 3". */
const ROAD_BEFORE = /(?<=(?:^|[^\p{L}])[ADENT][ ]?)$/u;
const HOUR_BEFORE = /(?<=\d[ ]?h[ ]?)$/;
const PARCEL_BEFORE = /(?<=(?:parcelles?|section|cadastre[a-z]*)[ \n][a-z]{1,3}[ ]?(?:n°[ ]?)?)$/;
const STREET_AFTER =
  /(?:[ ]?(?:bis|ter|quater))?,?[ ]{0,2}(?:rue|avenue|av\.|boulevard|bd|bld|place|chemin|impasse|allee|allees|quai|route|square|cours|passage|villa|residence|faubourg|fbg|sentier|esplanade|rond-point|hameau|lotissement|parvis|mail|promenade|traverse|ruelle)(?![a-z])/y;
const MONTH_AFTER =
  /[ ]?(?:er)?[ \n-](?:janv|janvier|fevr?|fevrier|mars|avr|avril|mai|juin|juil|juillet|aout|sept|septembre|oct|octobre|nov|novembre|dec|decembre)(?![a-z])/y;
const CLOCK_AFTER = /[ ]?h(?:eures?)?[ ]?(?:\d\d)?(?![a-z])/y;
const POSTCODE_AFTER = /[ ]{1,2}(?:[A-ZÉÈ][a-zéèêëïîôûç]+|[A-Z]{2,})/y;
const AGE_AFTER = /[ ]?(?:\/|-|a|et)?[ ]?(?:\d{1,2}[ ])?ans(?![a-z])/y;

/** Whether what looks like a number is none: a name, a place in a text, an hour, part of a longer code. */
export function isNoFigure(text: FrenchText, figure: Figure): boolean {
  const { folded } = text;
  const { start, end } = figure;
  if (figure.mended || figure.ordinal) return true;
  const alone = start === 0 && end === folded.length;
  if (figure.form === 'words') {
    const word = folded.slice(start, end);
    if (alone || (folded.slice(0, start) === 'moins ' && end === folded.length)) return false;
    if (word === 'un' || word === 'une') return true;
    if (word === 'neuf') return !/^[ \n][a-z]+[sx](?![a-z])/.test(folded.slice(end, end + 24));
    return false;
  }
  if (alone) return false;
  const before = folded.charCodeAt(start - 1);
  const after = folded.charCodeAt(end);
  if (isLetter(before) || before === 95) return true;
  // Part of a longer code: "2022/39", "21-C-0056", "1.2.3".
  if ((before === 47 || before === 46 || before === 44 || before === 58) && isDigit(folded.charCodeAt(start - 2)))
    return true;
  if (before === 45 && /[a-z\d]/.test(folded[start - 2] ?? '')) return true;
  if ((after === 47 || after === 58 || after === 46) && isDigit(folded.charCodeAt(end + 1))) return true;
  if (after === 45 && /[a-z\d]/.test(folded[end + 1] ?? '')) return true;
  if (isLetter(after) || after === 176 || after === 95) return true;
  if (NAMED_BEFORE.test(folded.slice(Math.max(0, start - 16), start))) return true;
  if (
    ROAD_BEFORE.test(text.raw.slice(Math.max(0, start - 4), start)) ||
    HOUR_BEFORE.test(folded.slice(Math.max(0, start - 4), start))
  )
    return true;
  if (PARCEL_BEFORE.test(folded.slice(Math.max(0, start - 24), start))) return true;
  if (figure.formed) return false;
  if (figure.plain !== undefined && figure.plain > 1 && folded.charCodeAt(start) === 48) return true;
  MONTH_AFTER.lastIndex = end;
  if (MONTH_AFTER.test(folded)) return true;
  STREET_AFTER.lastIndex = end;
  if (STREET_AFTER.test(folded)) return true;
  CLOCK_AFTER.lastIndex = end;
  if (CLOCK_AFTER.test(folded)) return true;
  AGE_AFTER.lastIndex = end;
  if (AGE_AFTER.test(folded)) return true;
  if (figure.plain === 5) {
    POSTCODE_AFTER.lastIndex = end;
    if (POSTCODE_AFTER.test(text.raw)) return true;
  }
  return (figure.plain ?? 0) >= 9;
}
