import { plain } from '../../acts/plain.js';
import { countedNoun } from '../counted.js';
import { moveBefore } from '../delta.js';
import { type Figure, MOVED_FROM } from '../figures.js';
import { basisOf, type Found } from '../found.js';
import { completed, shortened } from '../label.js';
import { leans, phraseEnd, sentenceCase, trimmed } from '../phrase.js';
import { antecedentOf, wholeOf } from './antecedent.js';
import { clauseSubject, topicBefore, withoutQuantity } from './before.js';
import { lastYear, setAgainst, yearBefore } from './compared.js';
import { countSays } from './count.js';
import { ONLY_DATED } from './dated.js';
import { measured } from './measured.js';
import { qualifierOf } from './qualified.js';
import type { Sentence } from './sentence.js';
import { shareSays } from './share.js';
import { periodOf } from './when.js';

/** What the words round a figure make of it. */
export interface Said {
  readonly label: string;
  readonly unit: string | undefined;
  readonly parent: Found | undefined;
  /** The count whose noun it leaves out. */
  readonly leansOn?: Found;
}

/** The words that a figure is read with. */
export interface Words {
  /** From the figure to the end of its phrase, as printed, trimmed, plain. */
  readonly raw: string;
  readonly trimmed: string;
  readonly bare: string;
  /** The plain words before it. */
  readonly before: string;
  /** The count that an elliptic figure leans on, and the whole that "dont" says it is a part of. */
  readonly antecedent: Found | undefined;
  readonly partOf: Found | undefined;
  readonly previous: Found | undefined;
  /** Those read before it in its sentence. */
  readonly siblings: readonly Found[];
}

/** The indicator that one figure of a sentence states. */
export function readFigure(
  sentence: Sentence,
  figure: Figure,
  limits: readonly number[],
  previous: Found | undefined,
  siblings: readonly Found[],
): Found | undefined {
  const { context, statement } = sentence;
  // "3 218 (+420/2020) jeunes suivis": its variation stands before its caption.
  const variation = /^\s*\(?\s?[+-] ?\d[\d .,]*%?\)?(?: ?\/ ?(?:a )?\d{4}\)?)?\s*/;
  const from = figure.after + (variation.exec(sentence.plain.slice(figure.after))?.[0].length ?? 0);
  const limit = limits.find((start) => start >= from && start > figure.start) ?? sentence.plain.length;
  const end = phraseEnd(sentence.plain, from, limit, figure.form === 'percent');
  const raw = sentence.text.slice(from, end);
  const words = trimmed(raw + afterBracket(sentence, raw, end, limits));
  const bare = plain(words);
  const noun = figure.form === 'number' ? countedNoun(sentence.plain, from) : undefined;
  const before = sentence.before(figure.start).plain;
  const antecedent = antecedentOf(sentence, figure, siblings, previous);
  const against = setAgainst(sentence, figure, siblings.at(-1));
  const read: Words = {
    raw,
    trimmed: words,
    bare,
    before,
    antecedent,
    partOf: against === undefined ? wholeOf(sentence, figure, siblings, previous) : undefined,
    previous,
    siblings,
  };
  const own = figure.form === 'number' ? countSays(sentence, figure, noun, read) : shareSays(sentence, figure, read);
  const said = against === undefined ? own : sameThing(own, against, bare);
  if (said === undefined) return undefined;
  let { label } = said;
  // "1 228 jeunes en ont bénéficié": of what the sentence is about.
  if (/ en ayant /.test(label))
    label = `${label.split(/\s+/).slice(0, 8).join(' ')} (${clauseSubject(sentence, figure.start)})`.replace(' ()', '');
  if (/\ben moyenne[^.;]{0,12}$/.test(before) && !/moyenne/.test(plain(label))) label += ' en moyenne';
  const move = figure.form === 'number' ? moveBefore(before) : undefined;
  label = ofItsOwn(shortened(label), end === limit);
  if (move === undefined) label = measured(sentence, figure, label, siblings.at(-1), end);
  const topic = context.report && noun !== undefined ? topicBefore(sentence, figure) : undefined;
  if (topic !== undefined && !plain(label).includes(plain(topic))) label = shortened(`${label} – ${topic}`);
  if (/^fois par\b/.test(plain(label))) label = frequency(sentence, figure, label);
  else if (statement.keyed) label = completed(label, figure, context.keyedScope);
  if (!/\p{L}{2}/u.test(label)) return undefined;
  const unit = /\/100$/.test(sentence.plain.slice(figure.start, figure.end)) ? '/100' : said.unit;
  const period =
    (against && yearBefore(sentence, figure, against.period)) ??
    periodOf(sentence, figure, end) ??
    lastYear(sentence, context.period ?? context.year) ??
    // When it was 312 is not said by "est passé de 312 à 345".
    (MOVED_FROM.test(before) ? undefined : (context.period ?? context.year));
  return {
    ...basisOf({ start: sentence.start, keyed: statement.keyed }, figure, context),
    label: move === undefined ? label : `${move.way} : ${label}`,
    ...(move === undefined ? {} : { delta: `${move.sign}${figure.value}` }),
    ...(unit === undefined ? {} : { unit }),
    people: noun?.people ?? (figure.form === 'number' && leans(bare) ? (antecedent?.people ?? false) : false),
    count: figure.form === 'number' && move === undefined && !/^etp\b/i.test(label) && unit !== 'ans',
    ...(period === undefined ? {} : { period }),
    qualifier: qualifierOf(sentence, figure.start, period, label),
    ...(said.parent === undefined ? {} : { parent: said.parent }),
    ...(against === undefined ? {} : { against }),
    ...(said.leansOn === undefined ? {} : { leansOn: said.leansOn }),
  };
}

/** What a figure is set against measures the same thing, unless its own words say otherwise. */
function sameThing(own: Said | undefined, against: Found, bare: string): Said {
  const goesOn =
    own === undefined ||
    leans(bare) ||
    ONLY_DATED.test(bare) ||
    plain(against.label).startsWith(plain(shortened(own.label)));
  return goesOn ? { label: against.label, unit: against.unit, parent: undefined } : own;
}

/** "79 salariés (78,4 ETP) sont affectés à …": what a bracket interrupts goes on behind it, for both figures. */
function afterBracket({ plain, text }: Sentence, raw: string, end: number, limits: readonly number[]): string {
  if (raw.trim().split(/\s+/).length > 1 || !/^\s*[()]/.test(plain.slice(end, end + 2))) return '';
  const close = plain.indexOf(')', end);
  if (close < 0 || close - end > 30 || !/^\) [a-z]/.test(plain.slice(close, close + 3))) return '';
  const from = close + 1;
  return text.slice(from, phraseEnd(plain, from, limits.find((start) => start >= from) ?? plain.length));
}

/** "animations ont attiré 1 845 personnes", "12 réservoirs d'une capacité de 450 m3": the end leads to the next figure. */
const ofItsOwn = (label: string, upToNext: boolean): string =>
  upToNext
    ? withoutQuantity(label).replace(
        /(?: et)? (?:ayant (?:\p{L}+ment )?\p{L}+(?:é|i|u|is|it|ert)e?s?|représentant|comprenant|totalisant|regroupant)$| et (?:\p{L}{3,}(?:[^t]é|i|u|ons)|(?:prod|constr|cond)uit)$/u,
        '',
      )
    : label;

/** "HALLUIN, 6 fois par mois au service jeunesse" → "fois par mois – Halluin". */
function frequency(sentence: Sentence, figure: Figure, label: string): string {
  const often = /^fois par \p{L}+/u.exec(label)?.[0] ?? label;
  const whose = sentenceCase(trimmed(sentence.before(figure.start).text.replace(/^\s*[•●▪■–-]\s*/u, '')));
  return whose === '' ? often : `${often} – ${whose.split(/\s+/).slice(-8).join(' ')}`;
}
