import type { Stretch } from '../../models/page.js';
import { plain } from '../acts/plain.js';
import { readNames } from './names.js';
import { GAVE, POWER } from './powers.js';

/** What a list says of those who stand in it. */
export type Status = 'present' | 'proxy' | 'excused' | 'absent';

/** A list under its label: "Présents :", "Absents ayant donné pouvoir :". */
export interface Section extends Stretch {
  readonly status: Status;
}

/** The plural or the feminine in brackets: "(s)", "(es)", "(e)s", "(e)(s)". */
const MARKS = '(?:\\(e?s\\)|\\(e\\)(?:s|\\(s\\))?|\\(-e-s\\)|\\.e\\.?s?|\u00b7e\u00b7?s?|-e-s)?';

/** Labels in the order in which they are tried: the longest reading of "Absents excusés ayant donné pouvoir" wins. */
const LABELS: readonly { readonly status: Status | undefined; readonly pattern: string }[] = [
  {
    status: 'proxy',
    pattern: `(?:(?:membres|conseillers?|delegues?|elus?|municipaux|communautaires|metropolitains|syndicaux|titulaires?|suppleants?|etaient|etait|sont)\\s{1,3})*(?:absents?|excuses?|absentes?|representee?s?)?${MARKS}(?:\\s{0,3}(?:,|et|/|excuses?|absents?|mais|municipaux)${MARKS})*\\s{0,3}(?:(?:representee?s?|${GAVE}${POWER}|avec\\s{1,3}${POWER})(?:\\(s\\)|\\(e?s\\))?(?:\\s{1,3}(?:par|a un|a leurs?|en application)[^\\n:]{0,120}(?:\\n(?!\\s*(?:absent|excuse|present|secretaire))[^\\n:]{0,80})?)?)(?=\\s{0,3}[:(])`,
  },
  {
    status: 'proxy',
    pattern: `(?:${GAVE}${POWER}|${POWER}(?:\\(s\\))?|representee?s?(?:\\(e?s\\))?|mandants?)(?:\\s{1,3}(?:de vote|ecrits?|a des collegues|donnees?|aux? conseillers?|recue?s?|transmise?s?))*(?=\\s{0,3}(?:\\(\\d{1,3}\\)\\s?)?(?::|\\n))(?!\\s{1,3}(?:a|au|par)\\s)`,
  },
  {
    status: 'excused',
    pattern: `(?:(?:membres|conseillers?|delegues?|elus?|municipaux|communautaires|metropolitains|syndicaux|titulaires?|suppleants?|etaient|etait|sont|est)\\s{1,3})*(?:absents?|absentes?|absences?)?${MARKS}(?:\\s{0,3}(?:et|/|-|,))?\\s{0,3}excuse(?:e?s?)${MARKS}(?:\\s{1,3}(?:ou|et)\\s{1,3}absente?s?${MARKS})?|(?:s'etai(?:en)?t|se sont|s'est)\\s{1,3}(?:fait\\s{1,3})?excuse(?:r|e?s?)`,
  },
  {
    status: 'absent',
    pattern: `(?:(?:membres|conseillers?|delegues?|elus?|municipaux|communautaires|metropolitains|syndicaux|titulaires?|suppleants?|etaient|etait|sont|est)\\s{1,3})*absent(?:e?s?)${MARKS}(?:\\s{1,3}(?:non\\s{1,3}(?:excuse|represente)e?s?|sans\\s{1,3}(?:excuses?|pouvoirs?))${MARKS})?`,
  },
  {
    status: 'present',
    pattern: `(?:(?:membres|conseillers?|delegues?|elus?|municipaux|communautaires|metropolitains|syndicaux|titulaires?|etaient|etait|sont|est|les)\\s{1,3})*present(?:e?s?)${MARKS}(?:\\s{1,3}(?:titulaires?|suppleants?|a l'ouverture de la seance|a la seance|a la reunion|en seance|en visioconference|physiquement|avec voix deliberatives?|(?<=s\\s{1,3})(?:en (?:tant que|qualite de)|comme|pour l(?:a|es?)|les|mesdames|messieurs|(?<=\\bpresents\\s{1,3})(?:au|lors|dans|sous))\\s[^\\n:;.]{1,90}(?:\\n(?!\\s*(?:absent|excuse|pouvoir|procuration|secretaire))[^\\n:;.]{1,60})?(?=\\s{0,2}:)))?|suppleants?\\s{1,3}(?:presents?|remplacant|representant|avec\\s{1,3}voix)[^\\n:;.]{0,60}(?=\\s{0,2}:)`,
  },
  {
    status: undefined,
    pattern:
      "(?:(?:etaient|etait|sont)\\s{1,3})?(?:egalement|aussi)\\s{1,3}presente?s?|assistent|secretaires?(?: de (?:la )?seance)?|ordre du jour|quorum|assistai(?:en)?t(?: egalement)?|invites?|date d[eu] (?:la )?convocation|date d'affichage|nombre de (?!presents?\\b|absents?\\b|excuses?\\b|pouvoirs?\\b|procurations?\\b|representes?\\b)[a-z]+|convocation|participai(?:en)?t(?: egalement)?|votants|membres en exercice|en exercice|objet|president(?: de seance)?|rapporteur",
  },
];

const LABEL = new RegExp(
  `(?<![a-z])(?=[a-z])(?:${LABELS.map(({ pattern }, i) => `(?<label${i}>${pattern})`).join('|')})`,
  'g',
);

/** Behind a label: a count in brackets, a colon, or a new line; or at once the first name. */
const BEHIND =
  /^[ \t]*(?:\(\s*\d+\s*\)|\(?\s*\d{1,3}\s*\)?(?=\s*[:\n])|\([^()\n]{3,60}\)(?=[ \t]*:))?[ \t]*(?:[:.]\s*|-\s|\n|\t(?!(?:present|absent|excuse|pouvoir|procuration|votant))(?=[a-z]\.|[a-z'-]+ [a-z])|(?=(?:mm?\.|mmes?|mrs?|messieurs|mesdames|monsieur|madame|m)\s))/;

/** A line that no attendance list holds. */
const STOP =
  /^[ \t>*-]*(?:(?:le |la |les |l')?(?:quorum|nombre |secretaire|ordre du jour|seance|assemblee|convocation|proces|compte[ -]rendu|conseil (?!municip|d'adm)|president de|maire (?:ouvre|rappelle|propose|expose|apres|certifie|soussigne|constate|informe|donne|demande|invite|declare))|assistai|auditeurs?|invite|date |nombre |conformement|en vertu|en application|m(?:onsieur|adame|\.|me)? l[ea] (?:maire|president)|apres |vu |considerant|objet|deliberation|n°|point |approbation|designation|affaire|dossier|question|rapport|il a ete|il est|formant |lesquels|l'an |extrait|publi|affich|est nomme|a ete (?:nomme|elu|designe)|acte |certifie|envoye|recu |id |resultat|vote|pour (?!l[ae]s? )|\d{1,3}\s*[-.)°]\s*[a-z]|\d{4}[-/]|i+[.)-] )/;

/** All are there but those who are named. */
const EXCEPT =
  /^\s*(?:tous|toutes|l'ensemble|la totalite)\b[^.;:]{0,80}?\b(?:a l'exception de|sauf|hormis|excepte)\s*:?/;

/** The lists of those present, excused, absent or represented, each from behind its label to its end. */
export function sectionsOf(head: string, text: string): Section[] {
  const labels: { status: Status | undefined; start: number; end: number }[] = [];
  for (const match of head.matchAll(LABEL)) {
    const at = match.index;
    const behind = BEHIND.exec(head.slice(at + match[0].length, at + match[0].length + 40));
    if (!behind || !opensList(head, at, at + match[0].length + behind[0].length)) continue;
    const which = LABELS.findIndex((_, i) => match.groups?.[`label${i}`] !== undefined);
    labels.push({ status: LABELS[which]!.status, start: at, end: at + match[0].length + behind[0].length });
  }
  return labels.flatMap(({ status, end }, i) => {
    // "Présents : 14" beside another column is a figure
    if (!status || /^\d{1,3}[ ]*\t/.test(head.slice(end, end + 8))) return [];
    // "Nombre de présents : 14" is a label where names follow, and a figure where they do not
    const [, count, below] = /^(\d{1,3})[ \t]*\n\s*([^\n]*)/.exec(text.slice(end, end + 300)) ?? [];
    if (below !== undefined && (Number(count) === 0 || !looksLikeNames(below))) return [];
    const last = listEnd(head, text, end, labels[i + 1]?.start ?? head.length);
    if (last <= end) return [];
    // "Tous les conseillers à l'exception de M. …"
    const but = status === 'present' ? EXCEPT.exec(head.slice(end, last)) : null;
    if (!but) return [{ status, start: end, end: last }];
    const tail = head.slice(end + but.index, last);
    return [{ status: /excuse/.test(tail) ? 'excused' : 'absent', start: end + but.index + but[0].length, end: last }];
  });
}

/** A label stands at the start of a line or of a phrase, or carries a colon. */
function opensList(head: string, start: number, end: number): boolean {
  const before = head.slice(Math.max(0, start - 30), start);
  if (/(?:^|[\n\t.;:•*(>-])(?:[\d .)-]|les |l'|ont )*$/.test(before)) return true;
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
      if (at > start && (stops(line, text, at, lineEnd) || isProse(text.slice(at, lineEnd)))) return at;
      if (newBlock && names > 0 && !looksLikeNames(text.slice(at, lineEnd))) return at;
      names += readNames(text, at, lineEnd).length;
    }
    at = lineEnd + 1;
  }
  return limit;
}

/** A line that no list holds; but a margin's number before a line of names does not end it. */
function stops(line: string, text: string, start: number, end: number): boolean {
  if (/\b(?:a ete|est|ayant ete) (?:nomme|elu|designe|choisi)/.test(line)) return true;
  if (!STOP.test(line)) return false;
  if (!/^\s*(?:n°|\d|i+[.])/.test(line)) return true;
  const names = readNames(text, start, end);
  const numbered = /^\s*\d{1,3}\s*[-.)°]?\s*/.exec(line)?.[0].length ?? 0;
  const fills = names.some(
    ({ name }) =>
      /\p{Lu}{2} \p{Lu}\p{Ll}|\p{Ll} \p{Lu}{2}/u.test(name) && name.length > (line.trimEnd().length - numbered) * 0.6,
  );
  return !fills && names.filter(({ name }) => /\p{Ll} \p{Lu}/u.test(name)).length < 2;
}

/** What is said behind a name in a list. */
const SAYS_WHY = /(?<!delegations? de )pouvoir|procuration|excuse|absent|represente/;

/** A sentence rather than a list: many small words, and no power given. What stands in brackets tells of one name. */
function isProse(whole: string): boolean {
  const printed = whole.replace(/\([^()]{1,60}\)/gu, '');
  const line = plain(printed);
  if (SAYS_WHY.test(line) || /:\s*(?:mm?\.|mmes?|monsieur|madame|messieurs|mesdames)\s/.test(line)) return false;
  // "M. Luc CORME, membre du Bureau, délégué de la Ville"
  if (
    /^\W*(?:m\.|mme) [^,]{3,40},/.test(line) &&
    !/\b(?:est|sont|a|ont|quitte|arrive|rejoint|rappelle|propose)\s/.test(line)
  )
    return false;
  const words = line.match(/[a-z']+/g) ?? [];
  const small = (printed.match(/(?<!\p{L})\p{Ll}+/gu) ?? []).filter((word) =>
    /^(?:le|la|les|un|une|des|du|de|est|sont|ont|a|qui|que|dans|pour|par|sur|cette|ce|ses|leur|ne|pas|avec|aux?)$/.test(
      plain(word),
    ),
  ).length;
  return words.length >= 8 && small >= words.length * 0.3;
}

/** A new block goes on with the list when it opens with "M.", "Mme" or holds little else than names. */
function looksLikeNames(whole: string): boolean {
  // "Délégués de la Ville : Mmes …"; "(T)" says that a delegate is no substitute
  const block = whole.replace(/^[^:\n]{1,90}:\s*(?=\p{Lu})/u, '').replace(/\([^()]{1,40}\)/gu, '');
  if (/^\W*(?:M\.|MM\.?|Mme|Mmes|Mlle|Monsieur|Madame|Mesdames|Messieurs)\s/u.test(block)) return true;
  if (SAYS_WHY.test(plain(block))) return true;
  const names = readNames(block, 0, block.length).filter(({ name }) => {
    const words = name.split(' ').length;
    return words >= 2 && words <= 5 && /\p{Ll}/u.test(name);
  });
  const covered = names.reduce((sum, { start, end }) => sum + end - start, 0);
  return covered >= block.trim().length * 0.7;
}
