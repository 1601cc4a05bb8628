import type { Stretch } from '../../models/page.js';
import type { Vote } from '../../models/records.js';
import { unbroken } from '../acts/plain.js';
import { readTallies } from './tally.js';

/** The sign of a decision: words that say that the assembly decided, and how. Offsets into plain text. */
export interface Sign extends Stretch {
  /** `tally`: votes were counted; `outcome`: "adopté à l'unanimité"; `verb`: "le conseil décide". */
  readonly kind: 'tally' | 'outcome' | 'verb';
  readonly outcome: Vote['outcome'];
  readonly unanimous?: boolean;
  readonly votesFor?: number;
  readonly votesAgainst?: number;
  readonly abstentions?: number;
  readonly voters?: number;
}

/** Names of assemblies, as the subject of a sentence. */
const BODY =
  /\b(?:l'|la |le |les )(?:conseil(?:lers)?(?: (?:municipal|municipaux|communal|communautaires?|metropolitains?|departementa(?:l|ux)|regiona(?:l|ux)|general|syndical|d'administration|d'arrondissement|de communaute|d'agglomeration|territorial|de paris))?|assemblee(?: (?:deliberante|generale|departementale|pleniere))?|comite(?: (?:syndical|directeur))?|bureau(?: (?:municipal|communautaire|metropolitain|syndical|de la metropole|executif))?|commission permanente|membres (?:du conseil|du comite|du bureau|de l'assemblee|presents))\b|\bapres (?:en )?avoir (?:delibere|debattu)\b/g;

const ADOPTS =
  /\b(?:decid(?:e|ent)|approuv(?:e|ent)|autoris(?:e|ent)|adopt(?:e|ent)|accept(?:e|ent)|valid(?:e|ent)|sollicit(?:e|ent)|design(?:e|ent)|nomm(?:e|ent)|attribu(?:e|ent)|accord(?:e|ent)|arret(?:e|ent)|ratifi(?:e|ent)|confirm(?:e|ent)|instaur(?:e|ent)|institu(?:e|ent)|mandat(?:e|ent)|renonc(?:e|ent)|octroi(?:e|ent)|(?<!au |le |du |un |ce )vot(?:e|ent)|fix(?:e|ent)|elit|elisent|(?<!n')emet|emettent|cree|creent|donne(?:nt)? (?:son|leur|un|une|avis|pouvoir|mandat|tout pouvoir|l'autorisation|l'accord|delegation|quitus|suite)|s'engage|se prononce|retient|modifie|proclame|est favorable|sont favorables|est d'accord|sont d'accord|a (?:decide|approuve|adopte|vote|accepte|valide|designe|elu|autorise)|ont (?:decide|approuve|adopte|vote|accepte|valide|designe|elu|autorise))\b/;
const REJECTS =
  /\b(?:rejett(?:e|ent)|refus(?:e|ent)|repouss(?:e|ent)|s'oppos(?:e|ent)|desapprouv(?:e|ent)|n'(?:approuve|accepte|autorise|adopte)(?:nt)? pas|ne (?:donne|souhaite|retient) pas|a (?:rejete|refuse)|n'(?:est|etant) pas favorables?|ne sont pas favorables)\b/;
const POSTPONES =
  /\b(?:ajourn(?:e|ent)|report(?:e|ent)|surseoi(?:t|ent)|sursoi(?:t|ent)|differ(?:e|ent)|renvoi(?:e|ent)|a (?:ajourne|reporte))\b/;
const NOTES = /\b(?:(?:prend|prennent|a pris|ont pris) (?:bonne |ainsi )?(?:acte|note)|donne(?:nt)? acte)\b/;

const UNANIMOUS = /\bunanimite\b|\bunanimement\b|\b(?:accord|vote) unanime\b/g;
const MAJORITY =
  /\ba la (?:majorite|pluralite)\b(?! des (?:membres|conseillers) en exercice)|(?<=\t|: |\badoptee? |^[ \t]*)majorite\b(?=[ \t]*(?:$|[\n\t(]))/gm;
/** "Accord du conseil." */
const ACCORD = /(?:^|[.\n] ?)accord (?:unanime )?(?:du conseil|de l'assemblee|des membres|a l'unanimite)\b/g;
const NOTED = /\b(?:prend(?:re)?|prennent|pris|prise|dont|donner?) (?:bonne )?acte\b/g;
/** "Mme X, ayant obtenu la majorité absolue, a été proclamée maire": a ballot's outcome, not the secretary's choice. */
const ELECTED =
  /\b(?:a ete|ont ete|est|sont) (?:immediatement )?(?:proclamee?s?|declaree?s? elue?s?)\b|\bayant obtenu la majorite absolue[^.;\n]{0,40}\n?[^.;\n]{0,40}\b(?:est|sont|a ete|ont ete) elue?s?\b/g;
/** "Adopté", "Délibération approuvée", "Proposition non retenue": at the end of a short phrase. */
const RESULT =
  /\b(non )?(adopte|approuve|accepte|valide|rejete|refuse|repousse|retenu|ajourne|reporte|retire)(?:e?s?)\b(?=[ \t]*(?:$|[.!,;:)]|\n\n|\n?[ \t]*(?:a\s(?:l'|la)|par |avec |de l'ordre|au prochain|a une |et (?:reporte|ajourne))))/gm;

/** Not the assembly's own vote, or not on this point. */
const ELSEWHERE =
  /\b(?:commission(?! permanente)|comite technique|comite social|groupe de travail|jury|bureau de la commission|deliberation (?:du|n°|en date)|seance du|lors d[eu]|par arrete|loi du|code general)\b/;
const NOT_YET =
  /\b(?:propos(?:e|ent)|invit(?:e|ent)|il est demande|demande (?:au|a l)|appele[es]* a|afin de|pour que|souhaite que|devra|pourra|serait|sera |doit |peut )/;

/** The signs of decisions in plain text, in order. */
export function readSigns(text: string): Sign[] {
  const signs: Sign[] = [...tallySigns(text), ...formulaSigns(text), ...resultSigns(text), ...verbSigns(text)];
  return signs.sort((a, b) => a.start - b.start || b.end - a.end);
}

function tallySigns(text: string): Sign[] {
  return readTallies(text).map((tally) => {
    const { votesFor, votesAgainst = 0 } = tally;
    const others = votesAgainst + (tally.abstentions ?? 0);
    return {
      kind: 'tally',
      ...tally,
      outcome: votesFor !== undefined && votesAgainst > votesFor ? 'rejected' : 'adopted',
      ...(votesFor !== undefined && (tally.votesAgainst ?? tally.abstentions) !== undefined
        ? { unanimous: others === 0 }
        : votesAgainst > 0
          ? { unanimous: false }
          : {}),
    };
  });
}

/** A choice on a form that nobody made: "Adopté à l'unanimité : … Adopté à la majorité : …", or an empty box. */
function isUnticked(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  if (
    /[☐□❏❑]|\[ ?\]/u.test(before.slice(Math.max(...['\n', '☒', '☑', '■'].map((sign) => before.lastIndexOf(sign))) + 1))
  )
    return true;
  const behind = text.slice(end, end + 80);
  const rival =
    /^\s{0,3}(?::|\.{3,})\s{0,3}(?:(?:adopte|approuve|vote)e?s?\s|a la\s|voix contre|contre\s{0,2}:|abstentions?\s{0,2}:|$)/;
  return (
    rival.test(behind) &&
    /\bunanimite\s{0,3}(?::|\.{3,})[\s\S]{0,60}\bmajorite\s{0,3}(?::|\.{3,})/.test(
      text.slice(Math.max(0, start - 100), end + 100),
    )
  );
}

function formulaSigns(text: string): Sign[] {
  const signs: Sign[] = [];
  for (const match of text.matchAll(UNANIMOUS)) {
    const { before, after } = around(text, match.index, match.index + match[0].length);
    if (isUnticked(text, match.index, match.index + match[0].length)) continue;
    if (
      !fillsLine(text, match.index, match.index + match[0].length) &&
      ELSEWHERE.test(before.slice(-160)) &&
      !/\bconseil|\badopte|\bassemblee|\bapprouvee?s?\b|\bvalidee?s?\b/.test(before.slice(-60))
    )
      continue;
    if (/\b(?:requis|requiert|necessite|sauf)\b/.test(before.slice(-40))) continue;
    const outcome = outcomeIn(`${before} ${after}`);
    signs.push({
      kind: 'outcome',
      start: match.index,
      end: match.index + match[0].length,
      outcome,
      unanimous: !/^[^.\n]{0,30}\bmoins\b/.test(after),
    });
  }
  for (const match of text.matchAll(MAJORITY)) {
    const { before, after } = around(text, match.index, match.index + match[0].length);
    if (isUnticked(text, match.index, match.index + match[0].length)) continue;
    const alone = fillsLine(text, match.index, match.index + match[0].length);
    if (
      (!alone && ELSEWHERE.test(before.slice(-160))) ||
      /^ (?:absolue|simple|qualifiee|relative|requise)/.test(after)
    ) {
      if (!/\badopt|\bapprouv|\bdecid|\bvot|\belu/.test(before.slice(-80))) continue;
    }
    signs.push({
      kind: 'outcome',
      start: match.index,
      end: match.index + match[0].length,
      outcome: outcomeIn(before),
      unanimous: false,
    });
  }
  for (const match of text.matchAll(ACCORD)) {
    signs.push({ kind: 'outcome', start: match.index, end: match.index + match[0].length, outcome: 'adopted' });
  }
  for (const match of text.matchAll(ELECTED)) {
    signs.push({ kind: 'outcome', start: match.index, end: match.index + match[0].length, outcome: 'adopted' });
  }
  for (const match of text.matchAll(NOTED)) {
    const { before } = around(text, match.index, match.index);
    if (NOT_YET.test(before)) continue;
    signs.push({ kind: 'verb', start: match.index, end: match.index + match[0].length, outcome: 'noted' });
  }
  return signs;
}

function resultSigns(text: string): Sign[] {
  const signs: Sign[] = [];
  for (const match of text.matchAll(RESULT)) {
    const end = match.index + match[0].length;
    const { before } = around(text, match.index, end);
    if (before.length > 160 || NOT_YET.test(before)) continue;
    // "le budget approuvé" tells of a thing; "le budget est approuvé", "Budget : approuvé", "ADOPTÉ" of a vote
    const alone = before.trim() === '' || isLine(text, match.index, end);
    const told =
      /(?:[:→>=-]|\b(?:est|sont|a ete|ont ete|resultat|vote|est ainsi|proposition|deliberation|motion))\s*$/.test(
        before,
      );
    const putOff =
      /^(?:ajourne|reporte|retire)/.test(match[2]!) && /\b(?:point|question|sujet|dossier|affaire)\s*$/.test(before);
    const closes =
      /^[ \t]*(?:[.!)]|$|\n\n|\n?[ \t]*(?:a l|a la|par \d|avec ))/.test(text.slice(end, end + 20)) &&
      before.length < 110;
    if (!alone && !told && !closes && !putOff) continue;
    if (ELSEWHERE.test(before) && !/compte[- ]rendu|proces[- ]verbal/.test(before)) continue;
    const word = match[2]!;
    const outcome = /^(?:ajourne|reporte|retire)/.test(word)
      ? 'postponed'
      : match[1] || /^(?:rejete|refuse|repousse)/.test(word)
        ? 'rejected'
        : 'adopted';
    const result = /[:→>=]\s*$/.test(before);
    if (
      outcome === 'postponed' &&
      !/point|question|deliberation|dossier|projet|affaire|sujet|decision|demande|examen/.test(before) &&
      !alone &&
      !result
    )
      continue;
    if (word === 'retenu' && !/proposition/.test(before)) continue;
    signs.push({ kind: 'outcome', start: match[1] ? match.index : match.index, end, outcome });
  }
  return signs;
}

/** "UNANIMITÉ" on a line of its own is the outcome of what stands above it. */
const fillsLine = (text: string, start: number, end: number): boolean =>
  /(?:^|\n)[ \t]*(?:a l'|a la )?$/.test(text.slice(Math.max(0, start - 12), start)) &&
  /^[ \t.]*(?:\n|$)/.test(text.slice(end, end + 8));

/** A result that is a whole line, below a line that was not full: "Retiré de l'ordre du jour". */
function isLine(text: string, start: number, end: number): boolean {
  const above = /(?:^|\n)([^\n]*)\n[ \t]*$/.exec(text.slice(Math.max(0, start - 300), start));
  return (
    above !== null &&
    above[1]!.length < 60 &&
    /^(?: de l'ordre du jour| a l'unanimite| au prochain conseil| a une (?:prochaine|seance)[^\n]{0,30})?[ \t]*[.!]?[ \t]*(?:\n|$)/.test(
      text.slice(end, end + 80),
    )
  );
}

/** "Le conseil municipal, après en avoir délibéré, décide …": the assembly, then what it does. */
function verbSigns(lines: string): Sign[] {
  const text = unbroken(lines);
  const signs: Sign[] = [];
  let reached = 0;
  for (const match of text.matchAll(BODY)) {
    if (match.index < reached) continue;
    const from = match.index + match[0].length;
    const window = text.slice(from, from + 420);
    const stop = sentenceEnd(window);
    const sentence = window.slice(0, stop);
    const verbs = (
      [
        [ADOPTS, 'adopted'],
        [REJECTS, 'rejected'],
        [POSTPONES, 'postponed'],
        [NOTES, 'noted'],
      ] as const
    )
      .flatMap(([pattern, outcome]) => {
        const verb = pattern.exec(sentence);
        return verb ? [{ outcome, at: verb.index, end: verb.index + verb[0].length }] : [];
      })
      .sort((a, b) => a.at - b.at || b.end - a.end);
    const verb = verbs.find(({ outcome }) => outcome === 'rejected') ?? verbs[0];
    if (!verb || NOT_YET.test(sentence.slice(0, verb.at)) || verb.at > 380) continue;
    // "… a adopté lors de sa séance du …" tells of another day
    if (
      /^(?:a|ont) /.test(sentence.slice(verb.at)) &&
      /\b(?:lors|seance du|en date du|le \d|du \d|en (?:19|20)\d\d)\b/.test(sentence)
    )
      continue;
    const then = sentence.slice(verb.end, verb.end + 30);
    const outcome = /^ (?:de |d')(?:reporter|ajourner|differer|surseoir|renvoyer|ne pas statuer)/.test(then)
      ? 'postponed'
      : /^(?: un)? avis defavorable|^ de (?:rejeter|refuser|ne pas (?:donner suite|accepter|accorder|attribuer|approuver|adherer|retenir|participer|ceder|vendre))/.test(
            then,
          )
        ? 'rejected'
        : verb.outcome;
    signs.push({ kind: 'verb', start: match.index, end: from + verb.end, outcome });
    reached = from + verb.end;
  }
  return signs;
}

/** What stands in the sentence before and behind [start, end): no farther than 300 characters. */
function around(text: string, start: number, end: number): { before: string; after: string } {
  const before = text.slice(Math.max(0, start - 300), start);
  let cut = 0;
  for (const match of before.matchAll(
    /[.;!?](?=\s)|\n\n|\t|\n[ \t]*[-•>*]|\n(?=[ \t]*(?:\d{2,4}[-/_.]\d|l[ea] (?:compte[- ]rendu|proces[- ]verbal|pv)\b))/g,
  )) {
    if (!/\b(?:m|mm|mme|n|art|l|r)$/.test(before.slice(0, match.index))) cut = match.index + match[0].length;
  }
  const behind = text.slice(end, end + 300);
  const item = behind.search(/\n[ \t]*\d{2,4}[-/_.]\d/);
  const after = item < 0 ? behind : behind.slice(0, item);
  return { before: before.slice(cut), after: after.slice(0, sentenceEnd(after)) };
}

/** Where the first sentence of `text` ends; a list of "- DÉCIDE …" behind a comma or a colon belongs to it. */
function sentenceEnd(text: string): number {
  for (const match of text.matchAll(/[.!?](?=\s)|\n\n/g)) {
    const before = text.slice(0, match.index);
    if (match[0] === '\n\n') {
      const behind = text.slice(match.index);
      if (
        /[,:]\s*$/.test(before) ||
        /^\s*[^a-z\n]{0,4}\s*(?:decide|approuve|autorise|adopte|vote|accepte|prend acte|donne|emet|fixe|sollicite)\b/.test(
          behind,
        )
      )
        continue;
      return match.index;
    }
    if (!/\b(?:m|mm|mme|n|art|l|r|st|ste)$/.test(before)) return match.index;
  }
  return text.length;
}

const outcomeIn = (sentence: string): Vote['outcome'] =>
  REJECTS.test(sentence) || /\b(?:rejetee?s?|refusee?s?|repoussee?s?)\b/.test(sentence)
    ? 'rejected'
    : /\b(?:ajournee?s?|sursi[st])\b/.test(sentence)
      ? 'postponed'
      : NOTES.test(sentence) || /\b(?:prend(?:re)?|pris|dont) acte\b/.test(sentence)
        ? ADOPTS.test(sentence.replace(NOTES, ' '))
          ? 'adopted'
          : 'noted'
        : 'adopted';
