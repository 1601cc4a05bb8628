import type { Session } from '../../models/records.js';
import { unbroken } from '../acts/plain.js';
import { COUNT, countOf } from './count.js';
import { type Name, readNames } from './names.js';

/** What the head of minutes or of a deliberation says of the meeting, but for its date. */
export type SessionFacts = Pick<
  Session,
  'body' | 'place' | 'secretary' | 'membersInOffice' | 'present' | 'represented' | 'voters'
> & {
  readonly president?: Name;
  /** Where the meeting is told of. */
  readonly start: number;
  readonly end: number;
};

const BODY =
  /\b(?:conseil (?:municipal|communal|communautaire|metropolitain|departemental|regional|syndical|general|territorial|d'administration(?: du (?:ccas|centre communal d'action sociale))?|d'arrondissement|de (?:la )?communaute|d'agglomeration|de territoire)|comite (?:syndical|directeur)|bureau (?:communautaire|metropolitain|syndical|municipal|de la metropole|du conseil[a-z ]{0,25}|executif)|commission permanente|assemblee (?:generale(?: (?:ordinaire|extraordinaire))?|de corse|departementale)|bureau(?=\s)(?! d'etudes?| de (?:vote|poste|controle|tabac)))/;

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

/** `text` as printed, `head` the same in plain text; both up to where the head of the act ends. */
export function readSession(text: string, lines: string): SessionFacts | undefined {
  const head = unbroken(lines);
  const body = BODY.exec(head);
  const president =
    nameBehind(
      text,
      head,
      /\bsous la (?:haute )?presidence de\s+|\bpresidee? par\s+|\bpresidence[ \t]*:[ \t]*|\bpresident(?:e)?(?: de (?:la )?seance)?[ \t]*:[ \t]*|\bl[ea] (?:maire|presidente?), (?=(?:m\.|mr\.?)?[^.,;]{3,50}, (?:ouvre|declare)\b)/,
    ) ??
    nameBefore(
      text,
      head,
      /(?<=[a-z]), (?:le |la )?(?:maire|presidente?),? (?:ouvre|declare ouverte|declare la seance)\b/,
      true,
    );
  const secretary =
    nameBehind(
      text,
      head,
      /\bsecreta(?:ires?|riat)(?: de (?:la )?seance)?(?: (?:elu|nomme|designe)(?:e|\(e\))?)?[ \t]*:[ \t]*\n?|\b(?:nomme|designe|elit|nomment|designent|choisi[te]?|ayant nomme|avoir designe|avoir nomme)\s+(?=(?:m[. m]|mme|mons|mad)[^.\n]{0,60}(?:\n[^.\n]{0,40})?\bsecretaire)/,
    ) ??
    nameBefore(
      text,
      head,
      /\b(?:a ete|est|ayant ete|sont|etant|,)\s*(?:elue?|nommee?|designee?|choisie?)[^.\n]{0,40}(?:\n[^.\n]{0,30})?\bsecretaire\b|\b(?:remplit|assure|remplissant|assurant) (?:les fonctions|le secretariat|la fonction)|\b(?:comme|en qualite de) secretaires? de (?:la )?seance\b/,
    );
  const table = figureTable(lines);
  const membersInOffice = table.membersInOffice ?? first(lines, MEMBERS);
  const voters = table.voters ?? first(lines, VOTERS);
  const represented = table.represented ?? first(lines, REPRESENTED);
  const printed = table.present ?? first(lines, PRESENT);
  const place = placeOf(text, lines);
  const both =
    /\bpresents? (?:et|ou) represente/.test(head) &&
    printed === undefined &&
    voters !== undefined &&
    represented !== undefined;
  const present = both ? voters - represented : printed;
  if (!body && !president && !secretary && membersInOffice === undefined && present === undefined) return undefined;
  const at = body?.index ?? 0;
  return {
    start: at,
    end: at + (body?.[0].length ?? 0),
    ...(body
      ? {
          body: text
            .slice(at, at + body[0].length)
            .replace(/\s+/g, ' ')
            .toLowerCase(),
        }
      : {}),
    ...(place === undefined ? {} : { place }),
    ...(president === undefined ? {} : { president }),
    ...(secretary === undefined ? {} : { secretary: secretary.name }),
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

const COLUMNS: readonly [keyof Figures, RegExp][] = [
  ['membersInOffice', /en exercice|effectif/],
  ['voters', /votants?|pris part/],
  ['present', /presents?/],
  ['represented', /pouvoirs?|procurations?|represent/],
];

type Figures = Partial<Record<'membersInOffice' | 'present' | 'represented' | 'voters', number>>;

/** Headings and the row of figures under them; a heading may begin a line or two above the one that says "en exercice". */
const TABLE =
  /^((?:[^\n\d]{1,80}\n){0,2})([^\n\d]*\ben exercice\b[^\n\d]*(?:\n[^\n\d]{0,80}){0,3})\n+[ \t]*((?:\d{1,3}[ \t|]*){2,6})$/m;

/** "En exercice | Présents | Votants" over "15 | 12 | 14". */
function figureTable(head: string): Figures {
  const [, above, headings, row] = TABLE.exec(head) ?? [];
  const counts = row?.match(/\d{1,3}/g) ?? [];
  const labels = [headings ?? '', `${above}${headings}`]
    .map((said) => [
      ...said.matchAll(
        /en exercice|afferents?|effectif legal|presents?|votants?|pris part|pouvoirs?|procurations?|representes?|absents?|excuses?|suffrages/g,
      ),
    ])
    .find(({ length }) => length === counts.length);
  const found: Figures = {};
  labels?.forEach(([label], i) => {
    const column = COLUMNS.find(([, pattern]) => pattern.test(label))?.[0];
    if (column && found[column] === undefined) found[column] = Number(counts[i]);
  });
  return found;
}

function nameBehind(text: string, head: string, pattern: RegExp): Name | undefined {
  const match = pattern.exec(head);
  if (!match) return undefined;
  const start = match.index + match[0].length;
  // behind a label the name ends with its line
  const lineEnd = text.indexOf('\n', start);
  const labelled = /:\s*$/.test(match[0]) && lineEnd > start;
  const onLine = labelled
    ? readNames(text, start, lineEnd, false).find(({ name }) => /\p{L}[.]? \p{L}/u.test(name))
    : undefined;
  if (onLine) return onLine;
  const stop = /\n\n|(?<!\b(?:m|mm|mme|dr|mr))[.](?=\s+[a-z]{3})|;/.exec(head.slice(start, start + 140));
  return readNames(text, start, start + (stop?.index ?? 140), false).find(({ name }) => name.length > 2);
}

/** `adjacent`: nothing stands between the name and what tells of it. */
function nameBefore(text: string, head: string, pattern: RegExp, adjacent = false): Name | undefined {
  const match = pattern.exec(head);
  if (!match) return undefined;
  const from = Math.max(0, match.index - 90);
  const before = head.slice(from, match.index);
  const cut = Math.max(before.lastIndexOf('\n\n') + 2, before.search(/\b(?:m\.|mme|monsieur|madame|mr)\b[^.]*$/), 1);
  const name = readNames(text, from + Math.max(0, cut), match.index, false).at(-1);
  return adjacent && name?.end !== match.index ? undefined : name;
}

/** What an assembly meets in. */
const SITE =
  '(?:mairie|salle|maison|hotel|siege|lieu|espace|centre|foyer|gymnase|complexe|auditorium|amphitheatre|hemicycle|theatre|ecole|college|lycee|chateau|palais|halle|cinema|mediatheque|pole|forum|domaine|musee|prefecture|communaute|sous-prefecture)';
/** What may stand between the verb and the place; a space may be the end of a line. */
const BETWEEN = [
  'en (?:seance|session|nombre|assemblee)[a-z\\s]{0,30}?',
  'legalement|publiquement|ordinaire|publique|,',
  'au nombre prescrit(?: par la loi)?',
  'sur (?:la )?convocation[^,\\n]{0,60}',
  'sous la presidence[^,]{0,80}',
  '(?:le|ce) (?:[a-z]{4,9} )?\\d{1,2}(?:er)? [a-z]{3,9} \\d{4}',
  'a (?:partir de )?(?:\\d{1,2} ?(?:h|heures?)(?: ?\\d\\d)?|(?:[a-z-]{2,9} ){1,3}heures?(?: (?:et )?(?:trente|quinze|quarante-cinq|demie|quart))?)',
]
  .join('|')
  .replaceAll(' ', '[ \\n]');
/** "s'est réuni en session ordinaire, à la salle des fêtes": behind the verb, what may stand between, then the place. */
const MET = new RegExp(
  `\\b(?:reunie?s?|assemblee?s?|se reunit)\\b(?:[ \\n,]+(?:${BETWEEN})){0,5}[ \\n,]*((?:a[ \\n]l'|a[ \\n]la[ \\n]|au[ \\n]|dans[ \\n](?:la |le |les |l')?|en[ \\n](?:la |l'|son |sa )?)?${SITE}\\b[^\\n.;]{0,90})`,
);

/** "Séance du 6 décembre 2018 à 20h00", and the place on the line below. */
const ANNOUNCED =
  /^[^\n]{0,40}\b(?:seance|reunion|conseil|comite|bureau)\b[^\n]{0,60}\d{4}\b[^\n]{0,30}\n+[ \t]*((?:salle|foyer|espace|maison|centre|gymnase|auditorium|amphitheatre|hemicycle)\b[^\n.;:]{0,60})$/m;

/** How long a place is that ends at `end`: it goes on below where a small word stands at the line's end or begins the next. */
function runsOn(text: string, head: string, end: number, said: string): number {
  const next = /^\n([^\n.;,]{1,60})/.exec(head.slice(end, end + 80));
  const unfinished = /(?:\b(?:des?|du|la|le|les|saint|sainte|en|a|au)|[ld]'|-)\s*$/.test(said);
  // "à l'espace" is no place yet
  const bare = /^(?:a l'|a la |au )?(?!mairie)[a-z]+$/.test(said);
  const small = next && /^(?:d[eu]s? |d'|la |ses |leurs |l')/.test(next[1]!);
  const goesOn = said.length < 25 && !said.includes(',') && /^\n\p{Ll}/u.test(text.slice(end, end + 2));
  return next && (unfinished || bare || goesOn || (small && said.length > 20))
    ? said.length + next[0].length
    : said.length;
}

/** "réuni en mairie, salle du conseil", "à la salle des fêtes", "Lieu : …". */
function placeOf(text: string, head: string): string | undefined {
  const labelled = /^[ \t]*lieu(?: de (?:la )?(?:seance|reunion))?[ \t]*:[ \t]*([^\n]{3,80})/m.exec(head);
  const met = MET.exec(head) ?? ANNOUNCED.exec(head);
  const found = labelled
    ? { at: labelled.index + labelled[0].indexOf(labelled[1]!), length: labelled[1]!.length }
    : met
      ? {
          at: met.index + met[0].length - met[1]!.length,
          length: runsOn(text, head, met.index + met[0].length, met[1]!),
        }
      : undefined;
  if (!found) return undefined;
  const place = text
    .slice(found.at, found.at + found.length)
    .replace(
      /,?\s+(?:à [a-z-]+ heures|le (?=\d|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|[a-z]+ (?:janvier|f|mars|avril|mai|jui|ao|sept|oct|nov|d)|[a-zé-]+$)|sous |apres |après |sur |conform|au nombre |dûment|légalement|régulièrement|convoqu|à la suite|suite|étaient|lors|en séance|en session).*$/su,
      '',
    )
    .replace(/,\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return place.length > 2 ? place : undefined;
}
