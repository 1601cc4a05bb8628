import type { Session } from '../../models/records.js';
import { unbroken } from '../acts/plain.js';
import { COUNT, countOf } from './count.js';

/** How many sit in an assembly, were there, were represented and voted. */
export type Headcounts = Partial<Pick<Session, 'membersInOffice' | 'present' | 'represented' | 'voters'>>;

const figure = (pattern: string): RegExp => new RegExp(pattern.replace('COUNT', `(${COUNT})(?![\\d/])`), 'm');
const MEMBERS = [
  figure('\\ben exercice[^\\d\\n]{0,25}?[ \\t]*[:=]?[ \\t]*COUNT'),
  figure(
    '\\b(?:nombre|nbre|nb)[^\\d\\n:]{0,30}\\b(?:conseillers|membres|delegues|elus)\\b(?! (?:presents|votants|absents|represent|excus|ayant))[^\\d\\n:]{0,60}:[ \\t]*COUNT',
  ),
  figure('\\bCOUNT (?:conseillers |membres |delegues )?(?:municipaux |communautaires )?en exercice\\b'),
  figure('^[ \\t]*membres(?: du [a-z ]{1,30})?[ \\t]*[:=][ \\t]*COUNT'),
  figure('\\beffectif(?: legal)?(?: du conseil[a-z ]*)?[ \\t]*[:=][ \\t]*COUNT'),
];
const PRESENT = [
  figure('^[ \\t]*presents?(?:\\(e?s\\))?[ \\t]*\\n[ \\t]*COUNT(?=[ \\t]*$)'),
  figure('\\b(?:nombre|nbre|nb)[^\\d\\n:]{0,40}\\bpresents?[^\\d\\n]{0,12}[:=]?[ \\t]*COUNT'),
  figure(
    '(?<!auditeurs |public |personnes |agents )\\bpresents?(?:\\(e?s\\))?[ \\t]*[:=][ \\t]*COUNT(?=[ \\t]*(?:$|\\n|[-;,|/.)]|\\t)|[ \\t]+(?:pouvoir|votant|absent|excus|procur|represent|quorum|present))',
  ),
  // "En exercice 31 – Présents 6 – Votants 8": labels before their figures, without colons
  /\bpresents?(?:\(e?s\)|\(e\)s)?[ \t]{1,4}(\d{1,3})(?![\d/])(?=[ \t]*(?:$|\n|[-;,|/]|\t)|[ \t]+(?:pouvoir|votant|absent|excus|procur|represent|quorum|en exercice))/,
  figure(
    '\\bCOUNT (?:conseillers |membres |delegues |elus )?(?:municipaux |communautaires )?(?:etaient |sont )?presents?\\b(?! et repres)',
  ),
  figure('\\bqui assistent a la (?:seance|reunion)[ \\t]*[:=]?[ \\t]*COUNT'),
];
const VOTERS = [
  figure('^[ \\t]*votants?[ \\t]*\\n[ \\t]*COUNT(?=[ \\t]*$)'),
  figure('(?<!\\bnon[ -])\\b(?:nombre de )?votants?(?:\\(s\\))?[ \\t]*[:=]?[ \\t]*COUNT'),
  figure('\\bpris part (?:a la deliberation|aux? (?:votes?|deliberations?))[^\\d\\n]{0,12}[:=]?[ \\t]*COUNT'),
  figure('\\bCOUNT (?:conseillers |membres )?(?:etaient |sont )?presents? (?:et|ou) represente'),
  figure('\\bCOUNT votants\\b'),
];
const REPRESENTED = [
  figure('^[ \\t]*(?:pouvoirs?|procurations?|representes?)(?:\\(s\\))?[ \\t]*\\n[ \\t]*COUNT(?=[ \\t]*$)'),
  figure(
    "\\b(?:nombre de |nombre d'|nb de )?(?:pouvoirs?|procurations?|representes?)(?:\\(s\\))?[ \\t]*[:=][ \\t]*COUNT(?=[ \\t]*(?:$|\\n|[-;,|/.)]|\\t)|[ \\t]+(?:pouvoir|votant|absent|excus|procur|represent|quorum|present))",
  ),
  /\b(?:pouvoirs?|procurations?|representes?)(?:\(s\))?[ \t]{1,4}(\d{1,3})(?![\d/])(?=[ \t]*(?:$|\n|[-;,|/]|\t)|[ \t]+(?:votant|absent|excus|quorum|present|suffrage))/,
  figure('(?<!\\b(?:donne|remis|laisse|confie) )\\b(?:dont |[(] ?)?COUNT (?:pouvoirs?|procurations?|representes?)\\b'),
  figure(
    '\\bCOUNT (?:conseillers? |membres? |delegues? |elus? )?(?:municipaux )?(?:ont|a|avaient|avait)\\s{1,2}donne\\s{1,2}(?:pouvoir|procuration)\\b',
  ),
];

/** The numbers of members that the head of an act states, over plain text: in a row of figures, or each behind its words. */
export function readHeadcounts(head: string): Headcounts {
  const table = figureTable(head);
  const membersInOffice = table.membersInOffice ?? first(head, MEMBERS);
  const voters = table.voters ?? first(head, VOTERS);
  const represented = table.represented ?? first(head, REPRESENTED);
  const printed = table.present ?? first(head, PRESENT);
  // "26 présents et représentés", of whom some by power
  const both = printed === undefined && /\bpresents? (?:et|ou) represente/.test(unbroken(head));
  const present = both && voters !== undefined && represented !== undefined ? voters - represented : printed;
  return {
    ...(membersInOffice === undefined ? {} : { membersInOffice }),
    ...(present === undefined ? {} : { present }),
    ...(represented === undefined ? {} : { represented }),
    ...(voters === undefined ? {} : { voters }),
  };
}

function first(head: string, patterns: readonly RegExp[]): number | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(head);
    const count = match ? countOf(match[1]!) : undefined;
    if (count !== undefined && count > 0) return count;
  }
  return undefined;
}

const COLUMNS: readonly [keyof Headcounts, RegExp][] = [
  ['membersInOffice', /en exercice|effectif/],
  ['voters', /votants?|pris part/],
  ['present', /presents?/],
  ['represented', /pouvoirs?|procurations?|represent/],
];

/** Headings and the row of figures under them; a heading may begin a line or two above the one that says "en exercice". */
const TABLE =
  /^((?:[^\n\d]{1,80}\n){0,2})([^\n\d]*\ben exercice\b[^\n\d]*(?:\n[^\n\d]{0,80}){0,3})\n+[ \t]*((?:\d{1,3}[ \t|]*){2,6})$/m;

/** "En exercice | Présents | Votants" over "15 | 12 | 14". */
function figureTable(head: string): Headcounts {
  const [, above, headings, row] = TABLE.exec(head) ?? [];
  const counts = row?.match(/\d{1,3}/g) ?? [];
  const labels = [headings ?? '', `${above}${headings}`]
    .map((said) => [
      ...said.matchAll(
        /en exercice|afferents?|effectif legal|presents?|votants?|pris part|pouvoirs?|procurations?|representes?|absents?|excuses?|suffrages/g,
      ),
    ])
    .find(({ length }) => length === counts.length);
  const found: Headcounts = {};
  labels?.forEach(([label], i) => {
    const column = COLUMNS.find(([, pattern]) => pattern.test(label))?.[0];
    if (column && found[column] === undefined) found[column] = Number(counts[i]);
  });
  return found;
}
