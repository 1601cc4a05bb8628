import type { EntityKind } from '../../models/records.js';
import { type Mention, sirenOf } from './mention.js';

/** One body or person, however it is written. */
export interface Entity {
  /** Stable: an identifier where there is one, else the smallest of its names' keys. */
  readonly key: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly siren?: string;
  readonly siret?: string;
  readonly rna?: string;
  readonly insee?: string;
  readonly address?: string;
  /** Every writing, with how often; in the order of the names. */
  readonly names: readonly { readonly name: string; readonly occurrences: number }[];
  /** Indexes into the mentions given. */
  readonly mentions: readonly number[];
}

/** The body or person behind some of `mentions`, whose `indexes` are given. */
export function entityOf(key: string, indexes: readonly number[], mentions: readonly Mention[]): Entity {
  const its = indexes.map((i) => mentions[i]!);
  const names = new Map<string, number>();
  for (const { name, occurrences = 1 } of its) names.set(name, (names.get(name) ?? 0) + occurrences);
  const siren = mostFrequent(its, sirenOf);
  const siret = mostFrequent(its, (mention) => mention.siret);
  const rna = mostFrequent(its, (mention) => mention.rna);
  const address = mostFrequent(its, (mention) => mention.address);
  const kind = mostFrequent(its, (mention) => mention.kind)!;
  const insee = kind === 'municipality' && siren ? inseeOf(siren) : undefined;
  return {
    key,
    kind,
    name: canonicalName(names),
    ...(siren ? { siren } : {}),
    ...(siret ? { siret } : {}),
    ...(rna ? { rna } : {}),
    ...(insee ? { insee } : {}),
    ...(address ? { address } : {}),
    names: [...writings(its, names)]
      .map(([name, occurrences]) => ({ name, occurrences }))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
    mentions: indexes,
  };
}

/** The names, and the other names that documents give. */
function writings(mentions: readonly Mention[], names: ReadonlyMap<string, number>): Map<string, number> {
  const all = new Map(names);
  for (const { aliases, records = 1 } of mentions) {
    for (const alias of aliases) if (!names.has(alias)) all.set(alias, (all.get(alias) ?? 0) + records);
  }
  return all;
}

/** A town's SIREN holds its INSEE code: "21", the département, "0", the commune, a key. */
const inseeOf = (siren: string): string | undefined => {
  const found = /^21(\d[\dAB])0?(\d{3})\d$/.exec(siren.length === 9 ? siren.slice(0, 4) + siren.slice(5) : '');
  return found && siren[4] === '0' ? `${found[1]}${found[2]}` : undefined;
};

/** What most records say; among equals, the smallest. */
function mostFrequent<T extends string>(
  mentions: readonly Mention[],
  pick: (mention: Mention) => T | undefined,
): T | undefined {
  const counts = new Map<T, number>();
  for (const mention of mentions) {
    const value = pick(mention);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + (mention.records ?? 1));
  }
  let best: T | undefined;
  for (const [value, count] of counts) {
    const top = best === undefined ? 0 : counts.get(best)!;
    if (best === undefined || count > top || (count === top && value < best)) best = value;
  }
  return best;
}

/** The writing that a reader would choose: not in capitals, several words, the one met most often. */
function canonicalName(names: ReadonlyMap<string, number>): string {
  const loud = (name: string): number => (name === name.toUpperCase() ? 1 : 0);
  const short = (name: string): number => (name.includes(' ') ? 0 : 1);
  return [...names].sort(
    ([a, x], [b, y]) => short(a) - short(b) || loud(a) - loud(b) || y - x || b.length - a.length || (a < b ? -1 : 1),
  )[0]![0];
}
