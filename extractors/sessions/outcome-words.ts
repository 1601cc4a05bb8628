import type { Vote } from '../../models/records.js';

/** Words with which assemblies decide, over plain text. */
export const ADOPTS =
  /\b(?:decid(?:e|ent)|approuv(?:e|ent)|autoris(?:e|ent)|adopt(?:e|ent)|accept(?:e|ent)|valid(?:e|ent)|sollicit(?:e|ent)|design(?:e|ent)|nomm(?:e|ent)|attribu(?:e|ent)|accord(?:e|ent)|arret(?:e|ent)|ratifi(?:e|ent)|confirm(?:e|ent)|instaur(?:e|ent)|institu(?:e|ent)|mandat(?:e|ent)|renonc(?:e|ent)|octroi(?:e|ent)|(?<!au |le |du |un |ce )vot(?:e|ent)|fix(?:e|ent)|elit|elisent|(?<!n')emet|emettent|cree|creent|donne(?:nt)? (?:son|leur|un|une|avis|pouvoir|mandat|tout pouvoir|l'autorisation|l'accord|delegation|quitus|suite)|s'engage|se prononce|retient|modifie|proclame|est favorable|sont favorables|est d'accord|sont d'accord|a (?:decide|approuve|adopte|vote|accepte|valide|designe|elu|autorise)|ont (?:decide|approuve|adopte|vote|accepte|valide|designe|elu|autorise))\b/;
export const REJECTS =
  /\b(?:rejett(?:e|ent)|refus(?:e|ent)|repouss(?:e|ent)|s'oppos(?:e|ent)|desapprouv(?:e|ent)|n'(?:approuve|accepte|autorise|adopte)(?:nt)? pas|ne (?:donne|souhaite|retient) pas|a (?:rejete|refuse)|n'(?:est|etant) pas favorables?|ne sont pas favorables)\b/;
export const POSTPONES =
  /\b(?:ajourn(?:e|ent)|report(?:e|ent)|surseoi(?:t|ent)|sursoi(?:t|ent)|differ(?:e|ent)|renvoi(?:e|ent)|a (?:ajourne|reporte))\b/;
export const NOTES = /\b(?:(?:prend|prennent|a pris|ont pris) (?:bonne |ainsi )?(?:acte|note)|donne(?:nt)? acte)\b/;

/** What a sentence that tells of a vote says came of it. */
export const outcomeIn = (sentence: string): Vote['outcome'] =>
  REJECTS.test(sentence) || /\b(?:rejetee?s?|refusee?s?|repoussee?s?)\b/.test(sentence)
    ? 'rejected'
    : /\b(?:ajournee?s?|sursi[st])\b/.test(sentence)
      ? 'postponed'
      : NOTES.test(sentence) || /\b(?:prend(?:re)?|pris|dont) acte\b/.test(sentence)
        ? ADOPTS.test(sentence.replace(NOTES, ' '))
          ? 'adopted'
          : 'noted'
        : 'adopted';
