import type { Act } from '../../models/act.js';
import { plain } from '../acts/plain.js';
import { headOf } from '../entities/bodies.js';
import { fold } from './name.js';
import { readPerson } from './person.js';

/** Who signs: the name where it stands, and the office beside it. Offsets are into the passage. */
export interface Signatory {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly title?: string;
}

const ENDING =
  /(?:^|\n)[ \t]*(?:fait (?:et delibere |et passe )?(?:a|le|en)\b|ainsi fait|pour (?:extrait|expedition|copie|ampliation)|signe\b|pour la |pour le |pour l'|p\. ?le |les? (?:maire|president|prefet)|la (?:maire|presidente|prefete)|le secretaire|la secretaire|(?:la|l'ordre)[^\n]{0,60}(?:levee|epuise)|certifie)|\bseance (?:est |a ete )?levee|\bordre du jour (?:etant )?epuise/g;

const OFFICE =
  /^(?:pour )?(?:(?:monsieur|madame|m\.|mme) )?(?:(?:p\. ?)?(?:le|la|l')\s?)?(?:(?:depute|senateur|senatrice|deputee)[ -])?(?:maire|president|presidente|vice-president|adjoint|directeur|directrice|secretaire|gerant|gerante|prefet|premier|delegue|conseiller|conseillere|doyen)/;

/** Persons under the act, in the lines that close it. */
export function signatories(act: Act): Signatory[] {
  const text = act.passage.text.slice(0, act.passage.bodyEnd);
  const flat = plain(text);
  const found: Signatory[] = [];
  const from = endingOf(flat);
  if (from !== undefined) found.push(...signedBelow(text, from));
  return found;
}

/** Whether an office stands under the act, with or without a name: "Le Maire". */
export function closedByOffice(act: Act): boolean {
  const text = act.passage.text.slice(0, act.passage.bodyEnd);
  const from = endingOf(plain(text));
  return (
    from !== undefined &&
    text
      .slice(from)
      .split('\n')
      .some((line) => line.length < 80 && officesOn(line).length > 0)
  );
}

/** The last third of the act, from its first closing words. */
function endingOf(flat: string): number | undefined {
  const late = Math.max(0, flat.length - Math.max(900, Math.floor(flat.length / 3)));
  let best: number | undefined;
  ENDING.lastIndex = late;
  for (let found = ENDING.exec(flat); found; found = ENDING.exec(flat)) best ??= found.index;
  return best;
}

function signedBelow(text: string, from: number): Signatory[] {
  const found: Signatory[] = [];
  let offices: string[] = [];
  let at = from;
  for (const line of text.slice(from).split(/[\n\t]/)) {
    const start = at;
    at += line.length + 1;
    if (line.trim() === '' || line.length > 120) continue;
    const persons = personsOn(line);
    if (persons.length === 0) {
      const named = officesOn(line);
      if (named.length > 0) offices = named;
      continue;
    }
    for (const [i, person] of persons.entries()) {
      const title = person.title ?? offices[persons.length === offices.length ? i : 0];
      found.push({
        name: person.name,
        start: start + person.start,
        end: start + person.start + person.name.length,
        ...(title ? { title: title.replace(/^(?:le|la|l['’])\s*/iu, '') } : {}),
      });
    }
    offices = [];
  }
  return found.filter(({ name }, i) => found.findIndex((other) => other.name === name) === i);
}

const OFFICES =
  /(?:pour\s+)?(?:p\.\s?)?(?:le|la|l['’])\s?(?:député[e]?[- ])?(?:maire|présidente?|secrétaire(?: de séance)?|directeur|directrice|gérante?|préfet|préfète|adjointe?|vice-présidente?|trésorière?)/giu;

/** "Le Secrétaire de séance,   Le Maire,": the offices under which names will stand, from left to right. */
function officesOn(line: string): string[] {
  const found = [...line.matchAll(OFFICES)].map(([office]) => fold(office));
  return found.length > 0 || !OFFICE.test(plain(line.trim())) ? found : [fold(line)];
}

const BEFORE_NAME = /^[\s,.:;[\]|–-]*(?:(?:signé(?:\s+par)?|pour (?:extrait|expédition|copie)[^,]{0,40},)\s*:?\s*)?/iu;

/** The persons of a line that says persons and their offices and nothing more, from left to right. */
function personsOn(line: string): { name: string; start: number; title?: string }[] {
  const found: { name: string; start: number; title?: string }[] = [];
  const clean = line.replace(/[\][|_]/g, ' ');
  let at = 0;
  while (at < clean.length) {
    at += BEFORE_NAME.exec(clean.slice(at))![0].length;
    if (at >= clean.length) break;
    OFFICES.lastIndex = 0;
    const office =
      /^(?:le|la|l['’])\s?(?:maire|présidente?|secrétaire(?: de séance)?|directeur|directrice|gérante?|préfet|préfète)\s*[,:]?\s+(?=\p{Lu})/iu.exec(
        clean.slice(at),
      );
    const nameAt = at + (office?.[0].length ?? 0);
    const person = readPerson(clean, nameAt, true);
    if (!person) return [];
    const words = person.text.split(' ');
    if (words.length < 2 || words.length > 6 || !plausible(person.text)) return [];
    let end = person.end;
    const behind = /^[\s,.:–-]*(?=\p{L})/u.exec(clean.slice(end));
    const rest = clean.slice(end + (behind?.[0].length ?? 0));
    let title = office ? fold(office[0]).replace(/[,:]\s*$/, '') : undefined;
    if (rest.trim() !== '' && OFFICE.test(plain(rest))) {
      title ??= fold(rest).replace(/[,.]$/, '');
      end = clean.length;
    }
    found.push({ name: person.text, start: person.start, ...(title ? { title } : {}) });
    at = end;
  }
  return found;
}

const NOT_PERSONS =
  /\b(?:le|la|les|maire|president|presidente|tribunal|administratif|conseil|municipal|ville|commune|mairie|associee?|deleguee?|hotel|rue|avenue|place|page|pour|contre|abstention|total|article|annexe|cedex|tel|site|internet|prefecture|republique|francaise|departement|arrondissement|canton|region|extrait|registre|deliberation|seance|secretaire|reception|acte|certifie|executoire|recu|publie|publication|affichage|affiche|date|questions|diverses|informations|vote|unanimite|budget|compte|rendu|procedes|agglomeration|metropole|mission|locale|association|service|direction|accuse|ministere|interieur|envoi|monsieur|madame|nombre|membres|presents|absents|excuses|janvier|fevrier|mars|avril|juin|juillet|aout|septembre|octobre|novembre|decembre)\b/;

/** Two words at least, one in capitals or both capitalised, and no word of an office or a place. */
function plausible(name: string): boolean {
  const flat = plain(name);
  if (/(?:^|[\s])[IVX]+\.?(?:\s|$)/u.test(name) || /\b(?:et|pour|par|en|sur|dans)\b/.test(flat)) return false;
  if (NOT_PERSONS.test(flat.replace(/\b(?:le|la|les|de|du) (?=\w)/g, '')) || /\d/.test(name)) return false;
  if (headOf(flat)) return false;
  return name.split(' ').every((word) => /^\p{Lu}/u.test(word) || /^(?:de|du|des|d'|le|la|van|von|el)/iu.test(word));
}

const PRESIDES =
  /(?:presidence de|presidee? par|president de (?:la )?seance\s*:?|sous la presidence d[eu'])[\s,:]*(?:(?:monsieur|madame|m\.|mme|mr)?\s*(?:le maire|la maire|le president|la presidente)?[\s,:]*)?/;
const SECRETARY =
  /(?:secretaire de (?:la )?seance\s*:?\s*|(?:designe|nomme|elu)[a-z]*\s+(?:comme\s+)?secretaire(?: de seance)?\s*:?\s*)/;

/** Who presided ("sous la présidence de M. X, Maire") and who kept the minutes. */
export function presiding(act: Act): { president?: Signatory; secretary?: Signatory } {
  const text = act.passage.text.slice(0, Math.min(act.passage.bodyEnd, 30_000));
  const flat = plain(text);
  const read = (pattern: RegExp, title: string): Signatory | undefined => {
    const found = pattern.exec(flat);
    if (!found) return undefined;
    const at = found.index + found[0].length;
    const person = readPerson(text, at) ?? readPerson(text, at, true);
    if (!person || !plausible(person.text)) return undefined;
    const behind = /^[\s,]*(maire|président|présidente)\b([^,.;\n]{0,60})/iu.exec(
      text.slice(person.end, person.end + 80),
    );
    const said = behind ? fold(behind[0].replace(/^[\s,]+/, '')) : title;
    return { name: person.text, start: person.start, end: person.end, title: said };
  };
  const president = read(
    PRESIDES,
    /presid(?:ent|ence)[^.]{0,80}\bmaire\b/.test(flat.slice(0, 6000)) ? 'Maire' : 'Président',
  );
  const appointed =
    /(?:designe|nomme|elu)\w*\s+((?:madame|monsieur|mme|m\.|mr|mlle)\s[^.\n]{3,60}?)\s+(?:comme|en qualite de|pour remplir|aux fonctions)[^.]{0,30}secretaire/.exec(
      flat.replace(/\n/g, ' '),
    );
  let secretary = read(SECRETARY, 'Secrétaire de séance');
  if (!secretary && appointed) {
    const person = readPerson(text, appointed.index + appointed[0].indexOf(appointed[1]!));
    if (person && plausible(person.text))
      secretary = { name: person.text, start: person.start, end: person.end, title: 'Secrétaire de séance' };
  }
  if (!secretary) {
    const before =
      /((?:madame|monsieur|mme|m\.|mr)\s[^.\n]{3,50}?)\s(?:est|a ete)\s(?:designee?|nommee?|elue?)[^.\n]{0,30}\bsecretaire/.exec(
        flat,
      );
    if (before) {
      const person = readPerson(text, before.index);
      if (person && plausible(person.text))
        secretary = { name: person.text, start: person.start, end: person.end, title: 'Secrétaire de séance' };
    }
  }
  return { ...(president ? { president } : {}), ...(secretary ? { secretary } : {}) };
}
