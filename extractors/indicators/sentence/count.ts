import { plain } from '../../acts/plain.js';
import { nameInList } from '../bracket-list.js';
import { countedNoun, type Noun } from '../counted.js';
import { type Figure, MOVED_FROM } from '../figures.js';
import type { Found } from '../found.js';
import { headOf, measureOf, unitOf } from '../label.js';
import { leans, nominal, sentenceCase, trimmed, withoutPartitive } from '../phrase.js';
import { subjectBefore } from './before.js';
import { countInBracket } from './bracketed.js';
import { ONLY_DATED } from './dated.js';
import type { Said, Words } from './figure.js';
import type { Sentence } from './sentence.js';

/** What a number counts: the noun after it, the subject before it, or what the count before it counted. */
export function countSays(sentence: Sentence, figure: Figure, noun: Noun | undefined, words: Words): Said | undefined {
  if (noun === undefined) {
    if (/^est (?:le |la |l')/.test(words.bare))
      return { label: withoutPartitive(words.trimmed.replace(/^est\s+/i, '')), unit: undefined, parent: words.partOf };
    if (leans(words.bare) || words.trimmed === '' || isElided(words)) return leaning(sentence, figure, words);
    if (!mayCount(sentence, figure, words)) return undefined;
  }
  const label = sentenceCase(
    trimmed(nominal(sentenceCase(ofTheCounted(words.trimmed, figure.value).replace(/^h (?=d[eu'’])/, 'heures ')))),
  );
  const named =
    noun === undefined || (figure.inWords && figure.approximation === 'about')
      ? label.replace(/^(?:de |d['’])(?:nos |ses |leurs )?/i, '')
      : label;
  return { label: named, unit: unitOf(named.replace(/^nombre (?:de |d['’])/i, '')), parent: words.partOf };
}

/** In a report any words behind a figure may be what it counts; a number in words needs a noun that is known. */
function mayCount({ context, statement, plain }: Sentence, figure: Figure, words: Words): boolean {
  if (!context.report || (figure.inWords && figure.after === figure.end)) return false;
  if (measureOf(words.trimmed) === undefined && !/^[\s"«“(]*\p{L}{2}/u.test(words.raw)) return false;
  return (
    statement.keyed || figure.after > figure.end || /^ (?:" ?)?[a-z]/.test(plain.slice(figure.end, figure.end + 4))
  );
}

/** "La crèche de 24 places a accueilli …": a verb in the singular goes with what stands before the count. */
const ofTheCounted = (words: string, value: string): string =>
  (value === '1' ? words : words.replace(/\s(?:a|est|avait|était|sera)\s.*$/u, '')).replace(/^le (?=nombre d)/iu, '');

/** "dont 112 ont été accordées et 33 refusées": a participle alone leaves its noun out. */
const isElided = ({ trimmed, antecedent }: Words): boolean =>
  antecedent !== undefined && /^(?!\p{L}*(?:it|ult|ét)és)\p{L}{3,}ée?s(?!\p{L})/u.test(trimmed);

/** A figure without a noun of its own. */
function leaning(sentence: Sentence, figure: Figure, words: Words): Said | undefined {
  const aim = words.antecedent && AIM.test(words.before) ? words.antecedent : undefined;
  if (aim) return { label: aim.label, unit: aim.unit, parent: undefined };
  const moved = movedTo(sentence, figure, words.siblings);
  if (moved) return { label: moved.label, unit: moved.unit, parent: moved.parent };
  const listed = words.antecedent && nameInList(sentence.plain, figure.start);
  if (listed) {
    const name = sentence.text.slice(listed.start, listed.end).trim();
    return { label: `${headOf(words.antecedent!)} – ${name}`, unit: words.antecedent!.unit, parent: words.antecedent };
  }
  const inBracket = countInBracket(sentence, figure, words.raw.trim() === '' ? '' : words.bare, words.siblings);
  if (inBracket !== undefined) return { label: inBracket, unit: unitOf(inBracket), parent: undefined };
  const subject = ONLY_DATED.test(words.bare) || OUT_OF.test(words.bare) ? subjectBefore(sentence, figure) : undefined;
  return subject === undefined ? ellipsis(sentence, words) : ofSubject(subject, sentence, words);
}

/** "512 entrées pour un objectif de 480": aimed at is the same. */
const AIM = /\bobjectifs? (?:(?:initial|fixe|annuel|vise) )?(?:(?:etait |est )?de |: ?|a )$/;

/** "3,4 pour 1 000 abonnés", "95 sur 120". */
const OUT_OF = /^(?:pour|sur) (?:10|20|100|120|1 ?000|10 ?000)\b/;

/** "est passé de 312 en 2020 à 345": the second figure is of what the first is. */
function movedTo({ plain, start }: Sentence, figure: Figure, siblings: readonly Found[]): Found | undefined {
  const last = siblings.at(-1);
  if (last === undefined || !MOVED_FROM.test(plain.slice(0, last.start - start))) return undefined;
  return /^[^,;.]{0,14} a (?:plus de |pres de |environ )?$/.test(plain.slice(last.end - start, figure.start))
    ? last
    : undefined;
}

/** "Réalisé : 340", "ce nombre est passé à 345": what has been counted before. */
const POINTS_BACK =
  /^(?:(?:ce|cet|cette|leur) (?:chiffre|nombre|total|effectif|taux|part)|ils?|elles?|cel(?:ui|le)(?:-ci)?|ce(?:la)?|nous|on)$/;
const AGAIN = new RegExp(`^(?:realisee?s?|atteint|resultats?|obtenu|constatee?)$|${POINTS_BACK.source}`);

/** "Nombre d'ateliers : 12": the subject says what is counted; in acts that decide only where it says that it counts. */
function ofSubject(subject: string, { context }: Sentence, { antecedent, partOf }: Words): Said | undefined {
  if (
    !context.report &&
    countedNoun(plain(subject), 0) === undefined &&
    !/^(?:nombre|n[br]+e?|total|effectif|population)\b/i.test(subject)
  )
    return undefined;
  const again = AGAIN.test(plain(subject)) ? antecedent : undefined;
  if (again === undefined && POINTS_BACK.test(plain(subject))) return undefined;
  return again
    ? { label: again.label, unit: again.unit, parent: partOf }
    : {
        label: subject,
        unit: unitOf(subject.replace(/^nombre (?:total |moyen )?(?:de |d['’]|des )/i, '')),
        parent: partOf,
      };
}

/** "412 ont signé", "parmi ces familles, 30 sont": a part of what has been counted. */
function ellipsis({ context }: Sentence, words: Words): Said | undefined {
  const { antecedent, before, bare } = words;
  const among = /\bparmi (?:ces|les|nos|eux|elles)(?: (?:\d[\d ]*)?(\p{L}[\p{L}'-]*))?[^.;:]{0,20}$/u.exec(before)?.[1];
  if ((antecedent === undefined && among === undefined) || words.trimmed === '') return undefined;
  if (!context.report && words.previous === undefined && among === undefined) return undefined;
  // "214 jeunes repérés, 188 contactés": one participle takes the place of the other.
  const head = (among ?? headOf(antecedent!)).replace(isElided(words) ? /\s\p{L}+ée?s(?!\p{L}).*$/u : / – .*$/, '');
  const isPart =
    (/^(?:d'entre|ont|sont|issu|originaire|de |par )/.test(bare) && /\bparmi\b|d'entre/.test(`${before} ${bare}`)) ||
    /\bsur (?:les|ces|nos|leurs) \d[^.;:]*, (?:[^.;:]* et )?(?:seule?s? |seulement )?$/.test(before);
  return {
    label: trimmed(`${head} ${nominal(sentenceCase(words.trimmed))}`),
    unit: among ?? antecedent!.unit,
    ...(antecedent === undefined ? {} : { leansOn: antecedent }),
    parent: words.partOf ?? (isPart ? antecedent : undefined),
  };
}
