import { readNames } from '../sessions/names.js';
import { COUNCIL } from './assembly.js';
import { type Flow, type FlowLine, HEAD_LINES } from './flow.js';
import { plain } from './plain.js';
import { isRange, referenceAt } from './reference.js';

const TELLS_OF_THE_SESSION =
  /\b(?:extrait|registre|seance|deliberations?$|commission permanente$|^reunion du|deliberation (?:du|de la|de l)|presents?|absents?|excuses?|republique francaise|liberte|departement d|arrondissement|canton d|convocation|prefecture|direction|service|secretaire|membres|votants?|accuse|mairie d|hotel de ville|ministere|exercice$|pouvoirs?|quorum|resultats? d[eu]s? votes?)\b|^(?:commune|ville|departement|communaute|metropole|region|mairie|vu|apres (?:en )?avoir|decide$|oui l|entendu|considerant|le |l'an|acte|rapporteur|m\.|mme)\b/;

/** Lines of a head that are set like titles and are none. */
export const NOT_A_TITLE = new RegExp(
  `\\b(?:${COUNCIL}|comite (?:syndical|directeur))\\b|${TELLS_OF_THE_SESSION.source}`,
);

/** "OBJET : …" to its end; nothing where no line of the head is so labelled. */
export function labelledObject(lines: readonly FlowLine[]): string {
  const at = lines
    .slice(0, HEAD_LINES)
    .findIndex(({ plain: line }) => /^[ \t]*(?:objet|intitule|titre)(?: de la deliberation)?[ \t]*[:-]/.test(line));
  return at < 0 ? '' : tidy(runOn(lines, at).replace(/^[^:–-]*[:–-]/, ''));
}

/** The object of a deliberation: labelled, beside its number, or the heading between attendance and body. */
export function objectOf({ lines }: Flow, attended: number): { title?: string; reference?: string } {
  const head = lines.slice(0, HEAD_LINES);
  const labelled = labelledObject(lines);
  if (labelled !== '') return { title: labelled };
  // "Objet de la délibération" over the object itself
  const over = head.findIndex(({ plain: line }) => /^[ \t]*objet(?: de la deliberation)?[ \t]*$/.test(line));
  if (over >= 0 && lines[over + 1]) return { title: tidy(runOn(lines, over + 1)) };
  const isTitle = (line: FlowLine | undefined): boolean =>
    line !== undefined && (line.bold || line.capitals) && mayBe(line);
  const mayBe = (line: FlowLine): boolean =>
    !line.inTable &&
    line.text.trim().length >= 12 &&
    !NOT_A_TITLE.test(line.plain.trim()) &&
    !referenceAt(line.text) &&
    !/[,;]\s*$/.test(line.text) &&
    !isListOfNames(line.text);
  for (const [i, line] of head.entries()) {
    const found = referenceAt(line.text);
    if (!found || isRange(line.text.slice(found.end)) || /^[ \t]*(?:vu|loi|article)/.test(line.plain)) continue;
    // "Délibération n° 77 du 29 juin 2023": a day is no title.
    const behind = tidy(line.text.slice(found.end)).replace(/^du \d{1,2}(?:er)? \p{L}+ \d{4}$/iu, '');
    if (behind.length >= 12 && /\p{L}{4}/u.test(behind) && !NOT_A_TITLE.test(plain(behind)) && !isListOfNames(behind)) {
      return { title: tidy(runOn(lines, i).slice(found.end)), reference: found.reference };
    }
    const next = head[i + 1];
    // A line alone below the number needs no other letters to be a title.
    const alone =
      next !== undefined && head[i + 2]?.apart && /^\p{Lu}[^.]*[^.:]$/u.test(next.text.trim()) && mayBe(next);
    if (behind === '' && !next?.apart && (alone || isTitle(next)))
      return { title: tidy(runOn(lines, i + 1)), reference: found.reference };
  }
  const behind = head.findIndex((line) => line.start >= attended && isTitle(line));
  const i = behind >= 0 ? behind : head.findIndex(isTitle);
  return i < 0 ? {} : { title: tidy(runOn(lines, i)) };
}

const isListOfNames = (text: string): boolean =>
  /,/.test(text) && readNames(text, 0, text.length).filter(({ name }) => /\p{Ll} \p{Lu}{2}/u.test(name)).length >= 2;

/** A title from its first line on, over the lines that look like it. */
function runOn(lines: Flow['lines'], first: number): string {
  const head = lines[first]!;
  let text = head.text;
  for (let i = first + 1; i < Math.min(lines.length, first + 6); i += 1) {
    const line = lines[i]!;
    const same = (head.bold && line.bold) || (head.capitals && line.capitals);
    const apart = line.apart && !(same && Math.abs(line.size - head.size) < 0.6 && lines[i - 1]!.text.length < 60);
    if (apart || (!same && !(lines[i - 1]!.text.length > 40 && /^\s*\p{Ll}/u.test(line.text)))) break;
    if (
      /^[ \t]*(?:vu|considerant|rapporteur|le conseil|m\.|mme|monsieur|madame)\b/.test(line.plain) ||
      referenceAt(line.text)
    )
      break;
    text += ` ${line.text}`;
  }
  return text;
}

/** A title without its label and the signs about it. */
export const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^[\s:.–—•-]+/u, '')
    .replace(/^Objet[ ]?[:–-][ ]?(?=\S)/iu, '')
    .replace(/[\s:;,.–—-]+$/u, '')
    .trim();
