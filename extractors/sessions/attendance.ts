import type { Stretch } from '../../models/page.js';
import type { Attendance } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { recently } from '../recent.js';
import { type Section, type Status, sectionsOf } from './lists.js';
import { markedAttendance } from './marks.js';
import { type Name, namesStandOneALine, readNames } from './names.js';
import { type Attendee, attendee, samePerson } from './person.js';
import { loosePowers, PROXY, PROXY_TO, SUBSTITUTED, stands, votesHeldFor } from './powers.js';

/** Attendance stands at the head of an act. */
const HEAD = 14_000;

/** Who attended, as the head of an act says. */
export const attendanceOf = recently((text: string): readonly Attendee[] =>
  readAttendance(text, Math.min(HEAD, text.length)),
);

/**
 * Who attended, as the act's lists say, in their order. One entry a person: a power given says more than "excusé".
 * `end`: where the attendance block ends at the latest.
 */
export function readAttendance(text: string, end: number): Attendee[] {
  const head = plain(text).slice(0, end);
  const attendees: Attendee[] = markedAttendance(text, end);
  const sections = outside(sectionsOf(head, text), attendees, text);
  for (const section of sections) attendees.push(...sectionAttendees(text, head, section));
  attendees.push(...loosePowers(text, head, sections), ...looseAbsences(text, head, sections));
  const mayor = attendees.find(
    ({ title }) => title !== undefined && /^(?:le |la )?(?:maire|president)e?\b/.test(plain(title)),
  );
  return onePerPerson(attendees).map((attendee) =>
    attendee.proxyTo === MAYOR && mayor ? { ...attendee, proxyTo: mayor.name } : attendee,
  );
}

/** Lists end where a table begins whose columns have told who attended, and none begins inside it. */
function outside(sections: readonly Section[], marked: readonly Attendee[], text: string): Section[] {
  if (marked.length === 0) return [...sections];
  const firstRow = text.lastIndexOf('\n', marked[0]!.start - 1);
  const top = text.lastIndexOf('\n', firstRow - 1);
  return sections
    .filter(({ start }) => start <= top || start > marked.at(-1)!.end)
    .map((section) => (section.start <= top ? { ...section, end: Math.min(section.end, top) } : section));
}

/** "M. Yann JUIN remplaçant M. Paul ORY": who is replaced is not there. */
const REPLACED =
  /\b(?:remplacante?|remplace|suppleante? de|en remplacement de|en lieu et place de)\s{1,3}(?:m\.?|mme\.?|mlle|monsieur|madame)?\s*$/;

/** "(départ à 21 h, pouvoir à M. CORME)": who gave a power on leaving was there. */
const LEAVES = /^[ ,]{0,2}[(,]? ?(?:depart|part |partie? |quitte|jusqu')[^()\n]{0,60}$/;

/** Stands for "M. le Maire" until it is known who that is. */
const MAYOR = 'le Maire';

function sectionAttendees(text: string, head: string, section: Section): Attendee[] {
  const heldFor = section.status === 'proxy' ? votesHeldFor(text, section) : [];
  if (heldFor.length > 0) return heldFor;
  const found: Attendee[] = [];
  const oneALine = namesStandOneALine(text.slice(section.start, section.end));
  const isPerson = personsIn(text, head, section, oneALine);
  const phrases = [...head.slice(section.start, section.end).matchAll(section.status === 'proxy' ? PROXY_TO : PROXY)];
  let from = section.start;
  let receiverDue = false;
  for (let i = 0; i <= phrases.length; i += 1) {
    const phrase = phrases[i];
    const to = phrase ? section.start + phrase.index : section.end;
    const names = readNames(text, from, to, oneALine).filter((name) => isPerson(name));
    const receiver = receiverDue && names[0] && stands(head.slice(from, names[0].start)) ? names.shift() : undefined;
    const giver = found.at(-1);
    const mayor =
      receiverDue &&
      !receiver &&
      /^\s*(?:m\.|mme|monsieur|madame)?\s*l[ae] (?:maire|presidente?)\b/.test(head.slice(from, to));
    if (mayor && giver?.status === 'proxy') found[found.length - 1] = { ...giver, proxyTo: MAYOR };
    const before = i > 0 ? phrases[i - 1]![0] : '';
    if (receiver && SUBSTITUTED.test(before)) found.push(attendee(receiver, 'present'));
    else if (receiver && giver && giver.status === 'proxy' && giver.proxyTo === undefined) {
      found[found.length - 1] = { ...giver, proxyTo: receiver.name };
    }
    const held = names.filter(({ start }) => !REPLACED.test(head.slice(Math.max(from, start - 40), start)));
    held.forEach((name, k) => {
      const behind = head.slice(name.end, to);
      const gives = phrase !== undefined && k === held.length - 1 && !LEAVES.test(behind);
      const stoodIn = gives && SUBSTITUTED.test(phrase[0]);
      found.push(
        attendee(
          name,
          stoodIn
            ? 'excused'
            : gives
              ? 'proxy'
              : (saidOf(head.slice(name.end, Math.min(name.end + 40, section.end))) ?? section.status),
        ),
      );
    });
    receiverDue = phrase !== undefined && found.length > 0;
    if (phrase) from = to + phrase[0].length;
  }
  return found;
}

/**
 * Which names of a list are people: "BOURG-LE-VIEUX" on a line or in a cell of its own, among names written in full, is
 * where the next ones come from; and where each is called "M." or "Mme", "Vice-Prés. de la CC" tells of an office.
 */
function personsIn(text: string, head: string, { start, end }: Stretch, oneALine: boolean): (name: Name) => boolean {
  const names = readNames(text, start, end, oneALine);
  const isTitled = (name: Name): boolean => TITLED.test(head.slice(Math.max(0, name.start - 16), name.start));
  const isFull = ({ name }: Name): boolean => /\p{Lu}{2}/u.test(name) && /\p{Lu}\p{Ll}/u.test(name);
  const lines = head
    .slice(start, end)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const eachTitled = lines.filter((line) => OPENS_TITLED.test(line)).length >= lines.length * 0.7;
  const full = names.filter((name) => isTitled(name) || isFull(name)).length;
  const inFull = full >= 3 && full >= names.length * 0.4;
  return (name) => {
    if (isTitled(name) || isFull(name)) return true;
    if (eachTitled && !/\s/.test(name.name) && (lines.length >= 3 || /\p{Ll}|[.]/u.test(name.name))) return false;
    if (!inFull || /\p{Ll}/u.test(name.name)) return true;
    const from = Math.max(start, ...['\n', '\t'].map((sign) => text.lastIndexOf(sign, name.start - 1) + 1));
    // "Messieurs ARDENT et" goes on with the next line's name
    if (/(?:,|\bet)\s*$/.test(text.slice(start, name.start))) return true;
    const cell = /[^\n\t]*/.exec(text.slice(from, end))![0];
    const others = names.some((other) => other.start >= from && other.end <= from + cell.length && isFull(other));
    return others || cell.includes(',');
  };
}

/** "X, absente excusée", "X (excusé)": what is said behind one name overrules the label. */
function saidOf(behind: string): Status | undefined {
  const said =
    /^[ \t]*(?:\n?[ \t]*[,(]\s*| )(excusee?|absente?(?: excusee?)?)\b(?!\s+(?:a l'ouv|au deb|en deb|jusqu|lors|pour (?:l|c|le|la|les|ce) |du point|des? \d|a partir|pendant))/.exec(
      behind,
    );
  if (!said) return undefined;
  return said[1]!.includes('excus') ? 'excused' : 'absent';
}

/** "Mme Eve FAURIEL, excusée.", "M. Guy GARDEL est absent." */
const ALONE =
  /(?:,\s{1,2}|\s(?:est|etait)\s)(?:(absente?)(?:,?\s(?:et\s)?(excusee?))?|(excusee?))(?=\s{0,2}(?:[.;,\n)]|et\s|$))/g;
const OPENS_TITLED = /^\W*(?:m\.?|mr\.?|mme\.?|me?lle|monsieur|madame)\s/;
const TITLED = /(?:^|[^a-z])(?:m\.?|mr\.?|mme\.?|me?lle|monsieur|madame|mademoiselle)\s{1,3}$/;

/** Absences told in sentences of their own. */
function looseAbsences(text: string, head: string, sections: readonly Stretch[]): Attendee[] {
  const found: Attendee[] = [];
  for (const match of head.matchAll(ALONE)) {
    if (sections.some(({ start, end }) => match.index >= start && match.index < end)) continue;
    const name = readNames(text, Math.max(0, match.index - 50), match.index, false).at(-1);
    if (!name || name.end !== match.index || !TITLED.test(head.slice(Math.max(0, name.start - 16), name.start)))
      continue;
    found.push(attendee(name, match[2] || match[3] ? 'excused' : 'absent'));
  }
  return found;
}

const SAYS: Record<Attendance['status'], number> = {
  present: 3,
  proxy: 2,
  excused: 1,
  absent: 0,
  not_participating: -1,
};

function onePerPerson(attendees: readonly Attendee[]): Attendee[] {
  const kept: Attendee[] = [];
  for (const attendee of attendees) {
    const same = kept.findIndex(({ name }) => samePerson(name, attendee.name));
    if (same < 0) kept.push(attendee);
    else if (SAYS[attendee.status] > SAYS[kept[same]!.status] && kept[same]!.status !== 'proxy') kept[same] = attendee;
    else if (attendee.proxyTo !== undefined && kept[same]!.proxyTo === undefined && kept[same]!.status === 'proxy')
      kept[same] = attendee;
  }
  return kept;
}
