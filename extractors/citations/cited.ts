import type { CitedAct } from '../../models/fields.js';
import { dateItems } from '../dates/items.js';
import type { Match } from '../extractor.js';
import { isLetter } from '../french/fold.js';
import { type FrenchText, firstNotBefore } from '../french/text.js';

/** How far after its name an act's number or date may stand. */
const REACH = 150;
/** What may stand between an act's name and its number or date: words, no other figure, no end of sentence. */
const QUALIFIED = /^\.?[ \n]*(?:[a-z'",()«»° \n/-]|\.(?=[a-z]))*$/;
const MARK = /(?:n[ ]?[°º]s?|n[°o]s?(?=[ ]?\d)|no\.|numeros?)[ \n]?/g;
const NUMBER = /[a-z]{0,6}[-._/ ]?\d[a-z0-9]*(?:[-./_][a-z0-9]+)*(?:[ ][-/][ ]\d+)?/y;
/** Without "n°": "délibération 23/80", "loi 2000-321". */
const BARE = /[ \n](?=[a-z]{0,4}[-./]?\d)([a-z]{0,4}[-./]?\d[a-z0-9]*(?:[-./_][a-z0-9]+)+)/y;
const DATE_LEAD =
  /(?:^|[^a-z])(?:du|des|en date (?:du|de|le)|(?:signe|date|ratifie|adopte|approuve|vote|prise?|rendu|recu|conclu|passe|notifie|etabli|intervenu|publie|transmis)e?s? le)[ \n]*$/;
const OTHER_ACT =
  /(?:^|[^a-z])(?:deliberations?|lois?|decrets?|arretes?|ordonnances?|conventions?|articles?|codes?|circulaires?|marches?|avenants?|annees?|vu|considerant|est|sont|sera|seront|a ete|ont|avait|doit|peut|pour une duree|a compter|jusqu'au|au plus tard)(?![a-z])/;

const GLUED = new Set(['loin', 'decretn', 'arreten', 'deliberationn', 'ordonnancen', 'circulairen']);

export interface Habit {
  readonly kind: CitedAct;
  readonly words: ReadonlySet<string>;
  /** May a date alone, without number, make it a citation? */
  readonly byDate: boolean;
  /** May a number stand without "n°"? */
  readonly bare: boolean;
  /** At the beginning of a line it names the document at hand: "Compte rendu de la réunion du …". */
  readonly titles?: true;
  /** Words that must not follow the name: "loi de finances" is one, "marché public" is none. */
  readonly unless?: RegExp;
}

/** Acts cited by name, with their number, their date, or both. */
export function* citedActs(text: FrenchText, habit: Habit): Iterable<Match<'citation'>> {
  const { folded, raw } = text;
  const dates = dateItems(text);
  const starts = dateStarts(text);
  let floor = 0;
  for (const at of text.words.act) {
    if (at < floor) continue;
    let nameEnd = at;
    while (isLetter(folded.charCodeAt(nameEnd))) nameEnd += 1;
    let name = folded.slice(at, nameEnd);
    // "la loin° 2022-217": the mark glued to the name.
    if (GLUED.has(name) && /[°º]/.test(folded[nameEnd] ?? '')) {
      nameEnd -= 1;
      name = name.slice(0, -1);
    }
    if (!habit.words.has(name)) continue;
    if (
      /(?:registre|extraits?|liste|recueil|releve|tableau|synthese) des $/.test(
        folded.slice(Math.max(0, at - 13), at).replaceAll('\n', ' '),
      )
    )
      continue;
    if (habit.titles && isTitle(raw, at)) continue;
    const limit = Math.min(folded.length, nameEnd + REACH);
    const stop = sentenceEnd(folded, folded[nameEnd] === '.' ? nameEnd + 1 : nameEnd, limit);
    if (habit.unless?.test(folded.slice(nameEnd, stop))) continue;
    const number = name === 'delibere' ? undefined : numberAfter(raw, folded, nameEnd, stop, habit);
    let end = number?.end ?? nameEnd;
    let d = firstNotBefore(starts, end);
    // A year inside "convention 2022 du 3 mai": the day is further.
    let date: string | undefined;
    for (let tries = 0; tries < 2; tries += 1, d += 1) {
      const item = dates[d];
      if (!item || item.start > stop + 4) break;
      const between = folded.slice(end, item.start);
      if (!QUALIFIED.test(between) || OTHER_ACT.test(between)) break;
      if (item.form === 'year' || !item.value || item.value.precision !== 'day' || item.value.endValue) continue;
      if (leads(name, between.replace(/(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)[ \n]*$/, ''))) {
        date = item.value.value;
        end = item.end;
      }
      break;
    }
    if (!number && !(date && habit.byDate)) continue;
    floor = end;
    if (headsItself(raw, at, end) || (!number && headsSession(raw, folded, at, end))) continue;
    yield {
      start: at,
      end,
      value: { act: habit.kind, ...(number && { number: number.value }), ...(date && { date }) },
    };
    // "délibérations des 12 mars 2020 et 3 avril 2021"
    if (!number && name.endsWith('s')) {
      for (let next = dates[d + 1]; next?.value?.precision === 'day'; next = dates[(d += 1) + 1]) {
        if (
          next.value.endValue !== undefined ||
          !/^(?:,|[ \n]et)[ \n](?:du[ \n])?$/.test(folded.slice(end, next.start))
        )
          break;
        end = next.end;
        floor = end;
        yield { start: next.start, end, value: { act: habit.kind, date: next.value.value } };
      }
    }
    // "n°s 05/732 du 20 juin 2005 et 06/930 du 2 octobre 2006"
    if (number?.several) {
      for (let more = anotherNumber(raw, folded, end); more; more = anotherNumber(raw, folded, end)) {
        const next = dates[firstNotBefore(starts, more.end)];
        const dated =
          next?.value && next.value.precision === 'day' && /^[ \n]du[ \n]$/.test(folded.slice(more.end, next.start));
        end = dated ? next.end : more.end;
        floor = end;
        yield {
          start: more.start,
          end,
          value: { act: habit.kind, number: more.value, ...(dated && { date: next.value!.value }) },
        };
      }
    }
  }
}

/** "du", "en date du", "signée le"; "délibéré le". */
const leads = (name: string, between: string): boolean =>
  DATE_LEAD.test(between) || (name === 'delibere' && /^[ \n]le[ \n]$/.test(between));

export const isTitle = (raw: string, start: number): boolean =>
  (start === 0 && raw.includes('\n')) ||
  (start > 0 && raw[start - 1] === '\n' && raw[start] !== raw[start]!.toLowerCase());

/** A line of its own that names the act it heads: no citation. */
function headsItself(raw: string, start: number, end: number): boolean {
  if (start === 0 && end === raw.length) return false;
  const capital = raw[start] !== raw[start]!.toLowerCase();
  // "Arrêté du 10 avril 2008 relatif à …" among a page's first lines is the act itself.
  if (
    capital &&
    start < 200 &&
    (start === 0 || raw[start - 1] === '\n') &&
    /^ (?:relati|portant|fixant|modifiant)/.test(raw.slice(end, end + 12))
  )
    return true;
  return capital && (start === 0 || raw[start - 1] === '\n') && (end === raw.length || raw[end] === '\n');
}

/** "DÉLIBÉRATION DU CONSEIL D'ADMINISTRATION" over "Séance du mardi 6 décembre 2022 à 17 h": an act's own head. */
function headsSession(raw: string, folded: string, start: number, end: number): boolean {
  if (start > 0 && raw[start - 1] !== '\n') return false;
  if (raw[start] === raw[start]!.toLowerCase()) return false;
  const line = folded.slice(folded.lastIndexOf('\n', end) + 1, end);
  return folded.indexOf('\n', start) < end && /^[ ]?(?:en )?(?:seance|reunion|session|du|le)\b/.test(line);
}

let lastText: FrenchText | undefined;
let lastStarts: number[] = [];
function dateStarts(text: FrenchText): number[] {
  if (lastText !== text) {
    lastStarts = dateItems(text).map(({ start }) => start);
    lastText = text;
  }
  return lastStarts;
}

/** A full stop after a word, a semicolon, a tab or an empty line ends what an act's name may reach. */
function sentenceEnd(folded: string, from: number, limit: number): number {
  for (let at = from; at < limit; at += 1) {
    const code = folded.charCodeAt(at);
    if (code === 9 || code === 59) return at;
    if (code === 10 && folded.charCodeAt(at + 1) === 10) return at;
    if (code === 46 && (folded.charCodeAt(at + 1) === 32 || folded.charCodeAt(at + 1) === 10)) {
      // "art. L.", "M. le Maire", "n. 12": an abbreviation is no end.
      if (
        isLetter(folded.charCodeAt(at - 1)) &&
        isLetter(folded.charCodeAt(at - 2)) &&
        isLetter(folded.charCodeAt(at - 3))
      )
        return at;
    }
  }
  return limit;
}

interface Numbered {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly several: boolean;
}

function numberAfter(raw: string, folded: string, from: number, stop: number, habit: Habit): Numbered | undefined {
  const window = folded.slice(from, stop);
  MARK.lastIndex = 0;
  for (let mark = MARK.exec(window); mark; mark = MARK.exec(window)) {
    if (mark.index > 0 && isLetter(window.charCodeAt(mark.index - 1))) continue;
    const between = window.slice(0, mark.index);
    if (!QUALIFIED.test(between) || OTHER_ACT.test(between)) break;
    const number = numberAt(raw, folded, from + MARK.lastIndex);
    if (!number) break;
    return { ...number, several: true };
  }
  if (habit.bare) {
    BARE.lastIndex = from;
    const bare = BARE.exec(folded);
    if (bare) {
      const start = BARE.lastIndex - bare[1]!.length;
      return { start, end: BARE.lastIndex, value: raw.slice(start, BARE.lastIndex), several: true };
    }
  }
  return undefined;
}

function numberAt(raw: string, folded: string, at: number): Numbered | undefined {
  NUMBER.lastIndex = at;
  const match = NUMBER.exec(folded);
  if (!match) return undefined;
  const end = NUMBER.lastIndex;
  return { start: at, end, value: raw.slice(at, end).replace(/\s+/g, ' '), several: false };
}

function anotherNumber(raw: string, folded: string, from: number): Numbered | undefined {
  const joint = /^(?:,[ \n]|[ \n]et[ \n])(?:n[°o]s?[ ]?)?(?=[a-z]{0,4}[-./]?\d)/.exec(folded.slice(from, from + 12));
  if (!joint) return undefined;
  const number = numberAt(raw, folded, from + joint[0].length);
  return number && /[-/.]/.test(number.value) ? number : undefined;
}
