import { plain } from '../../acts/plain.js';
import type { Figure } from '../figures.js';
import { sentenceCase, trimmed } from '../phrase.js';
import type { Sentence } from './sentence.js';

/** The words before a figure that ends its clause: "Nombre d'ateliers : 12", "les pensionnaires sont au nombre de 15". */
export function subjectBefore(sentence: Sentence, figure: Figure): string | undefined {
  const match =
    /(?:^|[.;,(•–]\s*)([^.;,(•–:]{3,80}?)\s*(?::|=|\b(?:sont|est|était|étaient) (?:au nombre )?de|\b(?:s['’]élève(?:nt)?|s['’]établi(?:t|ssent)) à|\best passé(?:e)? à|\batteint|\bau nombre de)\s*(?:plus de|près de|environ|au total|un total de)?\s*$/iu.exec(
      sentence.before(figure.start).text,
    );
  const subject =
    match && sentenceCase(trimmed(match[1]!.trim().replace(/^(?:les?|la|l['’]|un|une|des|notre|nos)\s*/i, '')));
  return subject && /\p{L}{3}/u.test(subject) ? subject : undefined;
}

/** "Etat 45 %, part communale 55 %": the words right before a share. */
export function besides({ text }: Sentence, figure: Figure): string | undefined {
  const words = trimmed(
    text
      .slice(0, figure.start)
      .split(/[,;:(•–]|\d ?%/u)
      .at(-1)!,
  );
  const verb =
    /\s(?:oscille(?:nt)?|représente(?:nt)?|varie(?:nt)?|s['’]élève(?:nt)?|est|sont|atteint|de|à)(?!\p{L})/iu.exec(
      words,
    );
  const subject = sentenceCase(trimmed((verb ? words.slice(0, verb.index) : words).split(/\s+/).slice(-7).join(' ')));
  return /\p{L}{3}/u.test(subject) ? subject : undefined;
}

/** "Jauge moyenne : 412 places", "Facebook : 9 870 abonnés": what the line says before its figure. */
export function topicBefore({ text }: Sentence, figure: Figure): string | undefined {
  const match = /^[\s•●▪■–-]*(\p{Lu}[^.;:,()\d]{2,40}?)\s?:\s?$/u.exec(text.slice(0, figure.start));
  if (!match || match[1]!.trim().split(/\s+/).length > 5) return undefined;
  const says =
    /\b(?:objectifs?|cibles?|realise|resultats?|previsions?|perspectives?|bilan|total|dont|soit|chiffres?|nombre|horaires?|dates?|lieu|effectifs?|public)\b/;
  return says.test(plain(match[1]!)) ? undefined : sentenceCase(trimmed(match[1]!));
}

/** What the sentence is about: its words before the verb and before any figure. */
export function clauseSubject({ plain, text }: Sentence, limit: number): string {
  const verb =
    /\b(?:s'eleve(?:nt)?|s'etabli(?:t|ssent)|sont|est|etai(?:t|ent)|ont|a|passe(?:nt)?|represente(?:nt)?|atteint|atteignent|connai(?:t|ssent)|progresse(?:nt)?|augmente(?:nt)?|diminue(?:nt)?|enregistre(?:nt)?)\b|\d(?!\d{3}\b)| : /.exec(
      plain.slice(0, limit),
    );
  const words = trimmed(text.slice(0, verb?.index ?? limit)).replace(/^(?:les?|la|l['’]|un|une|des|notre|nos)\s*/i, '');
  return /\p{L}{3}/u.test(words) ? words.split(/\s+/).slice(0, 14).join(' ') : '';
}
