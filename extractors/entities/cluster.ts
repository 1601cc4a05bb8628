import type { EntityKind } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { isGenericName, nameKey, nameKeys } from './name.js';

/** A body or a person as one document writes it. */
export interface Mention {
  readonly documentId: string;
  readonly name: string;
  readonly kind: EntityKind;
  /** Other names that the document gives it. */
  readonly aliases: readonly string[];
  readonly siren?: string | undefined;
  readonly siret?: string | undefined;
  readonly rna?: string | undefined;
  readonly address?: string | undefined;
  /** Whose document it is: names that say only a sort of body ("CCAS", "Comité des fêtes") mean the one of that place. */
  readonly place?: string | undefined;
  /** How often the document writes it so; 1 where it is not said. */
  readonly occurrences?: number;
}

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

/**
 * Keys through which a mention may be found to be another's: mentions without a common key, directly or through
 * others, are never one entity. Identifiers first.
 */
export function linkKeys(mention: Mention): string[] {
  const keys = [primaryKey(mention), ...aliasKeys(mention)];
  const { rna } = mention;
  const siren = sirenOf(mention);
  return [
    ...new Set([...(siren ? [`siren:${siren}`] : []), ...(rna ? [`rna:${rna}`] : []), ...keys, ...slips(keys[0]!)]),
  ];
}

const sirenOf = ({ siren, siret }: Mention): string | undefined => siren ?? siret?.slice(0, 9);

/** The key of a mention's name, qualified by the place where the name alone would not tell whose it is. */
export const primaryKey = (mention: Mention): string => keyOf(mention.name, mention);

/** The State, alone or by one of its funds: "Etat (DETR)", "Etat - DSIL". */
const STATE = /^etat(?: (?:detr|dsil|dsipl|fonds vert|fnadt|fipd|fctva|drac|dreal|prefecture))*$/;

const aliasKeys = (mention: Mention): string[] =>
  mention.kind === 'person' ? [] : mention.aliases.map((alias) => keyOf(alias, mention)).filter((key) => key !== '');

function keyOf(name: string, { kind, place, documentId }: Mention, keyOfName = nameKey): string {
  const key = keyOfName(name, kind);
  if (key === '') return `raw:${plain(name).trim()}@${place ?? documentId}`;
  if (kind === 'state' && STATE.test(key)) return 'etat';
  if (kind === 'person') return `person:${key}@${place ?? documentId}`;
  if (isGenericName(key) || isAcronym(name, key)) return `${key}@${place ?? documentId}`;
  return key;
}

/** One short word in capitals: many bodies share it. */
const isAcronym = (name: string, key: string): boolean =>
  !key.includes(' ') &&
  key.length <= 8 &&
  name.replace(/[^\p{L}]/gu, '') === name.replace(/[^\p{L}]/gu, '').toUpperCase();

const WHERE = '@';

/**
 * Keys under which a name meets another that differs from it by one slip of a reader of scans: the name with one of its
 * long words reduced to what slips leave alone. Names of one long word, of persons and of territories have none.
 */
function slips(key: string): string[] {
  if (/^(?:person:|raw:|commune|departement|region|etat)/.test(key)) return [];
  const [name, where = ''] = key.split(WHERE);
  const words = name!.split(' ');
  if (words.length < 2) return [];
  return words.flatMap((word, i) =>
    word.length >= 7 && !/\d/.test(word)
      ? [`slip:${[...words.slice(0, i), '*', ...words.slice(i + 1)].join(' ')}${WHERE}${where}`]
      : [],
  );
}

/**
 * The entities behind mentions. The answer does not depend on the order of the mentions.
 *
 * Identifiers decide before names: one SIREN is one body whatever its names, two are two bodies though they share one.
 * Then names, by their key; then the acronyms and other names that a document gives a body, where only one body of the
 * place goes by them; then names that differ by one misread letter.
 */
export function clusterEntities(mentions: readonly Mention[], keyOfName = nameKeys()): Entity[] {
  const keys = keysOf(mentions, keyOfName);
  const identity = identities(mentions, keys);
  const union = new Union();
  const nodes = mentions.map((mention, i) => nodeOf(mention, i, keys.primary[i]!, identity));
  for (const node of nodes) union.add(node);

  // Other names, where a single body goes by them.
  const claims = new Map<string, Set<string>>();
  keys.aliases.forEach((aliases, i) => {
    for (const alias of aliases) claim(claims, alias, nodes[i]!);
  });
  const named = new Map<string, Set<string>>();
  keys.primary.forEach((key, i) => {
    claim(named, key, nodes[i]!);
  });
  for (const [alias, claimers] of claims) {
    if (claimers.size !== 1) continue;
    const [claimer] = claimers;
    const bearers = named.get(alias);
    if (!bearers) union.join(claimer!, alias);
    else if (bearers.size === 1) joinUnlessTold(union, claimer!, [...bearers][0]!);
  }

  // One letter misread.
  const near = new Map<string, Set<string>>();
  for (const key of named.keys()) for (const slip of slips(key)) claim(near, slip, key);
  for (const keys of near.values()) {
    const list = [...keys].sort();
    for (let i = 0; i + 1 < list.length && i < 50; i += 1) {
      for (let j = i + 1; j < list.length && j < i + 50; j += 1) {
        if (!misread(list[i]!, list[j]!)) continue;
        const a = named.get(list[i]!)!;
        const b = named.get(list[j]!)!;
        if (a.size === 1 && b.size === 1) joinUnlessTold(union, [...a][0]!, [...b][0]!);
      }
    }
  }

  const groups = new Map<string, number[]>();
  nodes.forEach((node, i) => {
    const root = union.find(node);
    const group = groups.get(root);
    if (group) group.push(i);
    else groups.set(root, [i]);
  });
  return [...groups.values()]
    .map((indexes) => entityOf(indexes, mentions, nodes, identity))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/** Two bodies that identifiers tell apart are never joined by a name. */
function joinUnlessTold(union: Union, a: string, b: string): void {
  const x = union.identityOf(a);
  const y = union.identityOf(b);
  if (x && y && x !== y) return;
  union.join(a, b);
}

function claim(claims: Map<string, Set<string>>, key: string, by: string): void {
  const claimers = claims.get(key);
  if (claimers) claimers.add(by);
  else claims.set(key, new Set([by]));
}

interface Identities {
  readonly ids: readonly (string | undefined)[];
  /** Identifiers by name key, by name key and document, by name key and place. */
  readonly byName: ReadonlyMap<string, ReadonlySet<string>>;
  readonly nearby: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Keys {
  readonly primary: readonly string[];
  readonly aliases: readonly (readonly string[])[];
}

const NONE: readonly string[] = [];

/** The keys of all mentions; the same name is read once. */
function keysOf(mentions: readonly Mention[], keyOfName: typeof nameKey): Keys {
  const known = new Map<string, string>();
  const key = (name: string, mention: Mention): string => {
    const of = `${mention.kind}\n${mention.place ?? `\n${mention.documentId}`}\n${name}`;
    let answer = known.get(of);
    if (answer === undefined) {
      answer = keyOf(name, mention, keyOfName);
      known.set(of, answer);
    }
    return answer;
  };
  return {
    primary: mentions.map((mention) => key(mention.name, mention)),
    aliases: mentions.map((mention) =>
      mention.kind === 'person' || mention.aliases.length === 0
        ? NONE
        : mention.aliases.map((alias) => key(alias, mention)),
    ),
  };
}

function identities(mentions: readonly Mention[], keys: Keys): Identities {
  const sirenOfRna = new Map<string, string>();
  for (const mention of mentions) {
    const siren = sirenOf(mention);
    if (!siren || !mention.rna) continue;
    const known = sirenOfRna.get(mention.rna);
    if (!known || siren < known) sirenOfRna.set(mention.rna, siren);
  }
  const ids = mentions.map((mention) => {
    const siren = sirenOf(mention) ?? (mention.rna ? sirenOfRna.get(mention.rna) : undefined);
    return siren ? `siren:${siren}` : mention.rna ? `rna:${mention.rna}` : undefined;
  });
  const byName = new Map<string, Set<string>>();
  ids.forEach((id, i) => {
    if (id) claim(byName, keys.primary[i]!, id);
  });
  const nearby = new Map<string, Set<string>>();
  mentions.forEach((mention, i) => {
    const id = ids[i];
    if (!id) return;
    for (const key of [keys.primary[i]!, ...keys.aliases[i]!]) {
      // Where one body alone goes by the name, nobody asks which of them is near.
      if ((byName.get(key)?.size ?? 0) < 2) continue;
      claim(nearby, `${key} in ${mention.documentId}`, id);
      if (mention.place) claim(nearby, `${key} at ${mention.place}`, id);
    }
  });
  return { ids, byName, nearby };
}

/** What a mention is known by: its identifier, that of its name, or its name. */
function nodeOf(mention: Mention, i: number, key: string, { ids, byName, nearby }: Identities): string {
  const own = ids[i];
  if (own) return own;
  const found = byName.get(key);
  if (!found) return key;
  if (found.size === 1) return [...found][0]!;
  for (const where of [`${key} in ${mention.documentId}`, `${key} at ${mention.place}`]) {
    const here = nearby.get(where);
    if (here?.size === 1) return [...here][0]!;
  }
  return `${key}${WHERE}${mention.place ?? mention.documentId}`;
}

/** Joined sets of nodes; the identifier of a set is that of any of its members, and no set has two. */
class Union {
  readonly #parent = new Map<string, string>();

  add(node: string): void {
    if (!this.#parent.has(node)) this.#parent.set(node, node);
  }

  find(node: string): string {
    this.add(node);
    let root = node;
    while (this.#parent.get(root) !== root) root = this.#parent.get(root)!;
    for (let at = node; at !== root; ) {
      const next = this.#parent.get(at)!;
      this.#parent.set(at, root);
      at = next;
    }
    return root;
  }

  /** The smaller node is the root, an identifier before any name: so the root tells whether there is one. */
  join(a: string, b: string): void {
    const x = this.find(a);
    const y = this.find(b);
    if (x === y) return;
    const [root, other] = rank(x) < rank(y) || (rank(x) === rank(y) && x < y) ? [x, y] : [y, x];
    this.#parent.set(other, root);
  }

  identityOf(node: string): string | undefined {
    const root = this.find(node);
    return rank(root) < 2 ? root : undefined;
  }
}

const rank = (node: string): number => (node.startsWith('siren:') ? 0 : node.startsWith('rna:') ? 1 : 2);

/** Two keys alike but for one letter of one long word: a letter misread, lost or doubled. */
function misread(a: string, b: string): boolean {
  const left = a.split(' ');
  const right = b.split(' ');
  if (left.length !== right.length) return false;
  const differing = left.flatMap((word, i) => (word === right[i] ? [] : [i]));
  if (differing.length !== 1) return false;
  const [x, y] = [left[differing[0]!]!.split(WHERE)[0]!, right[differing[0]!]!.split(WHERE)[0]!];
  return Math.min(x.length, y.length) >= 7 && oneSlip(x, y);
}

/** Letters that scans confuse; a final "e" or "s" is grammar, and may tell two bodies apart. */
function oneSlip(x: string, y: string): boolean {
  const [long, short] = x.length >= y.length ? [x, y] : [y, x];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const rest = long.slice(start + 1);
  if (long.length === short.length) return rest === short.slice(start + 1) && start < long.length - 1;
  // A letter lost or doubled inside the word.
  return rest === short.slice(start) && start < long.length - 1;
}

function entityOf(
  indexes: readonly number[],
  mentions: readonly Mention[],
  nodes: readonly string[],
  { ids }: Identities,
): Entity {
  const names = new Map<string, number>();
  for (const i of indexes) {
    const { name, occurrences = 1 } = mentions[i]!;
    names.set(name, (names.get(name) ?? 0) + occurrences);
  }
  const of = <T>(pick: (mention: Mention) => T | undefined): T | undefined =>
    mostFrequent(indexes.map((i) => pick(mentions[i]!)).filter((value) => value !== undefined));
  const siren = of(sirenOf);
  const siret = of((mention) => mention.siret);
  const rna = of((mention) => mention.rna);
  const address = of((mention) => mention.address);
  const kind = mostFrequent(indexes.map((i) => mentions[i]!.kind))!;
  const keys = indexes.map((i) => ids[i] ?? nodes[i]!);
  const key = keys.reduce((best, next) =>
    rank(next) < rank(best) || (rank(next) === rank(best) && next < best) ? next : best,
  );
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
    names: [...writings(indexes, mentions, names)]
      .map(([name, occurrences]) => ({ name, occurrences }))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
    mentions: indexes,
  };
}

/** The names, and the other names that documents give. */
function writings(
  indexes: readonly number[],
  mentions: readonly Mention[],
  names: ReadonlyMap<string, number>,
): Map<string, number> {
  const all = new Map(names);
  for (const i of indexes) {
    for (const alias of mentions[i]!.aliases) if (!names.has(alias)) all.set(alias, (all.get(alias) ?? 0) + 1);
  }
  return all;
}

/** A town's SIREN holds its INSEE code: "21", the département, "0", the commune, a key. */
const inseeOf = (siren: string): string | undefined => {
  const found = /^21(\d[\dAB])0?(\d{3})\d$/.exec(siren.length === 9 ? siren.slice(0, 4) + siren.slice(5) : '');
  return found && siren[4] === '0' ? `${found[1]}${found[2]}` : undefined;
};

/** The most frequent value; among equals, the smallest. */
function mostFrequent<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | undefined;
  for (const [value, count] of counts) {
    const top = best === undefined ? 0 : counts.get(best)!;
    if (best === undefined || count > top || (count === top && String(value) < String(best))) best = value;
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
