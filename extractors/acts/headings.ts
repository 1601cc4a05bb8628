import { type Act, readingsOf } from '../../models/act.js';
import type { Heading } from '../../models/document.js';
import { readAttendance } from '../sessions/attendance.js';
import { readNames } from '../sessions/names.js';
import { type Flow, type FlowLine, flowOf } from './flow.js';
import { numberBehind } from './head-title.js';
import { issuerOf } from './issuer.js';
import { matterOf } from './matter.js';
import { plain } from './plain.js';
import { referenceAt } from './reference.js';

/** What a deliberation says of itself. */
export function deliberationHeading(act: Act): Heading {
  const text = act.passage.text;
  if (act.outline.called) {
    const { title, reference } = act.outline.called;
    return heading({ title, reference, matter: matterOf(title, text), year: yearIn(title) });
  }
  const flow = flowOf(act.pages, act.outline);
  const found = objectOf(flow, attendanceEnd(text));
  const closing = found.title === undefined ? undefined : numberBehind(found.title);
  const reference = found.reference ?? numberOf(flow) ?? closing?.reference;
  const date = sessionDate(act);
  return heading({
    title: closing && closing.reference === reference ? closing.title : found.title,
    reference,
    issuer: issuerOf(text),
    date,
    year: yearIn(found.title) ?? (date ? Number(date.slice(0, 4)) : undefined),
    matter: matterOf(found.title, text),
  });
}

const NAMES_MINUTES =
  /^\W*(?:(?:projet de )?proces[- ]verbal|compte[- ]rendu|liste des deliberations|registre|releve)\b(?!.*\b(?:adopte|approuve)e?\b)/;
const NAMES_MEETING =
  /\b(?:proces[- ]verbal|compte[- ]rendu|liste des deliberations|seance|reunion|conseil|comite|registre|releve)\b(?!.*\b(?:ouvre|declare|propose)\b)/;

/** What minutes say of themselves. */
export function minutesHeading(act: Act): Heading {
  const date = sessionDate(act);
  const flow = flowOf(act.pages, act.outline);
  const head = flow.lines.slice(0, 20);
  const named = head.findIndex(({ plain: line }) => NAMES_MINUTES.test(line));
  const first = named < 0 ? head.findIndex(({ plain: line }) => NAMES_MEETING.test(line)) : named;
  const lines = first < 0 ? [] : flow.lines.slice(first, first + 1);
  const next = flow.lines[first + 1];
  if (
    next &&
    lines.length > 0 &&
    /^[ \t]*(?:de |du |des |seance|conseil|le |reunion)/.test(next.plain) &&
    next.plain.length < 90 &&
    !/\bs'est\b|\bse sont\b/.test(next.plain)
  )
    lines.push(next);
  return heading({
    title: lines.length > 0 ? tidy(lines.map(({ text }) => text).join(' ')) : undefined,
    issuer: issuerOf(act.passage.text),
    date,
    year: date ? Number(date.slice(0, 4)) : undefined,
  });
}

/** What any other act says of itself: its first heading, a date at its head or foot. */
export function plainHeading(act: Act): Heading {
  const flow = flowOf(act.pages, act.outline);
  if (isDecision(flow)) return decisionHeading(act, flow);
  const candidates = flow.lines
    .slice(0, 14)
    .filter(
      ({ text, plain: line, inTable }) =>
        !inTable && !NOT_A_TITLE.test(line.trim()) && /\p{L}{4}/u.test(text) && text.trim().length < 150,
    );
  const largest = Math.max(...candidates.map(({ size }) => size));
  const title =
    (labelledObject(flow.lines) ||
      candidates.find(({ size, bold, capitals }) => size >= largest - 0.3 && (bold || capitals || size > 0))?.text) ??
    candidates[0]?.text;
  const cited = readingsOf(act, 'citation');
  const day = readingsOf(act, 'date').find(
    ({ value, start, end }) =>
      value.precision === 'day' &&
      !value.endValue &&
      start < 400 &&
      !cited.some((citation) => citation.start <= start && end <= citation.end),
  )?.value.value;
  return heading({
    title: title === undefined ? undefined : tidy(title),
    date: day,
    year: yearIn(title) ?? (day ? Number(day.slice(0, 4)) : undefined),
  });
}

/** A decision or an order of a mayor or president: no assembly met, but it has an object and a day. */
const isDecision = ({ lines }: Flow): boolean =>
  lines
    .slice(0, 20)
    .some(
      ({ text, plain: line }) =>
        /^\W*(?:decision|arrete)(?: (?:municipal|(?:inter)?prefectoral|conjoint|temporaire|permanent|portant|relati[fv]e?|d[eu] (?:la )?(?:maire|presidente?))\b|\W*$)/.test(
          line,
        ) ||
        (/^\W*(?:decision|arrete)\b/.test(line) && referenceAt(text)?.labelled),
    );

function decisionHeading(act: Act, flow: Flow): Heading {
  const text = act.passage.text;
  const { title } = objectOf(flow, 0);
  const days = readingsOf(act, 'date').filter(({ value }) => value.precision === 'day' && !value.endValue);
  const signed = days.find(({ start }) =>
    /\bfait (?:a|en|le)\b[^.;]{0,50}$/.test(plain(text.slice(Math.max(0, start - 60), start))),
  );
  const date = signed?.value.value;
  return heading({
    title,
    reference: numberOf(flow),
    issuer: issuerOf(text),
    date,
    year: yearIn(title) ?? (date ? Number(date.slice(0, 4)) : undefined),
    matter: matterOf(title, text),
  });
}

function heading(said: { [K in keyof Heading]?: Heading[K] | undefined }): Heading {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined && value !== '')) as Heading;
}

const HEAD_LINES = 140;
const NOT_A_TITLE =
  /\b(?:extrait|registre|seance|conseil (?:municipal|communal|communautaire|metropolitain|departemental|regional|d'administration|syndical)|comite syndical|deliberations?$|commission permanente$|^reunion du|deliberation (?:du|de la|de l)|presents?|absents?|excuses?|republique francaise|liberte|departement d|arrondissement|canton d|convocation|prefecture|direction|service|secretaire|membres|votants?|accuse|mairie d|hotel de ville|ministere|exercice$|pouvoirs?|quorum|resultats? d[eu]s? votes?)\b|^(?:commune|ville|departement|communaute|metropole|region|mairie|vu|apres (?:en )?avoir|decide$|oui l|entendu|considerant|le |l'an|acte|rapporteur|m\.|mme)\b/;

/** Where the last name of the attendance lists stands. */
const attendanceEnd = (text: string): number =>
  readAttendance(text, Math.min(text.length, 14_000)).reduce((last, { end }) => Math.max(last, end), 0);

/** "OBJET : …" to its end; nothing where no line of the head is so labelled. */
function labelledObject(lines: readonly FlowLine[]): string {
  const at = lines
    .slice(0, HEAD_LINES)
    .findIndex(({ plain: line }) => /^[ \t]*(?:objet|intitule|titre)(?: de la deliberation)?[ \t]*[:-]/.test(line));
  return at < 0 ? '' : tidy(runOn(lines, at).replace(/^[^:–-]*[:–-]/, ''));
}

/** The object of a deliberation: labelled, beside its number, or the heading between attendance and body. */
function objectOf({ lines }: Flow, attended: number): { title?: string; reference?: string } {
  const head = lines.slice(0, HEAD_LINES);
  const labelled = labelledObject(lines);
  if (labelled !== '') return { title: labelled };
  // "Objet de la délibération" over the object itself
  const over = head.findIndex(({ plain: line }) => /^[ \t]*objet(?: de la deliberation)?[ \t]*$/.test(line));
  if (over >= 0 && lines[over + 1]) return { title: tidy(runOn(lines, over + 1)) };
  const isTitle = (line: FlowLine | undefined): boolean =>
    line !== undefined &&
    (line.bold || line.capitals) &&
    !line.inTable &&
    line.text.trim().length >= 12 &&
    !NOT_A_TITLE.test(line.plain.trim()) &&
    !referenceAt(line.text) &&
    !/[,;]\s*$/.test(line.text) &&
    !isListOfNames(line.text);
  for (const [i, line] of head.entries()) {
    const found = referenceAt(line.text);
    if (!found || isRange(line.text.slice(found.end)) || /^[ \t]*(?:vu|loi|article)/.test(line.plain)) continue;
    const behind = tidy(line.text.slice(found.end));
    if (behind.length >= 12 && /\p{L}{4}/u.test(behind) && !NOT_A_TITLE.test(plain(behind)) && !isListOfNames(behind)) {
      return { title: tidy(runOn(lines, i).slice(found.end)), reference: found.reference };
    }
    if (behind === '' && !head[i + 1]?.apart && isTitle(head[i + 1]))
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

/** The act's number where it stands alone, or behind "délibération n°" in a line of the head. */
function numberOf({ lines }: Flow): string | undefined {
  const head = lines.slice(0, HEAD_LINES);
  const numbered = head.flatMap(({ text, plain: line }, i) => {
    // "… ont pris part à la" / "délibération : 16"
    const goesOn = /\b(?:a|la|aux?|de|du|des)[ \t]*$/.test(head[i - 1]?.plain ?? '');
    if (goesOn || /^[ \t]*(?:vu|loi|article|annexe)\b/.test(line)) return [];
    const found = referenceAt(text);
    return found && !isRange(text.slice(found.end)) ? [{ line, reference: found.reference }] : [];
  });
  // a report has its own number, and so has the act that follows it
  const own =
    numbered.find(({ line }) => !/^\W*(?:rapport|affaire|dossier|question|point)\b/.test(line)) ?? numbered[0];
  if (own) return own.reference;
  for (const { text, plain: line } of head) {
    const label =
      /\b(?:(?:deliberation|delib\.?|dcm|acte|n° d'ordre|numero)[ \t]*(?:n°|no|numero|:)|n°[ ](?:de[ ](?:la[ ])?)?deliberation)[ \t]*:?[ \t]*(?=\S*\d)/.exec(
        line,
      );
    if (!label || /\b(?:vu|annexe a|par|cf|part a la|part au)\b/.test(line.slice(0, label.index))) continue;
    const found = referenceAt(`N° ${text.slice(label.index + label[0].length)}`);
    if (found && !isRange(text.slice(label.index + label[0].length + found.end - 3))) return found.reference;
  }
  return undefined;
}

/** "N° 2023/21 à N° 2023/43" numbers a session, not an act. */
const isRange = (behind: string): boolean => /^\s*(?:à|a|au|-)\s*(?:n°|no)?\s*\d{1,4}\s*[-/]/i.test(behind);

const yearIn = (title: string | undefined): number | undefined => {
  const years = [...new Set((title ?? '').match(/\b(?:19|20)\d{2}\b/g) ?? [])];
  return years.length === 1 ? Number(years[0]) : undefined;
};

/** "Séance du mardi", "s'est réunie le lundi" right before a day: whatever was said before, a convocation or a number. */
const saysItMet = (before: string): boolean => {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return (
    /^[ \t]*(?:la )?(?:seance|reunion|session|conseil [a-z]+|bureau [a-z]+)(?: (?:publique|ordinaire|extraordinaire|pleniere))* du (?:(?:lun|mar|mercre|jeu|vendre|same)di |dimanche )?$/.test(
      line,
    ) ||
    /\b(?:s'est|se sont|est|a ete) (?:valablement |legalement )?reunie?s?(?: en [a-z ]{3,30})?,? (?:le|ce) (?:(?:lun|mar|mercre|jeu|vendre|same)di |dimanche )?$/.test(
      before.replaceAll('\n', ' '),
    )
  );
};

/** "Le huit décembre deux mille seize, à 20 heures, le conseil municipal s'est réuni": the day, then who met. */
const THEN_MET =
  /^,?(?: a [^,.;]{1,40},?)?,? (?:le |la |les )(?:membres du )?(?:conseil|comite|bureau|commission|assemblee)\b[^.;]{0,120}\b(?:s'est|se sont|etant) (?:reuni|assemble)/;
const EARLIER = /\b(?:convo[cq]\w*|affich\w*|publi(?!que)\w*|prefecture|vu|loi|decret)\b[^.]{0,60}$/;

/** The day on which the assembly met. */
function sessionDate(act: Act): string | undefined {
  const text = plain(act.passage.text);
  const days = readingsOf(act, 'date').filter(({ value }) => value.precision === 'day' && !value.endValue);
  const before = (start: number): string => text.slice(Math.max(0, start - 130), start);
  const behind = (end: number): string => text.slice(end, end + 200).replaceAll('\n', ' ');
  const met = days.find(({ start, end }) => start < 6000 && THEN_MET.test(behind(end)) && !EARLIER.test(before(start)));
  const told = days.find(
    ({ start }) =>
      start < 6000 &&
      /\b(?:seance|session|reunion|reuni[es]*|conseil|cm|comite|bureau|assemblee|l'an)\b[^.;]{0,110}$/.test(
        before(start),
      ) &&
      (saysItMet(before(start)) ||
        !/\b(?:convo[cq]\w*|affich\w*|publi(?!que)\w*|prefecture|approbation|adoption|vu (?:la|le|l')|deliberation)\b[^.]{0,60}$/.test(
          before(start),
        )),
  );
  const first = days.find(
    ({ start }) =>
      !/\b(?:convo[cq]\w*|affich\w*|publi(?!que)\w*|prefecture|recu|envoye|loi|decret|vu)\b[^.]{0,60}$/.test(
        before(start),
      ),
  );
  return (met ?? told ?? first)?.value.value;
}

const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^[\s:.–—•-]+/u, '')
    .replace(/^Objet[ ]?[:–-][ ]?(?=\S)/iu, '')
    .replace(/[\s:;,.–—-]+$/u, '')
    .trim();
