import type { EntityKind } from '../../models/records.js';
import { kindOfBody } from './bodies.js';

/**
 * Bodies that everybody knows by a proper name, which no common noun announces: "le nouveau titulaire (Groupama)".
 * Written plain. Names that are also common words, places or people are left out.
 */
// biome-ignore format: a table
const KNOWN: Readonly<Partial<Record<EntityKind, readonly string[]>>> = {
  company: [
    'allianz', 'apave', 'axa', 'bouygues', 'dalkia', 'dekra', 'dexia', 'docaposte', 'edf', 'eiffage', 'elior',
    'engie', 'eurovia', 'generali', 'keolis', 'maaf', 'macif', 'maif', 'matmut', 'mma', 'rte', 'saur', 'sfr',
    'smacl', 'sncf', 'socotec', 'sodexo', 'transdev',
  ],
  association: [
    'afm-telethon', 'emmaus', 'francas', 'leo lagrange', 'ufcv', 'ufolep', 'unss',
  ],
  public_body: [
    'ugap',
  ],
};
/** Heads of names that are whole names, too: `kindOfBody` knows their kind. */
// biome-ignore format: a table
const HEADS_ALONE = [
  'ademe', 'admr', 'anah', 'anru', 'caf', 'cnfpt', 'cpam', 'croix-rouge', 'ddcs', 'ddcspp', 'drac', 'dsden',
  'enedis', 'fnaca', 'grdf', 'groupama', 'msa', 'restos du coeur', 'sdis', 'secours catholique',
  'secours populaire', 'souvenir francais', 'usep', 'veolia',
];

const kinds = new Map<string, EntityKind>(HEADS_ALONE.map((name) => [name, kindOfBody(name)!]));
for (const [kind, names] of Object.entries(KNOWN) as [EntityKind, readonly string[]][]) {
  for (const name of names) kinds.set(name, kind);
}

/** Public bodies called by their acronym and the number of their department: "le TE61", "le CDG35". */
const OF_DEPARTMENT = '(?:adil|atd|caue|cdg|cdos|ddt|ddtm|fde|sde|sdis|te|udaf)\\d{2}';
const OF_A_DEPARTMENT = new RegExp(`^${OF_DEPARTMENT}$`);

/** What kind of body a plain name means to everybody; nothing for the others. */
export const kindOfKnown = (plainName: string): EntityKind | undefined =>
  kinds.get(plainName) ?? (OF_A_DEPARTMENT.test(plainName) ? 'public_body' : undefined);

/** Where known names may stand in a plain text; it is for the caller to see that they are written as names. */
export const KNOWN_NAMES = new RegExp(
  `(?<![a-z0-9'-])(?:${[...kinds.keys(), OF_DEPARTMENT].join('|')})(?![a-z0-9-])`,
  'g',
);

/** Short ones are acronyms, written in capitals; the others begin with one. */
export const writtenAsName = (text: string): boolean =>
  text.length > 5 ? /^\p{Lu}/u.test(text) : /^\p{Lu}(?:\p{Lu}+|\p{Ll}+)\d*$/u.test(text);
