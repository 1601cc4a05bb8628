import { plain } from '../../acts/plain.js';
import { countedNoun, type Noun } from '../counted.js';
import type { Figure } from '../figures.js';
import { headOf, measureOf, unitOf } from '../label.js';
import { leans, nominal, sentenceCase, trimmed, withoutPartitive } from '../phrase.js';
import { subjectBefore } from './before.js';
import type { Said, Words } from './figure.js';
import type { Sentence } from './sentence.js';

/** What a number counts: the noun after it, the subject before it, or what the count before it counted. */
export function countSays(sentence: Sentence, figure: Figure, noun: Noun | undefined, words: Words): Said | undefined {
  const { context } = sentence;
  if (noun === undefined && /^est (?:le |la |l')/.test(words.bare))
    return { label: withoutPartitive(words.trimmed.replace(/^est\s+/i, '')), unit: undefined, parent: words.partOf };
  if (noun === undefined && (leans(words.bare) || words.trimmed === '')) {
    const subject = words.trimmed === '' ? subjectBefore(sentence, figure) : undefined;
    return subject === undefined ? ellipsis(sentence, words) : ofSubject(subject, sentence, words);
  }
  if (
    noun === undefined &&
    (!context.report ||
      figure.inWords ||
      (measureOf(words.trimmed) === undefined && !/^[\s"«“(]*\p{L}{2}/u.test(words.raw)))
  )
    return undefined;
  if (
    noun === undefined &&
    !sentence.statement.keyed &&
    figure.after === figure.end &&
    !/^ [a-z]/.test(sentence.plain.slice(figure.end, figure.end + 2))
  )
    return undefined;
  const label = sentenceCase(trimmed(nominal(sentenceCase(words.trimmed))));
  const named = figure.inWords && figure.approximation === 'about' ? withoutPartitive(label) : label;
  return { label: named, unit: unitOf(named), parent: words.partOf };
}

/** "Nombre d'ateliers : 12": the subject says what is counted; in acts that decide only where it says that it counts. */
function ofSubject(subject: string, { context }: Sentence, { antecedent, partOf }: Words): Said | undefined {
  if (
    !context.report &&
    countedNoun(plain(subject), 0) === undefined &&
    !/^(?:nombre|n[br]+e?|total|effectif|population)\b/i.test(subject)
  )
    return undefined;
  const again = /^(?:realisee?s?|atteint|resultats?|obtenu|constatee?)$/.test(plain(subject)) && antecedent;
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
  const isPart =
    /^(?:d'entre|ont|sont|issu|originaire|de |par )/.test(bare) && /\bparmi\b|d'entre/.test(`${before} ${bare}`);
  return {
    label: trimmed(`${among ?? headOf(antecedent!)} ${nominal(sentenceCase(words.trimmed))}`),
    unit: among ?? antecedent!.unit,
    parent: words.partOf ?? (isPart ? antecedent : undefined),
  };
}
