import { nominal, sentenceCase, trimmed, withoutPartitive } from '../phrase.js';
import type { Surroundings } from './places.js';

/** What a sum of running text, of a line "label : sum" or of a big figure over its caption is for, in the words round it. */
export function purposeOf(
  before: string,
  after: string,
  { item, scope, title, before: above, after: below }: Surroundings,
): string {
  const label = /(?:^|[.;•])\s*(?:[o-]\s)?[+=]?\s*([^.;•]{3,90}?)\s*:\s*(?:[+-]\s*)?$/u.exec(before)?.[1];
  if (label) return sentenceCase(trimmed(label.replace(/^\s*(?:À|A) noter\s*:?\s*/i, '').replace(/^[+=]\s*/, '')));
  const following =
    /^\s*\)?\s*((?:d['’]|de |des |du |pour |au titre |versé|alloué|attribué|accordé|en faveur)[^.;(]{3,90})/iu.exec(
      after,
    )?.[1];
  if (before.trim() === '' || /\b(?:dont|soit|et)\s*$/i.test(before)) {
    const caption =
      following ??
      (below && below.kind !== 'heading' && after.trim() === '' && !/^\s*[+(-]?\s*\d/.test(below.text)
        ? below.text
        : undefined);
    if (caption && /^(?:\s*(?:d['’]|de |des |du |versé|alloué|attribué))/iu.test(caption))
      return sentenceCase(withoutPartitive(nominal(trimmed(caption).split(/\s+/).slice(0, 14).join(' '))));
    const standing =
      above && above.kind !== 'heading' && !/\d/.test(above.text) && above.text.length < 60 ? above.text.trim() : '';
    if (after.trim() === '' || /^\s*[(/]/.test(after)) {
      return [
        title && title !== scope ? title : '',
        scope,
        item.kind === 'heading' || standing === scope ? '' : standing,
      ]
        .filter((part) => part !== '')
        .map(sentenceCase)
        .join(' – ');
    }
  }
  const verb =
    /\b(?:s['’]élève(?:nt)?|s['’]établi(?:t|ssent)|est|sont|était|étaient|a été|ont été|représente(?:nt)?|atteint|atteignent|a rapporté|ont rapporté|a permis de)\b/i.exec(
      before,
    );
  const subject = verb ? before.slice(0, verb.index) : before;
  const words = trimmed(
    subject.replace(/^\s*[o•-]?\s*(?:(?:[Ll]es?|[Ll]a|[Uu]ne?|[Cc]e(?:tte|t|s)?)\s+|[Ll]['’])?/, ''),
  ).split(/\s+/);
  const head = (verb ? words.slice(0, 16) : words.slice(-14)).join(' ');
  const tail = following ? trimmed(following).split(/\s+/).slice(0, 10).join(' ') : '';
  const said = [head, tail].filter((part) => part !== '').join(' ');
  return said !== '' || /^\s*\)?\s*$/.test(after)
    ? said
    : trimmed(nominal(trimmed(after).split(/\s+/).slice(0, 12).join(' ')));
}
