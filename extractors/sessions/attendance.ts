import type { Stretch } from '../../models/page.js';
import type { Attendance } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { markedAttendance } from './marks.js';
import { type Name, namesStandOneALine, readNames } from './names.js';

/** A person in an attendance list, and where the name stands. */
export interface Attendee extends Stretch {
  readonly name: string;
  readonly title?: string;
  readonly status: Attendance['status'];
  readonly proxyTo?: string;
}

type Status = 'present' | 'proxy' | 'excused' | 'absent';

/** A list under its label: "Présents :", "Absents ayant donné pouvoir :". */
interface Section extends Stretch {
  readonly status: Status;
}

const GAVE =
  '(?:(?:a|ont|ayant|avait|avaient|qui a|qui ont)\\s{1,3})?(?:donne|donnent|donnant|remis|confie|laisse|vote)\\w{0,6}\\s{1,3}(?:leur\\s{1,3}|son\\s{1,3}|sa\\s{1,3}|un\\s{1,3}|par\\s{1,3})?';
const POWER = '(?:pouvoirs?|procurations?|procuration de vote|mandats?)';

/** The plural or the feminine in brackets: "(s)", "(es)", "(e)s", "(e)(s)". */
const MARKS = '(?:\\(e?s\\)|\\(e\\)(?:s|\\(s\\))?|\\(-e-s\\)|\\.e\\.?s?|\u00b7e\u00b7?s?|-e-s)?';

/** Labels in the order in which they are tried: the longest reading of "Absents excusés ayant donné pouvoir" wins. */
const LABELS: readonly { readonly status: Status | undefined; readonly pattern: string }[] = [
  {
    status: 'proxy',
    pattern: `(?:(?:membres|conseillers?|delegues?|elus?|etaient|etait|sont)\\s{1,3})*(?:absents?|excuses?|absentes?|representes?)?${MARKS}(?:\\s{0,3}(?:,|et|/|excuses?|absents?|mais|municipaux)${MARKS})*\\s{0,3}(?:(?:representes?|${GAVE}${POWER}|avec\\s{1,3}${POWER})(?:\\(s\\)|\\(e?s\\))?(?:\\s{1,3}(?:par|a un|a leurs?|en application)[^\\n:]{0,120}(?:\\n[^\\n:]{0,80})?)?)(?=\\s{0,3}[:(])`,
  },
  {
    status: 'proxy',
    pattern: `(?:${GAVE}${POWER}|${POWER}(?:\\(s\\))?|representes?(?:\\(e?s\\))?|mandants?)(?:\\s{1,3}(?:de vote|ecrits?|a des collegues|donnees?|aux? conseillers?))*(?=\\s{0,3}(?::|\\n))`,
  },
  {
    status: 'excused',
    pattern: `(?:(?:membres|conseillers?|delegues?|elus?|etaient|etait|sont)\\s{1,3})*(?:absents?|absentes?|absences?)?${MARKS}(?:\\s{0,3}(?:et|/|-|,))?\\s{0,3}excuse(?:e?s?)${MARKS}`,
  },
  {
    status: 'absent',
    pattern: `(?:(?:membres|conseillers?|delegues?|elus?|etaient|etait|sont)\\s{1,3})*absent(?:e?s?)${MARKS}(?:\\s{1,3}(?:non\\s{1,3}(?:excuse|represente)e?s?|sans\\s{1,3}(?:excuses?|pouvoirs?))${MARKS})?`,
  },
  {
    status: 'present',
    pattern: `(?:(?:membres|conseillers?|delegues?|elus?|titulaires?|etaient|etait|sont|les)\\s{1,3})*present(?:e?s?)${MARKS}(?:\\s{1,3}(?:a l'ouverture de la seance|a la seance|a la reunion|en seance|en visioconference|physiquement|avec voix deliberatives?))?`,
  },
  {
    status: undefined,
    pattern:
      "secretaires?(?: de (?:la )?seance)?|ordre du jour|quorum|assistai(?:en)?t(?: egalement)?|invites?|date d[eu] (?:la )?convocation|date d'affichage|nombre de [a-z]+|convocation|participai(?:en)?t|votants|membres en exercice|en exercice|objet|president(?: de seance)?|rapporteur",
  },
];

const LABEL = new RegExp(LABELS.map(({ pattern }, i) => `(?<label${i}>(?<![a-z])(?=[a-z])${pattern})`).join('|'), 'g');

/** Behind a label: a count in brackets, a colon, or a new line; or at once the first name. */
const BEHIND =
  /^[ \t]*(?:\(\s*\d+\s*\)|\(?\s*\d{1,3}\s*\)?(?=\s*[:\n]))?[ \t]*(?:[:.]\s*|-\s|\n|(?=(?:mm?\.|mmes?|mrs?|messieurs|mesdames|monsieur|madame|m)\s))/;

/** A line that no attendance list holds. */
const STOP =
  /^[ \t>*-]*(?:(?:le |la |les |l')?(?:quorum|secretaire|ordre du jour|seance|assemblee|convocation|proces|compte[ -]rendu|conseil (?!municip|d'adm)|president de|maire (?:ouvre|rappelle|propose|expose|apres|certifie|soussigne|constate|informe|donne|demande|invite|declare))|assistai|invite|date |nombre |conformement|en vertu|en application|m(?:onsieur|adame|\.|me)? l[ea] (?:maire|president)|apres |vu |considerant|objet|deliberation|n°|point |approbation|designation|affaire|dossier|question|rapport|il a ete|il est|formant |lesquels|l'an |extrait|publi|affich|est nomme|a ete (?:nomme|elu|designe)|acte |certifie|envoye|recu |id |resultat|vote|pour |\d{1,3}\s*[-.)°]\s*[a-z]|\d{4}[-/]|i+[.)-] )/;

const PROXY = new RegExp(
  `(?:[,(]\\s{0,2})?(?:${GAVE})?(?:${POWER}|proc\\.?|pvr)(?:\\s{1,3}(?:ecrite?|de vote|est donnee?|donnee?|a ete donnee?))*\\s{0,3}(?:a\\s|au\\s|aux\\s|pour\\s|:|→|->|=>)|\\brepresente(?:e|s|es)?\\s{1,3}par\\s|\\bsupplee[es]*\\s{1,3}par\\s|\\bremplacee?\\s{1,3}par\\s|[→➔➜]|=>`,
  'g',
);
/** Under "Pouvoirs :", "Mme A à M. B" is enough. */
const PROXY_TO = new RegExp(`${PROXY.source}|[ \\t\\n(](?:a|par)[ \\t\\n]{1,3}(?=[a-z])`, 'g');

/**
 * Who attended, as the act's lists say, in their order. One entry a person: a power given says more than "excusé".
 * `end`: where the attendance block ends at the latest.
 */
export function readAttendance(text: string, end: number): Attendee[] {
  const head = plain(text).slice(0, end);
  const attendees: Attendee[] = markedAttendance(text, end);
  const sections = sectionsOf(head, text);
  for (const section of sections) attendees.push(...sectionAttendees(text, head, section));
  attendees.push(...loosePowers(text, head, sections), ...looseAbsences(text, head, sections));
  const mayor = attendees.find(
    ({ title }) => title !== undefined && /^(?:le |la )?(?:maire|president)e?\b/.test(plain(title)),
  );
  return onePerPerson(attendees).map((attendee) =>
    attendee.proxyTo === MAYOR && mayor ? { ...attendee, proxyTo: mayor.name } : attendee,
  );
}

function sectionsOf(head: string, text: string): Section[] {
  const labels: { status: Status | undefined; start: number; end: number }[] = [];
  for (const match of head.matchAll(LABEL)) {
    const at = match.index;
    const behind = BEHIND.exec(head.slice(at + match[0].length, at + match[0].length + 40));
    if (!behind || !opensList(head, at, at + match[0].length + behind[0].length)) continue;
    const which = LABELS.findIndex((_, i) => match.groups?.[`label${i}`] !== undefined);
    labels.push({ status: LABELS[which]!.status, start: at, end: at + match[0].length + behind[0].length });
  }
  return labels.flatMap(({ status, end }, i) => {
    if (!status) return [];
    const last = listEnd(head, text, end, labels[i + 1]?.start ?? head.length);
    return last > end ? [{ status, start: end, end: last }] : [];
  });
}

/** A label stands at the start of a line or of a phrase, or carries a colon. */
function opensList(head: string, start: number, end: number): boolean {
  const before = head.slice(Math.max(0, start - 30), start);
  if (/(?:^|[\n\t.;:•*(>-])[ ]*(?:\d{1,3}[ .)-]*|les |l'|ont |- )*$/.test(before)) return true;
  return /[:(]\s*$/.test(head.slice(start, end)) || /(?:etaient|sont|membres|\d+ conseillers?|\d+)\s*$/.test(before);
}

/** Where the list that begins at `start` ends: before a line that no list holds. */
function listEnd(head: string, text: string, start: number, limit: number): number {
  let at = start;
  let names = 0;
  while (at < limit) {
    let lineEnd = head.indexOf('\n', at);
    if (lineEnd < 0 || lineEnd > limit) lineEnd = limit;
    const line = head.slice(at, lineEnd);
    if (line.trim() !== '') {
      const newBlock = at > start && head[at - 1] === '\n' && head[at - 2] === '\n';
      if (at > start && (stops(line, text, at, lineEnd) || isProse(line))) return at;
      if (newBlock && names > 0 && !looksLikeNames(text.slice(at, lineEnd))) return at;
      names += readNames(text, at, lineEnd).length;
    }
    at = lineEnd + 1;
  }
  return limit;
}

/** A line that no list holds; but a margin's number before a line of names does not end it. */
function stops(line: string, text: string, start: number, end: number): boolean {
  if (!STOP.test(line)) return false;
  if (!/^\s*(?:n°|\d|i+[.])/.test(line)) return true;
  return readNames(text, start, end).filter(({ name }) => /\p{Ll} \p{Lu}/u.test(name)).length < 2;
}

/** A sentence rather than a list: many small words, and no power given. */
function isProse(line: string): boolean {
  if (/pouvoir|procuration|excuse|absent|represente/.test(line)) return false;
  const words = line.match(/[a-z']+/g) ?? [];
  const small = words.filter((word) =>
    /^(?:le|la|les|un|une|des|du|de|est|sont|ont|a|qui|que|dans|pour|par|sur|cette|ce|ses|leur|ne|pas|avec|aux?)$/.test(
      word,
    ),
  ).length;
  return words.length >= 8 && small >= words.length * 0.3;
}

/** A new block goes on with the list when it opens with "M.", "Mme" or holds little else than names. */
function looksLikeNames(block: string): boolean {
  if (/^\W*(?:M\.|MM\.?|Mme|Mmes|Mlle|Monsieur|Madame|Mesdames|Messieurs)\s/u.test(block)) return true;
  if (/pouvoir|procuration/i.test(block)) return true;
  const names = readNames(block, 0, block.length).filter(({ name }) => {
    const words = name.split(' ').length;
    return words >= 2 && words <= 5 && /\p{Ll}/u.test(name);
  });
  const covered = names.reduce((sum, { start, end }) => sum + end - start, 0);
  return covered >= block.trim().length * 0.7;
}

/** "M. Yann JUIN remplaçant M. Paul ORY": who is replaced is not there. */
const REPLACED =
  /\b(?:remplacante?|remplace|suppleante? de|en remplacement de|en lieu et place de)\s{1,3}(?:m\.?|mme\.?|mlle|monsieur|madame)?\s*$/;

/** Stands for "M. le Maire" until it is known who that is. */
const MAYOR = 'le Maire';

/** Nothing but "M." or "Madame" stands between "pouvoir à" and the name of who received it. */
const stands = (between: string): boolean =>
  /^[\s:]*(?:m\.?|mme\.?|mlle|monsieur|madame|mr\.?|dr\.?)?\s*$/.test(between);

function sectionAttendees(text: string, head: string, section: Section): Attendee[] {
  const found: Attendee[] = [];
  const oneALine = namesStandOneALine(text.slice(section.start, section.end));
  const phrases = [...head.slice(section.start, section.end).matchAll(section.status === 'proxy' ? PROXY_TO : PROXY)];
  let from = section.start;
  let receiverDue = false;
  for (let i = 0; i <= phrases.length; i += 1) {
    const phrase = phrases[i];
    const to = phrase ? section.start + phrase.index : section.end;
    const names = readNames(text, from, to, oneALine);
    const receiver = receiverDue && names[0] && stands(head.slice(from, names[0].start)) ? names.shift() : undefined;
    const giver = found.at(-1);
    const mayor =
      receiverDue &&
      !receiver &&
      /^\s*(?:m\.|mme|monsieur|madame)?\s*l[ae] (?:maire|presidente?)\b/.test(head.slice(from, to));
    if (mayor && giver?.status === 'proxy') found[found.length - 1] = { ...giver, proxyTo: MAYOR };
    if (receiver && giver && giver.status === 'proxy' && giver.proxyTo === undefined) {
      found[found.length - 1] = { ...giver, proxyTo: receiver.name };
    }
    const held = names.filter(({ start }) => !REPLACED.test(head.slice(Math.max(from, start - 40), start)));
    held.forEach((name, k) => {
      const gives = phrase !== undefined && k === held.length - 1;
      found.push(
        attendee(
          name,
          gives ? 'proxy' : (saidOf(head.slice(name.end, Math.min(name.end + 40, section.end))) ?? section.status),
        ),
      );
    });
    receiverDue = phrase !== undefined && found.length > 0;
    if (phrase) from = to + phrase[0].length;
  }
  return found;
}

const attendee = ({ start, end, name, title }: Name, status: Status): Attendee => ({
  start,
  end,
  name,
  status,
  ...(title === undefined ? {} : { title }),
});

/** "X, absente excusée", "X (excusé)": what is said behind one name overrules the label. */
function saidOf(behind: string): Status | undefined {
  const said =
    /^[ \t]*(?:\n?[ \t]*[,(]\s*| )(excusee?|absente?(?: excusee?)?)\b(?!\s+(?:a l'ouv|au deb|en deb|jusqu|lors|pour (?:l|c|le|la|les|ce) |du point|des? \d|a partir|pendant))/.exec(
      behind,
    );
  if (!said) return undefined;
  return said[1]!.includes('excus') ? 'excused' : 'absent';
}

const POWER_OF = /\b(?:pouvoirs?|procurations?)\s+(?:est\s+)?(?:donnee?s?\s+)?(?:de|par)\s+(?=m|[a-z]+ [a-z]+)/g;

/** What stands between a name and "a donné pouvoir": ", absente excusée, qui". */
const LEADS_TO_POWER =
  /^[\s,(]{0,3}(?:(?:absente?|excusee?|absente? excusee?|empechee?)[\s,]{0,3})?(?:(?:qui|et|ayant|avait)\s{0,2})?(?:a\s)?$/;
/** "Mme Eve FAURIEL, excusée.", "M. Guy GARDEL est absent." */
const ALONE =
  /(?:,\s{1,2}|\s(?:est|etait)\s)(?:(absente?)(?:,?\s(?:et\s)?(excusee?))?|(excusee?))(?=\s{0,2}(?:[.;,\n)]|et\s|$))/g;
const TITLED = /(?:^|[^a-z])(?:m\.?|mr\.?|mme\.?|mlle|monsieur|madame|mademoiselle)\s{1,3}$/;

/** Absences told in sentences of their own. */
function looseAbsences(text: string, head: string, sections: readonly Section[]): Attendee[] {
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

/** Powers told in sentences of their own: "Pouvoir de Mme A à M. B", "Mme A a donné pouvoir à M. B". Both are named. */
function loosePowers(text: string, head: string, sections: readonly Section[]): Attendee[] {
  const found: Attendee[] = [];
  const add = (giver: Name | undefined, receiver: Name | undefined): void => {
    if (giver && receiver) found.push({ ...attendee(giver, 'proxy'), proxyTo: receiver.name });
  };
  for (const match of head.matchAll(POWER_OF)) {
    const start = match.index + match[0].length;
    const [giver, receiver] = readNames(text, start, Math.min(head.length, start + 110), false);
    if (giver && receiver && /^\s*(?:,[^,]{0,40},)?\s*a\s/.test(head.slice(giver.end, receiver.start)))
      add(giver, receiver);
  }
  for (const match of head.matchAll(PROXY)) {
    if (sections.some(({ start, end }) => match.index >= start && match.index < end)) continue;
    // "Pouvoirs :" is a label
    if (/^\w+\s*:/.test(match[0])) continue;
    const after = match.index + match[0].length;
    const giver = readNames(text, Math.max(0, match.index - 60), match.index, false).at(-1);
    const receiver = readNames(text, after, Math.min(head.length, after + 80), false)[0];
    if (
      giver &&
      LEADS_TO_POWER.test(head.slice(giver.end, match.index)) &&
      receiver &&
      stands(head.slice(after, receiver.start))
    )
      add(giver, receiver);
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

/** Two ways of writing one name: the same words in any order, or the surname alone. */
export function samePerson(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  if (!agreesInitial(a, b) || !agreesInitial(b, a)) return false;
  const [small, large] = x.length <= y.length ? [x, y] : [y, x];
  return (
    small.length > 0 &&
    small.every((word) => large.includes(word)) &&
    (small.length > 1 || small[0] === large.at(-1) || small[0] === large[0])
  );
}

/** "C. Martin" is no "J. Martin" and no "Paul Martin". */
function agreesInitial(name: string, other: string): boolean {
  const initial = /^([a-z])(?:\.|-[a-z]\b)/.exec(plain(name))?.[1];
  const words = plain(other).match(/[a-z]+/g) ?? [];
  return initial === undefined || words.length < 2 || words.some((word) => word.startsWith(initial));
}

const wordsOf = (name: string): string[] =>
  plain(name)
    .split(/[^a-z]+/)
    .filter((word) => word.length > 1);
