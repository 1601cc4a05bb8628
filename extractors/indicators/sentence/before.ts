import { plain } from '../../acts/plain.js';
import type { Figure } from '../figures.js';
import { sentenceCase, trimmed } from '../phrase.js';
import type { Sentence } from './sentence.js';

/** The words before a figure that ends its clause: "Nombre d'ateliers : 12", "les pensionnaires sont au nombre de 15". */
export function subjectBefore(sentence: Sentence, figure: Figure): string | undefined {
  const before = sentence
    .before(figure.start)
    .text.replace(/\s\([^()]*\)|, tou(?:te)?s [^,.;]{3,40} confondue?s,/g, '');
  const moving = /,? passant (?:de |d['’])$/iu.exec(sentence.text.slice(0, figure.start))?.index;
  if (moving !== undefined) return clauseSubject(sentence, moving) || undefined;
  const match = BROUGHT_TO.exec(before) ?? SUBJECT.exec(before);
  const subject = match && sentenceCase(trimmed(undated(match[1]!.trim().replace(FINITE, '')).replace(ARTICLE, '')));
  return subject && /\p{L}{3}/u.test(subject) ? subject : undefined;
}

const ARTICLE = /^(?:(?:les?|la|une?|des|notre|nos)\s+|l['’])/i;
/** What leads from a subject to its figure. */
const EQUALS = [
  ':',
  '=',
  '(?:sont|est|était|étaient|a été|ont été) (?:au nombre )?de',
  '(?:est|était) (?:évaluée?|estimée?|fixée?|portée?|passée?) à',
  "s['’](?:élève|élèvent|élevait|élevaient|établit|établissent|établissait) à",
  'se mont(?:e|ent|ait) à',
  '(?:est|sont|était|étaient) passée?s? de',
  '(?:est|sont|reste|restent|demeure|demeurent) stables? [àa]',
  '(?:est|sont|était|étaient) (?:plutôt )?(?:autour|proches?|supérieure?s?|inférieure?s?) (?:de|à)',
  '(?:a |ont )?(?:atteint|atteignent|atteignait)',
  '(?:avoisine|dépasse|totalise)(?:nt)?',
  'au nombre de',
].join('|');
const SUBJECT = new RegExp(
  String.raw`(?:^|[.;,(•–]\s*)([^.;,(•–:]{3,90}?)\s*(?<!\p{L})(?:${EQUALS})\s*(?:plus de|près de|environ|de l['’]ordre de|au total|un total de|en moyenne|cette année)?\s*$`,
  'iu',
);
/** "remonter le nombre de participants à 83", "portant la capacité à 318". */
const BROUGHT_TO =
  /\s(?:le |la |l['’])((?:nombre|total|effectif|taux|capacité|part)(?: (?:de |d['’]|des )(?:(?!\s(?:est|a|sont|ont|s['’]))[^.;,(:]){3,60}?)?) à\s*(?:plus de |près de |environ )?$/iu;
/** The verb of a sentence, as far as a subject is read to it. */
const FINITE = /\s(?:est|sont|a|ont|était|étaient|reste|restent)\s.*$/iu;

/** "quantité distribuée en 2013" → "quantité distribuée": the record has its own period. */
const undated = (text: string): string =>
  text.replace(
    /\s+(?:(?:en|pour|fin|sur|au titre de|au cours de) (?:l['’]année )?(?:19|20)\d\d|au \d{1,2}(?:er)? \p{L}+ (?:19|20)\d\d)$/iu,
    '',
  );

/** "d'une capacité totale de 4 500 m3": the quantity that the measure after it is of. */
const QUANTITY =
  /(?:longueur|linéaire|superficie|surface|capacité|débit|volume|population|production|consommation|poids|tonnage|distance|puissance|quantité|durée|amplitude|jauge)(?: \p{L}+){0,3}/iu;
const QUANTITY_BEFORE = new RegExp(
  String.raw`(?:^|\s|['’])(${QUANTITY.source})(?: (?:est|était))? (?:de|d['’]environ|de près de|de plus de)\s*$`,
  'iu',
);

export const quantityBefore = (sentence: Sentence, figure: Figure): string | undefined =>
  QUANTITY_BEFORE.exec(sentence.before(figure.start).text)?.[1];

/** "réservoirs d'une capacité totale" → "réservoirs": the quantity belongs to the next figure. */
export const withoutQuantity = (label: string): string =>
  label.replace(new RegExp(` (?:d['’]une?|pour une?|avec une?) ${QUANTITY.source}$`, 'iu'), '');

const REPRESENTS =
  /\s(?:représente(?:nt|ra|ront|raient)?|représentai(?:t|ent)|constitue(?:nt)?|regroupe(?:nt)?|concentre(?:nt)?|compte(?:nt)? pour)(?: \p{L}+ment)?(?: à (?:eux|elles) seule?s?)?(?: environ| (?:près|plus|moins) (?:de|d['’]))?\s*$/iu;

/** "les femmes représentent 52 % des adhérents": what makes up a share. */
export function representedBefore(sentence: Sentence, figure: Figure): string | undefined {
  const { text } = sentence.before(figure.start);
  const verb = REPRESENTS.exec(text);
  return verb ? nounsAtEnd(text.slice(0, verb.index)) : undefined;
}

/** "le reste est composé de verre pour 12 %": what makes up the share before which it stands. */
export function makesUp({ text }: Sentence, figure: Figure): string | undefined {
  const link = /\spour (?:les |environ |près de |plus de )?$/iu.exec(text.slice(0, figure.start))?.index;
  return link === undefined ? undefined : nounsAtEnd(text.slice(0, link));
}

/** "Le taux de départ a baissé : il était de 40 %": what the pronoun before a figure points at. */
export function pointedAt(sentence: Sentence, figure: Figure): string | undefined {
  const pronoun = /[,:;]\s(?:il|elle|celui-ci|celle-ci)\s[^,;:]{2,30}$/iu.exec(sentence.text.slice(0, figure.start));
  return pronoun ? clauseSubject(sentence, pronoun.index) || undefined : undefined;
}

/** The last nouns of a stretch: what stands after its last stop, verb or "et". */
export function nounsAtEnd(text: string): string | undefined {
  const words = text
    .replace(/\s\([^()]*\)/g, '')
    .split(/[.;,:()•]|\d ?%|\s(?:et|ou|dont|que|soit)(?=\s)/u)
    .at(-1)!
    .trim();
  const nouns = words
    .replace(/^(?:.*\s)?(?:est|sont|était|étaient|avec)\s/iu, '')
    .replace(/^.*\s(?:pour|sur|dans|chez) (?=les?\s|la\s|l['’])/iu, '')
    .replace(/^en (?:\p{L}+ ){0,2}(?:hausse|baisse|progression|augmentation|diminution|recul) /iu, '')
    .replace(
      /^(?:bien )?(?:surtout|principalement|majoritairement|notamment|essentiellement|encore|enfin|aussi)\s/iu,
      '',
    )
    .replace(REMARK, '');
  const bare = sentenceCase(
    trimmed(
      undated(nouns)
        .replace(ARTICLE, '')
        .replace(/^\d[\d {2}]*\s/, ''),
    ),
  );
  return /\p{L}{3}/u.test(bare) && bare.split(/\s+/).length <= 12 ? bare : undefined;
}

/** "affiche un taux d'occupation de 82 %": the rate that the share is. */
export const rateBefore = (sentence: Sentence, figure: Figure): string | undefined =>
  /\s((?:taux|part|proportion|pourcentage|rendement|indice)(?: moyenn?e?)? (?:de |d['’]|du |des )[^,;:.()]{3,50}?)(?: est| était)? (?:de|d['’]environ|de près de|de plus de|à)\s*$/iu.exec(
    sentence.before(figure.start).text,
  )?.[1];

/** "Etat 45 %, part communale 55 % et TH 12 %": the words right before a share. */
export function besides({ text }: Sentence, figure: Figure): string | undefined {
  const words = trimmed(
    text
      .slice(0, figure.start)
      .replace(/\s\([^()]*\)/g, '')
      .split(/[,;:(•–]|\d ?%|\s(?:et|ou)(?=\s(?:les?|la|l['’]))/u)
      .at(-1)!
      .replace(/^\s*(?:et|ou)\s/u, ''),
  );
  const verb =
    /\s(?:oscille(?:nt)?|représente(?:nt)?|varie(?:nt)?|s['’]élève(?:nt)?|est|sont|atteint|de(?!\s\d+ ans)|à)(?!\p{L})/iu.exec(
      words,
    );
  const subject = sentenceCase(trimmed((verb ? words.slice(0, verb.index) : words).split(/\s+/).slice(-7).join(' ')));
  return /\p{L}{3}|^\p{Lu}{2}$/u.test(subject) && !/^(?:s['’]|elles?\b|ils?\b|cela\b)/i.test(subject)
    ? subject
    : undefined;
}

/** "Jauge moyenne : 412 places", "Facebook : 9 870 abonnés": what the line says before its figure. */
export function topicBefore({ text }: Sentence, figure: Figure): string | undefined {
  const match = /^[\s•●▪■–-]*(\p{Lu}[^.;:,()\d]{2,40}?)\s?:\s?$/u.exec(text.slice(0, figure.start));
  if (!match || match[1]!.trim().split(/\s+/).length > 5) return undefined;
  const says =
    /\b(?:objectifs?|cibles?|realise|resultats?|previsions?|perspectives?|bilan|total|dont|soit|chiffres?|nombre|horaires?|dates?|lieu|effectifs?|public)\b/;
  return says.test(plain(match[1]!)) ? undefined : sentenceCase(trimmed(match[1]!));
}

const VERB =
  /\b(?:s'eleve(?:nt)?|s'etabli(?:t|ssent)|sont|est|etai(?:t|ent)|ont|a|passe(?:nt)?|reste(?:nt)?|demeure(?:nt)?|represente(?:nt)?|atteint|atteignent|connai(?:t|ssent)|progresse(?:nt)?|augmente(?:nt)?|diminue(?:nt)?|enregistre(?:nt)?)\b|(?<!\d)(?!(?:19|20)\d\d\b)\d| : /g;
/** "le secours augmente (+ 12 %) ainsi que les accidents (+ 21 %)": a bracket speaks of the clause it stands in. */
function beginningOf(plain: string, limit: number): number {
  const link = /\( ?$/.test(plain.slice(0, limit)) ? /, | ainsi que | mais /g : / (?:tandis|alors) que |, mais /g;
  const links = [...plain.slice(0, limit).matchAll(link)];
  const last = links.at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}

/** "On note une stabilité du nombre d'adhérents": what opens a remark names nothing. */
const REMARK =
  /^(?:si|quant aux?|concernant|il faut|(?:on|nous) (?:note|notons|constate|constatons|observe|observons|enregistre|enregistrons|compte|comptons|dénombre|dénombrons|recense|recensons)(?: autant de)?|il faut (?:noter|souligner)|il s['’]agit d['’]|[àa] noter|d['’]abord|avec|sur|soit)(?!\p{L})[\s,:]*/iu;
const SAYS = /^[^,]*\s(?:souligne|note|constate|indique|précise|rappelle|observe)(?:nt)? qu(?:e\s|['’])/iu;
/** "une légère augmentation du budget" → "budget". */
const MOVE_OF =
  /^(?:(?:une?|la|l['’]) ?)?(?:légère |forte |nette )?(?:augmentation|hausse|progression|baisse|diminution) (?:globale )?(?:de |du |des |d['’])/iu;
const NAMED_QUANTITY =
  /(?:nombre|taux|part|montant|volume|fréquentation|nombre total|effectif|tonnage) (?:de |des |du |d['’])[^,;:()]+$/iu;

/** "pour l'exercice 2021", set between the subject and its verb. */
const ASIDE =
  /^(?:principalement|notamment|surtout|essentiellement|y compris)(?!\p{L})|^(?:pour|en|dans|durant|au cours de|sur) (?:l['’]|la |le |cette )?(?:année|exercice|saison|période|(?:19|20)\d\d)/iu;

/** What the sentence is about: its words before the verb and before any figure. */
export function clauseSubject(sentence: Sentence, limit: number): string {
  const from = beginningOf(sentence.plain, limit);
  return subjectFrom(sentence, from, limit) || (from > 0 ? subjectFrom(sentence, 0, limit) : '');
}

function subjectFrom({ plain, text }: Sentence, from: number, limit: number): string {
  // "à" without its accent is no verb.
  const verb = [...plain.slice(from, limit).matchAll(VERB)].find(({ index }) => text[from + index] !== 'à');
  const clause = text.slice(from, verb ? from + verb.index : limit).replace(/\s\([^)]*$/, '');
  const parts = clause.split(', ').filter((part) => /\p{L}{3}/u.test(trimmed(part)));
  const before = trimmed(parts.findLast((part) => !ASIDE.test(part)) ?? parts.at(-1) ?? clause)
    .replace(SAYS, '')
    .replace(REMARK, '')
    .replace(MOVE_OF, '');
  const words = trimmed(undated((NAMED_QUANTITY.exec(before)?.[0] ?? before).replace(ARTICLE, '')));
  return /\p{L}{3}/u.test(words) ? words.split(/\s+/).slice(0, 14).join(' ') : '';
}
