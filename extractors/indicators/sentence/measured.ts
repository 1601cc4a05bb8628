import { plain } from '../../acts/plain.js';
import type { Figure } from '../figures.js';
import type { Found } from '../found.js';
import { measureOf } from '../label.js';
import { trimmed, withoutPartitive } from '../phrase.js';
import { clauseSubject, quantityBefore, subjectBefore } from './before.js';
import { measureInBracket } from './bracketed.js';
import type { Sentence } from './sentence.js';

/** A time or a unit alone is the measure of what stands before it: "la durée moyenne d'un suivi est de 18 mois". */
export function measured(
  sentence: Sentence,
  figure: Figure,
  label: string,
  before: Found | undefined,
  end: number,
): string {
  const time = /^(?:mois|jours?|nuits?|semaines?|heures?|ans?|annees?|minutes?|secondes?)(?: en moyenne)?$/.test(
    plain(label),
  );
  const measure = measureOf(label);
  // "La production s'élève à 527 kg par habitant en Bretagne": when and where are no part of what is measured.
  if (measure !== undefined && /^ (?:en|au|aux|dans|sur) /.test(label.slice(measure.length)))
    return subjectBefore(sentence, figure) ?? label;
  if (!time && measure !== label) {
    // "Le nombre moyen d'élèves par classe est de 24 élèves"
    const subject = /^\S+$/.test(label) ? subjectBefore(sentence, figure) : undefined;
    return subject !== undefined && plain(subject).includes(plain(label)) ? subject : label;
  }
  const inBracket = measureInBracket(sentence, figure, before, end);
  if (inBracket !== undefined) return inBracket;
  if (before !== undefined && /\bsoit (?:environ |pres de |plus de )?$/.test(sentence.before(figure.start).plain))
    return before.label;
  const done = /\s(?:a|ont|avons|et) (?:\p{L}+ment )?(\p{L}+(?:é|u|i))\s(?:\p{L}+ ){0,2}$/u.exec(
    sentence.before(figure.start).text,
  )?.[1];
  if (done !== undefined && !time) return `${label} ${done}${/^(?:tonnes|heures)$/.test(label) ? 'es' : 's'}`;
  const quantity = quantityBefore(sentence, figure);
  if (quantity !== undefined && before?.count) return `${quantity.toLowerCase()} – ${before.label}`;
  const what =
    subjectBefore(sentence, figure) ??
    quantity ??
    (time ? undefined : clauseSubject(sentence, figure.start)) ??
    trimmed(
      sentence.text
        .slice(0, figure.start)
        .split(/[(,;:]/)
        .at(-1)!,
    );
  const given = /^\s*(?:\d[\d ]* )?(\p{L}[^\d]*?) (?:ont|a) (\p{L}+é)$/u.exec(what);
  if (given && label === 'heures') return `heures ${given[2]}es par les ${withoutPartitive(given[1]!)}`;
  if (/^(?:il|on|nous|elle)\s/i.test(what)) return time ? '' : label;
  return /\p{L}{3}/u.test(what) ? withoutPartitive(what) : label;
}
