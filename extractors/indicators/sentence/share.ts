import { plain } from '../../acts/plain.js';
import { countedNoun } from '../counted.js';
import type { Figure } from '../figures.js';
import type { Found } from '../found.js';
import { shortened } from '../label.js';
import { nominal, phraseEnd, sentenceCase, trimmed, withoutPartitive } from '../phrase.js';
import { besides, makesUp, pointedAt, rateBefore, representedBefore, subjectBefore } from './before.js';
import { bracketedBefore } from './bracketed.js';
import { ONLY_DATED } from './dated.js';
import type { Said, Words } from './figure.js';
import type { Sentence } from './sentence.js';

/** Of what a percentage or a fraction is the share. */
export function shareSays(sentence: Sentence, figure: Figure, words: Words): Said | undefined {
  const unit = figure.form === 'fraction' ? 'fraction' : '%';
  const share =
    ONLY_DATED.test(words.bare) || /^restante?s?$/.test(words.bare) || /^et\s/i.test(words.trimmed)
      ? ''
      : sentenceCase(trimmed(withoutPartitive(nominal(sentenceCase(words.trimmed)))));
  const base = words.partOf ?? words.antecedent;
  const last = words.siblings.at(-1);
  const parts =
    share === ''
      ? undefined
      : last?.count && /\bsoit (?:environ |pres de |plus de )?$/.test(words.before)
        ? last.label
        : representedBefore(sentence, figure);
  if (parts !== undefined && PARTITIVE.test(words.trimmed))
    return { label: shortened(`${parts} ${amongWhom(words.trimmed)}`), unit, parent: words.partOf };
  // "un taux de fréquentation de 97 % pour l'ensemble de la saison"
  const rate =
    share !== '' && /^(?:pour|sur|dans|en|au|aux)\s/i.test(words.trimmed) ? rateBefore(sentence, figure) : undefined;
  if (rate !== undefined) return { label: rate, unit, parent: words.partOf };
  const inBracket = bracketedBefore(sentence, figure, words.siblings);
  if (inBracket !== undefined)
    return typeof inBracket === 'string'
      ? {
          label: PLURALITY.test(plain(inBracket)) ? mostAre(sentence, figure, base) : inBracket,
          unit,
          parent: words.partOf,
        }
      : { label: inBracket.label, unit, parent: inBracket.parent };
  const named =
    share === '' &&
    (base === undefined ||
      !sentence.statement.keyed ||
      subjectBefore(sentence, figure) !== undefined ||
      /\b(?:taux|part|proportion) de $/.test(words.before));
  if (named) {
    const subject =
      sameAs(sentence, figure, words.siblings) ??
      rateOf(sentence, figure, words.siblings) ??
      subjectBefore(sentence, figure) ??
      rateBefore(sentence, figure) ??
      makesUp(sentence, figure) ??
      besides(sentence, figure) ??
      pointedAt(sentence, figure);
    return subject === undefined ? undefined : { label: subject, unit, parent: words.partOf };
  }
  return {
    label: share === '' ? base!.label : amongThem(share, base, words.bare),
    unit,
    parent: words.partOf ?? (NO_SHARE.test(plain(share)) ? undefined : base),
  };
}

const PLURALITY = /\b(?:plupart|majorite|totalite|moitie|essentiel|tiers|quart)\b(?: (?:d'entre|des?|du) .*)?$/;

/** "La plupart d'entre eux (91 %) n'ont pas le permis": what the words behind the bracket say of them. */
function mostAre({ plain, text }: Sentence, figure: Figure, base: Found | undefined): string {
  const from = plain.indexOf(')', figure.end) + 1;
  const said = trimmed(withoutPartitive(nominal(text.slice(from, phraseEnd(plain, from, plain.length, true)))));
  return amongThem(said, base, said);
}

const PARTITIVE = /^(?:des|du|de la|de l['’]|de (?:nos|ses|leurs?|ces|cette|notre)(?!\p{L}))/iu;

/** "les femmes représentent 52 % des adhérents" → "femmes parmi les adhérents"; "de l'activité" → "dans l'activité". */
const amongWhom = (whole: string): string =>
  whole
    .replace(/^des (?=\p{L})/iu, 'parmi les ')
    .replace(/^du (?=\p{L})/iu, 'dans le ')
    .replace(/^de (nos|ses|leurs|ces) /iu, 'parmi $1 ')
    .replace(/^de (?=l[ae'’]|leur |cette |notre )/iu, 'dans ');

/** "femmes" of which? The whole that a share is a share of. */
function amongThem(share: string, base: Found | undefined, bare: string): string {
  if (NO_SHARE.test(plain(share))) return share;
  if (base !== undefined && !base.people && countedNoun(plain(share), 0)?.people) return share;
  if (base === undefined || / (?:des|de l'ensemble|du total|de l'effectif|d'entre) /.test(` ${bare} `)) return share;
  const whole = base.parent && base.unit === '%' ? base.parent : base;
  return plain(share).includes(plain(whole.label)) ? share : `${share} parmi les ${shortened(whole.label)}`;
}

const NO_SHARE =
  /^(?:taux|part|moyenne|indice|proportion|pourcentage|score|note|augmentation|baisse|hausse|satisfaction|participation|presence|occupation|remplissage|reussite|retour|reponse|frequentation|recyclage|valorisation|absenteisme)\b|\bsatisfaite?s?\b/;

/** "entre 5 % et 10 %", "65 % ou 80 %": the second share is of what the first is. */
function sameAs(sentence: Sentence, figure: Figure, siblings: readonly Found[]): string | undefined {
  const last = siblings.at(-1);
  if (last?.unit !== '%') return undefined;
  const between = sentence.plain.slice(last.end - sentence.start, figure.start);
  return /^ ?(?:et|ou|a|-|puis) ?$/.test(between) ? last.label : undefined;
}

/** "(soit un taux de 78 %)": the rate of what the sentence has just counted. */
function rateOf(sentence: Sentence, figure: Figure, siblings: readonly Found[]): string | undefined {
  const rate =
    /\b(?:un|une|le|la) (taux|part|proportion|pourcentage|moyenne)(?: moyenn?e?)? (?:est )?d(?:e|'environ) $/.exec(
      sentence.plain.slice(0, figure.start),
    )?.[1];
  const of = siblings.find(({ count }) => count);
  return rate === undefined || of === undefined ? undefined : `${rate} : ${of.label}`;
}
