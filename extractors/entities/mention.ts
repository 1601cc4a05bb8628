import type { EntityKind } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { isGenericName, nameKey, WHERE } from './name.js';
import { slipKeys } from './slips.js';
import { STATE_FUNDS } from './state-funds.js';

/** A body or a person as documents of one place write it. */
export interface Mention {
  readonly name: string;
  readonly kind: EntityKind;
  /** Other names that the document gives it. */
  readonly aliases: readonly string[];
  readonly siren?: string | undefined;
  readonly siret?: string | undefined;
  readonly rna?: string | undefined;
  readonly address?: string | undefined;
  /**
   * Whose documents they are, or the document itself where it does not say: names that say only a sort of body ("CCAS",
   * "Comité des fêtes") mean the one of that place.
   */
  readonly place: string;
  /** The identifier given in the same document to the only body there of this name. */
  readonly near?: string | undefined;
  /** How many records carry it; 1 where it is not said. */
  readonly records?: number;
  /** How often the documents write it so; 1 where it is not said. */
  readonly occurrences?: number;
}

/** The State, alone or by one of its funds: "Etat (DETR)", "Etat - DSIL". */
const STATE = new RegExp(`^etat(?: (?:${STATE_FUNDS}|drac|dreal|prefecture))*$`);

/** The key of a mention's name, qualified by the place where the name alone would not tell whose it is. */
export const primaryKey = (mention: Mention): string => keyOf(mention.name, mention);

/** Those of its other names. */
export const aliasKeys = (mention: Mention): readonly string[] =>
  mention.kind === 'person' || mention.aliases.length === 0
    ? NONE
    : mention.aliases.map((alias) => keyOf(alias, mention));

const NONE: readonly string[] = [];

function keyOf(name: string, { kind, place }: Mention): string {
  const key = nameKey(name, kind);
  if (key === '') return `raw:${plain(name).trim()}${WHERE}${place}`;
  if (kind === 'state' && STATE.test(key)) return 'etat';
  if (kind === 'person') return `person:${key}${WHERE}${place}`;
  return isGenericName(key) || isAcronym(name, key) ? `${key}${WHERE}${place}` : key;
}

/** One short word in capitals: many bodies share it. */
const isAcronym = (name: string, key: string): boolean =>
  !key.includes(' ') &&
  key.length <= 8 &&
  name.replace(/[^\p{L}]/gu, '') === name.replace(/[^\p{L}]/gu, '').toUpperCase();

/** The SIREN, as given or as the first nine digits of the SIRET. */
export const sirenOf = ({ siren, siret }: Mention): string | undefined => siren ?? siret?.slice(0, 9);

/** Its identifiers as keys, the one that decides first. */
export function identifierKeys(mention: Mention): string[] {
  const siren = sirenOf(mention);
  return [...(siren ? [`siren:${siren}`] : []), ...(mention.rna ? [`rna:${mention.rna}`] : [])];
}

/**
 * Keys through which a mention may be found to be another's: mentions without a common key, directly or through others,
 * are never one entity, and what one of them says changes nothing for the other.
 */
export function linkKeys(mention: Mention): string[] {
  const primary = primaryKey(mention);
  return [...new Set([...identifierKeys(mention), primary, ...aliasKeys(mention), ...slipKeys(primary)])];
}

/** The mentions of one document; those without an identifier are `near` that of the only body there of the same name. */
export function identifiedNearby(mentions: readonly Mention[]): readonly Mention[] {
  const identified = mentions.filter((mention) => identifierKeys(mention).length > 0);
  if (identified.length === 0) return mentions;
  const known = new Map<string, Set<string>>();
  for (const mention of identified) {
    for (const key of [primaryKey(mention), ...aliasKeys(mention)]) {
      const ids = known.get(key) ?? new Set();
      known.set(key, ids.add(identifierKeys(mention)[0]!));
    }
  }
  return mentions.map((mention) => {
    const ids = known.get(primaryKey(mention));
    return identifierKeys(mention).length > 0 || ids?.size !== 1 ? mention : { ...mention, near: [...ids][0]! };
  });
}
