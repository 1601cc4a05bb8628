import type { Stretch } from '../../models/page.js';
import { type Name, readNames } from './names.js';
import { type Attendee, attendee } from './person.js';

export const GAVE =
  '(?<![a-z])(?:(?:a|ont|ayant|avait|avaient|qui a|qui ont)\\s{1,3})?(?:donne|donnent|donnant|remis|confie|laisse|vote)\\w{0,6}\\s{1,3}(?:leur\\s{1,3}|son\\s{1,3}|sa\\s{1,3}|un\\s{1,3}|par\\s{1,3})?';
/** No "délégation de pouvoirs", which a mayor holds of the assembly. */
export const POWER =
  '(?:(?<!delegations? de )pouvoirs?|procurations?|procuration de vote|delegations?(?: de vote)?|mandats?)';

/** Who stands in for a delegate is there in his own right, and holds no power. */
export const SUBSTITUTED = /^\W*(?:supplee|remplace)/;
/** What leads from who gave a power, or is stood in for, to who received it. */
export const PROXY = new RegExp(
  `(?:[,(]\\s{0,2})?(?:${GAVE})?(?:${POWER}|proc\\.?|pvr)(?:\\s{1,3}(?:ecrite?|de vote|est donnee?|donnee?|a ete donnee?))*\\s{0,3}(?:a\\s|au\\s|aux\\s|pour\\s|:|→|->|=>)|[,(]\\s{0,2}(?:pouvoir|procuration)\\s(?=(?:mm?\\.|mme|mlle|monsieur|madame|[a-z]\\.)\\s?[a-z])|\\brepresente(?:e|s|es)?\\s{1,3}par\\s|\\bmandataires?\\s{0,2}:?\\s|\\bsupplee[es]*\\s{1,3}par\\s|\\bremplacee?\\s{1,3}par\\s|[→➔➜]|=>`,
  'g',
);
/** Under "Pouvoirs :", "Mme A à M. B" is enough. */
export const PROXY_TO = new RegExp(`${PROXY.source}|[ \\t\\n(](?:a|par)[ \\t\\n]{1,3}(?=[a-z])`, 'g');

/** Nothing but "M." or "Madame" stands between "pouvoir à" and the name of who received it. */
export const stands = (between: string): boolean =>
  /^[\s:]*(?:(?:son|sa) suppleante?\s)?\s*(?:m\.?|mme\.?|mlle|monsieur|madame|mr\.?|dr\.?)?\s*$/.test(between);

const POWER_OF = /\b(?:pouvoirs?|procurations?)\s+(?:est\s+)?(?:donnee?s?\s+)?(?:de|par)\s+(?=m|[a-z]+ [a-z]+)/g;

/** "Mme A a le pouvoir de M. B", "Mme A (pouvoir de M. B)": who holds it comes first. */
const HOLDS =
  /(?:\s(?:a|ayant|avec|detient|porteuse?)\s|[(,]\s?)(?:recu\s)?(?:le\s|un\s|du\s|d'un\s)?(?:pouvoir|procuration)\s(?:de|du)\s/g;

/** What stands between a name and "a donné pouvoir": ", absente excusée, qui". */
const LEADS_TO_POWER =
  /^[\s,(]{0,3}(?:(?:absente?|excusee?|absente? excusee?|empechee?)[\s,]{0,3})?(?:(?:qui|et|ayant|avait)\s{0,2})?(?:a\s)?$/;

/** Powers told in sentences of their own: "Pouvoir de Mme A à M. B", "Mme A a donné pouvoir à M. B". Both are named. */
export function loosePowers(text: string, head: string, sections: readonly Stretch[]): Attendee[] {
  const found: Attendee[] = [];
  const add = (giver: Name | undefined, receiver: Name | undefined): void => {
    if (giver && receiver) found.push({ ...attendee(giver, 'proxy'), proxyTo: receiver.name });
  };
  for (const match of head.matchAll(POWER_OF)) {
    const start = match.index + match[0].length;
    const [giver, receiver] = readNames(text, start, Math.min(head.length, start + 110), false);
    if (giver && receiver && /^\s*(?:,[^,]{0,40},)?\s*a\s/.test(head.slice(giver.end, receiver.start)))
      add(giver, receiver);
  }
  for (const match of head.matchAll(HOLDS)) {
    const end = match.index + match[0].length;
    const holder = readNames(text, Math.max(0, match.index - 60), match.index, false).at(-1);
    const giver = readNames(text, end, Math.min(head.length, end + 60), false)[0];
    const passedOn = giver && /^\s*(?:,[^,]{0,40},)?\s*a\s/.test(head.slice(giver.end, giver.end + 50));
    if (holder?.end === match.index && giver && stands(head.slice(end, giver.start)) && !passedOn) add(giver, holder);
  }
  for (const match of head.matchAll(PROXY)) {
    if (sections.some(({ start, end }) => match.index >= start && match.index < end)) continue;
    // "Pouvoirs :" is a label
    if (/^\w+\s*:/.test(match[0]) || SUBSTITUTED.test(match[0])) continue;
    const after = match.index + match[0].length;
    const giver = readNames(text, Math.max(0, match.index - 60), match.index, false).at(-1);
    const receiver = readNames(text, after, Math.min(head.length, after + 80), false)[0];
    if (
      giver &&
      LEADS_TO_POWER.test(head.slice(giver.end, match.index)) &&
      receiver &&
      stands(head.slice(after, receiver.start))
    )
      add(giver, receiver);
  }
  return found;
}

/** "Pouvoirs : Zoé BLIN (pour Luc CORME)": under that label, who votes comes first, then for whom. */
export function votesHeldFor(text: string, { start, end }: Stretch): Attendee[] {
  return [...text.slice(start, end).matchAll(/\(\s?pour\s+([^()]{3,60})\)/g)].flatMap(
    ({ 0: whole, 1: words, index }) => {
      const at = start + index;
      const holder = readNames(text, Math.max(start, at - 60), at, false).at(-1);
      const from = at + whole.indexOf(words!);
      const giver = readNames(text, from, from + words!.length, false)[0];
      return holder && giver ? [{ ...attendee(giver, 'proxy'), proxyTo: holder.name }] : [];
    },
  );
}
