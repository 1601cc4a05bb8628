import { type Entity, entityOf } from './entity.js';
import { aliasKeys, identifierKeys, type Mention, primaryKey, sirenOf } from './mention.js';
import { misread, slipKeys } from './slips.js';

/**
 * The entities behind mentions, whatever their order. Mentions that share no `linkKeys`, directly or through others, do
 * not affect each other: each such group may be clustered by itself.
 *
 * Identifiers decide before names: one SIREN is one body whatever its names, two are two bodies though they share one.
 * Then names, by their key; then the acronyms and other names that a document gives a body, where only one body of the
 * place goes by them; then names that differ by one misread letter.
 */
export function clusterEntities(mentions: readonly Mention[]): Entity[] {
  const keys: Keys = {
    primary: mentions.map((mention) => primaryKey(mention)),
    aliases: mentions.map((mention) => aliasKeys(mention)),
  };
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
  for (const alias of [...claims.keys()].sort()) {
    const [claimers, bearers] = [claims.get(alias)!, named.get(alias)];
    if (claimers.size === 1 && bearers?.size === 1) union.joinUnlessIdentified([...claimers][0]!, [...bearers][0]!);
  }

  // One letter misread.
  const near = new Map<string, Set<string>>();
  for (const key of named.keys()) for (const slip of slipKeys(key)) claim(near, slip, key);
  for (const slip of [...near.keys()].sort()) {
    const alike = [...near.get(slip)!].sort();
    for (const [i, one] of alike.entries()) {
      for (const other of alike.slice(i + 1)) {
        if (!misread(one, other)) continue;
        const [a, b] = [named.get(one)!, named.get(other)!];
        if (a.size === 1 && b.size === 1) union.joinUnlessIdentified([...a][0]!, [...b][0]!);
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
  const keyOf = (indexes: readonly number[]): string => indexes.map((i) => identity.ids[i] ?? nodes[i]!).reduce(first);
  return [...groups.values()]
    .map((indexes) => entityOf(keyOf(indexes), indexes, mentions))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

function claim(claims: Map<string, Set<string>>, key: string, by: string): void {
  const claimers = claims.get(key);
  if (claimers) claimers.add(by);
  else claims.set(key, new Set([by]));
}

interface Keys {
  readonly primary: readonly string[];
  readonly aliases: readonly (readonly string[])[];
}

interface Identities {
  readonly ids: readonly (string | undefined)[];
  /** Identifiers by name key, and by name key and place where several bodies go by the name. */
  readonly byName: ReadonlyMap<string, ReadonlySet<string>>;
  readonly byPlace: ReadonlyMap<string, ReadonlySet<string>>;
  /** The SIREN behind an identifier where one is known. */
  readonly decided: (id: string) => string;
}

function identities(mentions: readonly Mention[], keys: Keys): Identities {
  const sirenOfRna = new Map<string, string>();
  for (const mention of mentions) {
    const siren = sirenOf(mention);
    if (!siren || !mention.rna) continue;
    const known = sirenOfRna.get(`rna:${mention.rna}`);
    if (!known || `siren:${siren}` < known) sirenOfRna.set(`rna:${mention.rna}`, `siren:${siren}`);
  }
  const decided = (id: string): string => sirenOfRna.get(id) ?? id;
  const ids = mentions.map((mention) => {
    const [own] = identifierKeys(mention);
    return own && decided(own);
  });
  const byName = new Map<string, Set<string>>();
  ids.forEach((id, i) => {
    if (id) claim(byName, keys.primary[i]!, id);
  });
  const byPlace = new Map<string, Set<string>>();
  mentions.forEach(({ place }, i) => {
    const id = ids[i];
    if (!id) return;
    for (const key of [keys.primary[i]!, ...keys.aliases[i]!]) {
      // Where one body alone goes by the name, nobody asks which of them is near.
      if ((byName.get(key)?.size ?? 0) > 1) claim(byPlace, `${key} at ${place}`, id);
    }
  });
  return { ids, byName, byPlace, decided };
}

/** What a mention is known by: its identifier, that of its name, or its name. */
function nodeOf({ near, place }: Mention, i: number, key: string, identity: Identities): string {
  const own = identity.ids[i];
  if (own) return own;
  const found = identity.byName.get(key);
  if (!found) return key;
  if (found.size === 1) return [...found][0]!;
  if (near) return identity.decided(near);
  const here = identity.byPlace.get(`${key} at ${place}`);
  return here?.size === 1 ? [...here][0]! : `${key} at ${place}`;
}

/** Joined sets of nodes; the identifier of a set is that of any of its members, and no set has two. */
class Union {
  readonly #parent = new Map<string, string>();

  add(node: string): void {
    if (!this.#parent.has(node)) this.#parent.set(node, node);
  }

  find(node: string): string {
    let root = node;
    while (this.#parent.get(root) !== root) root = this.#parent.get(root)!;
    for (let at = node; at !== root; ) {
      const next = this.#parent.get(at)!;
      this.#parent.set(at, root);
      at = next;
    }
    return root;
  }

  /** Joins two sets unless each has an identifier. An identifier always becomes the root, and so the entity's key. */
  joinUnlessIdentified(a: string, b: string): void {
    const [x, y] = [this.find(a), this.find(b)];
    if (x === y || (rank(x) < 2 && rank(y) < 2)) return;
    const root = first(x, y);
    this.#parent.set(root === x ? y : x, root);
  }
}

/** An identifier comes before any name. */
const rank = (node: string): number => (node.startsWith('siren:') ? 0 : node.startsWith('rna:') ? 1 : 2);

const first = (a: string, b: string): string => (rank(a) < rank(b) || (rank(a) === rank(b) && a < b) ? a : b);
