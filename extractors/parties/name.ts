import type { EntityKind } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { headOf, kindOfBody } from '../entities/bodies.js';
import {
  ADJECTIVE,
  APPOSED,
  LEGAL,
  LOWER_STOP,
  NOT_A_NAME,
  OPENS_LINE,
  PARTICLE,
  PRESENTS,
  TIE,
  WIDE,
} from './name-words.js';

/** A name read in running text: where it stands, what it is, and what brackets behind it add. */
export interface Name {
  readonly start: number;
  readonly end: number;
  /** As written, white space folded; without the common noun before a proper name ("l'association Les Lilas"). */
  readonly text: string;
  /** Where the words announce it. */
  readonly kind?: EntityKind;
  /** "association", "société", where that word stands before the name. */
  readonly form?: string;
  /** It says a sort of body and no name: "l'association", "la Ville", "le club". */
  readonly bare: boolean;
  /** An acronym or a long form in brackets behind it. */
  readonly alias?: string;
}

const TOKEN = /[^\s«»"“”()[\];:,\t]+/uy;

/** Splits what an apostrophe ties: "l'Emploi" is two words for a reader of names. */
function* tokens(
  text: string,
  from: number,
  limit: number,
): Generator<{ word: string; start: number; end: number; gap: string }> {
  let at = from;
  while (at < limit) {
    const gapStart = at;
    while (
      at < limit &&
      (text[at] === ' ' ||
        text[at] === '\u00a0' ||
        text[at] === '\u202f' ||
        (text[at] === '\n' && text[at + 1] !== '\n'))
    )
      at += 1;
    const gap = text.slice(gapStart, at);
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (!found || at >= limit) return;
    let word = found[0].slice(0, limit - at);
    const elided = /^(?:[ldLD]|qu|Qu)['’](?=.)/u.exec(word);
    if (elided) word = elided[0];
    yield { word, start: at, end: at + word.length, gap };
    at += word.length;
  }
}

const TERRITORIAL: ReadonlySet<EntityKind> = new Set([
  'municipality',
  'intercommunal',
  'department',
  'region',
  'state',
]);
const ANOTHER_TERRITORY = /^(?:ville|commune|mairie|communauté|syndicat|arrondissement|canton|département|région)$/iu;
const capital = (word: string): boolean => /^[\p{Lu}]/u.test(word) || /^\d+\p{Lu}/u.test(word);
const ARTICLE = /^(?:l['’]|la|le|les|du|des|au|aux)$/iu;

/**
 * The name of a body that begins at `from` (an article may stand before it), or nothing.
 * It ends where a French sentence shows that the name is over: a sign, a verb, "pour", "au titre de", a figure.
 */
export function readName(text: string, from: number, limit = text.length): Name | undefined {
  let at = from;
  while (at < limit && /[ \u00a0\u202f\n]/.test(text[at]!) && !(text[at] === '\n' && text[at + 1] === '\n')) at += 1;
  const quoted = quotedName(text, at, limit);
  if (quoted) return quoted;

  const first = at;
  let start = -1;
  let end = -1;
  let capitals = 0;
  let kept = 0;
  let headEnd = -1;
  let head: { head: string; kind: EntityKind } | undefined;
  let article = '';
  let form: string | undefined;
  let formWord = '';
  let lastTie = '';
  let wide = false;
  /** The last word kept, plain. */
  let last = '';
  for (const { word: raw, start: s, end: e, gap } of tokens(text, at, limit)) {
    // A short line is a line of its own: what stands below it is another thing.
    if (kept > 0 && lastTie === '' && gap.includes('\n') && s - gap.length - lineStart(text, s - gap.length) < 42) {
      // "COMMUNAUTÉ DE COMMUNES" over "DU HAUT-VAL": a letterhead that says the sort first.
      const onlySort = head !== undefined && TERRITORIAL.has(head.kind) && end === headEnd;
      if (!onlySort || !/^(?:de|du|des|d['’])$/iu.test(raw)) break;
    }
    // A line in capitals is a heading: what stands below it begins anew.
    if (kept > 1 && gap.includes('\n') && isShouted(text.slice(start, end)) && /^\p{Lu}\p{Ll}/u.test(raw)) break;
    if (kept > 0 && gap.includes('\n') && OPENS_LINE.test(raw)) break;
    let word = raw.replace(/[’]/g, "'");
    let stop = false;
    let cut = e;
    // A full stop ends a name, unless it belongs to an acronym or an abbreviation.
    if (
      /[.!?]$/u.test(word) &&
      !/^(?:\p{Lu}\.)+$/u.test(word) &&
      !/^(?:St|Ste|Agglo|Asso|Ass|Cie|Sté|Ets|Mme|M|Dr)\.$/u.test(word)
    ) {
      word = word.replace(/[.!?]+$/u, '');
      cut = s + word.length;
      stop = true;
    }
    if (word === '' || (kept > 0 && PRESENTS.test(word))) break;
    if (start < 0) {
      if (ARTICLE.test(word) && article === '') {
        article = word;
        if (stop) return undefined;
        // "La Marie-Do", "Les Galopins": a capital article inside a sentence opens a name.
        if (/^L/u.test(word) && !sentenceStart(text, s) && !headOf(plain(text.slice(e, e + 50).trimStart()))) start = s;
        continue;
      }
      head = headOf(plain(text.slice(s, Math.min(limit, s + 60))));
      const lowerHead = head !== undefined && !capital(word);
      if (!lowerHead && (!capital(word) || (NOT_A_NAME.test(word) && !head))) return undefined;
      start = s;
      if (head) headEnd = s + head.head.length;
      end = cut;
      kept = 1;
      if (capital(word)) capitals += 1;
      formWord = word;
      if (lowerHead && APPOSED.test(word)) form = word.toLowerCase();
      if (stop) break;
      continue;
    }
    if (kept === 0) {
      // Behind a capital article.
      if (!capital(word) || NOT_A_NAME.test(word)) return undefined;
      end = cut;
      kept = 1;
      capitals += 1;
      if (stop) break;
      continue;
    }
    if (s < headEnd) {
      end = Math.max(end, Math.min(cut, headEnd));
      kept += 1;
      if (capital(word)) capitals += 1;
      if (stop) break;
      continue;
    }
    if (lastTie === '' && capital(word) && !PARTICLE.test(word)) {
      if (/^(?:HT|TTC|EUR|F|Monsieur|Madame|M\.|Mme)$/u.test(word)) break;
      // "DEPARTEMENT DE LA BRUNE Ville de Valmont": a letterhead names one territory behind another.
      if (head && TERRITORIAL.has(head.kind) && ANOTHER_TERRITORY.test(word)) break;
      end = cut;
      kept += 1;
      capitals += 1;
      last = plain(word);
    } else if (TIE.test(word) && !capitalNoun(word)) {
      lastTie = lastTie === '' ? word.toLowerCase() : `${lastTie} ${word.toLowerCase()}`;
    } else if (/^et$/iu.test(word) && lastTie === '') {
      lastTie = 'et';
    } else if (lastTie === '' && head?.kind === 'municipality' && /^(?:sur|en|lès|lez)$/iu.test(word)) {
      // "Bourg en Bresse", "Villers Lès Nancy"
      if (!/^[\s\u00a0]\p{Lu}/u.test(text.slice(e, e + 2))) break;
      lastTie = word.toLowerCase();
    } else if (WIDE.test(word) && lastTie === '') {
      if (!head || wide || TERRITORIAL.has(head.kind) || (kept > 2 && !/^(?:en|sur|contre|aux)$/iu.test(word))) break;
      lastTie = word.toLowerCase();
      wide = true;
    } else if (lastTie !== '') {
      const near = plain(text.slice(s, Math.min(limit, s + 50)));
      const joins = joinsBehind(lastTie, word, near, { head, wide, capitals, last });
      if (!joins) break;
      end = cut;
      kept += 1;
      if (capital(word)) capitals += 1;
      last = plain(word);
      lastTie = '';
    } else if (head && (ADJECTIVE.test(word) || DEMONYM.test(word))) {
      end = cut;
      kept += 1;
    } else if (
      /^(?:\d{1,3}|2[AB])$/u.test(word) &&
      (kept >= 2 || /^\p{Lu}{2,5}$/u.test(text.slice(start, end))) &&
      capitals >= 1 &&
      !/^[\s\u00a0\u202f]*(?:€|euros?|%|\d)/iu.test(text.slice(e, e + 8))
    ) {
      end = cut;
      kept += 1;
    } else break;
    if (stop) break;
  }
  if (start < 0 || end <= start) return undefined;

  // "l'association Les Lilas": the name stands behind the common noun.
  let nameStart = start;
  if (form && capitals >= 1 && kept >= 2) {
    const behind = text.slice(start + formWord.length, end);
    const opening = /^[\s\u00a0]+(?=\p{Lu})/u.exec(behind);
    if (opening) nameStart = start + formWord.length + opening[0].length;
  } else if (
    ((head && APPOSED.test(formWord)) || LEGAL.test(formWord)) &&
    (capitals === 0 || end - start === formWord.length)
  ) {
    form = formWord.toLowerCase();
    const opening = skipSpaces(text, text[skipSpaces(text, end)] === '\n' ? skipSpaces(text, end) + 1 : end);
    const inQuotes = quotedName(text, text[opening] === ',' ? skipSpaces(text, opening + 1) : opening, limit);
    if (inQuotes && opening - end <= 3) return { ...inQuotes, form, start: inQuotes.start };
    const dubbed = /^[\s\u00a0]+(?:dénommée?|intitulée?|dite?|nommée?)[\s\u00a0]+/iu.exec(text.slice(end, end + 30));
    if (dubbed) {
      const behind = readName(text, end + dubbed[0].length, limit);
      if (behind && !behind.bare) return { ...behind, form };
    }
  }
  const written = fold(text.slice(nameStart, end));
  const bare = isBare(written, text.slice(first, start));
  const kind = (form && kindOfBody(plain(form))) || kindOfBody(plain(written));
  const alias = aliasBehind(text, end, limit);
  return {
    start: nameStart,
    end,
    text: written,
    bare,
    ...(kind ? { kind } : {}),
    ...(form && nameStart !== start ? { form } : {}),
    ...(alias ? { alias } : {}),
  };
}

const DEMONYM =
  /^(?!(?:jamais|désormais|trois|ancien|soutien|terrain|demain|certain|humain|moyen|toutefois|parfois)s?$)\p{Ll}{3,}(?:ais|ois|ien|éen|ain)(?:e?s?|ne?s?)$/u;
const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
const capitalNoun = (word: string): boolean => /^\p{Lu}\p{L}{3,}/u.test(word);
const skipSpaces = (text: string, at: number): number => {
  let i = at;
  while (i < text.length && /[ \u00a0\u202f]/.test(text[i]!)) i += 1;
  return i;
};

function joinsBehind(
  tie: string,
  word: string,
  near: string,
  name: { head: { kind: EntityKind } | undefined; wide: boolean; capitals: number; last: string },
): boolean {
  if (/^(?:HT|TTC|EUR)$/u.test(word)) return false;
  const isCapital = capital(word);
  // "Tarn et Garonne" is one department; "la Ville de Lure et Monsieur" are two.
  const another =
    headOf(near) !== undefined ||
    (name.head !== undefined && name.head.kind !== 'department' && TERRITORIAL.has(name.head.kind));
  if (tie === 'et') return isCapital && !another && !NOT_A_NAME.test(word);
  if (tie.startsWith('et ')) {
    if (name.wide) return !another || !isCapital;
    return isCapital && !another && /^et (?:de|du|des|d')/.test(tie);
  }
  if (isCapital)
    return !/^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)$/iu.test(
      word,
    );
  // "comité des fêtes", "association des parents d'élèves": common nouns behind a head.
  return (
    name.head !== undefined &&
    /^(?:de|du|des|d')/.test(tie) &&
    !LOWER_STOP.test(word) &&
    (name.capitals <= 1 || name.wide || ADJECTIVE.test(word) || headOf(name.last) !== undefined)
  );
}

/** Heads that are names by themselves. */
const PROPER =
  /^(?:centre (?:inter)?communal d'action sociale|caisse des ecoles|caisse d'epargne|caisse des depots|credit agricole|credit mutuel|credit local|banque postale|pole emploi|france travail|croix[- ]rouge|restos du coeur|souvenir francais|familles rurales|union europeenne|collectivite de corse|education nationale|fonds social europeen|fse|feder|admr|ademe|anah|anru|anct|msa|cpam|carsat|drac|dreal|dsden|ddcs|ddcspp|ddtm|fnaca|spa|caue|groupama|enedis|grdf|veolia|caisse des depots et consignations|secours populaire|secours catholique|restaurants du coeur|banque alimentaire|regie de quartier|ccas|cias|sdis|caf|cyclo club|tennis club|football club|lpo)$/;

/** A sort of body and nothing more. */
function isBare(written: string, before: string): boolean {
  const text = plain(written);
  const head = headOf(text);
  if (!head) return false;
  if (PROPER.test(head.head)) return false;
  const rest = text.slice(head.head.length).trim();
  if (rest === '')
    return (
      !/^[A-Z]{3,}$/.test(written.replace(/\./g, '')) ||
      /^(?:VILLE|COMMUNE|ASSOCIATION)$/.test(written) ||
      before === ''
    );
  return /^(?:de communes|d'agglomeration|urbaine|locale?|associee|sportive|municipal|communal|concernee|beneficiaire|precitee|susvisee|regional)$/.test(
    rest,
  );
}

const PAIRS: Readonly<Record<string, string>> = { '«': '»', '"': '"', '“': '”' };

function quotedName(text: string, at: number, limit: number): Name | undefined {
  const closing = PAIRS[text[at] ?? ''];
  if (!closing) return undefined;
  const end = text.indexOf(closing, at + 1);
  if (end < 0 || end >= limit || end - at > 120) return undefined;
  const inside = text.slice(at + 1, end);
  const start = at + 1 + (inside.length - inside.trimStart().length);
  const stop = end - (inside.length - inside.trimEnd().length);
  if (!/^\p{Lu}|^\d/u.test(text.slice(start, stop)) || stop - start < 2 || inside.includes('\n\n')) return undefined;
  const written = fold(text.slice(start, stop));
  const kind = kindOfBody(plain(written));
  const alias = aliasBehind(text, end + 1, limit);
  return {
    start,
    end: stop,
    text: written,
    bare: false,
    ...(kind ? { kind } : {}),
    ...(alias ? { alias } : {}),
  };
}

/** An acronym, or the long form of one, in brackets directly behind a name; an acronym also in quotation marks. */
function aliasBehind(text: string, end: number, limit: number): string | undefined {
  const quoted = /^[\s\u00a0]{0,2}[«"“][\s\u00a0]*((?:\p{Lu}\.?){2,10})[\s\u00a0]*[»"”]/u.exec(
    text.slice(end, Math.min(limit, end + 24)),
  );
  if (quoted) return quoted[1];
  const found = /^[\s\u00a0]{0,2}\(([^()\n€\d][^()€]{1,100})\)/u.exec(text.slice(end, Math.min(limit, end + 110)));
  if (!found) return undefined;
  const inside = fold(found[1]!).replace(/^(?:ou|dit|dite|soit|sigle :?|ex-?|les?|la) /iu, (word) =>
    /^les?|^la/i.test(word) ? word : '',
  );
  if (/^(?:\p{Lu}[\p{L}.&'-]{1,14}|(?:\p{Lu}\.){2,}\p{Lu}?)$/u.test(inside)) return inside;
  return /^\p{Lu}.*\s.*\p{Lu}/u.test(inside) || /^(?:les?|la) \p{Lu}/u.test(inside) ? inside : undefined;
}

const isShouted = (text: string): boolean => /\p{Lu}{4}/u.test(text) && !/\p{Ll}/u.test(text);

function sentenceStart(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && /[ \u00a0]/.test(text[i]!)) i -= 1;
  return i < 0 || /[\n\t.!?;:•▪◆\-–»]/u.test(text[i]!);
}

/** White space folded, line-end hyphens kept. */
export const fold = (text: string): string => text.replace(/[\s\u00a0\u202f]+/gu, ' ').trim();
