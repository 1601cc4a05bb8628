import { aboveOf } from '../context.js';
import { type Delta, MOVES } from '../delta.js';
import type { Found } from '../found.js';
import { shortened } from '../label.js';
import { phraseEnd, sentenceCase, trimmed, withoutPartitive } from '../phrase.js';
import { clauseSubject } from './before.js';
import { movedBefore } from './bracketed.js';
import { qualifierOf } from './qualified.js';
import type { Sentence } from './sentence.js';

/** The count that a variation belongs to: the one it stands beside, or the key figure above its line. */
export function ownerOf(sentence: Sentence, delta: Delta, before: Found | undefined) {
  const { plain, start, context } = sentence;
  const gap = before === undefined ? '' : plain.slice(before.end - start, delta.start);
  if (/€|\beuros?\b/.test(plain.slice(0, delta.start))) return undefined;
  // "+ 15 % pour le musée", "davantage que la région (+ 3 %)": what moved is named, and is not what was counted.
  const named =
    delta.of !== undefined ||
    NAMES.test(plain.slice(delta.end)) ||
    (/,|\bque\b/.test(gap) && movedBefore(sentence, delta.start) !== undefined);
  if (before?.count && !named && !/[;]/.test(gap)) return before.against ?? before;
  const opensLine = plain.slice(0, delta.start).trim().replace(/[(•-]/g, '') === '';
  if (before === undefined && opensLine && !/^\s*(?:de|d') ?/.test(plain.slice(delta.end).replace(/^ d'evolution/, '')))
    return context.main;
  return undefined;
}

/** The year that a variation is measured from. */
export function baseOf({ plain, context }: Sentence, delta: Delta): string | undefined {
  if (delta.base !== undefined && /^\d/.test(delta.base)) return delta.base;
  const year = context.year?.slice(0, 4);
  const stated = /(?:par rapport a|contre|vs\.?|\/) ?(?:l'annee |en )?((?:19|20)\d\d)/.exec(
    plain.slice(delta.start, delta.end + 40),
  )?.[1];
  if (stated !== undefined) return stated;
  const compared = /\bcontre [^;.]*?\b(?:en|au|fin) (?:\d\S* )?(?:[a-z]+ )?((?:19|20)\d\d)\b[^;.]*$/.exec(
    plain.slice(0, delta.start),
  )?.[1];
  if (compared !== undefined) return compared;
  return delta.base !== undefined && year !== undefined ? String(Number(year) - 1) : undefined;
}

/** "une hausse de 7 % des inscriptions", "+ 44 % pour le musée": what leads on to what moved; "pour l'année" leads to none. */
const WHAT_MOVED =
  /^(?:d['’]|de |des |du |(?:pour|sur|dans|à|chez) (?=(?:les? |la |l['’]|nos |ses )(?!(?:\p{L}+ ){0,3}(?:année|exercice|période|saison|mois|trimestre|semestre|mandat|ensemble|même|seule?)s?(?!\p{L})))|(?:au |aux )(?=\p{L}))/iu;

/** In plain words: "pour le musée", not "pour l'année". */
const NAMES =
  /^ ?pour (?:les? |la |l'|nos |ses )(?!(?:[a-z]+ ){0,3}(?:annee|exercice|periode|saison|mois|trimestre|semestre|mandat|ensemble|meme|seule?)s?\b)/;

const VERB = /^(?:a|ont|avai(?:t|ent)) |^(?:[a-z]+ment )?(?:augmente|progresse|diminue|recule|chute)/;

/** A variation that belongs to no count of its own: of money, of a share, of what the sentence names. */
export function variationOf(sentence: Sentence, delta: Delta, siblings: readonly Found[]): Found | undefined {
  const { plain, text, context, start } = sentence;
  if (!/%/.test(delta.delta)) return undefined;
  const percent = /\d/.exec(plain.slice(delta.start))!.index + delta.start;
  if (sentence.isTaken(percent, percent + 1)) return undefined;
  const sign = plain.lastIndexOf('%', delta.end) + 1;
  const numeral = /\d[\d .,]*/.exec(plain.slice(percent))![0].trim();
  const from = delta.end + (/^\s?\)/.exec(plain.slice(delta.end))?.[0].length ?? 0);
  const after = trimmed(
    text.slice(from, phraseEnd(plain, from, plain.length)).replace(/\s(?:est|sont|a|ont|sera|seront)\s.*$/iu, ''),
  );
  // Behind a verb, "dans les écoles" says where: what moved is its subject.
  const place = VERB.test(plain.slice(delta.start, delta.end)) && !/^d(?:['’]|es? |u )/i.test(after);
  const what =
    WHAT_MOVED.test(after) && !place
      ? after.replace(WHAT_MOVED, '').replace(/^(?:les? |la |l['’]|nos |ses )/i, '')
      : '';
  const counted = siblings.filter((one) => one.count && one.start < start + delta.start).at(-1);
  const named = delta.of && withoutPartitive(text.slice(...delta.of));
  const subject =
    named ||
    what ||
    movedBefore(sentence, delta.start) ||
    counted?.label ||
    clauseSubject(sentence, delta.start) ||
    aboveOf(context);
  if (!/\p{L}{3}/u.test(subject)) return undefined;
  const spoken = /^\s*(?:une? |en |d'une? )?\p{L}/u.test(plain.slice(delta.start));
  const way = new RegExp(MOVES).exec(plain.slice(delta.start, delta.end))?.[0];
  const base = baseOf(sentence, delta);
  const stated = /^\)? ?(?:en|sur|pour) ((?:19|20)\d\d)\b/.exec(plain.slice(delta.end))?.[1];
  const period = delta.until ?? stated ?? context.period ?? context.year;
  return {
    start: start + (spoken ? percent : delta.start),
    end: start + Math.max(sign, percent + numeral.length),
    extractor: 'indicators/variation',
    value: delta.delta.replace(/^\+|%| pts$/g, ''),
    unit: '%',
    label: shortened(`${way ?? 'évolution'} : ${sentenceCase(trimmed(subject))}`),
    people: false,
    count: false,
    ...(period === undefined ? {} : { period }),
    qualifier: qualifierOf(sentence, delta.start, period),
    approximation: 'exact',
    delta: delta.delta,
    ...(base === undefined ? {} : { deltaBase: base }),
    inTable: false,
    scope: context.scope,
  };
}
