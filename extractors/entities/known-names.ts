import type { EntityKind } from '../../models/records.js';

/**
 * Bodies that everybody knows by a proper name, which no common noun announces: "le nouveau titulaire (Groupama)".
 * Written plain. Names that are also common words, places or people are left out.
 */
const KNOWN: Readonly<Partial<Record<EntityKind, readonly string[]>>> = {
  // biome-ignore format: a table
  company: [
    'allianz', 'apave', 'axa', 'bouygues', 'dalkia', 'dekra', 'dexia', 'docaposte', 'edf', 'eiffage', 'elior', 'enedis',
    'engie', 'eurovia', 'generali', 'grdf', 'groupama', 'keolis', 'maaf', 'macif', 'maif', 'matmut', 'mma',
    'rte', 'saur', 'sfr', 'smacl', 'sncf', 'socotec', 'sodexo', 'transdev', 'veolia',
  ],
  // biome-ignore format: a table
  association: [
    'admr', 'afm-telethon', 'croix-rouge', 'emmaus', 'fnaca', 'francas', 'leo lagrange', 'restos du coeur',
    'secours catholique', 'secours populaire', 'souvenir francais', 'ufcv', 'ufolep', 'unss', 'usep',
  ],
  // biome-ignore format: a table
  public_body: ['ademe', 'anah', 'anru', 'caf', 'cnfpt', 'cpam', 'ddcs', 'ddcspp', 'drac', 'dsden', 'msa', 'sdis', 'ugap'],
};

const kinds = new Map<string, EntityKind>();
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
